// Which seats a drag or a range means: those between its two ends, never more than the limit, and adjacent ones first.
// Owns that choice; must never know a pointer, a key, or why a seat cannot be chosen.

import type { SeatId } from '../../shared/domain/ids.ts'
import { neighboursAround } from '../../shared/domain/seat-plan/adjacency.ts'
import { type Box, grow, type Point } from './geometry.ts'
import type { House } from './house.ts'
import { eachIn, nearest } from './place-grid.ts'
import { sectionOf } from './seat-rows.ts'

/** The two ends, plan units. */
export interface Sweep {
  readonly from: Point
  readonly to: Point
}

export interface SweepTerms {
  readonly isFree: (seatId: SeatId) => boolean
  /** How many more may be chosen. */
  readonly most: number
}

/** An end beside a seat still means that seat up to this distance, in seat radii: to the middle of a gap in the coach look. */
const REACH_RADII = 2

/** In the order they are taken: the run nearest to where the sweep began first, each run whole as far as the limit allows. */
export function sweptSeats(house: House, { from, to }: Sweep, { isFree, most }: SweepTerms): SeatId[] {
  const taken: SeatId[] = []
  const runs = runsOf(house, [...between(house, { from, to })].filter(isFree))
  for (const run of runs.toSorted((a, b) => farness(house, a, from) - farness(house, b, from))) {
    const room = most - taken.length
    if (room <= 0) break
    taken.push(...(run.length <= room ? run : endNearest(house, run, from).slice(0, room)))
  }
  return taken
}

/**
 * Within one row, or rows of one section, what lies between the two ends along each row, however it bends. Otherwise what lies in
 * the box between the ends.
 */
function between(house: House, { from, to }: Sweep): ReadonlySet<SeatId> {
  const { plan, grid } = house
  const reach = REACH_RADII * plan.seatRadius
  const [first, last] = [nearest(grid, from, reach), nearest(grid, to, reach)]
  if (first !== null && last !== null && sectionOf(plan, first) === sectionOf(plan, last))
    return new Set(rowsBetween(house, first, last).flatMap((row) => along(house, row, { from, to })))
  const found = new Set([first, last].filter((seatId) => seatId !== null))
  eachIn(grid, grow(boxBetween(from, to), plan.seatRadius / 2), (seatId) => found.add(seatId))
  return found
}

function rowsBetween({ plan, rows }: House, first: SeatId, last: SeatId): readonly number[] {
  const ofSection = rows.rowsOfSection[sectionOf(plan, first)] ?? []
  const [start = 0, end = 0] = [first, last]
    .map((seatId) => ofSection.indexOf(plan.row[seatId] ?? 0))
    .toSorted((a, b) => a - b)
  return ofSection.slice(start, end + 1)
}

/** Rows that run down the plan are measured vertically. */
function along({ plan, rows }: House, row: number, { from, to }: Sweep): readonly SeatId[] {
  const seats = rows.seatsOfRow[row] ?? []
  const [one, other] = [seats[0], seats.at(-1)]
  if (one === undefined || other === undefined) return []
  const { left, right, top, bottom } = grow(boxBetween(from, to), plan.seatRadius / 2)
  const isDown =
    Math.abs((plan.y[one] ?? 0) - (plan.y[other] ?? 0)) > Math.abs((plan.x[one] ?? 0) - (plan.x[other] ?? 0))
  const [places, low, high] = isDown ? [plan.y, top, bottom] : [plan.x, left, right]
  return seats.filter((seatId) => (places[seatId] ?? 0) >= low && (places[seatId] ?? 0) <= high)
}

/** Runs of adjacent seats, from the left. */
function runsOf({ plan, rows }: House, seats: readonly SeatId[]): SeatId[][] {
  const wanted = new Set(seats)
  const ofRow = new Set(seats.map((seatId) => plan.row[seatId] ?? 0))
  const runs: SeatId[][] = []
  for (const row of ofRow) {
    let last: SeatId | null = null
    for (const seatId of rows.seatsOfRow[row] ?? []) {
      if (!wanted.has(seatId)) continue
      if (last !== null && neighboursAround(plan, last).right[last] === seatId) runs.at(-1)?.push(seatId)
      else runs.push([seatId])
      last = seatId
    }
  }
  return runs
}

function endNearest({ plan }: House, run: readonly SeatId[], from: Point): readonly SeatId[] {
  const [first, last] = [run[0], run.at(-1)]
  const isFromTheRight =
    first !== undefined && last !== undefined && gap(plan, last, from) < gap(plan, first, from)
  return isFromTheRight ? run.toReversed() : run
}

function farness({ plan }: House, run: readonly SeatId[], from: Point): number {
  return Math.min(...run.map((seatId) => gap(plan, seatId, from)))
}

function gap({ x, y }: House['plan'], seatId: SeatId, from: Point): number {
  return Math.hypot((x[seatId] ?? 0) - from.x, (y[seatId] ?? 0) - from.y)
}

function boxBetween(a: Point, b: Point): Box {
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    right: Math.max(a.x, b.x),
    bottom: Math.max(a.y, b.y),
  }
}
