// What a terminal's answer makes of a payment that began [P6]: confirmed, declined, or too late and rescued [P8]. Owns the check of
// the answer; must never ask the terminal, nor confirm anything that it did not approve.

import type { Asks, Found } from './asks.ts'
import { type Booking, evolveAll, payEndMs } from './booking.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { BookingEvent, PaymentFailed } from './events.ts'
import { idsOf, standingSeats } from './hold-end.ts'
import type { BookingId, PaymentId } from './ids.ts'
import { eventsOf, refusalOfUnclaimed } from './payment.ts'
import { refusalIfInFlight } from './pending.ts'
import { refusalIfNotYours } from './rights.ts'
import { type Rescue, type RescueReads, rescued } from './rescue.ts'
import type { FoundShow } from './show.ts'
import { type Payment, beside, inFlight } from './tender.ts'
import type { Currency } from '../lib/money.ts'

/** A terminal's answer about one payment. `reference` is the terminal's number for it. Amounts in minor units. */
export type TerminalAnswer =
  | {
      readonly kind: 'approved'
      readonly reference: string
      readonly amountMinor: number
      readonly currency: Currency
    }
  | { readonly kind: 'declined' }

export interface SettleRequest {
  readonly bookingId: BookingId
  readonly paymentId: PaymentId
  readonly answer: TerminalAnswer
}

/** What became of the money. `ignored`: the payment had already been answered. */
export type Settled = 'confirmed' | 'taken' | 'declined' | 'mismatch' | 'ignored' | Rescue

export interface SettleAnswer {
  readonly outcome: Settled
  readonly booking: Booking
}

type SettleReads = 'booking' | 'showOf' | RescueReads

export function settleReads({ bookingId }: SettleRequest, nowMs: number): Asks<SettleReads> {
  return {
    booking: bookingId,
    showOf: bookingId,
    seatsOf: bookingId,
    offered: bookingId,
    aroundMoved: { bookingId, moves: [], nowMs },
    nearest: { bookingId, nowMs },
    couponOf: { bookingId, nowMs },
    walletOf: bookingId,
    nextIds: true,
  }
}

export function decideSettle(
  found: Found<SettleReads>,
  { bookingId, paymentId, answer }: SettleRequest,
  context: Context,
): Decision<SettleAnswer> {
  const { booking, showOf: show } = found
  if (!booking || !show) return refuse({ code: 'NOT_FOUND', what: 'booking', id: bookingId })
  const begun = booking.payments.find((payment) => payment.paymentId === paymentId)
  if (!begun) return refuse({ code: 'NOT_FOUND', what: 'payment', id: paymentId })
  if (!isOpen(begun)) return accept([], { outcome: 'ignored', booking })
  if (answer.kind === 'declined') return declined(booking, begun, show, context)
  const { reference } = answer
  if (answer.amountMinor !== begun.amountMinor || answer.currency !== begun.currency) {
    const mismatch: Payment = { ...settledPayment(begun), state: 'failed', failure: 'mismatch', reference }
    const { amountMinor, currency } = answer
    return failed(booking, mismatch, context, { amountMinor, currency })
  }
  const payment: Payment = { ...settledPayment(begun), state: 'success', reference }
  if (!isInTime(found, booking, show, context.nowMs))
    return rescued(found, { booking, show, payment }, context)
  const events = eventsOf(booking, { payment, show, seats: found.seatsOf }, context)
  const isWhole = events.at(-1)?.type === 'booking-confirmed'
  const own = events.filter((event) => event.bookingId === booking.bookingId)
  const value = {
    outcome: isWhole ? 'confirmed' : 'taken',
    booking: evolveAll(booking, own, context.nowMs),
  } as const
  return accept(events, value)
}

/** A payment that was given up may still be approved: that money has arrived all the same. */
function isOpen({ state, failure }: Payment): boolean {
  return state === 'pending' || (state === 'failed' && failure === 'given-up')
}

function settledPayment({ untilMs: _untilMs, failure: _failure, ...payment }: Payment) {
  return payment
}

function isInTime(
  found: Found<'seatsOf' | 'aroundMoved'>,
  booking: Booking,
  show: FoundShow,
  nowMs: number,
): boolean {
  const isPending = booking.state === 'reserved' && nowMs < payEndMs(booking)
  if (!isPending || inFlight(booking.payments) === null) return false
  return refusalOfUnclaimed(found, booking, show, nowMs) === null
}

function declined(
  booking: Booking,
  begun: Payment,
  { terms }: FoundShow,
  context: Context,
): Decision<SettleAnswer> {
  const payment: Payment = { ...settledPayment(begun), state: 'failed', failure: 'declined' }
  if (begun.state !== 'pending') return failed(booking, payment, context)
  const declines = booking.payments.filter(({ failure }) => failure === 'declined').length + 1
  if (booking.state !== 'reserved' || declines < terms.declinesMax) return failed(booking, payment, context)
  const ids = { ...idsOf(booking), seatIds: standingSeats(booking) }
  const events: BookingEvent[] = [
    { type: 'payment-failed', ...ids, payment, ...beside(booking.payments, payment) },
    { type: 'booking-failed', ...ids, reason: 'declined' },
  ]
  return accept(events, { outcome: 'declined', booking: evolveAll(booking, events, context.nowMs) })
}

/** `took`: what the terminal charged, where that was not the sum it was asked for. */
function failed(
  booking: Booking,
  payment: Payment,
  context: Context,
  took?: PaymentFailed['took'],
): Decision<SettleAnswer> {
  const seatIds = booking.state === 'reserved' ? standingSeats(booking) : []
  const ofPayment = { payment, ...beside(booking.payments, payment), ...(took && { took }) }
  const event: BookingEvent = { type: 'payment-failed', ...idsOf(booking), seatIds, ...ofPayment }
  const outcome = payment.failure === 'mismatch' ? 'mismatch' : 'declined'
  return accept([event], { outcome, booking: evolveAll(booking, [event], context.nowMs) })
}

/** [P7] The customer does not pay after all: the seats are free at once. Money that still arrives is rescued. */
export function decideGiveUp(
  found: Found<'booking'>,
  request: { readonly bookingId: BookingId },
  context: Context,
): Decision<{ readonly booking: Booking }> {
  const { booking } = found
  if (!booking) return refuse({ code: 'NOT_FOUND', what: 'booking', id: request.bookingId })
  const refusal = refusalIfNotYours(booking, context.actor)
  if (refusal) return refuse(refusal)
  if (booking.state !== 'reserved')
    return refuse({ code: 'WRONG_STATE', from: booking.state, to: 'payment_failed' })
  const ids = { ...idsOf(booking), seatIds: standingSeats(booking) }
  const waiting = inFlight(booking.payments)
  const events: BookingEvent[] = []
  if (waiting) {
    const payment: Payment = { ...settledPayment(waiting), state: 'failed', failure: 'given-up' }
    events.push({ type: 'payment-failed', ...ids, payment, ...beside(booking.payments, payment) })
  }
  events.push({ type: 'booking-failed', ...ids, reason: 'given-up' })
  return accept(events, { booking: evolveAll(booking, events, context.nowMs) })
}

/** [P5] A manager accepts or rejects the picture of a transfer; rejecting cancels the booking and frees its seats. */
export function decideReviewProof(
  found: Found<'booking'>,
  request: { readonly bookingId: BookingId; readonly paymentId: PaymentId; readonly accepted: boolean },
  context: Context,
): Decision<{ readonly booking: Booking }> {
  const { booking } = found
  if (!booking) return refuse({ code: 'NOT_FOUND', what: 'booking', id: request.bookingId })
  const shown = booking.payments.find(({ paymentId }) => paymentId === request.paymentId)
  if (shown?.review !== 'open') return refuse({ code: 'NOT_FOUND', what: 'payment', id: request.paymentId })
  const refusal = refusalIfInFlight(booking)
  if (refusal) return refuse(refusal)
  const ids = idsOf(booking)
  if (request.accepted) {
    const payment: Payment = { ...shown, review: 'accepted' }
    const others = beside(booking.payments, payment)
    const event: BookingEvent = { type: 'proof-reviewed', ...ids, payment, ...others }
    return accept([event], { booking: evolveAll(booking, [event], context.nowMs) })
  }
  // Guests who were let in have had what the picture paid for: that cannot be undone.
  if (booking.state === 'completed')
    return refuse({ code: 'WRONG_STATE', from: booking.state, to: 'cancelled' })
  const payment: Payment = { ...shown, review: 'rejected', state: 'failed', failure: 'rejected' }
  const others = beside(booking.payments, payment)
  const events: BookingEvent[] = [{ type: 'proof-reviewed', ...ids, payment, ...others }]
  if (booking.state === 'confirmed' || booking.state === 'reserved') {
    const seatIds = standingSeats(booking)
    events.push({ type: 'booking-cancelled', ...ids, seatIds, reason: 'proof rejected' })
  }
  return accept(events, { booking: evolveAll(booking, events, context.nowMs) })
}

/** [P6] The terminal reports that it has refunded money; a repeated report changes nothing. */
export function decideRefundSettled(
  { booking, taskOpen }: Found<'booking' | 'taskOpen'>,
  taskKey: string,
): Decision<{ readonly taskKey: string }> {
  if (!booking || !taskOpen) return accept([], { taskKey })
  return accept([{ type: 'refund-settled', ...idsOf(booking), taskKey }], { taskKey })
}
