// Waiting for seats that others have [H15]: starting and stopping it, and the news of seats obtained. Owns none of the queue,
// which is the house's; what the house has held for this desk is a cart like any other, parked.

import { createStore } from 'zustand/vanilla'
import type { News } from '../../shared/contract/topics.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import type { MissedSeat } from '../../shared/domain/refusal.ts'
import { ask, boxOffice, newCartId } from '../box-office.ts'
import { chime } from '../ui/chime.ts'
import { preferences } from './preferences.ts'
import { recallSale, sale } from './sale.ts'

type Wait = Pick<Waiting, 'showId' | 'cartId'>
export type Waiting = Extract<News, { kind: 'standby' }>['waiting'][number]

interface State {
  readonly waiting: readonly Waiting[]
  /** Bookings obtained by waiting and not yet looked at, the oldest first. */
  readonly served: readonly Booking[]
}

/** What this desk waits for, and what came of it. */
export const standby = createStore<State>(() => ({ waiting: [], served: [] }))

boxOffice.subscribe({ kind: 'standby' }, (news) => {
  if (news.kind !== 'standby') return
  standby.setState({ waiting: news.waiting })
  for (const { bookingId } of news.served) void told(bookingId)
})

async function told(bookingId: BookingId): Promise<void> {
  if (preferences.getState().sound) chime()
  const answer = await ask('booking', { bookingId })
  if (answer.kind === 'done')
    standby.setState(({ served }) => ({ served: [...served, answer.value.booking] }))
}

/** A wait has its own cart id: the cart in hand stays as it is. */
export async function waitFor(seats: readonly MissedSeat[]): Promise<void> {
  const { showId } = sale.getState()
  if (showId === null) return
  const cartId = newCartId()
  const seatIds = seats.map((seat) => seat.seatId)
  const answer = await ask('join-standby', { showId, cartId, count: seatIds.length, seatIds })
  if (answer.kind === 'fault') return sale.setState({ notice: answer })
  if (answer.kind === 'refused')
    return sale.setState({ notice: { kind: 'refusal', refusal: answer.refusal } })
  // The seats came free and were held at once: that has been reported already.
  if (standby.getState().served.some((booking) => booking.cartId === cartId)) return
  const labels = seats.map((seat) => seat.label)
  sale.setState({ notice: { kind: 'waiting', seats: labels, showId, cartId, ahead: answer.value.ahead } })
}

export async function stopWaiting({ showId, cartId }: Wait): Promise<void> {
  const answer = await ask('leave-standby', { showId, cartId })
  if (answer.kind === 'fault') return sale.setState({ notice: answer })
  if (answer.kind === 'refused')
    return sale.setState({ notice: { kind: 'refusal', refusal: answer.refusal } })
  // Any other notice to the seller stays.
  const { notice } = sale.getState()
  if (notice?.kind === 'waiting' && notice.cartId === cartId) sale.setState({ notice: null })
}

/** Takes up what was obtained by waiting; the cart in hand is parked. If it has ended meanwhile, it is only removed from the list. */
export async function takeServed(bookingId: BookingId): Promise<void> {
  dropServed(bookingId)
  const answer = await ask('booking', { bookingId })
  if (answer.kind === 'done' && answer.value.booking.state === 'reserved') recallSale(answer.value.booking)
}

export function dropServed(bookingId: BookingId): void {
  standby.setState(({ served }) => ({ served: served.filter((one) => one.bookingId !== bookingId) }))
}
