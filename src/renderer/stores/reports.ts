// The input of the office's reports [A6]: the selected days and shows, and the facts of those days as the house sent them. Owns
// the reading, page by page; kept while a booking is looked at, so that the way back leads to the same rows.

import { createStore } from 'zustand/vanilla'
import type { Output } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import type { BookingId, CommandId, ListingId, ShowId } from '../../shared/domain/ids.ts'
import type { RefusalGrouping } from '../../shared/domain/reports/refusals-table.ts'
import type { SaleGrouping } from '../../shared/domain/reports/sales-table.ts'
import { ask } from '../box-office.ts'

type Page = Pick<Output<'report-facts'>, 'sales' | 'drawers' | 'holds'>

export type Facts = Page & Pick<Output<'report-refusals'>, 'refusals'>

export interface Stretch {
  readonly fromMs: number
  readonly untilMs: number
}

/** The shows included: all, those of a listing, or one. */
export type ShowChoice =
  | { readonly of: 'all' }
  | { readonly of: 'listing'; readonly listingId: ListingId }
  | { readonly of: 'show'; readonly showId: ShowId }

/** The kinds of rows that make up a number. */
export type Lead =
  | { readonly of: 'bookings'; readonly bookingIds: readonly BookingId[] }
  | { readonly of: 'moves'; readonly moves: Facts['drawers'] }
  | { readonly of: 'refusals'; readonly refusals: Facts['refusals'] }
  | { readonly of: 'shows'; readonly shows: readonly { readonly showId: ShowId; readonly count: number }[] }

/** The number whose rows are looked at. */
export interface Behind {
  readonly title: string
  readonly lead: Lead
}

interface State {
  /** Days in the form of a date field; empty if not chosen yet. */
  readonly from: string
  readonly to: string
  readonly shows: ShowChoice
  readonly grouping: SaleGrouping
  readonly refusalsBy: RefusalGrouping
  /** The days being read, as instants; null if none yet. */
  readonly stretch: Stretch | null
  /** Null until read to the end. */
  readonly facts: Facts | null
  readonly share: number
  /** The days above are being read; `facts` still belong to the previous ones. */
  readonly isReading: boolean
  readonly trouble: Exclude<Answer<never>, { kind: 'done' }> | null
  readonly behind: Behind | null
}

export const reports = createStore<State>(() => ({
  from: '',
  to: '',
  shows: { of: 'all' },
  grouping: 'day',
  refusalsBy: 'reason',
  stretch: null,
  facts: null,
  share: 0,
  isReading: false,
  trouble: null,
  behind: null,
}))

let wanted: Stretch | null = null

/** Reads a range of days to its end; a range requested meanwhile replaces it. */
export async function readFacts(stretch: Stretch): Promise<void> {
  wanted = stretch
  reports.setState({ share: 0, trouble: null, stretch, isReading: true })
  const pages: Page[] = []
  for (let after: number | null = null; ; ) {
    // oxlint-disable-next-line no-await-in-loop -- page after page, between which the house sells
    const answer: Answer<Output<'report-facts'>> = await ask('report-facts', { ...stretch, after })
    if (wanted !== stretch) return
    if (answer.kind !== 'done') return reports.setState({ trouble: answer, isReading: false })
    pages.push(answer.value)
    reports.setState({ share: answer.value.share })
    if (answer.value.next === null) break
    after = answer.value.next
  }
  const refusals: Facts['refusals'][number][] = []
  for (let after: CommandId | null = null; ; ) {
    // oxlint-disable-next-line no-await-in-loop -- as above
    const answer: Answer<Output<'report-refusals'>> = await ask('report-refusals', { ...stretch, after })
    if (wanted !== stretch) return
    if (answer.kind !== 'done') return reports.setState({ trouble: answer, isReading: false })
    refusals.push(...answer.value.refusals)
    if (answer.value.next === null) break
    after = answer.value.next
  }
  reports.setState({ facts: { ...joined(pages), refusals }, isReading: false })
}

/** Called on leaving: nothing more is asked of the house. */
export function stopReading(): void {
  wanted = null
  reports.setState({ isReading: false })
}

function joined(pages: readonly Page[]): Page {
  return {
    sales: pages.flatMap(({ sales }) => sales),
    drawers: pages.flatMap(({ drawers }) => drawers),
    holds: pages.flatMap(({ holds }) => holds),
  }
}
