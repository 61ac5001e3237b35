// The sale in hand: which seats are chosen, what the house has promised for them, which request is under way. Owns the way from a
// click to a ticket; a promise is only what the house answered, and time is the hub's.

import { createStore } from 'zustand/vanilla'
import type { Booking } from '../../shared/domain/booking.ts'
import { refusalIfPartPaid } from '../../shared/domain/pending.ts'
import type { Override } from '../../shared/domain/events.ts'
import type { CartId, CustomerId, SeatId, ShowId, TicketTypeId } from '../../shared/domain/ids.ts'
import type { WantedLine } from '../../shared/domain/pricing.ts'
import type { MissedSeat, Refusal } from '../../shared/domain/refusal.ts'
import { seatStateCode, seatStates } from '../../shared/domain/seat-state.ts'
import { seatLabel } from '../../shared/domain/seat-plan/plan.ts'
import type { Answer } from '../../shared/contract/port.ts'
import type { ShowRow } from '../../shared/contract/shapes.ts'
import { ask, newCartId } from '../box-office.ts'
import { holdAsSeen } from './hold-as-seen.ts'
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
  /** The cart's customer; null for nobody in particular. */
  readonly customerId: CustomerId | null
  /** The house's promise, as long as it lasts. */
  readonly booking: Booking | null
  readonly asking: Asking | null
  readonly notice: Notice | null
}

/** Nothing chosen, nothing held, a new cart id. */
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

/** Begins a sale on this show for a new customer; a held cart of another show stays with the house, parked [H9]. */
export function beginSale(showId: ShowId): void {
  const { showId: before, booking } = sale.getState()
  if (before !== showId) sale.setState({ ...fresh(), showId, notice: booking ? { kind: 'parked' } : null })
}

/** Begins the next sale, unless its seats are chosen already (the tickets arrived after the seller had gone on). */
export function nextSale(showId: ShowId): void {
  const { lines, showId: inHand } = sale.getState()
  if (lines.length > 0 && inHand !== null) return goTo({ name: 'sell', showId: inHand })
  sale.setState({ ...fresh(), showId })
  goTo({ name: 'sell', showId })
}

/** [H9] Parks the held cart with its clock running; `recallSale` brings it back. If nothing is held there is nothing to park. */
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
  if (without.length < lines.length) return takeLines(without)
  const own = sale.getState().booking?.lines.find((line) => line.seatId === seatId)
  const missed = own ? null : whyNot(seatId)
  if (missed) return sale.setState({ notice: { kind: 'lost', seats: [missed] } })
  const limit = rowOnScreen()?.seatsMax ?? Number.POSITIVE_INFINITY
  if (lines.length >= limit) return sale.setState({ notice: { kind: 'full', limit } })
  const line = own ? wanted(own) : lineFor(seatId)
  if (line) takeLines([...lines, line])
}

/** Chooses exactly these seats in place of the previous choice; held seats stay held until the new choice is. */
export function chooseSeats(seatIds: readonly SeatId[]): void {
  if (!mayChoose()) return
  takeLines(seatIds.flatMap((seatId) => lineFor(seatId) ?? []))
}

/** [P5] Another choice than the one money was taken for is refused at once, as the house would: the cart stays held and whole. */
export function takeLines(lines: readonly WantedLine[], notice: Notice | null = null): void {
  const { booking } = sale.getState()
  const refusal = booking && refusalIfPartPaid(booking)
  sale.setState(refusal ? { notice: { kind: 'refusal', refusal } } : { lines, notice })
}

export function dropNotice(): void {
  sale.setState({ notice: null })
}

/** True while the house holds exactly this choice: seats, types, genders and the coupon, so the sum shown is the sum paid. */
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

/** [H10] Where every click holds, the next click need not wait for the answer to the last. */
export function mayChoose(): boolean {
  const { asking } = sale.getState()
  return asking === null || (asking === 'hold' && rowOnScreen()?.claimPolicy === 'on-select')
}

/** [H14] `override`: a manager's permission to leave a seat alone. */
export async function holdSeats(override?: Override): Promise<void> {
  const { showId, cartId, lines, couponCode, customerId } = sale.getState()
  if (showId === null || lines.length === 0) return
  const wanted = { showId, cartId, lines, customerId, couponCode, ...(override && { override }) }
  await asked('hold', holdAsSeen(wanted), ({ leftAlone, ...held }) => {
    const { lines: chosen } = sale.getState()
    keepBooking(held)
    // What was chosen while the request was under way is not in its answer, and stays chosen.
    if (chosen !== lines) sale.setState({ lines: chosen })
    if (leftAlone.length > 0) sale.setState({ notice: { kind: 'alone', seats: leftAlone } })
  })
}

export async function extendHold(): Promise<void> {
  const { booking } = sale.getState()
  if (booking) await asked('extend', ask('extend-hold', { bookingId: booking.bookingId }), keepBooking)
}

/** Another ticket type for a chosen seat; the house reprices a held one at once. */
export async function chooseType(seatId: SeatId, ticketTypeId: TicketTypeId): Promise<void> {
  const lines = sale
    .getState()
    .lines.map((line) => (line.seatId === seatId ? { ...line, ticketTypeId } : line))
  await choose(lines, sale.getState().couponCode)
}

/** [P4] For a code that cannot be used, returns the refusal for the field it was typed in; the sale stays as it was. */
export async function applyCoupon(couponCode: string | null): Promise<Refusal | null> {
  const { lines, cartId, showId } = sale.getState()
  if (isHeldAsChosen(sale.getState())) {
    await choose(lines, couponCode)
    const { notice, cartId: inHand } = sale.getState()
    if (inHand !== cartId || notice?.kind !== 'refusal' || notice.refusal.code !== 'INVALID_COUPON')
      return null
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

/** True if the cart, which is still in hand, has these types and this coupon. */
export async function choose(lines: readonly WantedLine[], couponCode: string | null): Promise<boolean> {
  const { booking } = sale.getState()
  if (!booking || !isHeldAsChosen(sale.getState())) {
    sale.setState({ lines, couponCode })
    return true
  }
  const answering = ask('choose-tickets', { bookingId: booking.bookingId, lines, couponCode })
  return (await asked('choose', answering, keepBooking)) === 'done'
}

/** Releases the seats, held or only chosen, and begins a new sale. */
export async function releaseSeats(): Promise<void> {
  const { booking, showId } = sale.getState()
  if (booking) {
    const answering = ask('cancel-booking', { bookingId: booking.bookingId, reason: '' })
    const outcome = await asked('release', answering, (after) =>
      sale.setState({ notice: givenBack(booking, after.booking) }),
    )
    if (outcome === 'elsewhere') return
  }
  const { booking: still, notice } = sale.getState()
  // [P10] After a refusal the cart stays in hand with its money; [SYNC 4.7] a hold unknown to the house cannot be released.
  if (booking && notice?.kind === (still ? 'refusal' : 'unknown')) return
  // The notice that came with the answer is still to be read; one without a booking was about seats now dropped.
  sale.setState({ ...fresh(), showId, notice: booking ? notice : null })
}

/** Others have these seats: they leave the choice, and the seller is told which and why. */
export function loseSeats(lost: readonly MissedSeat[]): void {
  const gone = new Set(lost.map((seat) => seat.seatId))
  const { lines: wished } = sale.getState()
  sale.setState({
    lines: wished.filter((line) => !gone.has(line.seatId)),
    notice: { kind: 'lost', seats: lost, wished },
  })
}

/**
 * `elsewhere`: another cart was in hand when the answer arrived, so that it is ignored here: the house keeps its cart, parked. `not`: the
 * seller is told why.
 */
type Outcome = 'done' | 'not' | 'elsewhere'

export async function asked<Value>(
  asking: Asking,
  answering: Promise<Answer<Value>>,
  done: (value: Value) => void,
): Promise<Outcome> {
  const { cartId } = sale.getState()
  sale.setState({ asking, notice: null })
  const answer = await answering
  if (sale.getState().cartId !== cartId) return 'elsewhere'
  sale.setState({ asking: null })
  if (answer.kind === 'done') done(answer.value)
  else tell(answer, asking)
  return answer.kind === 'done' ? 'done' : 'not'
}

function tell(answer: Exclude<Answer<unknown>, { kind: 'done' }>, asking?: Asking): void {
  if (answer.kind === 'fault') return sale.setState({ notice: answer })
  const { refusal } = answer
  if (refusal.code === 'SEAT_NOT_AVAILABLE') return loseSeats(refusal.seats)
  // [T4] The refusal is about the booking whose seats were to be exchanged: the cart in hand stays.
  const isOfOther = asking === 'pay' && refusal.code === 'WRONG_STATE' && refusal.to === 'refunded'
  if (isOfOther) return sale.setState({ notice: { kind: 'refusal', refusal } })
  const isOver = hasEnded(refusal)
  sale.setState(afterNo(refusal, asking))
  if (isOver && !sale.getState().booking) leaveMoney()
}

/** A customer, or [T4] the old booking, that the house does not know ends no hold. */
function hasEnded(refusal: Refusal): boolean {
  if (refusal.code === 'NOT_FOUND') return refusal.id === sale.getState().booking?.bookingId
  return refusal.code === 'HOLD_EXPIRED' || refusal.code === 'WRONG_STATE'
}

/** A cart that was paid or cancelled elsewhere meanwhile is dropped here, with its seats. */
function afterNo(refusal: Refusal, asking?: Asking): Partial<Sale> {
  const { booking, showId } = sale.getState()
  if (booking && refusal.code === 'WRONG_STATE')
    return { ...fresh(), showId, notice: { kind: 'gone', booking: { ...booking, state: refusal.from } } }
  const grace = booking && refusal.code === 'HOLD_EXPIRED' && asking !== 'pay' ? inGrace(booking) : null
  if (grace) return { notice: grace }
  const notice: Notice = { kind: 'refusal', refusal }
  if (!hasEnded(refusal)) return { notice }
  // [SYNC 4.7] Where the money of a booking is cannot be known if the house does not know the booking.
  const withMoney = refusal.code === 'NOT_FOUND' ? null : timeUpWithMoney(booking)
  return { booking: null, cartId: newCartId(), notice: withMoney ?? notice }
}

/** With nothing held there is nothing to pay: the notice is shown over the map. */
export function leaveMoney(): void {
  const { showId } = sale.getState()
  if (showId !== null && screen.getState().now.name === 'pay') goTo({ name: 'sell', showId })
}

/** Takes over the house's version of the cart in hand. */
export function keepBooking({ booking }: { readonly booking: Booking }): void {
  const { cartId, showId, couponCode, customerId } = booking
  sale.setState({ booking, cartId, showId, couponCode, customerId, lines: booking.lines.map(wanted) })
}

/** Why a seat cannot be chosen now; null if it can. */
export function whyNot(seatId: SeatId): MissedSeat | null {
  const { states, plan } = seats.getState()
  const code = states?.[seatId] ?? 0
  if (!plan || code === seatStateCode.available) return null
  const reason = seatStates[code]
  return reason && reason !== 'available' ? { seatId, label: seatLabel(plan, seatId), reason } : null
}

/** With the first ticket type on sale for it; null if there is none. */
export function lineFor(seatId: SeatId): WantedLine | null {
  const prices = rowOnScreen()?.prices[seats.getState().plan?.category[seatId] ?? 0] ?? []
  const first = prices.findIndex((price) => price !== null)
  return first < 0 ? null : { seatId, ticketTypeId: first as TicketTypeId }
}

function rowOnScreen(): ShowRow | undefined {
  const { showId } = sale.getState()
  return showId === null ? undefined : shows.getState().rows.get(showId)
}
