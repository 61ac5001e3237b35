import type { AlikeRows, ChangeEvent, ChangePlanned } from '../../shared/domain/change-events.ts'
import { type CatalogueKind, HOUSE_ROW, type ListedChange } from '../../shared/domain/changes/change.ts'
import type { Terms } from '../../shared/domain/terms.ts'
import { never } from '../../shared/lib/assert.ts'
import { type Row, type Write, change, changeAll, drop, put } from './rows.ts'

const tableOf = {
  shows: 'show',
  listings: 'listing',
  customers: 'customer',
  coupons: 'coupon',
  venues: 'venue',
} as const

/** [A2] What an event does to the rows that a manager changes, and to the record of the change. */
export function changeWrites(event: ChangeEvent, row: Row<'journal'>): Write[] {
  switch (event.type) {
    case 'seats-blocked': {
      const { showId, seatIds, reason } = event
      return seatIds.map((seatId) => put('block', { showId, seatId, reason }))
    }
    case 'seats-unblocked':
      return event.seatIds.map((seatId) => drop('block', { showId: event.showId, seatId }))
    case 'show-replanned':
      return [change('show', { showId: event.showId }, { planId: event.planId })]
    case 'rows-changed':
      return event.alike.map((rows) => rowsWrite(event.of, rows))
    case 'change-planned':
      return [put('change', changeRow(event, event.change, row))]
    case 'change-advanced': {
      const { changeId, part, events, changed, same, skipped } = event
      const { sequence } = row
      const span = { fromSequence: sequence - events, toSequence: sequence }
      const done = put('changePart', { changeId, part, ...span, changed, same, skipped: skipped.length })
      return event.change
        ? [put('change', changeRow({ changeId, parts: 1 }, event.change, row)), done]
        : [done]
    }
    default:
      return never(event)
  }
}

/** A put, because the house's one row may not exist yet. */
function rowsWrite(of: CatalogueKind, { ids, after }: AlikeRows): Write {
  if (of === 'house') return put('house', { houseId: HOUSE_ROW, terms: after['terms'] as Partial<Terms> })
  return changeAll(tableOf[of], ids, after)
}

function changeRow(
  { changeId, parts, ...planned }: Pick<ChangePlanned, 'changeId' | 'parts'> & Partial<ChangePlanned>,
  what: ListedChange,
  { sequence, atMs, staffId, kioskId }: Row<'journal'>,
): Row<'change'> {
  const undoes = what.of === 'undo' ? what.changeId : null
  const plannedSequence = planned.type === undefined ? null : sequence
  return { changeId, change: what, undoes, plannedSequence, parts, atMs, staffId, kioskId }
}
