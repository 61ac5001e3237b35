// Preview and execution of a change to many rows, by one function, so that they cannot differ [A2]; and the events of a change that is
// done in one commit, or planned for several. Owns the size of a part.

import type { ChangeAdvanced, ChangePlanned } from '../change-events.ts'
import type { ChangeId } from '../ids.ts'
import { changeCoupons } from './change-coupons.ts'
import { changeCustomers } from './change-customers.ts'
import { changeHolds } from './change-holds.ts'
import { changeListings } from './change-listings.ts'
import { changeSeats } from './change-seats.ts'
import { changeShows } from './change-shows.ts'
import { changeTerms } from './change-terms.ts'
import type {
  CouponsChange,
  CustomersChange,
  ForwardChange,
  ListedChange,
  FoundRows,
  HoldsChange,
  ListingsChange,
  Part,
  RowId,
  RowsChange,
  SeatsChange,
  ShowsChange,
  TermsChange,
} from './change.ts'

/** The most rows that one commit changes: it takes some ten milliseconds, during which everybody else waits. */
export const PART_ROWS = 1000

/** What a change does to these rows. `found` must be of the same kind as `change`. */
export function partOf(found: FoundRows, change: ForwardChange, ids: readonly RowId[], nowMs: number): Part {
  switch (found.of) {
    case 'shows':
      return changeShows(found.rows, change as ShowsChange, ids, nowMs)
    case 'listings':
      return changeListings(found.rows, change as ListingsChange, ids)
    case 'customers':
      return changeCustomers(found.rows, change as CustomersChange, ids)
    case 'coupons':
      return changeCoupons(found.rows, change as CouponsChange, ids)
    case 'holds':
      return changeHolds(found.rows, change as HoldsChange, ids, nowMs)
    case 'terms':
      return changeTerms(found.rows, change as TermsChange, ids)
    case 'seats':
    default:
      return changeSeats(found, change as SeatsChange, ids, nowMs)
  }
}

/** The event that reports a part as done. `change`: given where this part is the whole change. */
export function advanced(
  { events, outcomes }: Part,
  of: {
    readonly changeId: ChangeId
    readonly part: number
    readonly isLast: boolean
    readonly change?: ListedChange
  },
): ChangeAdvanced {
  const count = (outcome: 'changes' | 'same') => outcomes.filter((row) => row.outcome === outcome).length
  const skipped = outcomes.flatMap(({ id, reason }) => (reason ? [{ id, reason }] : []))
  return {
    type: 'change-advanced',
    ...of,
    events: events.length,
    changed: count('changes'),
    same: count('same'),
    skipped,
  }
}

export function planned(
  changeId: ChangeId,
  change: RowsChange,
  rows: readonly RowId[],
  parts: number,
): ChangePlanned {
  return { type: 'change-planned', changeId, change, rows, parts }
}

export function partsOf(rows: readonly RowId[]): number {
  return Math.ceil(rows.length / PART_ROWS)
}

export function rowsOfPart(rows: readonly RowId[], part: number): readonly RowId[] {
  return rows.slice(part * PART_ROWS, (part + 1) * PART_ROWS)
}
