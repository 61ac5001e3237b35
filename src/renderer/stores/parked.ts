// The carts this desk has put aside: whatever the house still holds for it, what ends first before the others. Owns bringing them
// back; what is held is asked anew when seats move, never guessed.

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

/** [H9] Pending bookings of this desk, but for the one in hand; the first is the first to end. */
export const parked = createStore<{ readonly bookings: readonly Booking[] }>(() => ({ bookings: [] }))

async function look(): Promise<void> {
  const answer = await ask('open-carts', {})
  if (answer.kind !== 'done') return
  const inHand = sale.getState().booking
  const aside = inHand ? without(answer.value.bookings, inHand) : answer.value.bookings
  const before = parked.getState().bookings
  parked.setState({ bookings: inTurn(aside) })
  // The key that it names would bring back nothing.
  if (before.length > 0 && aside.length === 0 && sale.getState().notice?.kind === 'parked') dropNotice()
  const nowMs = boxOffice.hubNowMs()
  const isLeft = (one: Booking) => without(aside, one).length < aside.length
  const isNews = (one: Booking) => !isLeft(one) && (holdEndMs(one) > nowMs || hasMoney(one))
  for (const one of before.filter(isNews)) void tellWhatBecame(one)
}

/** What went before its time was paid or given up in another window; or [SYNC 4.7] the house came back from a time before it. */
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
  // Before the house is asked again: the key that brings it back may come at once.
  if (before && booking === null && notice?.kind === 'parked') putAside(before)
  void look()
})

/** [H9] The one that ends first; pressed again, each of the others in turn. */
export function recallFirst(): void {
  const nowMs = boxOffice.hubNowMs()
  const live = parked.getState().bookings.filter((booking) => holdEndMs(booking) > nowMs)
  const next = nextAfter(live, sale.getState().booking)
  if (next) bringBack(next)
}

/** This one, whatever its turn; the one in hand is put aside for it. */
export function bringBack(next: Booking): void {
  const { booking: inHand, asking } = sale.getState()
  if (asking !== null) return
  parked.setState({ bookings: without(parked.getState().bookings, next) })
  dropEnded(next)
  if (inHand && inHand.bookingId !== next.bookingId) putAside(inHand)
  recallSale(next)
}

/** A seat of the house is pressed: chosen or left, as any. Of one that a cart put aside has, it is said which; nobody waits for their own. */
export function pressSeat(seatId: SeatId): void {
  const { showId, lines, booking: inHand } = sale.getState()
  const isInHand = [...lines, ...(inHand?.lines ?? [])].some((line) => line.seatId === seatId)
  const isOf = (cart: Booking) => cart.showId === showId && cart.lines.some((line) => line.seatId === seatId)
  const cart = isInHand || whyNot(seatId) === null ? undefined : parked.getState().bookings.find(isOf)
  if (!cart || !mayChoose()) return toggleSeat(seatId)
  sale.setState({ notice: { kind: 'aside', booking: cart } })
}
