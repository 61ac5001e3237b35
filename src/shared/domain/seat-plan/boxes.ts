// Boxes around what is drawn, in plan units: seats, areas, whole sections.
// Owns these sums; must never move anything.

import { known } from '../../lib/assert.ts'
import type { DraftSection } from '../plan-import/draft.ts'
import type { Area } from './plan.ts'

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const emptyBox: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }

export function joinBoxes(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  }
}

/** The box around a section's seats, with their radii, and its areas. `emptyBox` for a section that has neither. */
export function sectionBox({ rows, areas }: DraftSection): Box {
  let box = emptyBox
  for (const { seats } of rows)
    for (const { x, y, radius } of seats)
      box = joinBoxes(box, { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius })
  return areas.reduce((sum, area) => joinBoxes(sum, areaBox(area)), box)
}

/** A word counts as its anchor point only: its width is known only to the code that draws it. */
export function areaBox(area: Area): Box {
  const angle = (area.rotation * Math.PI) / 180
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  let box = emptyBox
  for (const [dx, dy] of corners(area)) {
    const x = area.x + dx * cos - dy * sin
    const y = area.y + dx * sin + dy * cos
    box = joinBoxes(box, { left: x, top: y, right: x, bottom: y })
  }
  return box
}

/** The corners of a polygon whose `points` are x, y, x, y … */
export function cornersOf(points: readonly number[]): readonly (readonly [x: number, y: number])[] {
  const xs = points.filter((_, index) => index % 2 === 0)
  return xs.map((x, index) => [x, known(points[2 * index + 1], 'y of a corner')])
}

function corners({ shape, width, height, points }: Area): readonly (readonly [number, number])[] {
  if (shape === 'text') return [[0, 0]]
  if (shape === 'polygon') {
    return cornersOf(points)
  }
  const [left, top] = shape === 'rectangle' ? [0, 0] : [-width, -height]
  return [
    [left, top],
    [width, top],
    [width, height],
    [left, height],
  ]
}
