// The outline of a standing area: its box, and which parts of a horizontal line lie inside. Owns the geometry of rectangles,
// ellipses and polygons; must never know how places are laid out.

import { known } from '../../lib/assert.ts'
import { cornersOf } from '../seat-plan/boxes.ts'
import type { Area } from '../seat-plan/plan.ts'

/** No box is more than this many times as long as it is wide, so that even a line has room for a few places. */
const longestBox = 100

export type Span = readonly [from: number, to: number]

/** From–to pairs at one height, in the shape's own unrotated coordinates. */
export type Spans = (y: number) => readonly Span[]

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The area itself, or with only every second, third … corner, so that it has at most `mostCorners`. */
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

/** Even a shape without width or height gets room for people. */
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
  // No horizontal line crosses a horizontal edge.
  return edges.filter(({ y1, y2 }) => y1 !== y2)
}

/** The spans between the 1st and 2nd crossing of the outline, the 3rd and 4th, and so on. */
function polygonSpans(points: readonly number[]): Spans {
  const edges = edgesOf(points)
  // One array reused for all lines; a typed array also sorts numbers without a comparison function.
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
