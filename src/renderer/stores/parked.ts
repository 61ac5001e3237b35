// The carts this desk has put aside: whatever the house still holds for it. Asked anew when seats move, never guessed.

import { createStore } from 'zustand/vanilla'
import type { Booking } from '../../shared/domain/booking.ts'
import { ask } from '../box-office.ts'
import { recallSale, sale } from './sale.ts'
import { shows } from './shows.ts'

/** [H9] Pending bookings of this desk, but for the one in hand. */
export const parked = createStore<{ readonly bookings: readonly Booking[] }>(() => ({ bookings: [] }))

async function look(): Promise<void> {
  const answer = await ask('open-carts', {})
  if (answer.kind !== 'done') return
  const inHand = sale.getState().booking?.bookingId
  parked.setState({ bookings: answer.value.bookings.filter(({ bookingId }) => bookingId !== inHand) })
}

shows.subscribe(() => void look())
sale.subscribe((now, before) => {
  if (now.booking?.bookingId !== before.booking?.bookingId) void look()
})

/** The one whose clock runs out first. */
export function recallFirst(): void {
  const [first] = parked.getState().bookings.toSorted((a, b) => a.expiresAtMs - b.expiresAtMs)
  if (first) recallSale(first)
}
