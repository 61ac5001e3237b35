// How large each place may be drawn without overlapping its neighbour: a plan keeps only one size, for its seats.
// Owns the size of standing places; must never make a seat larger than the plan's own size.

import { known } from '../../lib/assert.ts'
import { gap, placeOf } from './focus.ts'
import { type Plan, isGone, isStanding, sectionOf } from './plan.ts'
import { overlaps } from './seat-grid.ts'
import type { Circle } from './seat-grid.ts'

/** Dot radius as a part of the distance between two places: leaves space between dots. */
const dotOfPitch = 0.42
/** A block of dots is regular: its first places show the distance of all. */
const triedPlaces = 64

/** The radius of dots, the same for all standing sections: what fits in the tightest of them. */
export function dotRadius(plan: Plan): number | null {
  if (plan.sections.every(({ kind }) => kind !== 'standing')) return null
  const tried = new Map<number, number[]>()
  for (let place = 0; place < plan.count; place += 1) {
    if (!isStanding(plan, place)) continue
    const section = sectionOf(plan, place)
    const places = tried.get(section) ?? []
    tried.set(section, places)
    if (places.length < triedPlaces) places.push(place)
  }
  const steps = [...tried.values()].flatMap((places) => places.map((place) => nearestOf(plan, place, places)))
  const least = steps.reduce((a, b) => Math.min(a, b), Infinity)
  return Math.min(plan.seatRadius, least * dotOfPitch)
}

function nearestOf(plan: Plan, place: number, others: readonly number[]): number {
  let least = Infinity
  for (const other of others) if (other !== place) least = Math.min(least, gap(plan, other, place))
  return least
}

/** The radius of each place: the plan's own for seats, that of dots for standing places; where it would overlap, half the distance. */
export function placeRadii(plan: Plan): Float32Array {
  const dot = dotRadius(plan) ?? plan.seatRadius
  const radii = Float32Array.from(plan.x, (_, place) => (isStanding(plan, place) ? dot : plan.seatRadius))
  const circles = Array.from(radii, (radius, place): Circle => ({ ...placeOf(plan, place), radius }))
  const present = circles.filter((_, place) => !isGone(plan, place))
  const cells = inCells(present, 2 * plan.seatRadius)
  return radii.map((_, place) => radiusBeside(cells, known(circles[place], 'circle of a place')))
}

function radiusBeside(cells: Cells, circle: Circle): number {
  let least = circle.radius
  for (const other of nearCircles(cells, circle)) {
    if (other === circle || !overlaps(other, circle)) continue
    least = Math.min(least, Math.hypot(other.x - circle.x, other.y - circle.y) / 2)
  }
  return least
}

/** Cells as wide as the widest reach: whatever overlaps a circle is in its own cell or an adjacent one. */
interface Cells {
  readonly size: number
  readonly byKey: ReadonlyMap<number, readonly Circle[]>
}

/** Cells per column: far more than any canvas has, while keys stay exact integers. */
const columnSpan = 2 ** 25

function inCells(circles: readonly Circle[], size: number): Cells {
  const keyOf = ({ x, y }: Circle) => cellKey(Math.floor(x / size), Math.floor(y / size))
  return { size, byKey: Map.groupBy(circles, keyOf) }
}

function* nearCircles({ size, byKey }: Cells, { x, y }: Circle): Generator<Circle> {
  const [column, line] = [Math.floor(x / size), Math.floor(y / size)]
  for (let across = column - 1; across <= column + 1; across++)
    for (let down = line - 1; down <= line + 1; down++) yield* byKey.get(cellKey(across, down)) ?? []
}

function cellKey(column: number, line: number): number {
  return column * columnSpan + line + columnSpan / 2
}
