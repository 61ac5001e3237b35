// [H13] The best seats for a party: together, front and centre, leaving nobody's neighbour seat alone. Owns what "best" means;
// must never read a printed number or a row's name, nor decide whether a seat may be had: that is the house's.

import { assert, known } from '../../lib/assert.ts'
import type { SeatId } from '../ids.ts'
import { seatStateCode } from '../seat-state.ts'
import { nobody } from './adjacency.ts'
import { type Plan, isStanding, seatFlag } from './plan.ts'
import { bestBeforeScreen, middleOf } from './focus.ts'
import { placesLike, standingPlaces } from './standing-places.ts'
import { type SeatRuns, runsSeenFrom, seatRuns, seatsFrom } from './seat-runs.ts'
import { aloneBeside } from './single-seat.ts'
import { type Proposal, splitParty } from './split-party.ts'

export interface Wish {
  readonly count: number
  /** Index into the plan's categories; null: any. */
  readonly category: number | null
  /** Index into the plan's sections; null: any. Where people stand, only their own section is asked for. */
  readonly section: number | null
  /** Flags of seats kept for some; those named here may be given. */
  readonly admits?: number
  /** What is looked at is a screen: best is some way back. */
  readonly isBeforeScreen?: boolean
}

/** What is kept for somebody: not proposed unless it is asked for [L3]. */
export const keptFor = seatFlag.wheelchair | seatFlag.companion | seatFlag.ladies

/** What somebody needs: not given up for another seat by chance. */
const keptForNeed = seatFlag.wheelchair | seatFlag.companion

/**
 * At most `limit` proposals, the best first; no seat is in two of them. Better is: fewer seats with a restricted view; then leaves fewer
 * seats alone; then nearer to the focus (before a screen: to two thirds of the depth), all its seats counted; then the one whose first seat comes first in the plan's runs. Split only where nowhere
 * so many free seats are together. Empty where so many cannot be had.
 */
export function bestAvailable(
  plan: Plan,
  states: Uint8Array,
  wish: Wish,
  limit: number,
): readonly Proposal[] {
  assert(wish.count > 0, 'a party has people')
  const { count, isBeforeScreen = false } = wish
  const runs = isBeforeScreen ? runsSeenFrom(plan, bestBeforeScreen(plan)) : seatRuns(plan)
  const open = openPlaces(plan, runs, states, wish)
  const looking = { open, states, count, aloneWeighs: aloneOutweighs, viewWeighs: viewOutweighs }
  const starts = bestWindows(windowScores(plan, runs, looking), count, limit)
  if (starts.length > 0) return starts.map((start) => ({ seatIds: seatsFrom(runs, start, count), groups: 1 }))
  const split = splitParty(plan, runs, { open, count, limit })
  return split.length > 0 ? split : standingPlaces(plan, states, wish).slice(0, limit)
}

/** By place in `runs.order`: 1 where the wish may have that seat. */
function openPlaces(plan: Plan, { order }: SeatRuns, states: Uint8Array, wish: Wish): Uint8Array {
  const kept = keptFor & ~(wish.admits ?? 0)
  const isWanted = plan.rows.map(
    ({ section }) =>
      (wish.section === null || section === wish.section) && plan.sections[section]?.kind === 'seats',
  )
  const open = new Uint8Array(order.length)
  for (let place = 0; place < order.length; place += 1) {
    const seat = order[place] as number
    const fits =
      states[seat] === seatStateCode.available &&
      (wish.category === null || plan.category[seat] === wish.category) &&
      ((plan.flags[seat] as number) & kept) === 0 &&
      isWanted[plan.row[seat] as number] === true
    if (fits) open[place] = 1
  }
  return open
}

/**
 * [P8] Where a party that sat on `near` may go: free seats together, the nearest first, none kept for anybody. Empty where there
 * are none, or where its own seats were kept for it: no machine chooses those. `states`: what may not be had is not available.
 */
export function nearestTogether(
  plan: Plan,
  states: Uint8Array,
  near: readonly SeatId[],
  limit: number,
): readonly (readonly SeatId[])[] {
  const count = near.length
  if (near.some((seat) => (known(plan.flags[seat], 'seat of the plan') & keptForNeed) !== 0)) return []
  if (near.every((seat) => isStanding(plan, seat))) return placesLike(plan, states, near)
  const runs = runsSeenFrom(plan, middleOf(plan, near))
  const open = openPlaces(plan, runs, states, { count, category: null, section: null })
  const scores = windowScores(plan, runs, { open, states, count, aloneWeighs: 0, viewWeighs: 0 })
  return bestWindows(scores, count, limit).map((start) => seatsFrom(runs, start, count))
}

interface Looking {
  readonly open: Uint8Array
  readonly states: Uint8Array
  readonly count: number
  readonly aloneWeighs: number
  /** A seat from which not all is seen. */
  readonly viewWeighs: number
}

/** More than any sum of distances (two hundred seats, each a million units away): one seat left alone outweighs them all. */
const aloneOutweighs = 2 ** 36
/** More than the two seats that a window can leave alone. */
const viewOutweighs = 2 ** 38

/** By the place of its first seat, how good a window of `count` is: less is better, infinite is none. */
function windowScores(
  plan: Plan,
  runs: SeatRuns,
  { open, states, count, aloneWeighs, viewWeighs }: Looking,
): Float64Array {
  const { order, endOf, distance, left, right } = runs
  const isFree = (seat: number) => states[seat] === seatStateCode.available
  const isRestricted = (place: number) =>
    ((plan.flags[order[place] as number] as number) & seatFlag.restrictedView) === 0 ? 0 : 1
  const scores = new Float64Array(open.length).fill(Number.POSITIVE_INFINITY)
  let length = 0
  let sum = 0
  let restricted = 0
  for (let place = 0; place < open.length; place += 1) {
    if (endOf[place] !== endOf[place - 1] || open[place] === 0) length = sum = restricted = 0
    if (open[place] === 0) continue
    sum += distance[place] as number
    restricted += isRestricted(place)
    length += 1
    if (length > count) {
      sum -= distance[place - count] as number
      restricted -= isRestricted(place - count)
    }
    if (length < count) continue
    const start = place - count + 1
    const before = aloneBeside(plan, left, order[start] as number, isFree) === nobody ? 0 : aloneWeighs
    const after = aloneBeside(plan, right, order[place] as number, isFree) === nobody ? 0 : aloneWeighs
    scores[start] = sum + before + after + restricted * viewWeighs
  }
  return scores
}

/** Starts of the best windows, the best first; what overlaps one is struck out of `scores`. */
function bestWindows(scores: Float64Array, count: number, limit: number): readonly number[] {
  const starts: number[] = []
  while (starts.length < limit) {
    const start = leastOf(scores)
    if (start < 0) break
    starts.push(start)
    // No window crosses from run to run: only those that share a seat start so near.
    scores.fill(Number.POSITIVE_INFINITY, Math.max(0, start - count + 1), start + count)
  }
  return starts
}

/** Where the least finite score is, the first of equals; -1 where none is. */
function leastOf(scores: Float64Array): number {
  let least = Number.POSITIVE_INFINITY
  let at = -1
  for (let place = 0; place < scores.length; place += 1) {
    const score = scores[place] as number
    if (score < least) [least, at] = [score, place]
  }
  return at
}
