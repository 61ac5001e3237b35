// What was taken for a hold [P5], by way of payment, as far as a window can tell when its house no longer knows the hold [SYNC
// 4.7].

import type { Taken } from '../../shared/contract/recovery-news.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { keptMinor } from '../../shared/domain/tender.ts'

/** Null if nothing was taken. */
export function takenOf(booking: Booking | null): Taken | null {
  const parts = (booking?.payments ?? [])
    .map((payment) => ({ mode: payment.mode, amountMinor: keptMinor(payment) }))
    .filter(({ amountMinor }) => amountMinor > 0)
  return booking && parts.length > 0 ? { currency: booking.totals.currency, parts } : null
}
