// Where people stand in a shape: a lattice of places, as wide as the shape has room for. Owns its sums;
// must never leave a place out, however small the shape or many the places.

import type { Area } from '../seat-plan/plan.ts'
import type { Offset } from './pretix-parts.ts'
import { dotOfPitch } from './standing-block.ts'

/** Widths are halved this often in the search for the widest: exact to a millionth. */
const halvings = 20
/** A lattice this much finer than the shape's box would need is not looked at: the shape is a sliver. */
const finest = 8
/** No box is more than this many times as long as it is wide: a line has room for a few. */
const longestBox = 100

interface StandingPlace extends Offset {
  readonly radius: number
}

/** From–to pairs along one height, in the shape's own coordinates, unturned. */
type Spans = (y: number) => readonly (readonly [number, number])[]

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Line by line from the top, exactly `count` places in all. */
export function placesIn(area: Area, count: number): readonly (readonly StandingPlace[])[] {
  const box = boxOf(area)
  const inShape = widestLattice(box, spansOf(area), count)
  const { pitch, lines } = inShape ?? boxLattice(box, count)
  let left = count
  return lines.flatMap((line) => {
    const taken = line.slice(0, left)
    left -= taken.length
    return taken.length === 0
      ? []
      : [taken.map((at) => ({ ...turned(area, at), radius: pitch * dotOfPitch }))]
  })
}

interface Lattice {
  readonly pitch: number
  readonly lines: readonly (readonly Offset[])[]
}

/** Null for a sliver that holds too few however fine. */
function widestLattice(box: Box, spans: Spans, count: number): Lattice | null {
  let wide = Math.max(box.width, box.height)
  let fine = Math.sqrt((box.width * box.height) / (finest * count))
  if (countOf(latticeOf(box, spans, fine)) < count) return null
  for (let step = 0; step < halvings; step++) {
    const middle = (wide + fine) / 2
    if (countOf(latticeOf(box, spans, middle)) < count) wide = middle
    else fine = middle
  }
  return latticeOf(box, spans, fine)
}

function boxLattice(box: Box, count: number): Lattice {
  const columns = Math.max(1, Math.ceil(Math.sqrt((count * box.width) / box.height)))
  const pitch = Math.min(box.width / columns, box.height / Math.ceil(count / columns))
  const lines = Array.from({ length: Math.ceil(count / columns) }, (_, line) =>
    Array.from({ length: columns }, (_unused, column) => ({
      x: box.left + (column + 0.5) * pitch,
      y: box.top + (line + 0.5) * pitch,
    })),
  )
  return { pitch, lines }
}

/** Places a whole pitch apart about the box's middle, each with half a pitch of the shape around it. */
function latticeOf({ left, top, width, height }: Box, spans: Spans, pitch: number): Lattice {
  const rows = Math.floor(height / pitch)
  const middle = left + width / 2
  const first = top + (height - (rows - 1) * pitch) / 2
  const lines = Array.from({ length: rows }, (_, row) => {
    const y = first + row * pitch
    return spans(y).flatMap(([from, to]) => {
      const start = Math.ceil((from - middle) / pitch)
      const end = Math.floor((to - middle) / pitch)
      // Steps of a pitch from half a pitch beside the middle: an even number fits both halves alike.
      const length = Math.max(0, end - start)
      return Array.from({ length }, (_unused, step) => ({ x: middle + (start + step + 0.5) * pitch, y }))
    })
  })
  return { pitch, lines }
}

function countOf({ lines }: Lattice): number {
  return lines.reduce((sum, line) => sum + line.length, 0)
}

function boxOf({ shape, width, height, points }: Area): Box {
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

function spansOf({ shape, width, height, points }: Area): Spans {
  if (shape === 'rectangle') return () => [[0, width]]
  if (shape === 'polygon') return (y) => polygonSpans(points, y)
  return (y) => {
    const half = width * Math.sqrt(Math.max(0, 1 - (y / height) ** 2))
    return [[-half, half]]
  }
}

/** Inside, outside, inside …: between every two crossings of the outline. */
function polygonSpans(points: readonly number[], y: number): readonly (readonly [number, number])[] {
  const crossings: number[] = []
  for (let at = 0; at < points.length; at += 2) {
    const [x1, y1] = [points[at] ?? 0, points[at + 1] ?? 0]
    const next = (at + 2) % points.length
    const [x2, y2] = [points[next] ?? 0, points[next + 1] ?? 0]
    if (y1 <= y !== y2 <= y) crossings.push(x1 + ((y - y1) * (x2 - x1)) / (y2 - y1))
  }
  const sorted = crossings.toSorted((a, b) => a - b)
  return sorted.flatMap((from, index) =>
    index % 2 === 0 ? [[from, sorted[index + 1] ?? from] as const] : [],
  )
}

function turned({ x, y, rotation }: Area, at: Offset): Offset {
  const angle = (rotation * Math.PI) / 180
  return {
    x: x + at.x * Math.cos(angle) - at.y * Math.sin(angle),
    y: y + at.x * Math.sin(angle) + at.y * Math.cos(angle),
  }
}
