// The sale in hand: which seats are chosen, what the house has promised for them, what is being asked. Owns the way from a click
// to a ticket; a promise is only what the house answered, and time is the hub's.

import { createStore } from 'zustand/vanilla'
import type { Booking } from '../../shared/domain/booking.ts'
import type { Override } from '../../shared/domain/events.ts'
import type { CartId, CustomerId, SeatId, ShowId, TicketTypeId } from '../../shared/domain/ids.ts'
import type { WantedLine } from '../../shared/domain/pricing.ts'
import type { MissedSeat, Refusal } from '../../shared/domain/refusal.ts'
import { seatStateCode, seatStates } from '../../shared/domain/seat-state.ts'
import { seatLabel } from '../../shared/domain/seat-plan/plan.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import type { ShowRow } from '../../shared/contract/shapes.ts'
import { ask, newCartId } from '../box-office.ts'
import { givenBack, inGrace, timeUpWithMoney } from './hold-money.ts'
import type { Notice } from './notice.ts'
import { goTo, screen } from './screen.ts'
import { seats } from './seats.ts'
import { shows } from './shows.ts'
import { genderOf, priced, wanted } from './wanted-lines.ts'

export type Asking = 'hold' | 'extend' | 'choose' | 'release' | 'pay' | 'customer' | 'later' | 'back'

export interface Sale {
  readonly cartId: CartId
  readonly showId: ShowId | null
  readonly lines: readonly WantedLine[]
  readonly couponCode: string | null
  /** Whose it is; null: nobody's in particular. */
  readonly customerId: CustomerId | null
  /** The house's promise, while it lives. */
  readonly booking: Booking | null
  readonly asking: Asking | null
  readonly notice: Notice | null
}

/** Nothing chosen, nothing held, a cart of its own. */
export const fresh = (): Sale => ({
  cartId: newCartId(),
  showId: null,
  lines: [],
  couponCode: null,
  customerId: null,
  booking: null,
  asking: null,
  notice: null,
})

export const sale = createStore<Sale>(fresh)

/** A new customer on this show; a held cart of another show stays with the house, parked [H9]. */
export function beginSale(showId: ShowId): void {
  const { showId: before, booking } = sale.getState()
  if (before !== showId) sale.setState({ ...fresh(), showId, notice: booking ? { kind: 'parked' } : null })
}

/** Begins anew, unless the next customer's seats are chosen already (the tickets came while the seller had gone on). */
export function nextSale(showId: ShowId): void {
  const { lines, showId: inHand } = sale.getState()
  if (lines.length > 0 && inHand !== null) return goTo({ name: 'sell', showId: inHand })
  sale.setState({ ...fresh(), showId })
  goTo({ name: 'sell', showId })
}

/** [H9] Puts the held cart aside with its clock running; `recall` brings it back. Nothing held is nothing to put aside. */
export function parkSale(): void {
  const { showId, booking, asking } = sale.getState()
  if (booking && asking === null) sale.setState({ ...fresh(), showId, notice: { kind: 'parked' } })
}

export function recallSale(booking: Booking): void {
  if (sale.getState().asking !== null) return
  sale.setState(fresh())
  keepBooking({ booking })
  goTo({ name: 'sell', showId: booking.showId })
}

export function toggleSeat(seatId: SeatId): void {
  const { lines } = sale.getState()
  if (!mayChoose()) return
  const without = lines.filter((line) => line.seatId !== seatId)
  if (without.length < lines.length) return sale.setState({ lines: without, notice: null })
  const own = sale.getState().booking?.lines.find((line) => line.seatId === seatId)
  const missed = own ? null : whyNot(seatId)
  if (missed) return sale.setState({ notice: { kind: 'lost', seats: [missed] } })
  const limit = rowOnScreen()?.seatsMax ?? Number.POSITIVE_INFINITY
  if (lines.length >= limit) return sale.setState({ notice: { kind: 'full', limit } })
  const line = own ? wanted(own) : lineFor(seatId)
  if (line) sale.setState({ lines: [...lines, line], notice: null })
}

/** These and no others, in place of what was chosen before; what is held stays held until they are. */
export function chooseSeats(seatIds: readonly SeatId[]): void {
  if (!mayChoose()) return
  sale.setState({ lines: seatIds.flatMap((seatId) => lineFor(seatId) ?? []), notice: null })
}

export function dropNotice(): void {
  sale.setState({ notice: null })
}

/** True while the house holds exactly what is chosen here: seats, their ticket types and the coupon, so the sum shown is the sum paid. */
export function isHeldAsChosen({ booking, lines, couponCode }: Sale): boolean {
  if (booking?.lines.length !== lines.length || booking.couponCode !== couponCode) return false
  return booking.lines.every((held) =>
    lines.some(
      (line) =>
        line.seatId === held.seatId &&
        line.ticketTypeId === held.ticketTypeId &&
        genderOf(line) === held.gender,
    ),
  )
}

/** [H10] Where each click holds, the next one does not wait for the answer to the last. */
export function mayChoose(): boolean {
  const { asking } = sale.getState()
  return asking === null || (asking === 'hold' && rowOnScreen()?.claimPolicy === 'on-select')
}

/** [H14] `override`: a manager's word that a seat may be left alone. */
export async function holdSeats(override?: Override): Promise<void> {
  const { showId, cartId, lines, couponCode, customerId } = sale.getState()
  if (showId === null || lines.length === 0) return
  const wanted = { showId, cartId, lines, customerId, couponCode, ...(override && { override }) }
  await asked('hold', holdAsSeen(wanted), ({ leftAlone, ...held }) => {
    const { lines: chosen } = sale.getState()
    keepBooking(held)
    // What was chosen while the house was asked is not in its answer, and stays chosen.
    if (chosen !== lines) sale.setState({ lines: chosen })
    if (leftAlone.length > 0) sale.setState({ notice: { kind: 'alone', seats: leftAlone } })
  })
}

/**
 * [C2] Says by which picture of the house the seats were chosen. Where another desk was faster, once more by the picture that is
 * there by then: news come before answers. The second no is the seller's to hear.
 */
async function holdAsSeen(wanted: Input<'hold-seats'>): Promise<Answer<Output<'hold-seats'>>> {
  const hold = () => ask('hold-seats', { ...wanted, ...seenOf(wanted.showId) })
  const first = await hold()
  const isRace = first.kind === 'refused' && first.refusal.code === 'CONCURRENT_MODIFICATION'
  return isRace ? hold() : first
}

function seenOf(showId: ShowId): { readonly seenRevision?: number } {
  const { showId: onMap, states, revision } = seats.getState()
  return onMap === showId && states ? { seenRevision: revision } : {}
}

export async function extendHold(): Promise<void> {
  const { booking } = sale.getState()
  if (booking) await asked('extend', ask('extend-hold', { bookingId: booking.bookingId }), keepBooking)
}

/** Another ticket type for a chosen seat; a held one is priced anew by the house at once. */
export async function chooseType(seatId: SeatId, ticketTypeId: TicketTypeId): Promise<void> {
  const lines = sale
    .getState()
    .lines.map((line) => (line.seatId === seatId ? { ...line, ticketTypeId } : line))
  await choose(lines, sale.getState().couponCode)
}

/** [P4] A code that cannot be used is answered with why, for the field it was typed into; the sale stays as it was. */
export async function applyCoupon(couponCode: string | null): Promise<Refusal | null> {
  const { lines, cartId, showId } = sale.getState()
  if (isHeldAsChosen(sale.getState())) {
    await choose(lines, couponCode)
    const { notice } = sale.getState()
    if (notice?.kind !== 'refusal' || notice.refusal.code !== 'INVALID_COUPON') return null
    dropNotice()
    return notice.refusal
  }
  if (showId === null) return null
  const answer = await ask('quote', { showId, cartId, lines: priced(lines), couponCode })
  if (sale.getState().cartId !== cartId) return null
  if (answer.kind === 'done') sale.setState({ couponCode, notice: null })
  else if (answer.kind === 'refused' && answer.refusal.code === 'INVALID_COUPON') return answer.refusal
  else tell(answer)
  return null
}

export async function choose(lines: readonly WantedLine[], couponCode: string | null): Promise<boolean> {
  const { booking } = sale.getState()
  if (!booking || !isHeldAsChosen(sale.getState())) {
    sale.setState({ lines, couponCode })
    return true
  }
  return asked(
    'choose',
    ask('choose-tickets', { bookingId: booking.bookingId, lines, couponCode }),
    keepBooking,
  )
}

/** Gives the seats back, held or only chosen, and begins anew. */
export async function releaseSeats(): Promise<void> {
  const { booking, showId } = sale.getState()
  if (booking)
    await asked('release', ask('cancel-booking', { bookingId: booking.bookingId, reason: '' }), (after) =>
      sale.setState({ notice: givenBack(booking, after.booking) }),
    )
  const { booking: still, notice } = sale.getState()
  // [P10] A no leaves the cart in hand, with the money in it; [SYNC 4.7] what the house does not know is not given back.
  if (booking && notice?.kind === (still ? 'refusal' : 'unknown')) return
  // What the house answered is still to be read; what was said of the seats that are now given up is true no more.
  sale.setState({ ...fresh(), showId, notice: booking ? notice : null })
}

/** Others have these: they leave the selection, and the seller is told which and why. */
export function loseSeats(lost: readonly MissedSeat[]): void {
  const gone = new Set(lost.map((seat) => seat.seatId))
  const { lines: wished } = sale.getState()
  sale.setState({
    lines: wished.filter((line) => !gone.has(line.seatId)),
    notice: { kind: 'lost', seats: lost, wished },
  })
}

/** An answer that comes when another cart is in hand is not this cart's any more: the house keeps it, parked. */
export async function asked<Value>(
  asking: Asking,
  answering: Promise<Answer<Value>>,
  done: (value: Value) => void,
): Promise<boolean> {
  const { cartId } = sale.getState()
  sale.setState({ asking, notice: null })
  const answer = await answering
  if (sale.getState().cartId !== cartId) return answer.kind === 'done'
  sale.setState({ asking: null })
  if (answer.kind === 'done') done(answer.value)
  else tell(answer, asking)
  return answer.kind === 'done'
}

function tell(answer: Exclude<Answer<unknown>, { kind: 'done' }>, asking?: Asking): void {
  if (answer.kind === 'fault') return sale.setState({ notice: answer })
  const { refusal } = answer
  if (refusal.code === 'SEAT_NOT_AVAILABLE') return loseSeats(refusal.seats)
  // [T4] It is the booking whose seats were to be exchanged that is in the way: the cart in hand stands.
  const isOfOther = asking === 'pay' && refusal.code === 'WRONG_STATE' && refusal.to === 'refunded'
  if (isOfOther) return sale.setState({ notice: { kind: 'refusal', refusal } })
  sale.setState(afterNo(refusal, asking))
  if (hasEnded(refusal) && !sale.getState().booking) leaveMoney()
}

function hasEnded({ code }: Refusal): boolean {
  return code === 'HOLD_EXPIRED' || code === 'WRONG_STATE' || code === 'NOT_FOUND'
}

/** What was paid or released elsewhere meanwhile is another's doing, and its seats are no longer chosen here. */
function afterNo(refusal: Refusal, asking?: Asking): Partial<Sale> {
  const { booking, showId } = sale.getState()
  if (booking && refusal.code === 'WRONG_STATE')
    return { ...fresh(), showId, notice: { kind: 'gone', booking: { ...booking, state: refusal.from } } }
  const grace = booking && refusal.code === 'HOLD_EXPIRED' && asking !== 'pay' ? inGrace(booking) : null
  if (grace) return { notice: grace }
  const notice: Notice = { kind: 'refusal', refusal }
  if (!hasEnded(refusal)) return { notice }
  // [SYNC 4.7] Of what the house does not know it is not known either where its money is.
  const withMoney = refusal.code === 'NOT_FOUND' ? null : timeUpWithMoney(booking)
  return { booking: null, cartId: newCartId(), notice: withMoney ?? notice }
}

/** Where nothing is held there is nothing to pay: what became of it is said over the map. */
export function leaveMoney(): void {
  const { showId } = sale.getState()
  if (showId !== null && screen.getState().now.name === 'pay') goTo({ name: 'sell', showId })
}

/** The house's word for the cart in hand. */
export function keepBooking({ booking }: { readonly booking: Booking }): void {
  const { cartId, showId, couponCode, customerId } = booking
  sale.setState({ booking, cartId, showId, couponCode, customerId, lines: booking.lines.map(wanted) })
}

/** Why a seat cannot be chosen now; null: it can. */
export function whyNot(seatId: SeatId): MissedSeat | null {
  const { states, plan } = seats.getState()
  const code = states?.[seatId] ?? 0
  if (!plan || code === seatStateCode.available) return null
  const reason = seatStates[code]
  return reason && reason !== 'available' ? { seatId, label: seatLabel(plan, seatId), reason } : null
}

/** As its first ticket type; null where it admits none. */
export function lineFor(seatId: SeatId): WantedLine | null {
  const prices = rowOnScreen()?.prices[seats.getState().plan?.category[seatId] ?? 0] ?? []
  const first = prices.findIndex((price) => price !== null)
  return first < 0 ? null : { seatId, ticketTypeId: first as TicketTypeId }
}

function rowOnScreen(): ShowRow | undefined {
  const { showId } = sale.getState()
  return showId === null ? undefined : shows.getState().rows.get(showId)
}
