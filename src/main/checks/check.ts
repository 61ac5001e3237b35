// What an invariant is as code: a name, a claim, and what it looks at. Owns the shape that every group of checks has; must never
// hold a rule.

import { type HouseEvent, seatChange } from '../../shared/domain/events.ts'
import type { BookingState } from '../../shared/domain/booking.ts'
import type { SeatId } from '../../shared/domain/ids.ts'
import type { Row, Store } from '../store/store.ts'
import type { Findings, InvariantId } from './findings.ts'
import type { HouseFacts } from './house-facts.ts'

/** A booking as its rows have it. The one place that knows which table a line, and which a claim, is in. */
export interface BookingRows {
  readonly booking: Row<'booking'>
  readonly lines: readonly Row<'claim'>[]
  /** The claims that stand on their seats. */
  readonly live: readonly Pick<Row<'claim'>, 'showId' | 'seatId'>[]
  readonly payments: readonly Row<'payment'>[]
}

/** A seat that an event concerns, with the booking that claimed it just before: the `sequence` of its row, 0: nobody's. */
export interface SeatBefore {
  readonly seatId: SeatId
  readonly owner: number
}

/** One event of the journal while it is replayed. */
export interface Step {
  readonly row: Row<'journal'>
  readonly event: HouseEvent
  /** The event's booking just before; null: there was none, or the event is not a booking's. */
  readonly before: Row<'booking'> | null
  /** The state that the event brings its booking to; null: it leaves it as it is. */
  readonly becomes: BookingState | null
  readonly change: ReturnType<typeof seatChange>
  readonly seats: readonly SeatBefore[]
}

export interface Surroundings {
  readonly store: Store
  readonly facts: HouseFacts
  /** The house's time: of its newest record. */
  readonly nowMs: number
  readonly findings: Findings
}

/** Looks at a page of rows at a time, in order; at the end it may have more to look at, and says at how many rows. */
export interface Looks {
  readonly bookings?: (page: readonly BookingRows[]) => void
  readonly journal?: (page: readonly Step[]) => void
  readonly end?: () => number
}

export interface Check {
  readonly id: InvariantId
  readonly claim: string
  readonly look: (surroundings: Surroundings) => Looks
}

export const ofBooking = ({ bookingId }: { readonly bookingId: string }) => `booking ${bookingId}`
export const ofRow = ({ sequence }: { readonly sequence: number }) => `journal ${sequence}`

/** The states under which a booking's seats are its own. */
export const liveStates: ReadonlySet<BookingState> = new Set<BookingState>([
  'reserved',
  'confirmed',
  'completed',
])
export const paidStates: ReadonlySet<BookingState> = new Set<BookingState>(['confirmed', 'completed'])

/** For checks that look at one at a time. */
export function eachOf<One>(look: (one: One) => void): (page: readonly One[]) => void {
  return (page) => {
    for (const one of page) look(one)
  }
}
