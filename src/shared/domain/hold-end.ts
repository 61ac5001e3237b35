// How a pending booking ends that is not paid: lapsed, or released in bulk. Owns rules H7 and H12; must never ask a clock, nor end
// a booking before its time.

import type { Found } from './asks.ts'
import { type Booking, holdEndMs, payEndMs } from './booking.ts'
import { type Decision, accept } from './decision.ts'
import type { BookingEvent } from './events.ts'
import type { FoundSeat } from './show.ts'
import { type Payment, type Refund, inFlight, keptMinor, paidMinor, withRefunds } from './tender.ts'

export interface BookingAnswer {
  readonly booking: Booking
}

/** [H7] Records ends that have passed: first that of the hold, then, once the grace period is over too, that of the booking. */
export function decideSweep(found: Found<'due'>, nowMs: number): Decision<{ readonly ended: number }> {
  const events: BookingEvent[] = []
  for (const booking of found.due) {
    if (nowMs >= payEndMs(booking)) events.push(...expiredEvents(booking))
    else if (nowMs >= holdEndMs(booking) && booking.lapsedAtMs === null)
      events.push({ type: 'hold-lapsed', ...idsOf(booking), seatIds: standingSeats(booking) })
  }
  return accept(events, { ended: events.length })
}

/**
 * [H12] A manager frees holds in bulk. A pay-later reservation is a promise, not a hold, and stays; so does a booking that is being
 * paid for, or is paid in part.
 */
export function decideReleaseHolds(
  found: Found<'holds'>,
  request: { readonly reason: string },
): Decision<{ readonly bookings: number; readonly seats: number }> {
  const events = found.holds
    .filter((booking) => whyNotReleased(booking) === null)
    .map((booking) => cancelled(booking, request.reason))
  const seats = events.reduce((sum, event) => sum + event.seatIds.length, 0)
  return accept(events, { bookings: events.length, seats })
}

/** Why a booking is not released; null: it can be. */
export function whyNotReleased({ purpose, payments }: Booking): 'promised' | 'paying' | 'part-paid' | null {
  if (purpose !== 'hold') return 'promised'
  if (inFlight(payments)) return 'paying'
  return paidMinor(payments) > 0 ? 'part-paid' : null
}

export function cancelled(booking: Booking, reason: string) {
  return { type: 'booking-cancelled', ...idsOf(booking), seatIds: standingSeats(booking), reason } as const
}

/** The end of a booking that was not paid in time. What a wallet paid towards it goes back at once; other money waits for its owner. */
export function expiredEvents(booking: Booking): BookingEvent[] {
  const ended = { type: 'booking-expired', ...idsOf(booking), seatIds: standingSeats(booking) } as const
  const refunds = booking.payments.flatMap(backToWallet)
  const { currency } = booking.totals
  if (refunds.length === 0) return [ended]
  const payments = withRefunds(booking.payments, refunds)
  return [ended, { type: 'money-returned', ...idsOf(booking), refunds, payments, currency }]
}

/** [H5] Ends the lapsed holds that are still recorded on these seats, because somebody else now takes the seats. */
export function lapsedUnder(seats: readonly FoundSeat[]): BookingEvent[] {
  const lapsed = seats.flatMap(({ claimedBy }) => (claimedBy ? [claimedBy] : []))
  return [...new Map(lapsed.map((one) => [one.bookingId, one])).values()].flatMap(expiredEvents)
}

function backToWallet(payment: Payment): Refund[] {
  const { paymentId, mode, account } = payment
  const amountMinor = keptMinor(payment)
  return mode === 'WALLET' && account && amountMinor > 0 ? [{ paymentId, amountMinor, account }] : []
}

/** The seats that a booking occupies: none where they are claimed at payment, which has not happened yet [H10]. */
export function standingSeats(booking: Booking) {
  return booking.claimsAtPayment && booking.state === 'reserved' ? [] : seatIdsOf(booking)
}

export function seatIdsOf({ lines }: Booking) {
  return lines.map((line) => line.seatId)
}

export function idsOf({ bookingId, showId }: Booking) {
  return { bookingId, showId }
}
