// [H14] Seats that a choice leaves alone: free, without a free neighbour. Owns what "alone" means and when it is unavoidable; must
// never know what a show does about it.

import { known } from '../../lib/assert.ts'
import type { SeatId } from '../ids.ts'
import { type Neighbours, neighboursAround, nobody } from './adjacency.ts'
import { type Plan, seatFlag } from './plan.ts'

type IsFree = (seat: number) => boolean

/** Places meant for one person: being left over by itself is no loss for them. */
const meantAlone = seatFlag.wheelchair | seatFlag.companion

/** The neighbour on one side of a taken seat, if it is left alone there; else `nobody`. `side`: `left` or `right` of the runs. */
export function aloneBeside(plan: Plan, side: Int32Array, seat: number, isFree: IsFree): number {
  const next = known(side[seat], 'seat of the plan')
  if (next === nobody || !isFree(next) || (known(plan.flags[next], 'seat of the plan') & meantAlone) !== 0)
    return nobody
  const beyond = known(side[next], 'seat of the plan')
  return beyond !== nobody && isFree(beyond) ? nobody : next
}

/**
 * The seats that taking `chosen` leaves alone and that were not alone before, in id order. `isFree`: before the choice, so that the
 * chosen seats count as free. Unavoidable where exactly one seat of a stretch of free seats is left over: wherever the party sits in
 * the stretch, one seat remains. Such a seat is not reported.
 */
export function seatsLeftAlone(plan: Plan, chosen: readonly SeatId[], isFree: IsFree): readonly SeatId[] {
  const taken = new Set<number>(chosen)
  const isStillFree = (seat: number) => !taken.has(seat) && isFree(seat)
  const alone = new Set<number>()
  for (const seat of taken) {
    const around = neighboursAround(plan, seat)
    for (const side of [around.left, around.right]) {
      const left = aloneBeside(plan, side, seat, isStillFree)
      if (left !== nobody && restOf(around, left, (one) => taken.has(one) || isFree(one), taken) > 1)
        alone.add(left)
    }
  }
  return [...alone].toSorted((a, b) => a - b) as SeatId[]
}

/** How many seats remain of the stretch that was free around `seat`. */
function restOf(
  { left, right }: Neighbours,
  seat: number,
  wasFree: IsFree,
  taken: ReadonlySet<number>,
): number {
  let rest = 1
  for (const side of [left, right]) {
    const beside = (at: number) => known(side[at], 'seat of the plan')
    for (let at = beside(seat); at !== nobody && wasFree(at); at = beside(at)) if (!taken.has(at)) rest += 1
  }
  return rest
}
