import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { Area } from '../seat-plan/plan.ts'
import { makeSeatGrid } from '../seat-plan/seat-grid.ts'
import { placesIn } from './standing-places.ts'

const area = (change: Partial<Area>): Area => ({
  shape: 'rectangle',
  x: 100,
  y: 50,
  width: 80,
  height: 40,
  rotation: 0,
  points: [],
  color: '',
  borderColor: '',
  text: '',
  ...change,
})
const side = fc.double({ min: 0, max: 500, noNaN: true })
const shape = fc.oneof(
  fc.record({ shape: fc.constantFrom('rectangle' as const, 'ellipse' as const), width: side, height: side }),
  fc.record({
    shape: fc.constant('polygon' as const),
    points: fc.array(fc.double({ min: -300, max: 300, noNaN: true }), { minLength: 0, maxLength: 12 }),
  }),
)

propertyTest.prop([shape, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 359 })], {
  numRuns: 500,
})(
  '[L6] every shape takes exactly as many places as it is said to hold, none on another',
  (drawn, count, rotation) => {
    const lines = placesIn(area({ ...drawn, rotation }), count)
    const places = lines.flat()
    expect(places.length).toBe(count)
    expect(lines.every((line) => line.length > 0)).toBe(true)
    const scale = 1 / (places[0]?.radius ?? 1)
    const grid = makeSeatGrid()
    for (const { x, y } of places) {
      const circle = { x: x * scale, y: y * scale, radius: 1 }
      expect(grid.hit(circle)).toBeNull()
      grid.add(circle)
    }
  },
)

test('[L6] places fill a rectangle evenly and stay inside it with their dots', () => {
  const places = placesIn(area({}), 50).flat()
  for (const { x, y, radius } of places) {
    expect(x - radius).toBeGreaterThanOrEqual(100)
    expect(x + radius).toBeLessThanOrEqual(180)
    expect(y - radius).toBeGreaterThanOrEqual(50)
    expect(y + radius).toBeLessThanOrEqual(90)
  }
  // 80 × 40 holds 50 squares of 8: 10 by 5.
  expect(new Set(places.map(({ x }) => Math.round(x))).size).toBe(10)
})
