import type { ShowId } from '../../shared/domain/ids.ts'
import { inFlight } from '../../shared/domain/tender.ts'
import { liveClaimsOfShow } from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import type { PendingBookings } from './pending-bookings.ts'
import type { LiveClaim } from './seat-board.ts'

/** A live claim whose booking is not pending is paid for. */
export function liveClaims(store: Store, pending: PendingBookings, showId: ShowId): LiveClaim[] {
  return store.select(liveClaimsOfShow, showId).map((claim) => {
    const booking = pending.get(claim.bookingId)
    if (!booking) return { ...claim, state: 'sold', expiresAtMs: 0, payingUntilMs: null }
    const { purpose, expiresAtMs } = booking
    const payingUntilMs = inFlight(booking.payments)?.untilMs ?? null
    return { ...claim, state: purpose === 'hold' ? 'held' : 'reserved', expiresAtMs, payingUntilMs }
  })
}
