// A plan's seats in the order people sit in: run after run, each from aisle to aisle, with how far each is from the focus.
// Owns what is worked out once for a plan and kept as long as it; must never know what is free.

import { known } from '../../lib/assert.ts'
import type { SeatId } from '../ids.ts'
import { type Neighbours, neighbours, nobody } from './adjacency.ts'
import { type Point, focusOf, gap, placeOf } from './focus.ts'
import type { Plan } from './plan.ts'

/** Distances are whole numbers of these, so that sums of them are exact and the same on every machine. */
const perUnit = 100

export interface SeatRuns extends Neighbours {
  /** Every seat once: run after run, within one from left to right. */
  readonly order: Int32Array
  /** For each place in `order`, where its run ends (the place after its last). */
  readonly endOf: Int32Array
  /** For each place in `order`, how far its seat is from the focus: hundredths of a plan unit. */
  readonly distance: Float64Array
  /** From one seat to the one beside, as most are. Plan units. */
  readonly step: number
}

/** A plan never changes, so neither does this; it goes when the plan goes. */
const worked = new WeakMap<Plan, SeatRuns>()

export function seatRuns(plan: Plan): SeatRuns {
  const ready = worked.get(plan)
  if (ready) return ready
  const made = makeRuns(plan)
  worked.set(plan, made)
  return made
}

/** The same runs, with how far each seat is from somewhere else. */
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

/** Seats that all stand alone count a quarter of a seat between them. */
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
    // `Math.hypot` may round differently from engine to engine; a square root may not.
    far[place] = Math.round(perUnit * Math.sqrt(dx * dx + dy * dy))
  }
  return far
}

/** `count` seats of one run, from a place in its order. */
export function seatsFrom({ order }: SeatRuns, start: number, count: number): readonly SeatId[] {
  return Array.from(order.subarray(start, start + count)) as SeatId[]
}
