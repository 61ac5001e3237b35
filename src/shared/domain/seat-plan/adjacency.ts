// Which seats are direct neighbours, from positions alone: printed numbers mislead (odd left, even right) [H13, H14].
// Owns how rows become chains of neighbours; must never look at numbers, states or prices.

import { known } from '../../lib/assert.ts'
import { type Plan, type Row, sectionOf } from './plan.ts'

/** No neighbour on that side. */
export const nobody = -1

/** The widest step to a neighbour, in pitches: more is an aisle, while a wheelchair bay takes one and a half. */
const widestStep = 1.6

/** Longer rows get no neighbours: ten times the longest row of any house. */
const longestRow = 2_000

/** Two columns over seats: the seat directly beside, or `nobody`. Left and right are consistent along a whole row. */
export interface Neighbours {
  /** Towards smaller x; in rows that run straight up the plan, towards smaller y. */
  readonly left: Int32Array
  readonly right: Int32Array
}

/** The step between two seats of a row, given by their indexes in it. */
interface Step {
  readonly from: number
  readonly to: number
  readonly length: number
}

/**
 * Neighbours are seats of one plan row, at most 1.6 pitches apart, each seat having two at most. The pitch is
 * the row's usual distance to the nearest seat; rows of one or two seats take their section's.
 */
export function neighbours(plan: Plan): Neighbours {
  const found = noNeighbours(plan)
  linkRows(plan, seatsByRow(plan, isSeated), found)
  return found
}

/** Neighbours found so far, section by section. */
interface FoundSoFar extends Neighbours {
  readonly sections: Set<number>
}

/** Cached because a plan never changes; freed with the plan. */
const foundSoFar = new WeakMap<Plan, FoundSoFar>()

/**
 * The neighbours of a seat and of its whole section; those of other sections may be missing. A whole stadium takes a tenth of a
 * second, and somebody who chooses a seat should only wait for its section.
 */
export function neighboursAround(plan: Plan, seat: number): Neighbours {
  const found = foundSoFar.get(plan) ?? { ...noNeighbours(plan), sections: new Set() }
  foundSoFar.set(plan, found)
  const section = sectionOf(plan, seat)
  if (found.sections.has(section)) return found
  found.sections.add(section)
  linkRows(
    plan,
    seatsByRow(plan, (at, row) => row.section === section && isSeated(at, row)),
    found,
  )
  return found
}

function noNeighbours({ count }: Plan): Neighbours {
  return { left: new Int32Array(count).fill(nobody), right: new Int32Array(count).fill(nobody) }
}

function linkRows(plan: Plan, rows: readonly (readonly number[])[], { left, right }: Neighbours): void {
  const nearest = rows.map((seats) => nearestSteps(plan, seats))
  const ofSection = sectionPitches(plan, nearest)
  for (const [row, seats] of rows.entries()) {
    const own = seats.length > 2 ? median(known(nearest[row], 'row')) : undefined
    const pitch = own ?? ofSection[known(plan.rows[row], 'row').section] ?? 2 * plan.seatRadius
    for (const chain of chains(plan, seats, widestStep * pitch))
      for (let place = 0; place < chain.length; place += 1) {
        const seat = known(chain[place], 'seat of a chain')
        left[seat] = chain[place - 1] ?? nobody
        right[seat] = chain[place + 1] ?? nobody
      }
  }
}

function isSeated({ sections }: Plan, { section }: Row): boolean {
  return sections[section]?.kind === 'seats'
}

/** The seats of each row; none for rows that are not wanted, or too long. */
function seatsByRow(plan: Plan, isWanted: (plan: Plan, row: Row) => boolean): readonly (readonly number[])[] {
  const rows = plan.rows.map((row): number[] | null => (isWanted(plan, row) ? [] : null))
  for (let seat = 0; seat < plan.count; seat += 1) rows[known(plan.row[seat], 'row of a seat')]?.push(seat)
  return rows.map((seats) => (seats === null || seats.length > longestRow ? [] : seats))
}

/** For each seat, the distance to the nearest other seat of the row. Plain loops: a stadium has a million and a half such pairs. */
function nearestSteps(plan: Plan, seats: readonly number[]): readonly number[] {
  if (seats.length < 2) return []
  const least = seats.map(() => Infinity)
  for (let a = 0; a < seats.length; a += 1)
    for (let b = a + 1; b < seats.length; b += 1) {
      const length = distance(plan, known(seats[a], 'seat'), known(seats[b], 'seat'))
      if (length < known(least[a], 'step')) least[a] = length
      if (length < known(least[b], 'step')) least[b] = length
    }
  return least
}

function sectionPitches(
  plan: Plan,
  nearest: readonly (readonly number[])[],
): readonly (number | undefined)[] {
  const perSection: number[][] = plan.sections.map(() => [])
  for (const [row, lengths] of nearest.entries())
    for (const length of lengths) perSection[known(plan.rows[row], 'row').section]?.push(length)
  return perSection.map(median)
}

/** The lower one of two middle values, since aisles only make steps longer. */
function median(lengths: readonly number[]): number | undefined {
  return Float64Array.from(lengths).toSorted()[Math.floor((lengths.length - 1) / 2)]
}

/** Pairs of seats in the row at most `longest` apart, nearest first. */
function stepsUpTo(plan: Plan, seats: readonly number[], longest: number): readonly Step[] {
  const steps: Step[] = []
  for (let from = 0; from < seats.length; from += 1)
    for (let to = from + 1; to < seats.length; to += 1) {
      const length = distance(plan, known(seats[from], 'seat'), known(seats[to], 'seat'))
      if (length <= longest) steps.push({ from, to, length })
    }
  return steps.toSorted((a, b) => a.length - b.length)
}

/**
 * Links the nearest pairs first, each seat to at most two others and never into a ring: the result is the row's runs of seats
 * between aisles, however the row curves and whatever order its seats came in.
 */
function chains(plan: Plan, seats: readonly number[], longestStep: number): readonly (readonly number[])[] {
  const links: readonly number[][] = seats.map(() => [])
  // For the two ends of a chain, the other end: linking them would close a ring.
  const otherEnd = Int32Array.from(seats.keys())
  for (const { from, to } of stepsUpTo(plan, seats, longestStep)) {
    const [a, b] = [known(links[from], 'links'), known(links[to], 'links')]
    if (a.length > 1 || b.length > 1 || otherEnd[from] === to) continue
    a.push(to)
    b.push(from)
    const [start, end] = [known(otherEnd[from], 'end'), known(otherEnd[to], 'end')]
    otherEnd[start] = end
    otherEnd[end] = start
  }
  const walked = new Uint8Array(seats.length)
  return links.flatMap((own, place) => {
    if (own.length > 1 || walked[place] === 1) return []
    const chain = follow(place, links, walked).map((at) => known(seats[at], 'seat'))
    return [turned(plan, chain)]
  })
}

/** The indexes of a chain's seats, from one of its ends. */
function follow(end: number, links: readonly (readonly number[])[], walked: Uint8Array): readonly number[] {
  const chain: number[] = []
  for (let place: number | undefined = end; place !== undefined; ) {
    chain.push(place)
    walked[place] = 1
    place = links[place]?.find((next) => walked[next] === 0)
  }
  return chain
}

/** Orients a chain to go right; one steeper than ten to one counts as vertical and is oriented downwards. */
function turned(plan: Plan, chain: readonly number[]): readonly number[] {
  const [first, last] = [known(chain[0], 'seat of a chain'), known(chain.at(-1), 'seat of a chain')]
  const dx = coordinate(plan.x, last) - coordinate(plan.x, first)
  const dy = coordinate(plan.y, last) - coordinate(plan.y, first)
  const isForwards = Math.abs(dx) * 10 >= Math.abs(dy) ? dx >= 0 : dy >= 0
  return isForwards ? chain : chain.toReversed()
}

function distance(plan: Plan, a: number, b: number): number {
  const dx = coordinate(plan.x, a) - coordinate(plan.x, b)
  const dy = coordinate(plan.y, a) - coordinate(plan.y, b)
  return Math.sqrt(dx * dx + dy * dy)
}

function coordinate(column: Float32Array, seat: number): number {
  return known(column[seat], 'seat of the plan')
}
