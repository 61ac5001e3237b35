// Paying is confirming: both or neither [P7]. Owns how a pending booking becomes tickets, by one payment or several [P5]; must
// never talk to a terminal (that is a port of the engine, asked after `payment-begun` is in the journal).

import { dayInZone } from '../lib/time.ts'
import type { Asks, Found } from './asks.ts'
import { type Booking, type Ticket, dueMinor, evolveAll, payEndMs } from './booking.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { BookingConfirmed, BookingEvent } from './events.ts'
import { refusalOfTaken } from './hold.ts'
import { idsOf, lapsedUnder, seatIdsOf, standingSeats } from './hold-end.ts'
import type { BookingId, WalletId } from './ids.ts'
import { refusalIfInFlight, refusalIfOver } from './pending.ts'
import { type InputProblem, type Refusal, isRefusal } from './refusal.ts'
import { refusalIfNotCustomers, refusalIfNotYours } from './rights.ts'
import { refusalOfNameless, refusalOfSitting } from './seat-rules.ts'
import type { FoundSeat, FoundShow } from './show.ts'
import {
  type Account,
  type Payment,
  type PaymentMode,
  type TerminalMode,
  beside,
  inFlight,
  isTerminalMode,
} from './tender.ts'

export interface PayRequest {
  readonly bookingId: BookingId
  readonly mode: PaymentMode
  /** The total that the seller and the customer saw; if it is not the booking's, the payment is refused. */
  readonly totalMinor: number
  /** [P5] The cash handed over. */
  readonly tenderedMinor: number
  /** [P5] This payment's part; left out: all that is due. */
  readonly amountMinor?: number
  readonly walletId?: WalletId
  /** PROOF: SHA-256 of the picture of a transfer, in hex. */
  readonly proof?: string
}

export interface PayAnswer {
  readonly booking: Booking
  readonly changeMinor: number
}

type PayReads = 'booking' | 'seatsOf' | 'showOf' | 'wallet' | 'aroundMoved'

export function payReads({ bookingId, walletId }: PayRequest, nowMs: number): Asks<PayReads> {
  return {
    booking: bookingId,
    seatsOf: bookingId,
    showOf: bookingId,
    wallet: walletId ?? null,
    aroundMoved: { bookingId, moves: [], nowMs },
  }
}

/**
 * [P7] A payment and, if it completes the total, the confirmation, in one decision. [H5] Within its grace a hold can still be
 * paid. [H6] A mode that asks a terminal begins here and is settled by `decideSettle`.
 */
export function decidePay(
  found: Found<PayReads>,
  request: PayRequest,
  context: Context,
): Decision<PayAnswer> {
  const { booking, showOf: show } = found
  if (!booking || !show) return refuse({ code: 'NOT_FOUND', what: 'booking', id: request.bookingId })
  const refusal =
    refusalIfNotYours(booking, context.actor) ??
    refusalIfNotCustomers(context.actor, isTerminalMode(request.mode) || dueMinor(booking) === 0) ??
    refusalIfOver(booking, found.seatsOf, context.nowMs, payEndMs(booking)) ??
    refusalIfInFlight(booking) ??
    refusalOfNameless(booking.lines, show.terms) ??
    refusalOfSum(booking, request) ??
    refusalOfNothing(booking, request) ??
    refusalOfUnclaimed(found, booking, show, context.nowMs)
  if (refusal) return refuse(refusal)
  const payment = tender(found, { booking, show }, request, context)
  if (isRefusal(payment)) return refuse(payment)

  // Nothing below may refuse: from here the money is the house's and the seats are the customer's.
  const events = eventsOf(booking, { payment, show, seats: found.seatsOf }, context)
  const own = events.filter((event) => event.bookingId === booking.bookingId)
  return accept(events, {
    booking: evolveAll(booking, own, context.nowMs),
    changeMinor: payment.changeMinor,
  })
}

export interface Taking {
  readonly payment: Payment
  readonly show: FoundShow
  readonly seats: readonly FoundSeat[]
}

/** The events of a payment that is taken or begun. */
export function eventsOf(booking: Booking, taking: Taking, context: Context): BookingEvent[] {
  const { payment } = taking
  const ids = { ...idsOf(booking), payment, ...beside(booking.payments, payment) }
  const seatIds = standingSeats(booking)
  if (payment.state === 'pending') return [{ type: 'payment-begun', ...ids, seatIds }]
  if (payment.amountMinor < dueMinor(booking)) {
    const wasAwaited = inFlight(booking.payments) !== null && seatIds.length > 0
    return [{ type: 'payment-taken', ...ids, ...(wasAwaited && { seatIds }) }]
  }
  const giveWay = booking.claimsAtPayment ? lapsedUnder(taking.seats) : []
  const row = giveWay.length
  return [
    ...giveWay,
    confirmed(booking, { payment, day: dayInZone(context.nowMs, taking.show.zone), row }, context),
  ]
}

/** The confirmation, with one ticket per seat. `row`: its index among the decision's events, from which its numbers are made [T1]. */
export function confirmed(
  booking: Booking,
  { payment, day, row }: { readonly payment: Payment; readonly day: string; readonly row: number },
  { newTicketDigits, newSecret }: Pick<Context, 'newTicketDigits' | 'newSecret'>,
): BookingConfirmed {
  const tickets = booking.lines.map(
    ({ seatId }): Ticket => ({ number: `TKT-${day}-${newTicketDigits(row)}`, seatId, secret: newSecret() }),
  )
  return {
    type: 'booking-confirmed',
    ...idsOf(booking),
    seatIds: seatIdsOf(booking),
    payment,
    ...beside(booking.payments, payment),
    tickets,
    ...(booking.claimsAtPayment && { ticketTypeIds: booking.lines.map((line) => line.ticketTypeId) }),
  }
}

function refusalOfSum(booking: Booking, { totalMinor, amountMinor }: PayRequest): Refusal | null {
  if (totalMinor !== booking.totals.totalMinor) return { code: 'CONCURRENT_MODIFICATION', what: 'total' }
  const due = dueMinor(booking)
  if (amountMinor === undefined || (amountMinor > 0 && amountMinor <= due)) return null
  return badField('amountMinor', 'too-much', String(amountMinor))
}

/** [P5] Where nothing is due only CASH is taken: no terminal or wallet is asked for zero, and no picture has to be reviewed for it. */
export function refusalOfNothing(booking: Booking, { mode }: Pick<PayRequest, 'mode'>): Refusal | null {
  return dueMinor(booking) === 0 && mode !== 'CASH' ? badField('mode', 'nothing-due', '') : null
}

/** [H10] Seats that were not held are checked when they are paid for: all or none. [L3] Whoever sat down beside them meanwhile counts. */
export function refusalOfUnclaimed(
  found: Found<'seatsOf' | 'aroundMoved'>,
  booking: Booking,
  show: FoundShow,
  nowMs: number,
): Refusal | null {
  const taken = booking.claimsAtPayment ? refusalOfTaken(found.seatsOf, show, booking, nowMs) : null
  return taken ?? refusalOfSitting(found.aroundMoved, booking.lines)
}

interface Due {
  readonly booking: Booking
  readonly show: FoundShow
}

/** [P5] The payment as each mode takes it, or why it does not. */
export function tender(
  found: Found<'wallet'>,
  { booking, show }: Due,
  request: PayRequest,
  context: Context,
): Payment | Refusal {
  const { mode } = request
  const amountMinor = request.amountMinor ?? dueMinor(booking)
  const { currency } = booking.totals
  const base = {
    paymentId: context.newPaymentId(),
    mode,
    state: 'success',
    amountMinor,
    tenderedMinor: amountMinor,
    changeMinor: 0,
    currency,
  } as const
  if (mode === 'CASH') {
    const { tenderedMinor } = request
    if (tenderedMinor < amountMinor) return tooLittle('too-little', amountMinor, tenderedMinor, booking)
    const account: Account = `drawer:${context.actor.kioskId}`
    return { ...base, tenderedMinor, changeMinor: tenderedMinor - amountMinor, account }
  }
  if (mode === 'WALLET') return fromWallet(found, booking, base)
  if (mode === 'PROOF') {
    if (request.proof === undefined) return badField('proof', 'empty', '')
    return { ...base, account: 'bank:proof', proof: request.proof, review: 'open' }
  }
  const untilMs = context.nowMs + show.terms.paymentCapMs
  return { ...base, state: 'pending', account: terminalAccount(mode), untilMs }
}

export function terminalAccount(mode: TerminalMode): Account {
  return `terminal:${mode}`
}

/** [P9] Never below zero; a customer's wallet pays for that customer, a bearer's for whoever has the slip. */
export function fromWallet({ wallet }: Found<'wallet'>, booking: Booking, base: Payment): Payment | Refusal {
  if (!wallet) return badField('walletId', 'unknown-wallet', '')
  const { customerId, balanceMinor, walletId } = wallet
  if (customerId !== null && customerId !== booking.customerId)
    return badField('walletId', 'other-customer', String(walletId))
  if (wallet.currency !== booking.totals.currency)
    return badField('walletId', 'unknown-wallet', wallet.currency)
  if (balanceMinor < base.amountMinor) return tooLittle('balance', base.amountMinor, balanceMinor, booking)
  return { ...base, account: `wallet:${walletId}` }
}

export function tooLittle(
  reason: 'too-little' | 'balance',
  dueMinor: number,
  tenderedMinor: number,
  { totals: { currency } }: Booking,
): Refusal {
  return { code: 'PAYMENT_FAILED', reason, dueMinor, tenderedMinor, currency }
}

function badField(field: string, problem: InputProblem, detail: string): Refusal {
  return { code: 'INVALID_INPUT', field, problem, detail }
}
