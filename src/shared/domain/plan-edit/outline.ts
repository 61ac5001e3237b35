// Outlines: a line drawn around seats, measured and stretched like any other shape. Owns this geometry; must never draw.

import { known } from '../../lib/assert.ts'
import type { DraftSeat } from '../plan-import/draft.ts'
import type { Area } from '../seat-plan/plan.ts'
import { cornersOf } from '../seat-plan/boxes.ts'

type Corner = readonly [x: number, y: number]

/** Space between a seat and the line around its block: a quarter of a usual seat. */
const air = 6

/** The corners of the convex hull around seats; none where there is no seat. */
export function outlineAround(seats: readonly Pick<DraftSeat, 'x' | 'y' | 'radius'>[]): readonly Corner[] {
  const points = seats.flatMap(({ x, y, radius }): Corner[] => {
    const far = radius + air
    return [
      [x - far, y - far],
      [x + far, y - far],
      [x + far, y + far],
      [x - far, y + far],
    ]
  })
  const sorted = points.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by)
  return [...halfOf(sorted), ...halfOf(sorted.toReversed())]
}

/** One side of the hull, from the first point to the last, which is left out. */
function halfOf(points: readonly Corner[]): readonly Corner[] {
  const side: Corner[] = []
  for (const point of points) {
    while (side.length > 1 && !turnsLeft(known(side.at(-2), 'corner'), known(side.at(-1), 'corner'), point))
      side.pop()
    side.push(point)
  }
  return side.slice(0, -1)
}

function turnsLeft([ax, ay]: Corner, [bx, by]: Corner, [cx, cy]: Corner): boolean {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0
}

/** A shape's width and height; for an outline, those of the box around its corners. */
export function measuresOf({ shape, width, height, points }: Area): {
  readonly width: number
  readonly height: number
} {
  if (shape !== 'polygon' || points.length === 0) return { width, height }
  const corners = cornersOf(points)
  const spread = (place: 0 | 1) => {
    const along = corners.map((corner) => corner[place])
    return Math.max(...along) - Math.min(...along)
  }
  return { width: spread(0), height: spread(1) }
}

/** Gives a shape new measures; an outline is scaled about its origin. */
export function stretched(area: Area, set: { readonly width?: number; readonly height?: number }): Area {
  if (area.shape !== 'polygon') return { ...area, ...set }
  const before = measuresOf(area)
  const by = (side: 'width' | 'height') => (before[side] > 0 ? (set[side] ?? before[side]) / before[side] : 1)
  const [across, down] = [by('width'), by('height')]
  return { ...area, points: area.points.map((value, place) => value * (place % 2 === 0 ? across : down)) }
}
