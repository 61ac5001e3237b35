import type { BookingId, SeatId, ShowId } from '../../shared/domain/ids.ts'
import { inFlight } from '../../shared/domain/tender.ts'
import { liveClaimsOfShow } from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import type { PendingBookings } from './pending-bookings.ts'

export interface LiveClaim {
  readonly bookingId: BookingId
  readonly seatId: SeatId
  readonly ticketTypeId: number
  readonly state: 'held' | 'reserved' | 'sold'
  /** For pending claims; when the seat is free again by rule [H4]. */
  readonly expiresAtMs: number
  readonly payingUntilMs: number | null
  /** [H4] That it ended is recorded: the seat is shown free, though the holder may still pay. */
  readonly isLapsed?: boolean
}

/** A live claim whose booking is not pending is paid for. */
export function liveClaims(store: Store, pending: PendingBookings, showId: ShowId): LiveClaim[] {
  return store.select(liveClaimsOfShow, showId).map((claim) => {
    const booking = pending.get(claim.bookingId)
    if (!booking) return { ...claim, state: 'sold', expiresAtMs: 0, payingUntilMs: null }
    const { purpose, expiresAtMs } = booking
    const { lapsedAtMs } = booking
    const payingUntilMs = inFlight(booking.payments)?.untilMs ?? null
    // [H5] [H6] A terminal that is asked within the grace has its seats again: they are shown as paying.
    const isLapsed = lapsedAtMs !== null && (payingUntilMs === null || payingUntilMs <= lapsedAtMs)
    const state = purpose === 'hold' ? 'held' : 'reserved'
    return { ...claim, state, expiresAtMs, payingUntilMs, isLapsed }
  })
}
