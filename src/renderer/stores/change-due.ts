// [P5] The change of the last sale, shown on every screen until the next sale begins. Owns how long it is shown;
// must never calculate it.

import { createStore } from 'zustand/vanilla'
import type { Booking } from '../../shared/domain/booking.ts'
import { sale } from './sale.ts'

interface ChangeDue {
  /** The booking whose change it is. */
  readonly booking: Booking | null
  readonly changeMinor: number
}

const none: ChangeDue = { booking: null, changeMinor: 0 }

export const changeDue = createStore<ChangeDue>(() => none)

/** The customer has received it. */
export function changeGiven(): void {
  changeDue.setState(none)
}

/** The next sale begins as soon as a seat is chosen or a parked cart recalled. */
sale.subscribe(({ lines, cartId }, before) => {
  const isNext = lines.length > 0 && (before.lines.length === 0 || cartId !== before.cartId)
  if (isNext) changeGiven()
})
