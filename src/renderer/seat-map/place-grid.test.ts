import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { eachIn, makeSeatGrid, nearest } from './place-grid.ts'
import { curvedPlan, planOf } from './plans.fixture.ts'

const points = fc.array(
  fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 900 }) }),
  {
    minLength: 1,
    maxLength: 60,
  },
)
const planAt = (places: readonly { x: number; y: number }[]) =>
  planOf(
    places.map((at, number) => ({ ...at, row: 0, number: String(number) })),
    [{ label: 'A', section: 0 }],
  )

property.prop([points, fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 })])(
  'finds exactly the seats a look at each would find, edges included',
  (places, left, top) => {
    const box = { left, top, right: left + 200, bottom: top + 120 }
    const found: number[] = []
    eachIn(makeSeatGrid(planAt(places)), box, (id) => found.push(id))
    const inside = places.flatMap(({ x, y }, id) =>
      x >= box.left && x <= box.right && y >= box.top && y <= box.bottom ? [id] : [],
    )
    expect(found.toSorted((a, b) => a - b)).toEqual(inside)
  },
)

property.prop([points, fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 })])(
  'the nearest seat is as near as the nearest of all',
  (places, x, y) => {
    const far = (at: { x: number; y: number }) => Math.hypot(at.x - x, at.y - y)
    const id = nearest(makeSeatGrid(planAt(places)), { x, y }, 2000)
    expect(id === null ? null : far(places[id] ?? { x: -1, y: -1 })).toBe(Math.min(...places.map(far)))
  },
)

test('a seat at exactly the reach is hit, one beyond is not', () => {
  const grid = makeSeatGrid(planAt([{ x: 100, y: 100 }]))
  expect(nearest(grid, { x: 112, y: 100 }, 12)).toBe(0)
  expect(nearest(grid, { x: 112.01, y: 100 }, 12)).toBeNull()
})

test('a plan without seats has nothing near anything', () => {
  expect(nearest(makeSeatGrid(planOf([], [])), { x: 0, y: 0 }, 1e9)).toBeNull()
})

test('[L1] every seat of a curved hall is found at its own place', () => {
  const plan = curvedPlan(8, 21)
  const grid = makeSeatGrid(plan)
  const found = Array.from(plan.x, (x, id) => nearest(grid, { x, y: plan.y[id] ?? 0 }, 1))
  expect(found).toEqual(Array.from(plan.x, (_, id) => id))
})
