// Carts put aside that ended with money in them [P5]: in their grace the rest can still be taken, after it the money waits for its
// customer. Owns which of them the desk is told of; what became of one is the house's word.

import { createStore } from 'zustand/vanilla'
import { type Booking, mayBeOwed } from '../../shared/domain/booking.ts'
import { ask } from '../box-office.ts'
import { hasMoney } from './hold-money.ts'
import { without } from './parked-order.ts'
import { shows } from './shows.ts'

/** As the house has them now, until somebody has seen to them. */
export const endedAside = createStore<{ readonly bookings: readonly Booking[] }>(() => ({ bookings: [] }))

/** `now`: what was put aside here and is no open cart any more; paid, given back or deferred it is nothing to tell. */
export function tellEnded(now: Booking): void {
  const { state, purpose } = now
  const isInGrace = state === 'reserved' && purpose === 'hold'
  dropEnded(now)
  if (hasMoney(now) && (isInGrace || mayBeOwed(state)))
    endedAside.setState(({ bookings }) => ({ bookings: [...bookings, now] }))
}

export function dropEnded(booking: Pick<Booking, 'bookingId' | 'expiresAtMs'>): void {
  endedAside.setState(({ bookings }) => ({ bookings: without(bookings, booking) }))
}

/** Other desks take its seats, its money is given back: whatever happens to a booking is told with its show. */
shows.subscribe(() => {
  for (const one of endedAside.getState().bookings) void lookAgain(one)
})

async function lookAgain({ bookingId }: Booking): Promise<void> {
  const answer = await ask('booking', { bookingId })
  const isTold = endedAside.getState().bookings.some((one) => one.bookingId === bookingId)
  if (isTold && answer.kind === 'done') tellEnded(answer.value.booking)
}
