// The booking that is being moved to other seats [T4], and which of its seats are paired with which new ones. Owns the pairs;
// what the move costs and whether it is allowed is decided by the house.

import { createStore } from 'zustand/vanilla'
import type { Booking } from '../../shared/domain/booking.ts'
import type { SeatId } from '../../shared/domain/ids.ts'
import type { Moving } from './move-pairs.ts'
import { goTo } from './screen.ts'

export const moving = createStore<Moving>(() => ({ bookingId: null, from: [], to: [] }))

/** Moves the named seats of a booking, or all of them if none is named. */
export function beginMove({ bookingId, lines }: Booking, named: ReadonlySet<SeatId>): void {
  const own = lines.map(({ seatId }) => seatId)
  const from = own.filter((seatId) => named.has(seatId))
  moving.setState({ bookingId, from: from.length > 0 ? from : own, to: [] })
  goTo({ name: 'move', bookingId })
}

/** After a reload nothing is chosen: all of its seats may move. Likewise if another window has moved or refunded some of them. */
export function keepMoving({ bookingId, lines }: Booking): void {
  const own = lines.map(({ seatId }) => seatId)
  const { bookingId: now, from } = moving.getState()
  if (now === bookingId && from.every((seatId) => own.includes(seatId))) return
  moving.setState({ bookingId, from: own, to: [] })
}

/** Other desks were faster. */
export function loseTargets(lost: readonly SeatId[]): void {
  moving.setState(({ to }) => ({ to: to.filter((seatId) => !lost.includes(seatId)) }))
}
