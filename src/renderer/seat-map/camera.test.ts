// Pan, zoom and fit as calculations. Owns the proof of their limits.
// Must never need a canvas or a clock.

import { expect, test } from 'vitest'
import {
  between,
  type Bounds,
  centreOn,
  fit,
  isAllSeen,
  isFit,
  largestScale,
  pan,
  toPlan,
  toScreen,
  zoomAbout,
} from './camera.ts'

const bounds: Bounds = {
  content: { left: 0, top: 0, right: 1000, bottom: 500 },
  viewport: { width: 800, height: 600 },
  seatRadius: 10,
}

test('fit shows the whole plan, centred, with air around it', () => {
  const camera = fit(bounds)
  const [start, end] = [toScreen(camera, { x: 0, y: 0 }), toScreen(camera, { x: 1000, y: 500 })]
  expect(start.x).toBeCloseTo(64)
  expect(end.x).toBeCloseTo(736)
  expect(start.y).toBeCloseTo(600 - end.y)
  expect(isFit(camera, bounds)).toBe(true)
})

test('at fit the corner of the zoom buttons, 64 px wide, is clear of the plan, however wide it is', () => {
  for (const right of [500, 1000, 5000]) {
    const wide = { ...bounds, content: { ...bounds.content, right } }
    expect(toScreen(fit(wide), { x: right, y: 0 }).x).toBeLessThanOrEqual(736.001)
  }
})

test('all is seen at fit and a little nearer, and no more once an edge is out of sight', () => {
  const centre = { x: 400, y: 300 }
  expect(isAllSeen(fit(bounds), bounds)).toBe(true)
  expect(isAllSeen(zoomAbout(fit(bounds), 1.1, centre, bounds), bounds)).toBe(true)
  expect(isAllSeen(zoomAbout(fit(bounds), 1.6, centre, bounds), bounds)).toBe(false)
})

test('[L2] a small plan is fitted at its natural size: seats 40 px, not more', () => {
  const camera = fit({ ...bounds, content: { left: 0, top: 0, right: 100, bottom: 100 } })
  expect(camera.scale * 20).toBeCloseTo(40)
})

test('a zoom keeps the point under the pointer', () => {
  const at = { x: 300, y: 280 }
  const before = fit(bounds)
  const after = zoomAbout(before, 2, at, bounds)
  expect(after.scale).toBeCloseTo(before.scale * 2)
  expect(toPlan(after, at).x).toBeCloseTo(toPlan(before, at).x)
  expect(toPlan(after, at).y).toBeCloseTo(toPlan(before, at).y)
})

test('zoom ends at seats of 60 px and at the whole plan', () => {
  expect(zoomAbout(fit(bounds), 1e6, { x: 0, y: 0 }, bounds).scale).toBe(largestScale(bounds))
  expect(largestScale(bounds) * 20).toBe(60)
  expect(zoomAbout(fit(bounds), 1e-6, { x: 0, y: 0 }, bounds)).toEqual(fit(bounds))
})

test('no pan loses the plan: at most 96 px past its edge', () => {
  const near = centreOn({ x: 500, y: 250 }, 2, bounds)
  expect(toScreen(pan(near, { x: 1e6, y: 1e6 }, bounds), { x: 0, y: 0 })).toEqual({ x: 96, y: 96 })
  const end = toScreen(pan(near, { x: -1e6, y: -1e6 }, bounds), { x: 1000, y: 500 })
  expect([end.x, end.y]).toEqual([800 - 96, 600 - 96])
})

test('a plan that fits cannot be panned', () => {
  expect(pan(fit(bounds), { x: 50, y: 50 }, bounds)).toEqual(fit(bounds))
})

test('half-way through a zoom the pointer still holds its point', () => {
  const at = { x: 300, y: 280 }
  const from = fit(bounds)
  const middle = between(from, zoomAbout(from, 2, at, bounds), 0.5)
  expect(toPlan(middle, at).x).toBeCloseTo(toPlan(from, at).x)
  expect(toPlan(middle, at).y).toBeCloseTo(toPlan(from, at).y)
})

test('a tween starts and ends exactly', () => {
  const [from, to] = [fit(bounds), centreOn({ x: 100, y: 100 }, 2, bounds)]
  expect(between(from, to, 0).scale).toBeCloseTo(from.scale)
  expect(between(from, to, 1).x).toBeCloseTo(to.x)
})
