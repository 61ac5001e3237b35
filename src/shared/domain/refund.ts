// Cancelling and refunding: a whole booking, single seats of it, money not yet collected [P10]. Owns how much a seat gives back and
// where the money goes; must never give back more of a payment than it brought.

import { percentOf } from '../lib/money.ts'
import type { Asks, Found } from './asks.ts'
import {
  type Booking,
  type BookingLine,
  type ReturnedLine,
  evolveAll,
  mayBeOwed,
  mayBecome,
} from './booking.ts'
import type { Actor } from './catalogue.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { BookingEvent, HouseEvent } from './events.ts'
import { type BookingAnswer, cancelled, idsOf } from './hold-end.ts'
import type { BookingId, PaymentId, SeatId, WalletId } from './ids.ts'
import { refusalIfInFlight } from './pending.ts'
import { totalsOf } from './pricing.ts'
import { type BackTerms, refusalOfBack, refusalOfTooMuch } from './refund-limits.ts'
import type { Refusal } from './refusal.ts'
import { refusalIfNotCustomers, refusalIfNotYours } from './rights.ts'
import { type Refund, keptMinor, originsOf, paidMinor, share, wayBack, withRefunds } from './tender.ts'
import type { Terms } from './terms.ts'
import { openWallet, walletAccount } from './wallet.ts'

/** The way it was paid, or the customer's wallet (a bearer wallet on a slip where there is no customer). */
export type RefundTo = 'same' | 'wallet'

export interface CancelRequest {
  readonly bookingId: BookingId
  readonly reason: string
  /** Left out: `same`. */
  readonly refundTo?: RefundTo
}

export type RefundReads = 'booking' | 'showOf' | 'walletOf' | 'nextIds'

export function refundReads({ bookingId }: { readonly bookingId: BookingId }): Asks<RefundReads> {
  return { booking: bookingId, showOf: bookingId, walletOf: bookingId, nextIds: true }
}

/** [P10] What one seat gives back, in minor units, by the terms of its show. */
export function refundOf(
  { priceMinor, discountMinor, feeMinor }: Pick<BookingLine, 'priceMinor' | 'discountMinor' | 'feeMinor'>,
  { refundPercent, feeRefundPercent }: Pick<Terms, 'refundPercent' | 'feeRefundPercent'>,
): number {
  return percentOf(priceMinor - discountMinor, refundPercent) + percentOf(feeMinor, feeRefundPercent)
}

/** Cancels a pending booking and returns all that was paid towards it, or a paid one and refunds what its terms allow. */
export function decideCancel(
  found: Found<RefundReads>,
  request: CancelRequest,
  context: Context,
): Decision<BookingAnswer> {
  const { booking, showOf: show } = found
  if (!booking || !show) return refuse({ code: 'NOT_FOUND', what: 'booking', id: request.bookingId })
  const refusal =
    refusalIfNotYours(booking, context.actor) ??
    refusalIfNotCustomers(context.actor, booking.state === 'reserved' && booking.payments.length === 0) ??
    refusalIfInFlight(booking)
  if (refusal) return refuse(refusal)
  if (!mayBecome(booking.state, 'cancelled'))
    return refuse({ code: 'WRONG_STATE', from: booking.state, to: 'cancelled' })

  const isPaid = booking.state === 'confirmed'
  const refundMinor = isPaid
    ? sum(booking.lines.map((line) => refundOf(line, show.terms)))
    : paidMinor(booking.payments)
  const notBack = refusalOfBack(booking, refundMinor, show.terms, context)
  if (notBack) return refuse(notBack)
  const { refunds, opened } = moneyBack(found, booking, { refundMinor, to: request.refundTo }, context)
  const events: BookingEvent[] = [cancelled(booking, request.reason)]
  const { currency } = booking.totals
  const payments = withRefunds(booking.payments, refunds)
  if (isPaid || refundMinor > 0)
    events.push({ type: 'booking-refunded', ...idsOf(booking), refundMinor, refunds, payments, currency })
  return accept([...opened, ...events], { booking: evolveAll(booking, events, context.nowMs) })
}

export interface ReturnSeatsRequest extends CancelRequest {
  readonly seatIds: readonly SeatId[]
}

/** [P10] Gives back single seats of a paid booking; the last ones are given back by cancelling it. */
export function decideReturnSeats(
  found: Found<RefundReads>,
  request: ReturnSeatsRequest,
  context: Context,
): Decision<BookingAnswer> {
  const { booking, showOf: show } = found
  if (!booking || !show) return refuse({ code: 'NOT_FOUND', what: 'booking', id: request.bookingId })
  const gone = new Set(request.seatIds)
  const refusal =
    refusalIfNotYours(booking, context.actor) ??
    refusalOfReturn(booking, request) ??
    refusalOfAll(booking, request)
  if (refusal) return refuse(refusal)

  const returned = booking.lines
    .filter(({ seatId }) => gone.has(seatId))
    .map((line) => ({ ...line, refundMinor: refundOf(line, show.terms), returnedAtMs: context.nowMs }))
  const refundMinor = sum(returned.map((line) => line.refundMinor))
  const notBack = refusalOfBack(booking, refundMinor, show.terms, context)
  if (notBack) return refuse(notBack)
  const { refunds, opened } = moneyBack(found, booking, { refundMinor, to: request.refundTo }, context)
  const event = seatsReturned(booking, returned, refunds, request.reason)
  return accept([...opened, event], { booking: evolveAll(booking, [event], context.nowMs) })
}

/** Seats that leave a sold booking must be its own, each named once. */
export function refusalOfReturn(
  booking: Booking,
  { seatIds }: Pick<ReturnSeatsRequest, 'seatIds'>,
): Refusal | null {
  if (booking.state !== 'confirmed') return { code: 'WRONG_STATE', from: booking.state, to: 'refunded' }
  const own = booking.lines.map(({ seatId }) => seatId)
  const stray = seatIds.find((seatId) => !own.includes(seatId))
  const problem = { code: 'INVALID_INPUT', field: 'seatIds', problem: 'other-seats' } as const
  if (stray !== undefined) return { ...problem, detail: String(stray) }
  if (new Set(seatIds).size < seatIds.length) return { ...problem, problem: 'duplicate-seat', detail: '' }
  return null
}

/** The last seats of a booking are given back by cancelling it. */
function refusalOfAll({ lines }: Booking, { seatIds }: ReturnSeatsRequest): Refusal | null {
  if (seatIds.length < lines.length) return null
  return { code: 'INVALID_INPUT', field: 'seatIds', problem: 'other-seats', detail: '' }
}

/** The event of single seats leaving a booking that goes on with the rest. */
export function seatsReturned(
  booking: Booking,
  returned: readonly ReturnedLine[],
  refunds: readonly Refund[],
  reason: string,
): BookingEvent {
  const gone = new Set(returned.map(({ seatId }) => seatId))
  const lines = booking.lines.filter(({ seatId }) => !gone.has(seatId))
  return {
    type: 'seats-returned',
    ...idsOf(booking),
    seatIds: [...gone],
    returned,
    ...(booking.returned.length > 0 && { earlier: booking.returned }),
    refunds,
    payments: withRefunds(booking.payments, refunds),
    lines,
    totals: totalsOf(lines, booking.totals.currency),
    reason,
  }
}

export interface ReturnMoneyRequest {
  readonly bookingId: BookingId
  readonly refundTo?: RefundTo
  /** [P5] One part of what was paid towards a booking that is still pending. */
  readonly paymentId?: PaymentId
}

/** Returns the money of a booking that ended other than by cancellation, when its customer comes for it. */
export function decideReturnMoney(
  found: Found<RefundReads>,
  request: ReturnMoneyRequest,
  context: Context,
): Decision<BookingAnswer> {
  const { booking, showOf: show } = found
  if (!booking || !show) return refuse({ code: 'NOT_FOUND', what: 'booking', id: request.bookingId })
  const refusal = refusalIfNotYours(booking, context.actor)
  if (refusal) return refuse(refusal)
  if (request.paymentId !== undefined) return partBack(booking, request.paymentId, show.terms, context)
  const refundMinor = paidMinor(booking.payments)
  const isCancelled = booking.state === 'cancelled'
  if (!mayBeOwed(booking.state) || (isCancelled && refundMinor === 0))
    return refuse({ code: 'WRONG_STATE', from: booking.state, to: 'refunded' })
  const notBack = refusalOfBack(booking, refundMinor, show.terms, context)
  if (notBack) return refuse(notBack)
  const { refunds, opened } = moneyBack(found, booking, { refundMinor, to: request.refundTo }, context)
  if (refunds.length === 0) return accept([], { booking })
  const { currency } = booking.totals
  const payments = withRefunds(booking.payments, refunds)
  const back = { ...idsOf(booking), refunds, payments, currency }
  const event: BookingEvent = isCancelled
    ? { type: 'booking-refunded', ...back, refundMinor }
    : { type: 'money-returned', ...back }
  return accept([...opened, event], { booking: evolveAll(booking, [event], context.nowMs) })
}

/** [P5] A part payment that the customer would rather make another way goes back the way it came, and is due again. */
function partBack(
  booking: Booking,
  paymentId: PaymentId,
  terms: BackTerms,
  context: Context,
): Decision<BookingAnswer> {
  if (booking.state !== 'reserved')
    return refuse({ code: 'WRONG_STATE', from: booking.state, to: 'refunded' })
  const refusal = refusalIfInFlight(booking)
  if (refusal) return refuse(refusal)
  const part = booking.payments.find((payment) => payment.paymentId === paymentId)
  const amountMinor = part ? keptMinor(part) : 0
  if (!part || amountMinor === 0) return refuse({ code: 'NOT_FOUND', what: 'payment', id: paymentId })
  // A picture of a transfer is not money that could be handed back.
  if (part.mode === 'PROOF')
    return refuse({ code: 'INVALID_INPUT', field: 'paymentId', problem: 'only-a-picture', detail: '' })
  const tooMuch = refusalOfTooMuch(booking, amountMinor, terms, context)
  if (tooMuch) return refuse(tooMuch)
  const refunds = [{ paymentId, amountMinor, account: wayBack(part, `drawer:${context.actor.kioskId}`) }]
  const payments = withRefunds(booking.payments, refunds)
  const { currency } = booking.totals
  const event: BookingEvent = { type: 'money-returned', ...idsOf(booking), refunds, payments, currency }
  return accept([event], { booking: evolveAll(booking, [event], context.nowMs) })
}

interface Wanted {
  readonly refundMinor: number
  readonly to: RefundTo | undefined
}

/** How much each payment gives back, and where to; newest payments first. `opened`: events of a wallet made for it, if any. */
export function moneyBack(
  found: Found<'walletOf' | 'nextIds'>,
  booking: Booking,
  { refundMinor, to = 'same' }: Wanted,
  { actor }: Context,
): { readonly refunds: readonly Refund[]; readonly opened: readonly HouseEvent[] } {
  const parts = share(booking.payments, refundMinor)
  if (to === 'same' || parts.length === 0)
    return { refunds: backAsItCame(booking, refundMinor, actor), opened: [] }
  const walletId = found.nextIds.wallet as WalletId
  const { customerId, totals } = booking
  const purse = openWallet(found.walletOf, { walletId, customerId, currency: totals.currency })
  const account = walletAccount(purse.walletId)
  const refunds = parts.map(({ payment, amountMinor }) => ({
    paymentId: payment.paymentId,
    amountMinor,
    account,
  }))
  return { refunds, opened: purse.opened }
}

/** Refunds each payment the way it was made; newest first. */
export function backAsItCame(
  { payments }: Booking,
  refundMinor: number,
  { kioskId }: Pick<Actor, 'kioskId'>,
): readonly Refund[] {
  return share(payments, refundMinor).flatMap(({ payment, amountMinor }) =>
    originsOf(payment, amountMinor).map((origin) => ({
      paymentId: payment.paymentId,
      amountMinor: origin.amountMinor,
      account: wayBack(origin, `drawer:${kioskId}`),
      ...(payment.origins && origin.reference !== undefined && { reference: origin.reference }),
    })),
  )
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
