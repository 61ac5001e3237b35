import { expect, test } from 'vitest'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { planOf } from './plans.fixture.ts'
import { makeSeatLevel } from './seat-level.ts'
import type { SeatMapTheme } from './seat-map-theme.ts'
import { drawnRadius, standingDots } from './standing-dots.ts'

const plan: Plan = {
  ...planOf(
    [
      { x: 100, y: 100, row: 0, number: '1' },
      { x: 125, y: 100, row: 0, number: '2' },
      { x: 300, y: 100, row: 1, number: '1' },
      { x: 308, y: 100, row: 1, number: '2' },
    ],
    [
      { label: 'A', section: 0 },
      { label: '', section: 1 },
    ],
  ),
  sections: [
    { name: 'Stalls', kind: 'seats' },
    { name: 'Floor', kind: 'standing' },
  ],
}
const seated = planOf([{ x: 1, y: 1, row: 0, number: '1' }], [{ label: 'A', section: 0 }])

test('[L1] places to stand are drawn smaller than seats, as far apart as they are', () => {
  expect([...(standingDots(plan)?.isDot ?? [])]).toEqual([0, 0, 1, 1])
  expect([0, 1].map((seat) => drawnRadius(plan, seat))).toEqual([10, 10])
  expect(2 * drawnRadius(plan, 2)).toBeLessThan(8)
  expect(standingDots(seated)).toBeNull()
})

test('[L1] dots come to shapes and numbers later than seats do, at the same zoom', () => {
  const terms = { plan, theme: {} as SeatMapTheme, zones: [], ratio: 1 }
  const near = makeSeatLevel({ ...terms, scale: 1.5 })
  expect([near.sprites !== null, near.hasNumbers, near.dots?.hasNumbers]).toEqual([true, true, false])
  const far = makeSeatLevel({ ...terms, scale: 0.6 })
  expect([far.sprites !== null, far.dots?.sprites]).toEqual([true, null])
  expect(makeSeatLevel({ ...terms, plan: seated, scale: 1 }).dots).toBeNull()
})
