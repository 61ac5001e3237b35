// Where people stand in a shape: a lattice of places, as widely spaced as the shape allows. Owns that geometry;
// must never leave a place out, however small the shape or many the places.

import type { Area } from '../seat-plan/plan.ts'
import type { Offset } from './pretix-parts.ts'
import { dotOfPitch } from './standing-block.ts'
import { boxOf, spansOf, thinned } from './standing-outline.ts'
import type { Box, Spans } from './standing-outline.ts'

/** Steps of the bisection for the widest spacing: exact to a millionth. */
const halvings = 20
/**
 * How many checks of a corner against a line each place may cost: in a square, 100 places allow 56
 * corners, 10,000 allow 560. A file's 100,000 places then cost some millions of checks per lattice, whatever its corners.
 */
const crossingsAPlace = 16
/** This many corners are followed even for a single place: a room drawn by hand has fewer. */
const surelyFollowed = 24
/** A lattice more than this much finer than the shape's box would need is not tried: the shape is a sliver. */
const finest = 8

interface StandingPlace extends Offset {
  readonly radius: number
}

/** Line by line from the top, exactly `count` places in all. */
export function placesIn(area: Area, count: number): readonly (readonly StandingPlace[])[] {
  const box = boxOf(area)
  const inShape = widestLattice(box, spansOf(followedOutline(area, count)), count)
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

/** The area, with fewer corners where following all of them would be too slow for so few places. */
export function followedOutline(area: Area, count: number): Area {
  const box = boxOf(area)
  const lines = Math.ceil(box.height / finestPitch(box, count))
  return thinned(area, Math.max(surelyFollowed, Math.floor((crossingsAPlace * count) / lines)))
}

interface Lattice {
  readonly pitch: number
  readonly lines: readonly (readonly Offset[])[]
}

/** Null for a sliver that has too little room even for the finest lattice. */
function widestLattice(box: Box, spans: Spans, count: number): Lattice | null {
  let wide = Math.max(box.width, box.height)
  let fine = finestPitch(box, count)
  if (!hasRoom(linesOf(box, spans, fine), count)) return null
  for (let step = 0; step < halvings; step++) {
    const middle = (wide + fine) / 2
    if (hasRoom(linesOf(box, spans, middle), count)) fine = middle
    else wide = middle
  }
  return latticeOf(box, spans, fine)
}

function finestPitch({ width, height }: Box, count: number): number {
  return Math.sqrt((width * height) / (finest * count))
}

/** Stops at the line that has the last place. */
function hasRoom(lines: Iterable<LatticeLine>, count: number): boolean {
  let left = count
  for (const { runs } of lines) {
    for (const { length } of runs) left -= length
    if (left <= 0) return true
  }
  return false
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

function latticeOf(box: Box, spans: Spans, pitch: number): Lattice {
  const middle = box.left + box.width / 2
  const lines = Array.from(linesOf(box, spans, pitch), ({ y, runs }) =>
    runs.flatMap(({ start, length }) =>
      // In steps of a pitch from half a pitch beside the middle, so that an even number is symmetric.
      Array.from({ length }, (_, step) => ({ x: middle + (start + step + 0.5) * pitch, y })),
    ),
  )
  return { pitch, lines }
}

interface LatticeLine {
  readonly y: number
  /** Runs of adjacent places; `start` counts pitches from the middle. */
  readonly runs: readonly { readonly start: number; readonly length: number }[]
}

/** Places one pitch apart, centred on the box's middle, each with half a pitch of the shape around it. */
function* linesOf({ left, top, width, height }: Box, spans: Spans, pitch: number): Iterable<LatticeLine> {
  const rows = Math.floor(height / pitch)
  const middle = left + width / 2
  const first = top + (height - (rows - 1) * pitch) / 2
  for (let row = 0; row < rows; row++) {
    const y = first + row * pitch
    const runs = spans(y).map(([from, to]) => {
      const start = Math.ceil((from - middle) / pitch)
      return { start, length: Math.max(0, Math.floor((to - middle) / pitch) - start) }
    })
    yield { y, runs }
  }
}

function turned({ x, y, rotation }: Area, at: Offset): Offset {
  const angle = (rotation * Math.PI) / 180
  return {
    x: x + at.x * Math.cos(angle) - at.y * Math.sin(angle),
    y: y + at.x * Math.sin(angle) + at.y * Math.cos(angle),
  }
}
