// The seats of a show that are taken, from which its board is built. Owns which claims are live; must never say what state a seat
// is in by the clock.

import { known } from '../../shared/lib/assert.ts'
import type { Booking, BookingLine } from '../../shared/domain/booking.ts'
import type { BookingId, SeatId, ShowId } from '../../shared/domain/ids.ts'
import { inFlight } from '../../shared/domain/tender.ts'
import { claimedSeatsOfShow } from '../store/plan-queries.ts'
import type { Store } from '../store/store.ts'
import type { PendingBookings } from './pending-bookings.ts'

/** A sold claim does not say whose it is: the board does not need that. */
export type LiveClaim = SoldClaim | PendingClaim

export interface SoldClaim {
  readonly seatId: SeatId
  readonly ticketTypeId: number
  readonly state: 'sold'
}

export interface PendingClaim {
  readonly bookingId: BookingId
  readonly seatId: SeatId
  readonly ticketTypeId: number
  readonly state: 'held' | 'reserved'
  /** When the seat is free again by rule [H4]. */
  readonly expiresAtMs: number
  readonly payingUntilMs: number | null
  /** [H4] The end of the hold is recorded: the seat is shown free, though the holder may still pay. */
  readonly isLapsed: boolean
}

/** A live claim whose booking is not pending is paid for, so none of a hundred thousand sold seats needs its booking looked up. */
export function liveClaims(store: Store, pending: PendingBookings, showId: ShowId): LiveClaim[] {
  const holders = holdersIn(store, pending, showId)
  const claimed = store.columns(claimedSeatsOfShow, showId)
  return claimed.seatId.map((seatId, at) => {
    const ticketTypeId = known(claimed.ticketTypeId[at], 'ticket type of a claim')
    const booking = holders.get(seatId)
    return booking ? pendingClaim({ seatId, ticketTypeId }, booking) : { seatId, ticketTypeId, state: 'sold' }
  })
}

/** By seat. A hold that lapsed may have lost its seats to another booking since. */
function holdersIn(store: Store, pending: PendingBookings, showId: ShowId): Map<SeatId, Booking> {
  const holders = new Map<SeatId, Booking>()
  for (const booking of pending.matching({ showId }))
    for (const { seatId } of booking.lines)
      if (store.get('claim', showId, seatId)?.bookingId === booking.bookingId) holders.set(seatId, booking)
  return holders
}

function pendingClaim(
  claim: { readonly seatId: SeatId; readonly ticketTypeId: number },
  booking: Booking,
): PendingClaim {
  const { bookingId, purpose, expiresAtMs, lapsedAtMs } = booking
  const payingUntilMs = inFlight(booking.payments)?.untilMs ?? null
  // [H5] [H6] If a terminal is asked within the grace, the booking has its seats again: they are shown as paying.
  const isLapsed = lapsedAtMs !== null && (payingUntilMs === null || payingUntilMs <= lapsedAtMs)
  const state = purpose === 'hold' ? 'held' : 'reserved'
  return { ...claim, bookingId, state, expiresAtMs, payingUntilMs, isLapsed }
}

/** The ticket type of each seat. */
export function typesOf(lines: readonly BookingLine[]): Map<SeatId, number> {
  return new Map(lines.map((line) => [line.seatId, line.ticketTypeId as number]))
}
