// [H13] Splits a party that fits nowhere together into the fewest groups near each other. Owns what "near" means; must never be asked
// while there is room for all in one run.

import { assert, known } from '../../lib/assert.ts'
import type { SeatId } from '../ids.ts'
import { gap } from './focus.ts'
import type { Plan } from './plan.ts'
import { type SeatRuns, seatsFrom } from './seat-runs.ts'
import { type Stretch, nearestStretches } from './stretches.ts'

export interface Proposal {
  /** Group by group; within one, from left to right. */
  readonly seatIds: readonly SeatId[]
  /** 1: all together. More: the number of groups near each other. Always 1 for standing places. */
  readonly groups: number
}

interface Party {
  /** For each index in `runs.order`: 1 where the seat is available. */
  readonly open: Uint8Array
  readonly count: number
  readonly limit: number
}

interface Split {
  readonly parts: readonly Stretch[]
  readonly distance: number
}

/** The greatest distance between near groups, in steps from seat to seat: across one row or an aisle, so that they can talk. */
export const nearSteps = 2.5

/** How many stretches are considered: enough for a theatre, in milliseconds; a stadium's would take a tenth of a second. */
const nearestMax = 1000

/**
 * Takes each stretch and the largest ones near it until all have a seat; of these splits, fewest groups first, then nearest to the
 * focus. Where no stretch has enough near it: the largest ones, wherever they are. In a large house only the stretches nearest to the
 * focus are considered. Empty: too few seats are free.
 */
export function splitParty(plan: Plan, runs: SeatRuns, { open, count, limit }: Party): readonly Proposal[] {
  assert(count <= nearestMax, 'a party is smaller than what is looked at')
  return splitAmong(plan, runs, nearestStretches(runs, open, nearestMax), { count, limit })
}

function splitAmong(
  plan: Plan,
  runs: SeatRuns,
  stretches: readonly Stretch[],
  { count, limit }: Omit<Party, 'open'>,
): readonly Proposal[] {
  if (stretches.reduce((sum, { length }) => sum + length, 0) < count) return []
  const near = nearOf(plan, runs, stretches)
  const splits = stretches
    .flatMap((anchor, index) => splitAround([anchor, ...near(index).toSorted(largerFirst)], count) ?? [])
    .toSorted((a, b) => a.parts.length - b.parts.length || a.distance - b.distance)
  const apart = apartFrom(splits, limit)
  const largest = () => known(splitAround(stretches.toSorted(largerFirst), count), 'seats enough')
  const chosen = apart.length > 0 ? apart : [largest()]
  return chosen.flatMap(({ parts }) => proposalOf(plan, runs, parts, count))
}

function largerFirst(a: Stretch, b: Stretch): number {
  return b.length - a.length || a.distance - b.distance || a.start - b.start
}

/** The first of these stretches, in order, until there is room for all; null: there is not. */
function splitAround(stretches: readonly Stretch[], count: number): Split | null {
  let [room, distance] = [0, 0]
  for (const [index, stretch] of stretches.entries()) {
    room += stretch.length
    distance += stretch.distance / stretch.length
    if (room >= count) return { parts: stretches.slice(0, index + 1), distance: distance / (index + 1) }
  }
  return null
}

/** The first `limit` splits that have no stretch in common. */
function apartFrom(splits: readonly Split[], limit: number): readonly Split[] {
  const used = new Set<Stretch>()
  const apart: Split[] = []
  for (const split of splits) {
    if (apart.length === limit) break
    if (split.parts.some((part) => used.has(part))) continue
    for (const part of split.parts) used.add(part)
    apart.push(split)
  }
  return apart
}

/** All seats of every part but the last; of the last as many as are still needed, those nearest to the first part. */
function proposalOf(
  plan: Plan,
  runs: SeatRuns,
  parts: readonly Stretch[],
  count: number,
): readonly Proposal[] {
  const [anchor, last] = [known(parts[0], 'part of a split'), known(parts.at(-1), 'part of a split')]
  const whole = parts.slice(0, -1).flatMap(({ start, length }) => seatsFrom(runs, start, length))
  const rest = count - whole.length
  const starts = Array.from({ length: last.length - rest + 1 }, (_, offset) => last.start + offset)
  const gaps = starts.map((start) =>
    gapBetween(plan, seatsFrom(runs, start, rest), seatsFrom(runs, anchor.start, anchor.length)),
  )
  const start = known(starts[gaps.indexOf(Math.min(...gaps))], 'start')
  return [{ seatIds: [...whole, ...seatsFrom(runs, start, rest)], groups: parts.length }]
}

/** The shortest distance between the seats of two groups, in plan units. */
function gapBetween(plan: Plan, some: readonly number[], others: readonly number[]): number {
  return Math.min(...some.flatMap((seat) => others.map((other) => gap(plan, seat, other))))
}

/** For each stretch the ones near it, found through a grid whose cells are as wide as the greatest "near" distance. */
function nearOf(plan: Plan, { order, step }: SeatRuns, stretches: readonly Stretch[]) {
  const { x, y } = plan
  const reach = nearSteps * step
  const columns = Math.ceil(plan.width / reach) + 3
  // Distant seats may share a cell, but near ones are always in adjacent cells; the actual gap is measured in any case.
  const cellOf = (seat: number) =>
    Math.floor((y[seat] as number) / reach) * columns + Math.floor((x[seat] as number) / reach)
  const cells = new Map<number, { readonly seat: number; readonly index: number }[]>()
  for (const [index, { start, length }] of stretches.entries())
    for (const seat of order.subarray(start, start + length)) {
      const cell = cellOf(seat)
      const there = cells.get(cell)
      if (there) there.push({ seat, index })
      else cells.set(cell, [{ seat, index }])
    }
  const around = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => down * columns + right))
  const apart = (one: number, other: number) =>
    Math.sqrt(
      ((x[one] as number) - (x[other] as number)) ** 2 + ((y[one] as number) - (y[other] as number)) ** 2,
    )
  const addNear = (near: Set<number>, seat: number) => {
    const middle = cellOf(seat)
    for (const step of around)
      for (const other of cells.get(middle + step) ?? [])
        if (!near.has(other.index) && apart(seat, other.seat) <= reach) near.add(other.index)
  }
  return (index: number): readonly Stretch[] => {
    const { start, length } = known(stretches[index], 'stretch')
    const near = new Set([index])
    for (const seat of order.subarray(start, start + length)) addNear(near, seat)
    near.delete(index)
    return [...near].map((one) => known(stretches[one], 'stretch'))
  }
}
