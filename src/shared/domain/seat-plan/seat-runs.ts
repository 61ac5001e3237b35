// A plan's seats in the order in which people sit: run after run, each from aisle to aisle, with distances from the focus.
// Owns what is computed once per plan and cached as long as the plan; must never know what is free.

import { known } from '../../lib/assert.ts'
import type { SeatId } from '../ids.ts'
import { type Neighbours, neighbours, nobody } from './adjacency.ts'
import { type Point, focusOf, gap, placeOf } from './focus.ts'
import type { Plan } from './plan.ts'

/** Distances are whole hundredths of a plan unit, so that their sums are exact and the same on every machine. */
const perUnit = 100

export interface SeatRuns extends Neighbours {
  /** Every seat once: run after run, within one from left to right. */
  readonly order: Int32Array
  /** For each index in `order`, the end of its run (the index after its last). */
  readonly endOf: Int32Array
  /** For each index in `order`, the distance of its seat from the focus in hundredths of a plan unit. */
  readonly distance: Float64Array
  /** The usual distance from one seat to the next. Plan units. */
  readonly step: number
}

/** Cached because a plan never changes; freed with the plan. */
const worked = new WeakMap<Plan, SeatRuns>()

export function seatRuns(plan: Plan): SeatRuns {
  const ready = worked.get(plan)
  if (ready) return ready
  const made = makeRuns(plan)
  worked.set(plan, made)
  return made
}

/** The same runs, with distances from another point. */
export function runsSeenFrom(plan: Plan, focus: Point): SeatRuns {
  const runs = seatRuns(plan)
  return { ...runs, distance: distances(plan, runs.order, focus) }
}

function makeRuns(plan: Plan): SeatRuns {
  const beside = neighbours(plan)
  const order = new Int32Array(plan.count)
  const endOf = new Int32Array(plan.count)
  let place = 0
  for (let seat = 0; seat < plan.count; seat += 1) {
    if (beside.left[seat] !== nobody) continue
    const start = place
    for (let at = seat; at !== nobody; at = known(beside.right[at], 'neighbour')) {
      order[place] = at
      place += 1
    }
    endOf.fill(place, start, place)
  }
  return {
    ...beside,
    order,
    endOf,
    distance: distances(plan, order, focusOf(plan)),
    step: usualStep(plan, beside),
  }
}

/** Where no seat has a neighbour, assumes a gap of a quarter of a seat. */
function usualStep(plan: Plan, { right }: Neighbours): number {
  const steps = new Float64Array(plan.count)
  let many = 0
  for (let seat = 0; seat < plan.count; seat += 1) {
    const next = known(right[seat], 'neighbour')
    if (next === nobody) continue
    steps[many] = gap(plan, seat, next)
    many += 1
  }
  return steps.subarray(0, many).toSorted()[Math.floor(many / 2)] ?? 2.5 * plan.seatRadius
}

function distances(plan: Plan, order: Int32Array, focus: Point): Float64Array {
  const far = new Float64Array(order.length)
  for (let place = 0; place < order.length; place += 1) {
    const { x, y } = placeOf(plan, known(order[place], 'seat'))
    const [dx, dy] = [x - focus.x, y - focus.y]
    // `Math.hypot` may round differently in different engines; a square root may not.
    far[place] = Math.round(perUnit * Math.sqrt(dx * dx + dy * dy))
  }
  return far
}

/** `count` seats of one run, from an index in `order`. */
export function seatsFrom({ order }: SeatRuns, start: number, count: number): readonly SeatId[] {
  return Array.from(order.subarray(start, start + count)) as SeatId[]
}
