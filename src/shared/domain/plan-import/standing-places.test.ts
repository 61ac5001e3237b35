import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { Area } from '../seat-plan/plan.ts'
import { makeSeatGrid } from '../seat-plan/seat-grid.ts'
import { followedOutline, placesIn } from './standing-places.ts'

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
const along = fc.double({ min: -300, max: 300, noNaN: true })
const shape = fc.oneof(
  fc.record({ shape: fc.constantFrom('rectangle' as const, 'ellipse' as const), width: side, height: side }),
  fc.record({
    shape: fc.constant('polygon' as const),
    points: fc.array(fc.tuple(along, along), { maxLength: 6 }).map((corners) => corners.flat()),
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

const zigzag = (corners: number, width: number, height: number) =>
  area({
    shape: 'polygon',
    points: Array.from({ length: corners }, (_, n) => [(n / corners) * width, n % 2 ? 0 : height]).flat(),
  })

test.each([
  [1e5, 1e5],
  [1e4, 1e6],
])(
  '[V9] on %d × %d, 100,000 places bound the work, however a file shares out its corners',
  (width, height) => {
    const work = (areas: number) => {
      const places = 100_000 / areas
      const followed = followedOutline(zigzag(20_000 / areas, width, height), places).points.length / 2
      // As many lines as the finest lattice has, with an eighth of the pitch that fills the box.
      return areas * followed * Math.sqrt((8 * places * height) / width)
    }
    for (const areas of [1, 10, 100, 500]) expect(work(areas)).toBeLessThan(6_000_000)
  },
)

test('[L6] a room drawn by hand is followed at each of its corners, and a traced one is drawn as it was', () => {
  const room = zigzag(24, 80, 40)
  expect(followedOutline(room, 1)).toBe(room)
  const circle = Array.from({ length: 3_000 }, (_, n) => {
    const angle = (n / 3_000) * 2 * Math.PI
    return [200 * Math.cos(angle), 200 * Math.sin(angle)]
  }).flat()
  const traced = area({ shape: 'polygon', points: circle })
  const places = placesIn(traced, 500).flat()
  expect(traced.points.length).toBe(6_000)
  for (const { x, y } of places) expect(Math.hypot(x - 100, y - 50)).toBeLessThan(200)
  // If the outline were ignored, they would be laid out in its whole box, including the corners.
  expect(Math.max(...places.map(({ radius }) => radius))).toBeLessThan(200 * Math.sqrt(Math.PI / 500))
})
