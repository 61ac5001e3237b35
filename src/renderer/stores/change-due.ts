// The change of the last sale [P5]: large on every screen until the next sale begins. Owns when that is; must never reckon it.

import { createStore } from 'zustand/vanilla'
import type { Booking } from '../../shared/domain/booking.ts'
import { sale } from './sale.ts'

interface ChangeDue {
  /** What it is the change of. */
  readonly booking: Booking | null
  readonly changeMinor: number
}

const none: ChangeDue = { booking: null, changeMinor: 0 }

export const changeDue = createStore<ChangeDue>(() => none)

/** It is in the customer's hand. */
export function changeGiven(): void {
  changeDue.setState(none)
}

/** The next sale has begun as soon as a seat is chosen, or a cart brought back. */
sale.subscribe(({ lines, cartId }, before) => {
  const isNext = lines.length > 0 && (before.lines.length === 0 || cartId !== before.cartId)
  if (isNext) changeGiven()
})
