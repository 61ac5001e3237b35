// Carts put aside that ended with money in them [P5]: in their grace the rest can still be taken, after it the money waits for its
// customer; and those that a restored house has not. Owns which of them the desk is told of; what became of one is the house's word.

import { createStore } from 'zustand/vanilla'
import { type Booking, mayBeOwed } from '../../shared/domain/booking.ts'
import { ask } from '../box-office.ts'
import { hasMoney } from './hold-money.ts'
import { shows } from './shows.ts'

export interface Ended {
  /** As the house has it now; as it was put aside where the house does not know it any more. */
  readonly booking: Booking
  /** [SYNC 4.7] The house came back from a time before it. */
  readonly isUnknown: boolean
}

/** Until somebody has seen to them. */
export const endedAside = createStore<{ readonly all: readonly Ended[] }>(() => ({ all: [] }))

/** `now`: what was put aside here and is no open cart any more; paid, given back or deferred it is nothing to tell. */
export function tellEnded(now: Booking): void {
  const { state, purpose } = now
  const isInGrace = state === 'reserved' && purpose === 'hold'
  if (hasMoney(now) && (isInGrace || mayBeOwed(state))) put({ booking: now, isUnknown: false })
  else dropEnded(now)
}

export function tellUnknown(booking: Booking): void {
  put({ booking, isUnknown: true })
}

export function dropEnded({ bookingId }: Pick<Booking, 'bookingId'>): void {
  endedAside.setState(({ all }) => ({ all: all.filter((one) => one.booking.bookingId !== bookingId) }))
}

function put(ended: Ended): void {
  dropEnded(ended.booking)
  endedAside.setState(({ all }) => ({ all: [...all, ended] }))
}

/** Other desks take its seats, its money is given back: whatever happens to a booking is told with its show. */
shows.subscribe(() => {
  for (const { booking } of endedAside.getState().all) void lookAgain(booking)
})

async function lookAgain({ bookingId }: Booking): Promise<void> {
  const answer = await ask('booking', { bookingId })
  const isTold = endedAside.getState().all.some(({ booking }) => booking.bookingId === bookingId)
  if (isTold && answer.kind === 'done') tellEnded(answer.value.booking)
}
