// Keeping seats longer: a hold extended, or made a reservation to be paid later. Owns rules H3 and H16; must never bring an end nearer.

import type { Found } from './asks.ts'
import { type Booking, evolveBooking, holdEndMs } from './booking.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { BookingEvent } from './events.ts'
import { type BookingAnswer, idsOf, standingSeats } from './hold-end.ts'
import type { BookingId } from './ids.ts'
import { refusalIfInFlight, refusalIfOver } from './pending.ts'
import { refusalIfNotYours } from './rights.ts'
import type { FoundShow } from './show.ts'

/** [H3] One extension, by the length of the hold; of a reservation until its show's sales end at most. */
export function decideExtend(
  found: Found<'booking' | 'seatsOf' | 'showOf'>,
  request: { readonly bookingId: BookingId },
  { nowMs, actor }: Context,
): Decision<BookingAnswer> {
  const { booking, showOf: show } = found
  if (!booking || !show) return refuse({ code: 'NOT_FOUND', what: 'booking', id: request.bookingId })
  const refusal =
    refusalIfNotYours(booking, actor) ??
    refusalIfOver(booking, found.seatsOf, nowMs, holdEndMs(booking)) ??
    refusalIfInFlight(booking)
  if (refusal) return refuse(refusal)
  if (booking.extendedAtMs !== null)
    return refuse({ code: 'ALREADY_EXTENDED', extendedAtMs: booking.extendedAtMs })

  const wantedMs = booking.expiresAtMs + booking.holdMs
  const expiresAtMs = booking.purpose === 'hold' ? wantedMs : reservedUntil(booking, show, wantedMs)
  const graceEndsAtMs = booking.graceEndsAtMs + expiresAtMs - booking.expiresAtMs
  return longer(booking, { type: 'hold-extended', ...idsOf(booking), expiresAtMs, graceEndsAtMs }, nowMs)
}

/** [H16] A reservation ends with its show's sales at the latest, and never earlier than it does already. */
function reservedUntil({ expiresAtMs }: Booking, show: FoundShow, wantedMs: number): number {
  return Math.max(expiresAtMs, Math.min(wantedMs, show.salesCloseAtMs))
}

/** [H16] To be paid later: the hold becomes a reservation, whose length counts from when the hold was made. */
export function decideDefer(
  found: Found<'booking' | 'seatsOf' | 'showOf'>,
  request: { readonly bookingId: BookingId },
  { nowMs, actor }: Context,
): Decision<BookingAnswer> {
  const { booking, showOf: show } = found
  if (!booking || !show) return refuse({ code: 'NOT_FOUND', what: 'booking', id: request.bookingId })
  const refusal =
    refusalIfNotYours(booking, actor) ??
    refusalIfOver(booking, found.seatsOf, nowMs, holdEndMs(booking)) ??
    refusalIfInFlight(booking)
  if (refusal) return refuse(refusal)
  if (booking.purpose === 'reservation') return accept([], { booking })
  const seatIds = standingSeats(booking)
  const { reservationMs, graceMs } = show.terms
  const expiresAtMs = reservedUntil(booking, show, booking.reservedAtMs + reservationMs)
  const graceEndsAtMs = Math.max(booking.graceEndsAtMs, expiresAtMs + graceMs)
  const ends = { holdMs: expiresAtMs - booking.reservedAtMs, expiresAtMs, graceEndsAtMs }
  return longer(booking, { type: 'hold-deferred', ...idsOf(booking), seatIds, ...ends }, nowMs)
}

function longer(booking: Booking, event: BookingEvent, nowMs: number): Decision<BookingAnswer> {
  return accept([event], { booking: evolveBooking(booking, event, nowMs) })
}
