// Exchanging sold seats for seats of another show of the same listing [T4]. The new seats are held as for any sale; one step then pays
// for them with what the old ones cost, settles the difference and frees the old ones. Owns that step; must never do only part of it.

import { known } from '../lib/assert.ts'
import { dayInZone } from '../lib/time.ts'
import type { Asks, Found } from './asks.ts'
import { type Booking, type BookingLine, dueMinor, evolveBooking, payEndMs } from './booking.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { BookingEvent } from './events.ts'
import { cancelled, idsOf, lapsedUnder } from './hold-end.ts'
import type { BookingId, SeatId, WalletId } from './ids.ts'
import { type PayAnswer, confirmed, refusalOfNothing, refusalOfUnclaimed, tender } from './payment.ts'
import { refusalIfInFlight, refusalIfOver } from './pending.ts'
import { type RefundTo, moneyBack, refusalOfReturn, seatsReturned } from './refund.ts'
import { refusalOfBack, refusalOfUnseen } from './refund-limits.ts'
import { type Refusal, isRefusal } from './refusal.ts'
import { refusalIfNotYours } from './rights.ts'
import { refusalOfNameless } from './seat-rules.ts'
import type { FoundShow } from './show.ts'
import { type Payment, type Refund, beside, originsOf, share, withRefunds } from './tender.ts'

export interface ExchangeRequest {
  /** The hold of the new seats. */
  readonly bookingId: BookingId
  /** The sold booking, and which of its seats are given in exchange. */
  readonly fromBookingId: BookingId
  readonly seatIds: readonly SeatId[]
  /** What the seller saw: above zero it is paid, below it is given back. Another sum is refused, not taken. */
  readonly differenceMinor: number
  /** No terminal mode: its answer comes at any time, so a card part of the new hold is paid beforehand, as for any hold. */
  readonly mode: 'CASH' | 'WALLET' | 'PROOF'
  readonly tenderedMinor: number
  readonly walletId?: WalletId
  readonly proof?: string
  readonly refundTo?: RefundTo
}

/** A booking whose seats are exchanged, with its show. */
export interface Exchanged {
  readonly booking: Booking
  readonly show: FoundShow
}

export function exchangedOf(booking: Booking | null, show: FoundShow | null): Exchanged | null {
  return booking && show && { booking, show }
}

type ExchangeReads =
  | 'booking'
  | 'seatsOf'
  | 'aroundMoved'
  | 'showOf'
  | 'wallet'
  | 'exchanged'
  | 'walletOf'
  | 'nextIds'

export function exchangeReads(
  { bookingId, fromBookingId, walletId }: ExchangeRequest,
  nowMs: number,
): Asks<ExchangeReads> {
  return {
    booking: bookingId,
    seatsOf: bookingId,
    aroundMoved: { bookingId, moves: [], nowMs },
    showOf: bookingId,
    wallet: walletId ?? null,
    exchanged: fromBookingId,
    // Money that goes back goes to the customer who had paid.
    walletOf: fromBookingId,
    nextIds: true,
  }
}

/** What seats are worth in an exchange: all that was paid for them, as in a move to other seats of the same show. */
export function worthMinor({ lines }: Pick<Booking, 'lines'>, seatIds: readonly SeatId[]): number {
  return lines.filter(({ seatId }) => seatIds.includes(seatId)).reduce((sum, line) => sum + paidFor(line), 0)
}

function paidFor({ priceMinor, discountMinor, feeMinor }: BookingLine): number {
  return priceMinor - discountMinor + feeMinor
}

export function decideExchange(
  found: Found<ExchangeReads>,
  request: ExchangeRequest,
  context: Context,
): Decision<PayAnswer> {
  const { booking, showOf: show, exchanged: from } = found
  if (!booking || !show) return refuse({ code: 'NOT_FOUND', what: 'booking', id: request.bookingId })
  if (!from) return refuse({ code: 'NOT_FOUND', what: 'booking', id: request.fromBookingId })
  const sums = sumsOf(booking, from, request)
  const refusal =
    refusalOfNew(found, { booking, show }, context) ??
    refusalOfOld(from, show, request, context) ??
    refusalOfNothing(booking, request) ??
    refusalOfSums(from, sums, request, context)
  if (refusal) return refuse(refusal)
  const payment = sums.isPaid ? pay(found, { booking, show }, { ...request, ...sums }, context) : null
  if (payment && isRefusal(payment)) return refuse(payment)

  // Nothing below may refuse: from here the old seats are free, and the new ones the customer's.
  const { refunds, opened, kept } = goesBack(found, from.booking, { ...request, ...sums }, context)
  const gone = leaves(from.booking, refunds, request, context)
  const before = [...opened, ...gone, ...(booking.claimsAtPayment ? lapsedUnder(found.seatsOf) : [])]
  const handed = handedOver(kept, refunds, booking, { ...context, oldId: from.booking.bookingId })
  const part = payment && handed ? taken(booking, payment) : null
  const mine = part ? evolveBooking(booking, part, context.nowMs) : booking
  const events = part ? [...before, part] : before
  const last = known(handed ?? payment, 'what pays an exchange')
  const day = dayInZone(context.nowMs, show.zone)
  const sold = confirmed(mine, { payment: last, day, row: events.length }, context)
  const after = evolveBooking(mine, sold, context.nowMs)
  return accept([...events, sold], { booking: after, changeMinor: payment?.changeMinor ?? 0 })
}

interface Sums {
  readonly worthMinor: number
  readonly differenceMinor: number
  /** How much of the old seats' worth pays for the new ones, and how much goes back. */
  readonly handedMinor: number
  readonly backMinor: number
  readonly payMinor: number
  /** Whether there is a payment beside it: a difference, or a payment of zero where nothing at all is due. */
  readonly isPaid: boolean
}

function sumsOf(booking: Booking, from: Exchanged, { seatIds }: ExchangeRequest): Sums {
  const worth = worthMinor(from.booking, seatIds)
  const due = dueMinor(booking)
  const handedMinor = Math.min(worth, due)
  return {
    worthMinor: worth,
    differenceMinor: due - worth,
    handedMinor,
    backMinor: worth - handedMinor,
    payMinor: due - handedMinor,
    isPaid: due > handedMinor || handedMinor === 0,
  }
}

/** As for any sale: the hold has not ended, and no terminal is being asked for it. */
function refusalOfNew(
  found: Found<'seatsOf' | 'aroundMoved'>,
  { booking, show }: Exchanged,
  { actor, nowMs }: Context,
): Refusal | null {
  return (
    refusalIfNotYours(booking, actor) ??
    refusalIfOver(booking, found.seatsOf, nowMs, payEndMs(booking)) ??
    refusalIfInFlight(booking) ??
    refusalOfNameless(booking.lines, show.terms) ??
    refusalOfUnclaimed(found, booking, show, nowMs)
  )
}

/** A show that was called off can still be exchanged for another; one whose sales are closed is already playing. */
function refusalOfOld(
  { booking, show }: Exchanged,
  to: FoundShow,
  { seatIds }: ExchangeRequest,
  { actor, nowMs }: Context,
): Refusal | null {
  const refusal = refusalIfNotYours(booking, actor) ?? refusalOfReturn(booking, { seatIds })
  if (refusal) return refusal
  if (show.listingId !== to.listingId || show.currency !== to.currency)
    return {
      code: 'INVALID_INPUT',
      field: 'fromBookingId',
      problem: 'other-listing',
      detail: booking.bookingId,
    }
  const { salesCloseAtMs } = show
  return nowMs < salesCloseAtMs
    ? null
    : { code: 'SHOW_CLOSED', reason: 'sales-over', closedAtMs: salesCloseAtMs }
}

function refusalOfSums(
  { booking, show }: Exchanged,
  sums: Sums,
  request: ExchangeRequest,
  context: Context,
): Refusal | null {
  if (sums.differenceMinor !== request.differenceMinor)
    return { code: 'CONCURRENT_MODIFICATION', what: 'total' }
  return (
    refusalOfUnseen(booking, sums.worthMinor) ?? refusalOfBack(booking, sums.backMinor, show.terms, context)
  )
}

function pay(
  found: Found<'wallet'>,
  due: Exchanged,
  { payMinor: amountMinor, ...request }: ExchangeRequest & Sums,
  context: Context,
): Payment | Refusal {
  return tender(found, due, { ...request, totalMinor: due.booking.totals.totalMinor, amountMinor }, context)
}

/** The newest payments give back the surplus; what they keep goes over to the new booking. */
function goesBack(
  found: Found<'walletOf' | 'nextIds'>,
  old: Booking,
  { backMinor: refundMinor, handedMinor, bookingId, refundTo: to }: ExchangeRequest & Sums,
  context: Context,
) {
  const { refunds: back, opened } = moneyBack(found, old, { refundMinor, to }, context)
  const kept = withRefunds(old.payments, back)
  const over = share(kept, handedMinor).map(
    ({ payment, amountMinor }): Refund => ({
      paymentId: payment.paymentId,
      amountMinor,
      account: `booking:${bookingId}`,
    }),
  )
  return { opened, kept, refunds: [...back, ...over] }
}

/** The old seats go, with their tickets: the whole booking is cancelled, or single seats leave it. */
function leaves(
  old: Booking,
  refunds: readonly Refund[],
  { seatIds, bookingId }: ExchangeRequest,
  { nowMs }: Context,
): readonly BookingEvent[] {
  const reason = `exchanged: ${bookingId}`
  const refundMinor = worthMinor(old, seatIds)
  if (seatIds.length < old.lines.length) {
    const returned = old.lines
      .filter(({ seatId }) => seatIds.includes(seatId))
      .map((line) => ({ ...line, refundMinor: paidFor(line), returnedAtMs: nowMs }))
    return [seatsReturned(old, returned, refunds, reason)]
  }
  const payments = withRefunds(old.payments, refunds)
  const { currency } = old.totals
  const back = { ...idsOf(old), refundMinor, refunds, payments, currency }
  return [cancelled(old, reason), { type: 'booking-refunded', ...back }]
}

/**
 * What came over, as one payment of the new booking that remembers how it was first paid; null: nothing did. `kept`: the old
 * booking's payments less what went back in this step.
 */
function handedOver(
  kept: readonly Payment[],
  refunds: readonly Refund[],
  { bookingId, totals: { currency } }: Booking,
  { newPaymentId, oldId }: Pick<Context, 'newPaymentId'> & { readonly oldId: BookingId },
): Payment | null {
  const over = refunds.filter(({ account }) => account === `booking:${bookingId}`)
  const first = over[0]
  if (!first) return null
  const cameBy = (refund: Refund) =>
    known(
      kept.find(({ paymentId }) => paymentId === refund.paymentId),
      'payment that is handed over',
    )
  const amountMinor = over.reduce((sum, refund) => sum + refund.amountMinor, 0)
  return {
    paymentId: newPaymentId(),
    mode: cameBy(first).mode,
    state: 'success',
    amountMinor,
    tenderedMinor: amountMinor,
    changeMinor: 0,
    currency,
    account: `booking:${oldId}`,
    origins: over.flatMap((refund) => originsOf(cameBy(refund), refund.amountMinor)),
  }
}

function taken(booking: Booking, payment: Payment): BookingEvent {
  return { type: 'payment-taken', ...idsOf(booking), payment, ...beside(booking.payments, payment) }
}
