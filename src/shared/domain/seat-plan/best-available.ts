// [H13] The best seats for a party: together, front and centre, leaving no single seat alone. Owns what "best" means; must never read
// a printed number or a row's name, nor decide whether a seat is available: the house does.

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
  /** Index into the plan's sections; null: any. Standing places are proposed only when their own section is asked for. */
  readonly section: number | null
  /** Flags of reserved kinds of seats (`keptFor`) that may be proposed all the same. */
  readonly admits?: number
  /** The audience looks at a screen, so that the best seats are some way back. */
  readonly isBeforeScreen?: boolean
}

/** Seats kept for certain people: not proposed unless asked for [L3]. */
export const keptFor = seatFlag.wheelchair | seatFlag.companion | seatFlag.ladies

/** Seats that somebody needs: never replaced automatically by other seats. */
const keptForNeed = seatFlag.wheelchair | seatFlag.companion

/**
 * At most `limit` proposals, the best first; no seat is in two of them. Better means: fewer seats with a restricted view; then fewer
 * single seats left alone; then a smaller sum of distances to the focus (before a screen: to two thirds of the depth); then the first
 * seat comes earlier in the plan's runs. Split only where nowhere so many free seats are together. Empty where too few are available.
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

/** For each index in `runs.order`: 1 where the wish may have that seat. */
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
 * [P8] Where a party that had the seats `near` may go: free seats together, the nearest first, none of a kind kept for certain people.
 * Empty where there are none, or where its own seats were of a kind that somebody needs: a person must choose those. `states`: seats
 * that may not be had must not be marked available.
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
  /** The penalty of a seat with a restricted view. */
  readonly viewWeighs: number
}

/** More than any sum of distances (two hundred seats, each a million units away): one seat left alone outweighs them all. */
const aloneOutweighs = 2 ** 36
/** More than the two seats that a window can leave alone. */
const viewOutweighs = 2 ** 38

/** For each index of a first seat, the score of the window of `count` seats from there: less is better, infinite means none. */
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

/** Starts of the best windows, best first; windows that overlap a chosen one are struck out of `scores`. */
function bestWindows(scores: Float64Array, count: number, limit: number): readonly number[] {
  const starts: number[] = []
  while (starts.length < limit) {
    const start = leastOf(scores)
    if (start < 0) break
    starts.push(start)
    // No window crosses from one run to the next, so only those that share a seat start this near.
    scores.fill(Number.POSITIVE_INFINITY, Math.max(0, start - count + 1), start + count)
  }
  return starts
}

/** The index of the least finite score, the first of equals; -1 where there is none. */
function leastOf(scores: Float64Array): number {
  let least = Number.POSITIVE_INFINITY
  let at = -1
  for (let place = 0; place < scores.length; place += 1) {
    const score = scores[place] as number
    if (score < least) [least, at] = [score, place]
  }
  return at
}
