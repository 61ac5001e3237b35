// The booking that is being moved to other seats [T4], and which of its seats have been given which. Owns the pairs; what they cost and
// whether it may be is the house's word.

import { createStore } from 'zustand/vanilla'
import type { Booking } from '../../shared/domain/booking.ts'
import type { SeatId } from '../../shared/domain/ids.ts'
import type { Moving } from './move-pairs.ts'
import { goTo } from './screen.ts'

export const moving = createStore<Moving>(() => ({ bookingId: null, from: [], to: [] }))

/** These of its seats; all of them where none is named. */
export function beginMove({ bookingId, lines }: Booking, named: ReadonlySet<SeatId>): void {
  const own = lines.map(({ seatId }) => seatId)
  const from = own.filter((seatId) => named.has(seatId))
  moving.setState({ bookingId, from: from.length > 0 ? from : own, to: [] })
  goTo({ name: 'move', bookingId })
}

/** After a reload nothing is chosen: all of its seats may move. So too where another window has moved some, or given them back. */
export function keepMoving({ bookingId, lines }: Booking): void {
  const own = lines.map(({ seatId }) => seatId)
  const { bookingId: now, from } = moving.getState()
  if (now === bookingId && from.every((seatId) => own.includes(seatId))) return
  moving.setState({ bookingId, from: own, to: [] })
}

/** Others were faster. */
export function loseTargets(lost: readonly SeatId[]): void {
  moving.setState(({ to }) => ({ to: to.filter((seatId) => !lost.includes(seatId)) }))
}
