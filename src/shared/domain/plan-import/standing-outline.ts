// The outline of an area where people stand: its box, and what of a line lies inside. Owns the sums of rectangles,
// ellipses and polygons; must never know how places are laid.

import { known } from '../../lib/assert.ts'
import { cornersOf } from '../seat-plan/boxes.ts'
import type { Area } from '../seat-plan/plan.ts'

/** No box is more than this many times as long as it is wide: a line has room for a few. */
const longestBox = 100

export type Span = readonly [from: number, to: number]

/** From–to pairs along one height, in the shape's own coordinates, unturned. */
export type Spans = (y: number) => readonly Span[]

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The area itself, or every second, third … corner of it, so that there are at most so many. */
export function thinned(area: Area, mostCorners: number): Area {
  const step = Math.ceil(area.points.length / 2 / mostCorners)
  if (step <= 1) return area
  return { ...area, points: area.points.filter((_, at) => Math.floor(at / 2) % step === 0) }
}

export function boxOf({ shape, width, height, points }: Area): Box {
  if (shape === 'ellipse')
    return atLeast({ left: -width, top: -height, width: 2 * width, height: 2 * height })
  if (shape === 'rectangle') return atLeast({ left: 0, top: 0, width, height })
  let [left, top, right, bottom] = [0, 0, 0, 0]
  for (const [index, at] of points.entries()) {
    if (index % 2 === 0) [left, right] = [Math.min(left, at), Math.max(right, at)]
    else [top, bottom] = [Math.min(top, at), Math.max(bottom, at)]
  }
  return atLeast({ left, top, width: right - left, height: bottom - top })
}

/** A shape without width or height holds people all the same. */
function atLeast(box: Box): Box {
  const least = Math.max(box.width, box.height, 1) / longestBox
  return { ...box, width: Math.max(box.width, least), height: Math.max(box.height, least) }
}

export function spansOf({ shape, width, height, points }: Area): Spans {
  if (shape === 'rectangle') return () => [[0, width]]
  if (shape === 'polygon') return polygonSpans(points)
  return (y) => {
    const half = width * Math.sqrt(Math.max(0, 1 - (y / height) ** 2))
    return [[-half, half]]
  }
}

interface Edge {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

function edgesOf(points: readonly number[]): readonly Edge[] {
  const corners = cornersOf(points)
  const edges = corners.map(([x1, y1], index) => {
    const [x2, y2] = known(corners[(index + 1) % corners.length], 'next corner')
    return { x1, y1, x2, y2 }
  })
  // A level edge is crossed by no line.
  return edges.filter(({ y1, y2 }) => y1 !== y2)
}

/** Inside, outside, inside …: between every two crossings of the outline. */
function polygonSpans(points: readonly number[]): Spans {
  const edges = edgesOf(points)
  // One piece of memory for all lines; it sorts numbers without asking back for each pair.
  const crossings = new Float64Array(edges.length)
  return (y) => {
    let count = 0
    for (const { x1, y1, x2, y2 } of edges)
      if (y1 <= y !== y2 <= y) crossings[count++] = x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)
    const sorted = crossings.subarray(0, count).toSorted()
    const spans: Span[] = []
    for (let at = 0; at + 1 < count; at += 2)
      spans.push([known(sorted[at], 'crossing'), known(sorted[at + 1], 'crossing')])
    return spans
  }
}
