// Holds released by a manager [H12], each with why not where it stays. Nothing here has a way back: the seats are free for whoever comes first.

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

/** What has ended, or was paid meanwhile, is nobody's hold any more. */
function whyLeft(booking: Booking, nowMs: number): SkipReason | null {
  if (booking.state !== 'reserved' || nowMs >= holdEndMs(booking)) return 'over'
  return whyNotReleased(booking)
}
