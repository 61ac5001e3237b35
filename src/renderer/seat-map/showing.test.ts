import { expect, test } from 'vitest'
import { isInSight, showing } from './showing.ts'

const bounds = {
  content: { left: 0, top: 0, right: 4000, bottom: 4000 },
  viewport: { width: 1000, height: 600 },
  seatRadius: 10,
}
const camera = { x: 1000, y: 1000, scale: 1 }
const show = (x: number, y: number, covered = null as Parameters<typeof showing>[2]['covered']) =>
  showing({ x, y }, camera, { bounds, covered })

test('a seat well inside leaves the view alone, up to 15 % of each side', () => {
  expect(show(1500, 1300)).toBeNull()
  expect(show(1840, 1500)).toBeNull()
  expect(show(1841, 1500)).not.toBeNull()
})

test('nearer to an edge, or outside, it comes to the middle of that axis', () => {
  expect(show(1900, 1300)).toEqual({ x: 1400, y: 1000, scale: 1 })
  expect(show(3000, 3000)).toEqual({ x: 2500, y: 2700, scale: 1 })
})

test('a seat under the minimap is not seen', () => {
  const covered = { left: 12, top: 400, right: 300, bottom: 588 }
  expect(show(1280, 1450, covered)).toEqual({ x: 780, y: 1150, scale: 1 })
  expect(show(1320, 1450, covered)).toBeNull()
})

test('the plan’s edge is not left behind: along it the view does not run', () => {
  const atTop = { x: 1000, y: -96, scale: 1 }
  expect(showing({ x: 1500, y: -30 }, atTop, { bounds, covered: null })).toBeNull()
})

test('a seat can be seen while its middle is inside the view and not under the minimap', () => {
  const covered = { left: 12, top: 400, right: 300, bottom: 588 }
  const isSeen = (x: number, y: number) => isInSight({ x, y }, camera, bounds.viewport, covered)
  expect(isSeen(1995, 1005)).toBe(true)
  expect(isSeen(2005, 1005)).toBe(false)
  expect(isSeen(1500, 1605)).toBe(false)
  expect(isSeen(1200, 1500)).toBe(false)
})
