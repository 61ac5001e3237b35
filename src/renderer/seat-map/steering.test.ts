import { expect, test } from 'vitest'
import { type Bounds, centreOn, fit } from './camera.ts'
import { Steering } from './steering.ts'

const bounds: Bounds = {
  content: { left: 0, top: 0, right: 4000, bottom: 2000 },
  viewport: { width: 800, height: 600 },
  seatRadius: 10,
}
const near = centreOn({ x: 1000, y: 1000 }, 1, bounds)

test('a glide arrives after 180 ms and not before', () => {
  const steering = new Steering(bounds)
  steering.glideTo(near, 1000)
  steering.tick(1179)
  expect(steering.camera).not.toEqual(near)
  steering.tick(1180)
  expect(steering.camera).toEqual(near)
  expect(steering.tick(1181)).toBe(false)
})

test('a zoom is at rest 120 ms after its last step; a pan is at rest at once', () => {
  const steering = new Steering(bounds)
  steering.jumpTo(near, 1000)
  expect(steering.isAtRest(1119)).toBe(false)
  expect(steering.isAtRest(1120)).toBe(true)
  steering.jumpTo({ ...near, x: near.x + 50 }, 2000)
  expect(steering.isAtRest(2000)).toBe(true)
})

test('a whole plan stays whole when the window changes; a near view keeps its middle', () => {
  const steering = new Steering(bounds)
  steering.resize({ width: 400, height: 400 })
  expect(steering.camera).toEqual(fit({ ...bounds, viewport: { width: 400, height: 400 } }))
  steering.jumpTo(near, 0)
  const middle = steering.camera.x + 200 / steering.camera.scale
  steering.resize({ width: 600, height: 400 })
  expect(steering.camera.x + 300 / steering.camera.scale).toBeCloseTo(middle)
})
