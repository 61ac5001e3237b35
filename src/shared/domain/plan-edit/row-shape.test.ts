import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { layRow } from './row-shape.ts'

const middle = { x: 100, y: 50 }

test('[L4] a straight row stands about its middle, one pitch from seat to seat', () => {
  expect(layRow(middle, { seats: 3, pitch: 24, curve: 0 })).toEqual([
    { x: 76, y: 50 },
    { x: 100, y: 50 },
    { x: 124, y: 50 },
  ])
})

test('[L4] a row bends its ends towards the stage, or away from it', () => {
  const [left, centre, right] = layRow(middle, { seats: 3, pitch: 24, curve: 60 })
  expect(centre).toEqual(middle)
  expect(left?.y).toBeLessThan(50)
  expect(right?.y).toBeCloseTo(left?.y ?? 0)
  const [away] = layRow(middle, { seats: 3, pitch: 24, curve: -60 })
  expect(away?.y).toBeGreaterThan(50)
  expect(away?.x).toBeLessThan(100)
})

propertyTest.prop([fc.integer({ min: 2, max: 60 }), fc.integer({ min: -180, max: 180 })])(
  '[L4] however a row bends, neighbours are equally far apart and never more than a pitch',
  (seats, curve) => {
    const places = layRow(middle, { seats, pitch: 24, curve })
    const steps = places.slice(1).map(({ x, y }, index) => {
      const before = places[index] ?? middle
      return Math.hypot(x - before.x, y - before.y)
    })
    for (const step of steps) {
      expect(step).toBeCloseTo(steps[0] ?? 0, 6)
      expect(step).toBeLessThanOrEqual(24 + 1e-9)
      expect(step).toBeGreaterThan(20)
    }
  },
)
