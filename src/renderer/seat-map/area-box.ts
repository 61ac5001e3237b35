// The boxes around a plan's areas: walls, stages, words. Owns how a shape is turned and moved.
// Must never measure letters: draw-area.ts decides how large words are drawn.

import type { Area } from '../../shared/domain/seat-plan/plan.ts'
import type { Box } from './geometry.ts'

/** The shape's own box in plan units from its origin, before any rotation; for a word an estimate. */
export function shapeBox({ shape, width, height, points, text }: Area, seatRadius: number): Box {
  if (shape === 'rectangle') return { left: 0, top: 0, right: width, bottom: height }
  if (shape === 'circle') return { left: -width, top: -width, right: width, bottom: width }
  if (shape === 'ellipse') return { left: -width, top: -height, right: width, bottom: height }
  if (shape === 'text') return wordBox(text, seatRadius)
  const across = points.filter((_, place) => place % 2 === 0)
  const down = points.filter((_, place) => place % 2 === 1)
  return {
    left: Math.min(0, ...across),
    top: Math.min(0, ...down),
    right: Math.max(0, ...across),
    bottom: Math.max(0, ...down),
  }
}

export type Turn = Pick<Area, 'x' | 'y' | 'rotation'>

/** All that the area can cover, plan units; for a word an estimate, since its size depends on the zoom. */
export function areaBox(area: Area, seatRadius: number): Box {
  return turnedBox(shapeBox(area, seatRadius), area)
}

/** The box around a box that is turned about its origin (degrees) and then moved. */
export function turnedBox({ left, top, right, bottom }: Box, { x: fromX, y: fromY, rotation }: Turn): Box {
  const turn = (rotation * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const corners = [left, right].flatMap((x) =>
    [top, bottom].map((y) => ({ x: fromX + x * cos - y * sin, y: fromY + x * sin + y * cos })),
  )
  return {
    left: Math.min(...corners.map(({ x }) => x)),
    top: Math.min(...corners.map(({ y }) => y)),
    right: Math.max(...corners.map(({ x }) => x)),
    bottom: Math.max(...corners.map(({ y }) => y)),
  }
}

/** A letter is about as wide as a seat's radius where words are drawn a little lower than a seat. */
function wordBox(text: string, seatRadius: number): Box {
  const half = (text.length * seatRadius) / 2
  return { left: -half, top: -seatRadius, right: half, bottom: seatRadius }
}
