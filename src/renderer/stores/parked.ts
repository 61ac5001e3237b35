// The carts this desk has parked: whatever the house still holds for it, in the order in which they end. Owns recalling them;
// what is held is asked again whenever seats change, never guessed.

import { createStore } from 'zustand/vanilla'
import { type Booking, holdEndMs } from '../../shared/domain/booking.ts'
import type { SeatId } from '../../shared/domain/ids.ts'
import { ask, boxOffice } from '../box-office.ts'
import { dropEnded, tellEnded, tellUnknown } from './ended-aside.ts'
import { hasMoney } from './hold-money.ts'
import { inTurn, nextAfter, without } from './parked-order.ts'
import { dropNotice, mayChoose, recallSale, sale, toggleSeat, whyNot } from './sale.ts'
import { shows } from './shows.ts'
import { isUnknown } from './unknown-hold.ts'

/** [H9] Pending bookings of this desk except the one in hand; the first is the first to end. */
export const parked = createStore<{ readonly bookings: readonly Booking[] }>(() => ({ bookings: [] }))

async function look(): Promise<void> {
  const answer = await ask('open-carts', {})
  if (answer.kind !== 'done') return
  const inHand = sale.getState().booking
  const aside = inHand ? without(answer.value.bookings, inHand) : answer.value.bookings
  const before = parked.getState().bookings
  parked.setState({ bookings: inTurn(aside) })
  // With no cart left, the key named in that notice would recall nothing.
  if (before.length > 0 && aside.length === 0 && sale.getState().notice?.kind === 'parked') dropNotice()
  const nowMs = boxOffice.hubNowMs()
  const isLeft = (one: Booking) => without(aside, one).length < aside.length
  const isNews = (one: Booking) => !isLeft(one) && (holdEndMs(one) > nowMs || hasMoney(one))
  for (const one of before.filter(isNews)) void tellWhatBecame(one)
}

/** A cart that disappeared early was paid or cancelled in another window; or [SYNC 4.7] the house was restored to a time before it. */
async function tellWhatBecame(cart: Booking): Promise<void> {
  const answer = await ask('booking', { bookingId: cart.bookingId })
  if (sale.getState().booking?.bookingId === cart.bookingId) return
  if (answer.kind === 'done') tellEnded(answer.value.booking)
  if (isUnknown(answer, cart)) tellUnknown(cart)
}

function putAside(booking: Booking): void {
  const { bookings } = parked.getState()
  parked.setState({ bookings: inTurn([...without(bookings, booking), booking]) })
}

shows.subscribe(() => void look())
sale.subscribe(({ booking, notice }, { booking: before }) => {
  if (booking?.bookingId === before?.bookingId) return
  // Before the house answers: the key that recalls it may be pressed at once.
  if (before && booking === null && notice?.kind === 'parked') putAside(before)
  void look()
})

/** [H9] Recalls the cart that ends first; pressed again, each of the others in turn. */
export function recallFirst(): void {
  const nowMs = boxOffice.hubNowMs()
  const live = parked.getState().bookings.filter((booking) => holdEndMs(booking) > nowMs)
  const next = nextAfter(live, sale.getState().booking)
  if (next) bringBack(next)
}

/** Recalls this cart, whatever its turn; the one in hand is parked. */
export function bringBack(next: Booking): void {
  const { booking: inHand, asking } = sale.getState()
  if (asking !== null) return
  parked.setState({ bookings: without(parked.getState().bookings, next) })
  dropEnded(next)
  if (inHand && inHand.bookingId !== next.bookingId) putAside(inHand)
  recallSale(next)
}

/**
 * A seat on the map is pressed: chosen or dropped, as usual. If it belongs to a parked cart of this desk, a notice says which;
 * nobody waits for their own seats.
 */
export function pressSeat(seatId: SeatId): void {
  const { showId, lines, booking: inHand } = sale.getState()
  const isInHand = [...lines, ...(inHand?.lines ?? [])].some((line) => line.seatId === seatId)
  const isOf = (cart: Booking) => cart.showId === showId && cart.lines.some((line) => line.seatId === seatId)
  const cart = isInHand || whyNot(seatId) === null ? undefined : parked.getState().bookings.find(isOf)
  if (!cart || !mayChoose()) return toggleSeat(seatId)
  sale.setState({ notice: { kind: 'aside', booking: cart } })
}
