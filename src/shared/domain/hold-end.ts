// How a hold or a booking ends: given back, lapsed, released in bulk, taken back with its money. Owns rules H7, H12 and P10 (whole
// bookings); must never ask a clock, nor end what still has its time.

import type { Found } from './asks.ts'
import { type Booking, evolveBooking, mayBecome } from './booking.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { BookingEvent } from './events.ts'
import type { BookingId } from './ids.ts'
import { refusalIfNotYours } from './rights.ts'

export interface BookingAnswer {
  readonly booking: Booking
}

/** Gives pending seats back, or takes a paid booking back with its money [P10, whole bookings paid in cash]. */
export function decideCancel(
  found: Found<'booking'>,
  request: { readonly bookingId: BookingId; readonly reason: string },
  { nowMs, actor }: Context,
): Decision<BookingAnswer> {
  const { booking } = found
  if (!booking) return refuse({ code: 'NOT_FOUND', what: 'booking', id: request.bookingId })
  const refusal = refusalIfNotYours(booking, actor)
  if (refusal) return refuse(refusal)
  if (!mayBecome(booking.state, 'cancelled'))
    return refuse({ code: 'WRONG_STATE', from: booking.state, to: 'cancelled' })

  const events: BookingEvent[] = [cancelled(booking, request.reason)]
  const refundMinor = booking.payments.reduce((sum, payment) => sum + payment.amountMinor, 0)
  if (booking.state === 'confirmed') events.push({ type: 'booking-refunded', ...idsOf(booking), refundMinor })
  const after = events.reduce<Booking>((before, event) => evolveBooking(before, event, nowMs), booking)
  return accept(events, { booking: after })
}

/** [H7] Records what time has done: first the end of the hold, then, its grace over too, the end of the booking. */
export function decideSweep(found: Found<'due'>, nowMs: number): Decision<{ readonly ended: number }> {
  const events: BookingEvent[] = []
  for (const booking of found.due) {
    if (nowMs >= booking.graceEndsAtMs) events.push(expired(booking))
    else if (nowMs >= booking.expiresAtMs && booking.lapsedAtMs === null)
      events.push(seatsOf('hold-lapsed', booking))
  }
  return accept(events, { ended: events.length })
}

/** [H12] A manager frees holds in bulk. What was promised to somebody who pays later is no hold, and stays. */
export function decideReleaseHolds(
  found: Found<'holds'>,
  request: { readonly reason: string },
): Decision<{ readonly bookings: number; readonly seats: number }> {
  const events = found.holds
    .filter((booking) => booking.purpose === 'hold')
    .map((booking) => cancelled(booking, request.reason))
  const seats = events.reduce((sum, event) => sum + event.seatIds.length, 0)
  return accept(events, { bookings: events.length, seats })
}

export function cancelled(booking: Booking, reason: string) {
  return { ...seatsOf('booking-cancelled', booking), reason }
}

export function expired(booking: Booking) {
  return seatsOf('booking-expired', booking)
}

function seatsOf<Type extends string>(type: Type, booking: Booking) {
  return { type, ...idsOf(booking), seatIds: booking.lines.map((line) => line.seatId) }
}

export function idsOf({ bookingId, showId }: Booking) {
  return { bookingId, showId }
}
