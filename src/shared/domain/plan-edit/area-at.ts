// Which shape of the plan a pointer is on. Owns what counts as being on it; must never know a screen.

import { known } from '../../lib/assert.ts'
import type { Area } from '../seat-plan/plan.ts'
import { cornersOf } from '../seat-plan/boxes.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** A letter is taken as one seat radius wide, and a word as high as a seat: no hand aims more precisely. */
const usualLetter = 10

/** The topmost shape at a point, by its index in the list; null: bare paper. */
export function areaAt(areas: readonly Area[], at: Point): number | null {
  const index = areas.findLastIndex((area) => isOn(area, fromOrigin(area, at)))
  return index < 0 ? null : index
}

/** The point relative to the area's origin, with the area's rotation undone. */
function fromOrigin({ x, y, rotation }: Area, at: Point): Point {
  const angle = (-rotation * Math.PI) / 180
  const [dx, dy] = [at.x - x, at.y - y]
  return {
    x: dx * Math.cos(angle) - dy * Math.sin(angle),
    y: dx * Math.sin(angle) + dy * Math.cos(angle),
  }
}

function isOn({ shape, width, height, points, text }: Area, { x, y }: Point): boolean {
  if (shape === 'rectangle') return x >= 0 && x <= width && y >= 0 && y <= height
  if (shape === 'circle') return x ** 2 + y ** 2 <= width ** 2
  if (shape === 'ellipse') return (x / width) ** 2 + (y / height) ** 2 <= 1
  if (shape === 'text') return Math.abs(x) * 2 <= text.length * usualLetter && Math.abs(y) <= usualLetter
  return isInside(cornersOf(points), { x, y })
}

/** Inside if a horizontal ray from the point crosses the edges an odd number of times. */
function isInside(corners: readonly (readonly [x: number, y: number])[], { x, y }: Point): boolean {
  return corners.reduce((isIn, [ax, ay], index) => {
    const [bx, by] = known(corners.at(index - 1), 'corner before')
    const isCrossed = ay > y !== by > y && x > ax + ((y - ay) / (by - ay)) * (bx - ax)
    return isCrossed ? !isIn : isIn
  }, false)
}
