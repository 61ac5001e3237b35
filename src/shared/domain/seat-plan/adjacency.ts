// Who sits directly beside whom, from places alone: printed numbers lie (odd left, even right) [H13, H14].
// Owns the reading of rows into chains of neighbours; must never look at numbers, states or prices.

import { known } from '../../lib/assert.ts'
import type { Plan, Row } from './plan.ts'

/** No neighbour on that side. */
export const nobody = -1

/** The widest step to a neighbour, in pitches: wider is an aisle; a wheelchair bay takes one and a half. */
const widestStep = 1.6

/** Ten times the longest row of any house; where people stand, nobody is beside anybody at all. */
const longestRow = 2_000

/** Two columns over seats: who is directly beside, or `nobody`. Sides are the same along a whole row. */
export interface Neighbours {
  /** Towards smaller x; in rows that run straight up the plan, towards smaller y. */
  readonly left: Int32Array
  readonly right: Int32Array
}

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
  const left = new Int32Array(plan.count).fill(nobody)
  const right = new Int32Array(plan.count).fill(nobody)
  const rows = seatsByRow(plan)
  const nearest = rows.map((seats) => nearestSteps(plan, seats))
  const ofSection = sectionPitches(plan, nearest)
  for (const [row, seats] of rows.entries()) {
    const own = seats.length > 2 ? median(known(nearest[row], 'row')) : undefined
    const pitch = own ?? ofSection[known(plan.rows[row], 'row').section] ?? 2 * plan.seatRadius
    for (const chain of chains(plan, seats, widestStep * pitch))
      for (const [place, seat] of chain.entries()) {
        left[seat] = chain[place - 1] ?? nobody
        right[seat] = chain[place + 1] ?? nobody
      }
  }
  return { left, right }
}

function seatsByRow(plan: Plan): readonly (readonly number[])[] {
  const rows: number[][] = plan.rows.map(() => [])
  for (const [seat, row] of plan.row.entries()) known(rows[row], 'row of a seat').push(seat)
  const isSeated = ({ section }: Row) => plan.sections[section]?.kind === 'seats'
  return rows.map((seats, row) =>
    seats.length > longestRow || !isSeated(known(plan.rows[row], 'row')) ? [] : seats,
  )
}

/** From each seat, how far the nearest other seat of the row is. */
function nearestSteps(plan: Plan, seats: readonly number[]): readonly number[] {
  if (seats.length < 2) return []
  return seats.map((seat) =>
    seats.reduce(
      (least, other) => (other === seat ? least : Math.min(least, distance(plan, seat, other))),
      Infinity,
    ),
  )
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

/** The lower of two middles: aisles only ever make steps longer. */
function median(lengths: readonly number[]): number | undefined {
  return lengths.toSorted((a, b) => a - b)[Math.floor((lengths.length - 1) / 2)]
}

/** Pairs of a row at most `longest` apart, nearest first. */
function stepsUpTo(plan: Plan, seats: readonly number[], longest: number): readonly Step[] {
  const steps: Step[] = []
  for (const [place, from] of seats.entries())
    for (const to of seats.slice(place + 1)) {
      const length = distance(plan, from, to)
      if (length <= longest) steps.push({ from, to, length })
    }
  return steps.toSorted((a, b) => a.length - b.length)
}

/**
 * Links the nearest pairs first, each seat to two others at most and never into a ring: what comes out are
 * the row's runs of seats between aisles, whatever the row's bend and whatever order its seats came in.
 */
function chains(plan: Plan, seats: readonly number[], longestStep: number): readonly (readonly number[])[] {
  const links = new Map<number, number[]>(seats.map((seat) => [seat, []]))
  // For the two ends of a chain, the other end: linking them would close a ring.
  const otherEnd = new Map<number, number>(seats.map((seat) => [seat, seat]))
  for (const { from, to } of stepsUpTo(plan, seats, longestStep)) {
    const [a, b] = [known(links.get(from), 'links'), known(links.get(to), 'links')]
    if (a.length > 1 || b.length > 1 || otherEnd.get(from) === to) continue
    a.push(to)
    b.push(from)
    const [start, end] = [known(otherEnd.get(from), 'end'), known(otherEnd.get(to), 'end')]
    otherEnd.set(start, end)
    otherEnd.set(end, start)
  }
  const walked = new Set<number>()
  const ends = seats.filter((seat) => known(links.get(seat), 'links').length < 2)
  return ends.flatMap((end) => (walked.has(end) ? [] : [turned(plan, follow(end, links, walked))]))
}

function follow(
  end: number,
  links: ReadonlyMap<number, readonly number[]>,
  walked: Set<number>,
): readonly number[] {
  const chain: number[] = []
  for (let seat: number | undefined = end; seat !== undefined; ) {
    chain.push(seat)
    walked.add(seat)
    seat = links.get(seat)?.find((next) => !walked.has(next))
  }
  return chain
}

/** Turned so that it goes to the right; steeper than ten to one counts as straight up and goes down. */
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
