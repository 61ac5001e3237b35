// Holds released by a manager [H12]; for each that stays, the reason. Cannot be undone: the seats go to whoever comes first.

import { type Booking, holdEndMs } from '../booking.ts'
import { cancelled, whyNotReleased } from '../hold-end.ts'
import { changes, skipped } from './change.ts'
import type { HoldsChange, Part, RowId, RowOutcome, SkipReason } from './change.ts'

export function changeHolds(
  bookings: readonly Booking[],
  { reason }: HoldsChange,
  ids: readonly RowId[],
  nowMs: number,
): Part {
  const byId = new Map(bookings.map((booking) => [booking.bookingId as RowId, booking]))
  const releasing: Booking[] = []
  const outcomes = [...new Set(ids)].map((id): RowOutcome => {
    const booking = byId.get(id)
    if (!booking) return skipped(id, 'not-found')
    const left = whyLeft(booking, nowMs)
    if (left) return skipped(id, left)
    releasing.push(booking)
    return changes(id)
  })
  return { events: releasing.map((booking) => cancelled(booking, reason)), outcomes }
}

/** A booking that has ended, or was paid meanwhile, is no longer a hold. */
function whyLeft(booking: Booking, nowMs: number): SkipReason | null {
  if (booking.state !== 'reserved' || nowMs >= holdEndMs(booking)) return 'over'
  return whyNotReleased(booking)
}
