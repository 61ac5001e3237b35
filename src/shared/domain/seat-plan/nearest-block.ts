import { known } from '../../lib/assert.ts'
import type { SeatId } from '../ids.ts'
import { neighbours, nobody } from './adjacency.ts'
import type { Plan } from './plan.ts'

/**
 * [P8] The free seats side by side that are nearest to where some seats are, by the distance of their middles; null where no
 * such block is left. `isFree`: by seat. As many as `near` has.
 */
export function nearestBlock(
  plan: Plan,
  near: readonly SeatId[],
  isFree: (seat: number) => boolean,
): readonly SeatId[] | null {
  const { right } = neighbours(plan)
  const middle = middleOf(plan, near)
  let best: { readonly seats: readonly SeatId[]; readonly distance: number } | null = null
  for (let first = 0; first < plan.count; first += 1) {
    const seats = blockFrom(first, near.length, right, isFree)
    if (!seats) continue
    const { x, y } = middleOf(plan, seats)
    const distance = Math.hypot(x - middle.x, y - middle.y)
    if (!best || distance < best.distance) best = { seats, distance }
  }
  return best?.seats ?? null
}

function blockFrom(
  first: number,
  count: number,
  right: Int32Array,
  isFree: (seat: number) => boolean,
): readonly SeatId[] | null {
  const seats: SeatId[] = []
  for (let seat = first; seats.length < count; seat = known(right[seat], 'neighbour')) {
    if (seat === nobody || !isFree(seat)) return null
    seats.push(seat as SeatId)
  }
  return seats
}

function middleOf({ x, y }: Plan, seats: readonly SeatId[]): { readonly x: number; readonly y: number } {
  const mean = (of: Float32Array) =>
    seats.reduce((sum, seat) => sum + known(of[seat], 'seat'), 0) / seats.length
  return { x: mean(x), y: mean(y) }
}
