// How often each seat of a plan was sold over some shows, and which single seats were left [A6]. Owns those counts; must never know
// how they are drawn.

import { known } from '../../lib/assert.ts'
import { nobody } from '../seat-plan/adjacency.ts'
import { type Plan, isGone, presentSections, sectionOf, seatFlag } from '../seat-plan/plan.ts'
import { seatRuns } from '../seat-plan/seat-runs.ts'
import { seatStateCode } from '../seat-state.ts'
import type { SeatId } from '../ids.ts'

/** Steps of the scale: never sold, in up to a quarter of the shows, up to half, up to three quarters, more. */
export const HEAT_STEPS = 5

export interface Occupancy {
  readonly shows: number
  /** For each seat, in how many of the shows it was sold. */
  readonly sold: Uint32Array
}

/** `states`: for each show, the state codes of its seats. */
export function occupancyOf(count: number, states: readonly Uint8Array[]): Occupancy {
  const sold = new Uint32Array(count)
  for (const one of states)
    for (let seat = 0; seat < count; seat += 1)
      if (one[seat] === seatStateCode.sold) sold[seat] = known(sold[seat], 'seat of the plan') + 1
  return { shows: states.length, sold }
}

/** 0 to `HEAT_STEPS` − 1; a seat that was sold even once is never at 0. */
export function heatStep(sold: number, shows: number): number {
  return shows === 0 ? 0 : Math.ceil((sold / shows) * (HEAT_STEPS - 1))
}

/** Places meant for one person: being left over by itself is no loss for them. */
const meantAlone = seatFlag.wheelchair | seatFlag.companion

/** Free seats without a free neighbour and with a taken one: a better choice of seats would have sold them. */
export function seatsAlone(plan: Plan, states: Uint8Array): readonly SeatId[] {
  const { left, right } = seatRuns(plan)
  const alone: number[] = []
  const stateBeside = (side: Int32Array, seat: number) => {
    const next = known(side[seat], 'seat of the plan')
    return next === nobody ? null : states[next]
  }
  for (let seat = 0; seat < plan.count; seat += 1) {
    if (
      states[seat] !== seatStateCode.available ||
      (known(plan.flags[seat], 'seat of the plan') & meantAlone) !== 0
    )
      continue
    const beside = [stateBeside(left, seat), stateBeside(right, seat)]
    if (beside.includes(seatStateCode.sold) && !beside.includes(seatStateCode.available)) alone.push(seat)
  }
  return alone as SeatId[]
}

/** What seats would have earned at the first ticket type that they admit. */
export function worthOf(
  plan: Pick<Plan, 'category'>,
  seatIds: readonly SeatId[],
  prices: readonly (readonly (number | null)[])[],
): number {
  const priceOf = (seat: SeatId) =>
    prices[known(plan.category[seat], 'seat of the plan')]?.find((price) => price !== null) ?? 0
  return seatIds.reduce((sum, seat) => sum + priceOf(seat), 0)
}

export interface SectionRow {
  readonly name: string
  /** Number of seats times number of shows. */
  readonly offered: number
  readonly sold: number
}

export function occupancyBySection(plan: Plan, { shows, sold }: Occupancy): readonly SectionRow[] {
  const rows = presentSections(plan).map(({ name }) => ({ name, offered: 0, sold: 0 }))
  for (let seat = 0; seat < plan.count; seat += 1) {
    if (isGone(plan, seat)) continue
    const row = known(rows[sectionOf(plan, seat)], 'section of a seat')
    row.offered += shows
    row.sold += known(sold[seat], 'seat of the plan')
  }
  return rows
}
