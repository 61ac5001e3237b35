// Paying is confirming: both or neither [P7]. Owns the way from a pending booking to tickets; must never talk to a terminal
// (that is a port of the engine, asked before this decision for the modes that need one).

import { dayInZone } from '../lib/time.ts'
import type { Found } from './asks.ts'
import { type Booking, type Payment, type PaymentMode, type Ticket, evolveBooking } from './booking.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { BookingEvent } from './events.ts'
import { refusalIfOver } from './hold.ts'
import type { BookingId } from './ids.ts'
import type { Refusal } from './refusal.ts'
import { refusalIfNotYours } from './rights.ts'

export interface PayRequest {
  readonly bookingId: BookingId
  readonly mode: PaymentMode
  /** What the seller and the customer saw; another sum than the booking's is refused, not taken. */
  readonly totalMinor: number
  /** [P5] What was handed over. */
  readonly tenderedMinor: number
}

export interface PayAnswer {
  readonly booking: Booking
  readonly changeMinor: number
}

/** [P7] One payment that covers the whole, and the confirmation, in one decision. [H5] Within its grace a hold can still be paid. */
export function decidePay(
  found: Found<'booking' | 'seatsOf' | 'showOf'>,
  request: PayRequest,
  context: Context,
): Decision<PayAnswer> {
  const { booking, showOf: show } = found
  if (!booking || !show) return refuse({ code: 'NOT_FOUND', what: 'booking', id: request.bookingId })
  const refusal =
    refusalIfNotYours(booking, context.actor) ??
    refusalIfOver(booking, found.seatsOf, context.nowMs, booking.graceEndsAtMs) ??
    refusalOfMoney(booking, request)
  if (refusal) return refuse(refusal)

  // Nothing below may refuse: from here the money is the house's and the seats are the customer's.
  const ids = { bookingId: booking.bookingId, showId: booking.showId }
  const payment = cashPayment(booking, request, context)
  const events: BookingEvent[] = [
    { type: 'payment-taken', ...ids, payment },
    {
      type: 'booking-confirmed',
      ...ids,
      seatIds: booking.lines.map((line) => line.seatId),
      tickets: makeTickets(booking, dayInZone(context.nowMs, show.zone), context),
    },
  ]
  const after = events.reduce<Booking>(
    (before, event) => evolveBooking(before, event, context.nowMs),
    booking,
  )
  return accept(events, { booking: after, changeMinor: payment.changeMinor })
}

function refusalOfMoney(booking: Booking, { totalMinor, tenderedMinor }: PayRequest): Refusal | null {
  const { totals } = booking
  if (totalMinor !== totals.totalMinor) return { code: 'CONCURRENT_MODIFICATION', what: 'total' }
  if (tenderedMinor >= totals.totalMinor) return null
  const { currency, totalMinor: dueMinor } = totals
  return { code: 'PAYMENT_FAILED', reason: 'too-little', dueMinor, tenderedMinor, currency }
}

function cashPayment(booking: Booking, request: PayRequest, { newPaymentId }: Context): Payment {
  const amountMinor = booking.totals.totalMinor
  return {
    paymentId: newPaymentId(),
    mode: request.mode,
    state: 'success',
    amountMinor,
    tenderedMinor: request.tenderedMinor,
    changeMinor: request.tenderedMinor - amountMinor,
  }
}

/** [T1] One ticket a seat. The digits are random; the store refuses a repeat and the engine draws again. */
function makeTickets(booking: Booking, day: string, { newTicketDigits, newSecret }: Context): Ticket[] {
  return booking.lines.map(({ seatId }) => ({
    number: `TKT-${day}-${newTicketDigits()}`,
    seatId,
    secret: newSecret(),
  }))
}
