// Parked carts that ended with money in them [P5]: during their grace period the rest can still be paid, afterwards the money
// waits for its customer; also parked carts that a restored house does not know. Owns which of them the desk is told of; what
// happened to one is for the house to say.

import { createStore } from 'zustand/vanilla'
import { type Booking, mayBeOwed } from '../../shared/domain/booking.ts'
import { ask } from '../box-office.ts'
import { hasMoney } from './hold-money.ts'
import { shows } from './shows.ts'

export interface Ended {
  /** The house's current version; if the house no longer knows it, the version that was parked. */
  readonly booking: Booking
  /** [SYNC 4.7] The house was restored to a time before it. */
  readonly isUnknown: boolean
}

/** Kept until somebody has dealt with them. */
export const endedAside = createStore<{ readonly all: readonly Ended[] }>(() => ({ all: [] }))

/** `now`: a cart that was parked here and is no longer open. If it was paid, refunded or deferred there is nothing to report. */
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

/** Other desks may take its seats, or its money may be refunded: whatever happens to a booking is announced with its show. */
shows.subscribe(() => {
  for (const { booking } of endedAside.getState().all) void lookAgain(booking)
})

async function lookAgain({ bookingId }: Booking): Promise<void> {
  const answer = await ask('booking', { bookingId })
  const isTold = endedAside.getState().all.some(({ booking }) => booking.bookingId === bookingId)
  if (isTold && answer.kind === 'done') tellEnded(answer.value.booking)
}
