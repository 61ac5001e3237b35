// The carts this desk has put aside: whatever the house still holds for it, in the order in which this window brings them back.
// Owns that order; what is held is asked anew when seats move, never guessed.

import { createStore } from 'zustand/vanilla'
import type { Booking } from '../../shared/domain/booking.ts'
import { ask, boxOffice } from '../box-office.ts'
import { inTurn, withFirst, withLast, without } from './parked-order.ts'
import { recallSale, sale } from './sale.ts'
import { shows } from './shows.ts'

/** [H9] Pending bookings of this desk, but for the one in hand; the first is the next to come back. */
export const parked = createStore<{ readonly bookings: readonly Booking[] }>(() => ({ bookings: [] }))

async function look(): Promise<void> {
  const answer = await ask('open-carts', {})
  if (answer.kind !== 'done') return
  const inHand = sale.getState().booking
  const aside = inHand ? without(answer.value.bookings, inHand) : answer.value.bookings
  const line = parked.getState().bookings.map(({ bookingId }) => bookingId)
  parked.setState({ bookings: inTurn(aside, line) })
}

function putAside(booking: Booking, place: typeof withFirst): void {
  parked.setState({ bookings: place(parked.getState().bookings, booking) })
}

shows.subscribe(() => void look())
sale.subscribe(({ booking, notice }, { booking: before }) => {
  if (booking?.bookingId === before?.bookingId) return
  // Before the house is asked again: the key that brings it back may come at once.
  if (before && booking === null && notice?.kind === 'parked') putAside(before, withFirst)
  void look()
})

/** [H9] The one put aside last; pressed again, each of the others in turn. */
export function recallFirst(): void {
  const nowMs = boxOffice.hubNowMs()
  const next = parked.getState().bookings.find(({ expiresAtMs }) => expiresAtMs > nowMs)
  if (next) swap(next, withLast)
}

/** This one, whatever its turn; the one in hand is then the next to come back. */
export function bringBack(booking: Booking): void {
  swap(booking, withFirst)
}

function swap(next: Booking, place: typeof withFirst): void {
  const { booking: inHand, asking } = sale.getState()
  if (asking !== null) return
  parked.setState({ bookings: without(parked.getState().bookings, next) })
  if (inHand && inHand.bookingId !== next.bookingId) putAside(inHand, place)
  recallSale(next)
}
