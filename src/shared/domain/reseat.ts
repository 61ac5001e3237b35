// Moving a paid booking to other seats without cancelling it [T4]. Owns what the move costs, and that it is settled in the same
// step; must never touch a seat that is not moved.

import { known } from '../lib/assert.ts'
import { dayInZone } from '../lib/time.ts'
import type { Asks, Found, SeatMove } from './asks.ts'
import { type Booking, type BookingLine, type Ticket, type Totals, evolveBooking } from './booking.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { BookingEvent } from './events.ts'
import { refusalOfTaken } from './hold.ts'
import { idsOf, lapsedUnder } from './hold-end.ts'
import type { BookingId, SeatId, ShowId, WalletId } from './ids.ts'
import { fromWallet, tooLittle } from './payment.ts'
import { totalsOf } from './pricing.ts'
import { type RefundTo, moneyBack } from './refund.ts'
import { refusalOfBack } from './refund-limits.ts'
import { type InputProblem, type Refusal, isRefusal } from './refusal.ts'
import { refusalIfNotYours } from './rights.ts'
import { refusalOfSitting } from './seat-rules.ts'
import { type FoundSeat, type FoundShow, priceOf, refusalIfClosed } from './show.ts'
import { type Payment, withRefunds } from './tender.ts'

export interface ReseatRequest {
  readonly bookingId: BookingId
  readonly showId: ShowId
  readonly moves: readonly SeatMove[]
  /** What the seller saw: above zero it is paid, below it is given back. Another sum is refused, not taken. */
  readonly differenceMinor: number
  readonly mode: 'CASH' | 'WALLET'
  readonly tenderedMinor: number
  readonly walletId?: WalletId
  readonly refundTo?: RefundTo
}

type ReseatReads =
  | 'booking'
  | 'showOf'
  | 'ticketsRow'
  | 'seats'
  | 'aroundMoved'
  | 'wallet'
  | 'walletOf'
  | 'nextIds'

export function reseatReads(
  { bookingId, showId, moves, walletId }: Pick<ReseatRequest, 'bookingId' | 'showId' | 'moves' | 'walletId'>,
  nowMs: number,
): Asks<ReseatReads> {
  return {
    booking: bookingId,
    showOf: bookingId,
    ticketsRow: bookingId,
    seats: { showId, seatIds: moves.map(({ to }) => to) },
    aroundMoved: { bookingId, moves, nowMs },
    wallet: walletId ?? null,
    walletOf: bookingId,
    nextIds: true,
  }
}

export interface ReseatAnswer {
  readonly booking: Booking
  readonly changeMinor: number
}

/** What a move would cost. */
export interface ReseatQuote {
  readonly lines: readonly BookingLine[]
  readonly totals: Totals
  /** Above zero it is paid, below it goes back. */
  readonly differenceMinor: number
}

/** Prices the moved seats from the list that the booking was made with [P2]; each keeps its ticket type, discount and fee. */
export function quoteReseat(
  found: Found<'booking' | 'showOf' | 'seats' | 'aroundMoved'>,
  request: Pick<ReseatRequest, 'bookingId' | 'showId' | 'moves'>,
  context: Pick<Context, 'actor' | 'nowMs'>,
): ReseatQuote | Refusal {
  const { booking, showOf: show } = found
  if (!booking || !show) return { code: 'NOT_FOUND', what: 'booking', id: request.bookingId }
  const refusal =
    refusalIfNotYours(booking, context.actor) ??
    refusalOfState(booking) ??
    refusalIfClosed(show, context.nowMs) ??
    refusalOfMoves(booking, found.seats, request) ??
    refusalOfTaken(found.seats, show, null, context.nowMs)
  if (refusal) return refusal
  const lines = movedLines(booking, found.seats, show, request.moves)
  if (isRefusal(lines)) return lines
  const notTheirs = refusalOfSitting(found.aroundMoved, lines)
  if (notTheirs) return notTheirs
  const totals = totalsOf(lines, booking.totals.currency)
  return { lines, totals, differenceMinor: totals.totalMinor - booking.totals.totalMinor }
}

/** Makes the move and settles it in the same step: a higher price is paid, a lower one refunded. */
export function decideReseat(
  found: Found<ReseatReads>,
  request: ReseatRequest,
  context: Context,
): Decision<ReseatAnswer> {
  const quote = quoteReseat(found, request, context)
  if (isRefusal(quote)) return refuse(quote)
  const booking = known(found.booking, 'booking of a move')
  const show = known(found.showOf, 'show of a move')
  const { lines, totals, differenceMinor: difference } = quote
  if (difference !== request.differenceMinor)
    return refuse({ code: 'CONCURRENT_MODIFICATION', what: 'total' })
  const payment = difference > 0 ? pay(found, booking, { ...request, difference }, context) : null
  if (payment && isRefusal(payment)) return refuse(payment)
  const back = { refundMinor: Math.max(0, -difference), to: request.refundTo }
  const notBack = refusalOfBack(booking, back.refundMinor, show.terms, context)
  if (notBack) return refuse(notBack)

  // Nothing below may refuse: from here the seats have changed hands.
  const { refunds, opened } = moneyBack(found, booking, back, context)
  const giveWay = lapsedUnder(found.seats)
  const row = opened.length + giveWay.length
  const day = dayInZone(context.nowMs, show.zone)
  const event: BookingEvent = {
    type: 'booking-reseated',
    ...idsOf(booking),
    freed: request.moves.map(({ from }) => from),
    taken: request.moves.map(({ to }) => to),
    lines,
    totals,
    tickets: movedTickets(booking, { ...request, ticketsRow: found.ticketsRow, day, row }, context),
    payment,
    refunds,
    payments: [...withRefunds(booking.payments, refunds), ...(payment ? [payment] : [])],
  }
  const after = evolveBooking(booking, event, context.nowMs)
  return accept([...opened, ...giveWay, event], { booking: after, changeMinor: payment?.changeMinor ?? 0 })
}

function refusalOfState({ state }: Booking): Refusal | null {
  return state === 'confirmed' ? null : { code: 'WRONG_STATE', from: state, to: 'confirmed' }
}

function refusalOfMoves(
  booking: Booking,
  seats: readonly FoundSeat[],
  { moves, showId }: Pick<ReseatRequest, 'moves' | 'showId'>,
): Refusal | null {
  const own = new Set(booking.lines.map(({ seatId }) => seatId))
  if (showId !== booking.showId) return badMove('other-seats', String(showId))
  const stray = moves.find(({ from }) => !own.has(from))
  if (stray) return badMove('other-seats', String(stray.from))
  const unknown = moves.find(({ to }) => !seats.some(({ seatId }) => seatId === to))
  if (unknown) return badMove('unknown-seat', String(unknown.to))
  const areOnce = isOnce(moves.map(({ from }) => from)) && isOnce(moves.map(({ to }) => to))
  return areOnce ? null : badMove('duplicate-seat', '')
}

function isOnce(ids: readonly SeatId[]): boolean {
  return new Set(ids).size === ids.length
}

function badMove(problem: InputProblem, detail: string): Refusal {
  return { code: 'INVALID_INPUT', field: 'moves', problem, detail }
}

function movedLines(
  booking: Booking,
  seats: readonly FoundSeat[],
  show: FoundShow,
  moves: readonly SeatMove[],
): readonly BookingLine[] | Refusal {
  const lines: BookingLine[] = []
  for (const line of booking.lines) {
    const move = moves.find(({ from }) => from === line.seatId)
    const seat = move && seats.find(({ seatId }) => seatId === move.to)
    if (!seat) {
      lines.push(line)
      continue
    }
    const priceMinor = priceOf(show, seat.category, line.ticketTypeId)
    if (priceMinor === null) return badMove('type-not-admitted', `${seat.label} · ${line.ticketType}`)
    const { seatId, label, section } = seat
    const discountMinor = Math.min(line.discountMinor, priceMinor)
    lines.push({ ...line, seatId, label, section, priceMinor, discountMinor })
  }
  return lines
}

interface Moving {
  readonly moves: readonly SeatMove[]
  readonly ticketsRow: number | null
  /** The day in the new tickets' numbers. */
  readonly day: string
  /** The index of the event that carries them. */
  readonly row: number
}

/** A seat that stays keeps its ticket, and the journal row that the ticket is signed with. */
function movedTickets(
  { tickets }: Booking,
  { moves, ticketsRow, day, row }: Moving,
  { newTicketDigits, newSecret }: Context,
): readonly Ticket[] {
  const madeBy = ticketsRow === null ? {} : { sequence: ticketsRow }
  return tickets.map((ticket) => {
    const move = moves.find(({ from }) => from === ticket.seatId)
    if (!move) return { ...madeBy, ...ticket }
    return { number: `TKT-${day}-${newTicketDigits(row)}`, seatId: move.to, secret: newSecret() }
  })
}

function pay(
  found: Found<'wallet'>,
  booking: Booking,
  { mode, difference, tenderedMinor }: ReseatRequest & { readonly difference: number },
  { actor, newPaymentId }: Context,
): Payment | Refusal {
  const { currency } = booking.totals
  const base: Payment = {
    paymentId: newPaymentId(),
    mode,
    state: 'success',
    amountMinor: difference,
    tenderedMinor: difference,
    changeMinor: 0,
    currency,
  }
  if (mode === 'WALLET') return fromWallet(found, booking, base)
  if (tenderedMinor < difference) return tooLittle('too-little', difference, tenderedMinor, booking)
  const changeMinor = tenderedMinor - difference
  return { ...base, tenderedMinor, changeMinor, account: `drawer:${actor.kioskId}` }
}
