// What must be true of a pending booking before anything is done to it: it has not ended, no terminal is being asked for it, nothing
// has been paid towards it. Owns these three refusals; must never say who may do it (rights.ts).

import { type Booking } from './booking.ts'
import type { Refusal } from './refusal.ts'
import type { FoundSeat } from './show.ts'
import { inFlight, paidMinor } from './tender.ts'

/**
 * [H4] [H5] Null while the booking is pending and its end (`untilMs`: of the hold, or of its grace period) is not reached. A booking
 * that has ended is HOLD_EXPIRED with the seats that others have by now; any other state is WRONG_STATE.
 */
export function refusalIfOver(
  booking: Booking,
  seats: readonly FoundSeat[],
  nowMs: number,
  untilMs: number,
): Refusal | null {
  if (booking.state === 'reserved' && nowMs < untilMs) return null
  if (booking.state !== 'reserved' && booking.state !== 'expired') {
    return { code: 'WRONG_STATE', from: booking.state, to: 'confirmed' }
  }
  const taken = seats.filter((seat) => seat.claimedBy && seat.claimedBy.bookingId !== booking.bookingId)
  return { code: 'HOLD_EXPIRED', expiredAtMs: booking.expiresAtMs, taken: taken.map((seat) => seat.label) }
}

/** [H6] */
export function refusalIfInFlight({ payments }: Booking): Refusal | null {
  const waiting = inFlight(payments)
  return waiting && { code: 'PAYMENT_IN_FLIGHT', untilMs: waiting.untilMs ?? 0 }
}

/** Money paid towards one total is not carried over to another: it goes back first. */
export function refusalIfPartPaid({ payments, totals: { currency } }: Booking): Refusal | null {
  const amountMinor = paidMinor(payments)
  return amountMinor > 0 ? { code: 'MONEY_DUE', amountMinor, currency } : null
}
