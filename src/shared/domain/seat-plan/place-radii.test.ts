import { expect, test } from 'vitest'
import type { PlanId } from '../ids.ts'
import type { DraftSection, PlanDraft } from '../plan-import/draft.ts'
import { makePlan } from './make-plan.ts'
import { dotRadius, placeRadii } from './place-radii.ts'

const places = (from: number, count: number, step: number, radius: number) =>
  Array.from({ length: count }, (_, index) => ({
    uuid: `${from}:${index}`,
    guid: '',
    number: String(index + 1),
    x: from + index * step,
    y: 50,
    radius,
    category: 'One',
    flags: [],
  }))
const section = (kind: DraftSection['kind'], seats: ReturnType<typeof places>): DraftSection => {
  return { name: kind, kind, rows: [{ label: 'A', seats }], areas: [] }
}
const planOf = (...sections: DraftSection[]) => {
  const draft: PlanDraft = { name: '', width: 900, height: 100, categories: [], sections }
  return makePlan(draft, 1 as PlanId)
}

test('[L1] the size of a seat is that of seats, however many people stand', () => {
  const plan = planOf(section('seats', places(20, 3, 25, 10)), section('standing', places(300, 50, 8, 3)))
  expect(plan.seatRadius).toBe(10)
  expect(dotRadius(plan)).toBeCloseTo(8 * 0.42)
  expect(dotRadius(planOf(section('seats', places(20, 3, 25, 10))))).toBeNull()
  expect(planOf(section('standing', places(300, 50, 8, 3))).seatRadius).toBe(3)
})

test('[L4] places are as large as their kind, and smaller where they would lie on each other', () => {
  const close = section('seats', places(20, 4, 25, 10))
  const closer = section('seats', places(500, 3, 12, 6))
  const radii = placeRadii(planOf(close, closer, section('standing', places(300, 4, 8, 3))))
  expect([...radii].map((radius) => Math.round(radius * 100) / 100)).toEqual([
    10, 10, 10, 10, 6, 6, 6, 3.36, 3.36, 3.36, 3.36,
  ])
})

test('[L4] seats that touch keep their size: rounding in files is no overlap', () => {
  const touching = section('seats', places(20, 4, 19.7, 10))
  expect(new Set(placeRadii(planOf(touching)))).toEqual(new Set([10]))
})
