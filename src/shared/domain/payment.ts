// Paying is confirming: both or neither [P7]. Owns the way from a pending booking to tickets; must never talk to a terminal
// (that is a port of the engine, asked before this decision for the modes that need one).

import { dayInZone } from '../lib/time.ts'
import type { Found } from './asks.ts'
import {
  type Booking,
  type Payment,
  type PaymentMode,
  type Ticket,
  type Totals,
  evolveBooking,
} from './booking.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { BookingEvent } from './events.ts'
import { refusalIfOver } from './hold.ts'
import type { BookingId } from './ids.ts'
import { type Refusal, isRefusal } from './refusal.ts'
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
    refusalIfOver(booking, found.seatsOf, context.nowMs, booking.graceEndsAtMs)
  if (refusal) return refuse(refusal)
  const tendered = tender(booking, request)
  if (isRefusal(tendered)) return refuse(tendered)

  // Nothing below may refuse: from here the money is the house's and the seats are the customer's.
  const payment = { paymentId: context.newPaymentId(), ...tendered }
  const event: BookingEvent = {
    type: 'booking-confirmed',
    bookingId: booking.bookingId,
    showId: booking.showId,
    seatIds: booking.lines.map((line) => line.seatId),
    payment,
    tickets: makeTickets(booking, dayInZone(context.nowMs, show.zone), context),
  }
  const after = evolveBooking(booking, event, context.nowMs)
  return accept([event], { booking: after, changeMinor: payment.changeMinor })
}

/** What a payment comes to, but for its id; or why it is not taken. */
type Tendered = Omit<Payment, 'paymentId'>

/** [P5] How each mode takes the money. A mode that asks a gateway answers `pending` here and is settled by its answer. */
const tenders: Readonly<Record<PaymentMode, (due: Totals, request: PayRequest) => Tendered | Refusal>> = {
  CASH: ({ currency, totalMinor: dueMinor }, { mode, tenderedMinor }) => {
    if (tenderedMinor < dueMinor) {
      return { code: 'PAYMENT_FAILED', reason: 'too-little', dueMinor, tenderedMinor, currency }
    }
    return {
      mode,
      state: 'success',
      amountMinor: dueMinor,
      tenderedMinor,
      changeMinor: tenderedMinor - dueMinor,
    }
  },
}

function tender({ totals }: Booking, request: PayRequest): Tendered | Refusal {
  if (request.totalMinor !== totals.totalMinor) return { code: 'CONCURRENT_MODIFICATION', what: 'total' }
  return tenders[request.mode](totals, request)
}

/** [T1] One ticket a seat. */
function makeTickets(booking: Booking, day: string, { newTicketDigits, newSecret }: Context): Ticket[] {
  return booking.lines.map(({ seatId }) => ({
    number: `TKT-${day}-${newTicketDigits()}`,
    seatId,
    secret: newSecret(),
  }))
}
