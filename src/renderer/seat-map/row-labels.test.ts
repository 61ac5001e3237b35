import { expect, test } from 'vitest'
import type { Area, Plan } from '../../shared/domain/seat-plan/plan.ts'
import { makeHouse } from './house.ts'
import { makePlanLabels } from './plan-labels.ts'
import { planOf } from './plans.fixture.ts'
import { placeRow } from './row-labels.ts'

/** Two boxes of two seats: L1 from 0 to 24, L2 from 96 to 120; seats have a radius of 10. */
const boxes = planOf(
  [0, 24, 96, 120].map((x, at) => ({ x, y: 0, row: at < 2 ? 0 : 1, number: String(at) })),
  [
    { label: 'L1', section: 0 },
    { label: 'L2', section: 0 },
  ],
)

function lettered(x: number, y: number, text: string): Plan {
  const area: Area = {
    shape: 'text',
    x,
    y,
    text,
    width: 0,
    height: 0,
    points: [],
    rotation: 0,
    color: '',
    borderColor: '',
  }
  return { ...boxes, areas: [area] }
}

const labelsOf = (plan: Plan) => makePlanLabels(makeHouse(plan)).rows.map(({ text }) => text)
const near = { level: { scale: 1, ratio: 1, seatSize: 20 }, grid: makeHouse(boxes).grid }

test('the plan’s own lettering beside a box is its name: no row label says it again, on either side', () => {
  expect(labelsOf(boxes)).toEqual(['L1', 'L1', 'L2', 'L2'])
  expect(labelsOf(lettered(-35, 0, ' l1 '))).toEqual(['L2', 'L2'])
})

test('the same words far away, or others near, leave the row its label', () => {
  expect(labelsOf(lettered(0, 400, 'L1'))).toContain('L1')
  expect(labelsOf(lettered(-35, 0, 'Box'))).toContain('L1')
})

test('a narrow label keeps its place, a wide one is pushed away from its own seat', () => {
  const label = { text: 'L1', x: -23, y: 0, out: { x: -1, y: 0 }, rows: [0] }
  expect(placeRow(label, { x: 5, y: 4 }, near)?.x).toBe(-23)
  const wide = placeRow(label, { x: 30, y: 4 }, near)
  expect((wide?.x ?? 0) + 30).toBeLessThanOrEqual(-10)
})

test('a label that would lie on another seat even so is not drawn', () => {
  const label = { text: 'L1', x: 47, y: 0, out: { x: 1, y: 0 }, rows: [0] }
  expect(placeRow(label, { x: 10, y: 4 }, near)).not.toBeNull()
  expect(placeRow(label, { x: 30, y: 4 }, near)).toBeNull()
})
