// Sold seats that are being exchanged for others [T4]: which cart they pay for, and what the final step asks the house. Owns the
// link between a cart and the booking it is paid from; whether it may be done, and what it comes to, is decided by the house.

import { createStore } from 'zustand/vanilla'
import { type Booking, dueMinor } from '../../shared/domain/booking.ts'
import { worthMinor } from '../../shared/domain/exchange.ts'
import type { CartId, SeatId, ShowId } from '../../shared/domain/ids.ts'
import type { SeatMove } from '../../shared/domain/asks.ts'
import type { WantedLine } from '../../shared/domain/pricing.ts'
import type { RefundTo } from '../../shared/domain/refund.ts'
import { type Payment, isTerminalMode, keptMinor, paidMinor } from '../../shared/domain/tender.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import { ask } from '../box-office.ts'
import { cartShelf } from './cart-shelf.ts'
import { EXCHANGES_KEPT_AS, keptExchanges } from './kept-exchanges.ts'
import { type Sale, fresh, sale } from './sale.ts'
import { goTo } from './screen.ts'
import { wanted } from './wanted-lines.ts'

type Story = Output<'booking-story'>

export interface Exchange extends Pick<Story, 'booking' | 'customer' | 'startsAtMs' | 'zone'> {
  readonly cartId: CartId
  readonly seatIds: readonly SeatId[]
  /** Everything that was paid for them. */
  readonly worthMinor: number
  /** Another window has refunded or moved them: they no longer pay for anything. */
  readonly isOver?: true
}

/** A desk parks few carts at a time; exchanges older than these are finished. */
const KEPT_MAX = 8

/** The newest last. Survives a reload of this window, like its cart. */
export const exchanging = createStore<{ readonly all: readonly Exchange[] }>(() => ({
  all: keptExchanges(cartShelf),
}))

exchanging.subscribe(({ all }) => cartShelf.setItem(EXCHANGES_KEPT_AS, JSON.stringify(all)))

export function exchangeOf(all: readonly Exchange[], cartId: CartId): Exchange | null {
  return all.find((one) => one.cartId === cartId) ?? null
}

/** Exchanges the named seats of a booking, or all if none is named: a new cart begins on the other show. */
export function beginExchange(story: Story, named: ReadonlySet<SeatId>, showId: ShowId): void {
  const own = story.booking.lines.map(({ seatId }) => seatId)
  const some = own.filter((seatId) => named.has(seatId))
  begin(story, some.length > 0 ? some : own, { showId, lines: [] })
}

/** [P5] A move whose difference is paid like a sale: by card, by a picture of a transfer, in parts. The new seats go into a cart. */
export function exchangeWithin(story: Story, moves: readonly SeatMove[]): void {
  const { lines: own, showId } = story.booking
  const lines = own.flatMap((line) => {
    const to = moves.find(({ from }) => from === line.seatId)?.to
    return to === undefined ? [] : [{ ...wanted(line), seatId: to }]
  })
  begin(
    story,
    moves.map(({ from }) => from),
    { showId, lines },
  )
}

function begin(
  { booking, customer, startsAtMs, zone }: Story,
  seatIds: readonly SeatId[],
  chosen: { readonly showId: ShowId; readonly lines: readonly WantedLine[] },
): void {
  const isAside = sale.getState().booking !== null
  const cart = { ...fresh(), ...chosen, customerId: booking.customerId }
  const begun = { booking, customer, startsAtMs, zone, cartId: cart.cartId, seatIds }
  keep({ ...begun, worthMinor: worthMinor(booking, seatIds) })
  sale.setState({ ...cart, notice: isAside ? { kind: 'parked' } : null })
  goTo({ name: 'sell', showId: chosen.showId })
}

/** The cart goes on as an ordinary sale; the sold seats stay sold. */
export function stopExchange(cartId: CartId): void {
  exchanging.setState(({ all }) => ({ all: all.filter((one) => one.cartId !== cartId) }))
}

/** The exchange is reported and shown as over; only the seller can turn its cart into an ordinary sale. */
export function endExchange(cartId: CartId): void {
  exchanging.setState(({ all }) => ({
    all: all.map((one) => (one.cartId === cartId ? { ...one, isOver: true } : one)),
  }))
}

function keep(exchange: Exchange): void {
  exchanging.setState(({ all }) => ({ all: [...all, exchange].slice(-KEPT_MAX) }))
}

/** When a hold has ended, its seats, or those left of them, are requested with a new cart id: the exchange goes with them. */
sale.subscribe((now, before) => {
  const own = now.cartId === before.cartId ? null : exchangeOf(exchanging.getState().all, before.cartId)
  if (own && isSameChoice(now, before)) keep({ ...own, cartId: now.cartId })
})

function isSameChoice(now: Sale, before: Sale): boolean {
  const isOfBefore = now.lines.every((line) => before.lines.includes(line))
  return now.showId === before.showId && isOfBefore && now.lines.length > 0
}

/** Positive: to be paid; negative: to be refunded. */
export function differenceMinor(booking: Booking, exchange: Exchange): number {
  return dueMinor(booking) - exchange.worthMinor
}

/** In which direction that money goes; null: the new seats are not held yet. */
export function howOf(difference: number | null): 'take' | 'giveBack' | 'even' | 'none' {
  if (difference === null) return 'none'
  return difference > 0 ? 'take' : difference < 0 ? 'giveBack' : 'even'
}

export type Money = Omit<Input<'pay-booking'>, 'bookingId' | 'totalMinor'> & { readonly refundTo?: RefundTo }

/**
 * An ordinary sale is paid. So are the part payments and terminal payments of an exchange; the step that performs the exchange
 * follows them.
 */
export function settle(booking: Booking, money: Money): Promise<Answer<Output<'pay-booking'>>> {
  const { refundTo, ...taken } = money
  const { bookingId, totals, cartId } = booking
  const { totalMinor } = totals
  const exchange = exchangeOf(exchanging.getState().all, cartId)
  if (!exchange) return ask('pay-booking', { bookingId, totalMinor, ...taken })
  const { mode, amountMinor, ...rest } = taken
  const difference = differenceMinor(booking, exchange)
  if (isTerminalMode(mode) || amountMinor !== undefined)
    return ask('pay-booking', {
      bookingId,
      totalMinor,
      mode,
      ...rest,
      amountMinor: amountMinor ?? difference,
    })
  const { booking: from, seatIds } = exchange
  const asked = { bookingId, fromBookingId: from.bookingId, seatIds, differenceMinor: difference }
  return ask('exchange-booking', { ...asked, mode, ...rest, ...(refundTo && { refundTo }) })
}

/** The amount of a booking that was paid from another booking. */
export function handedMinor({ payments }: Pick<Booking, 'payments'>): number {
  return payments.filter(isHanded).reduce((sum, { amountMinor }) => sum + amountMinor, 0)
}

/** [P5] The amount of a sold booking that was paid in parts before the last one. */
export function earlierMinor({ payments }: Pick<Booking, 'payments'>): number {
  return paidMinor(payments.filter((one) => keptMinor(one) > 0 && !isHanded(one)).slice(0, -1))
}

function isHanded({ account }: Pick<Payment, 'account'>): boolean {
  return account?.startsWith('booking:') ?? false
}
