// Small random houses, and slow reference implementations that judge seats in them. Owns what tests of seats compare with; must
// never share code with what is tested, except the geometry itself.

import { fc } from '@fast-check/vitest'
import type { PlanId } from '../ids.ts'
import type { DraftRow, PlanDraft } from '../plan-import/draft.ts'
import { type Neighbours, neighbours, nobody } from './adjacency.ts'
import { type Wish, keptFor } from './best-available.ts'
import { type Point, focusOf, placeOf } from './focus.ts'
import { makePlan } from './make-plan.ts'
import { type Plan, type SeatFlag, seatFlag } from './plan.ts'

const aRow = fc.array(
  fc.record({
    // One step or an aisle.
    step: fc.constantFrom(25, 25, 25, 60),
    category: fc.constantFrom('Near', 'Far'),
    flag: fc.constantFrom<SeatFlag | null>(
      null,
      null,
      null,
      null,
      null,
      'restrictedView',
      'wheelchair',
      'ladies',
    ),
  }),
  { minLength: 1, maxLength: 7 },
)

/** One to four rows of up to seven seats; numbers and labels mean nothing. */
export const smallHouse = fc.array(aRow, { minLength: 1, maxLength: 4 }).map((rows): Plan => {
  const drawn = rows.map((seats, index): DraftRow => {
    let x = 100
    return {
      label: 'Z',
      seats: seats.map(({ step, category, flag }) => ({
        uuid: '',
        guid: '',
        number: '7',
        x: (x += step),
        y: 100 + index * 40,
        radius: 10,
        category,
        flags: flag === null ? [] : [flag],
      })),
    }
  })
  const categories = ['Near', 'Far'].map((name) => ({ name, color: '#445566' }))
  const sections = [{ name: '', kind: 'seats', rows: drawn, areas: [] } as const]
  return makePlan({ name: '', width: 800, height: 400, categories, sections }, 1 as PlanId)
})

/** A small house with some of its seats taken. */
export const takenHouse = smallHouse.chain((plan) =>
  fc
    .array(fc.constantFrom(0, 0, 0, 1, 4), { minLength: plan.count, maxLength: plan.count })
    .map((codes) => ({ plan, states: Uint8Array.from(codes) })),
)

export function planOf(draft: PlanDraft): Plan {
  return makePlan(draft, 1 as PlanId)
}

/** State codes of a house in which every `every`th seat is sold. */
export function soldEvery(plan: Plan, every: number): Uint8Array {
  return Uint8Array.from({ length: plan.count }, (_, seat) => (seat % every === 0 ? 4 : 0))
}

/** Computed once per house, since the slow reference asks for them again and again. */
const known = new WeakMap<Plan, Neighbours>()
export function beside(plan: Plan): Neighbours {
  const ready = known.get(plan) ?? neighbours(plan)
  known.set(plan, ready)
  return ready
}

export const wish = (count: number, turned: Partial<Wish> = {}): Wish => ({
  count,
  category: null,
  section: null,
  ...turned,
})
export const mayBeGiven = (
  plan: Plan,
  states: Uint8Array,
  { category, section, admits = 0 }: Wish,
  seat: number,
) =>
  states[seat] === 0 &&
  (category === null || plan.category[seat] === category) &&
  (section === null || plan.rows[plan.row[seat] ?? 0]?.section === section) &&
  ((plan.flags[seat] ?? 0) & keptFor & ~admits) === 0

/** How many of a party's seats have a restricted view, how many seats it leaves alone, and how far it sits from the focus. */
export function judged(
  plan: Plan,
  states: Uint8Array,
  seatIds: readonly number[],
  focus: Point = focusOf(plan),
) {
  const { left, right } = beside(plan)
  const taken = new Set(seatIds)
  const isFree = (seat: number | undefined) =>
    seat !== undefined && seat !== nobody && states[seat] === 0 && !taken.has(seat)
  const distance = seatIds.reduce((sum, seat) => {
    const { x, y } = placeOf(plan, seat)
    return sum + Math.round(100 * Math.sqrt((x - focus.x) ** 2 + (y - focus.y) ** 2))
  }, 0)
  const others = seatIds.flatMap((seat) => [left[seat], right[seat]]).filter(isFree)
  const alone = new Set(others).values().filter((seat = nobody) => {
    const isSingle = ((plan.flags[seat] ?? 0) & (seatFlag.wheelchair | seatFlag.companion)) !== 0
    return !isSingle && !isFree(left[seat]) && !isFree(right[seat])
  })
  const restricted = seatIds.filter(
    (seat) => ((plan.flags[seat] ?? 0) & seatFlag.restrictedView) !== 0,
  ).length
  return { restricted, alone: [...alone].length, distance }
}

/** Every run of `count` seats that the wish may have, by walking from each seat to the right. */
export function everyWindow(plan: Plan, states: Uint8Array, want: Wish): number[][] {
  const { right } = beside(plan)
  return Array.from({ length: plan.count }, (_, first) => {
    const seats = [first]
    while (seats.length < want.count && seats.at(-1) !== nobody)
      seats.push(right[seats.at(-1) ?? 0] ?? nobody)
    return seats
  }).filter((seats) => seats.every((seat) => seat !== nobody && mayBeGiven(plan, states, want, seat)))
}

type Judged = ReturnType<typeof judged>

export const worseOf = (a: Judged, b: Judged) =>
  a.restricted - b.restricted || a.alone - b.alone || a.distance - b.distance
