// Where the seats of a list are: as the file says, or on a straight grid where it says nothing. Owns the size of
// seats, the scale and the canvas; must never change the order of the seats.

import { makeSeatGrid } from '../seat-plan/seat-grid.ts'
import type { Circle } from '../seat-plan/seat-grid.ts'
import { field } from './json-reader.ts'
import { expected } from './expected.ts'
import type { Report } from './json-reader.ts'
import { planLimits } from './limits.ts'
import type { ListedSeat } from './listed-seat.ts'
import type { Offset } from './pretix-parts.ts'
import { placeOnGrid } from './straight-grid.ts'
import { countedBlock } from './standing-block.ts'

/** A seat or one standing place with a place of its own. */
export interface PlacedSeat extends Circle {
  readonly listed: ListedSeat
  readonly number: string
  /** The line within a block of standing places; 0 for all that are listed one by one. */
  readonly line: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface PlacedSeats extends Size {
  readonly seats: readonly PlacedSeat[]
}

/** The seat radius where nothing says how large a seat is. */
export const usualRadius = 10
/** Radius as a part of the distance to the next seat: leaves a gap a quarter as wide as a seat. */
const radiusOfPitch = 0.4
/** Margin around the outermost seats, in radii: space for the rows' letters. */
const marginInRadii = 4

/** Where only some seats have a place, those without are reported and left out. On paper of a known size nothing is moved. */
export function placeSeats(report: Report, listed: readonly ListedSeat[], size: Size | null): PlacedSeats {
  const real = listed.filter(({ kind }) => kind !== 'gap')
  const hasPlaces = real.some(({ at }) => at !== null)
  if (!hasPlaces) return onCanvas(placeOnGrid(listed).flatMap((one) => spread(one, onGrid)))
  for (const { node, at } of real) if (!at) report.malformed(field(node, 'x'), expected.placeToo)
  const standing = real.filter(({ kind }) => kind === 'standing')
  const seated = real.filter(({ kind }) => kind !== 'standing')
  const seat = usualOf(seated)
  const radii = { seat, dot: usualOf(standing.filter(({ places }) => places === 1)) }
  const placed = real.flatMap((one) => (one.at ? spread({ listed: one, at: one.at }, radii) : []))
  if (size) return { seats: placed.map(drawable), ...size }
  return onCanvas(scaled(placed, scaleOf(seated.length === 0 ? radii.dot : seat)))
}

/** The radii of seats and of standing places. */
interface Radii {
  readonly seat: number
  readonly dot: number
}

const onGrid: Radii = { seat: usualRadius, dot: usualRadius }

interface At {
  readonly listed: ListedSeat
  readonly at: Offset
}

function spread({ listed, at }: At, { seat, dot }: Radii): readonly PlacedSeat[] {
  if (listed.places > 1) return countedBlock(listed, at, seat)
  const radius = listed.radius ?? (listed.kind === 'standing' ? dot : seat)
  return [{ listed, number: listed.number, line: 0, radius, ...at }]
}

/** The median of the radii that seats give; else two fifths of the usual distance between seats of a row. */
function usualOf(listed: readonly ListedSeat[]): number {
  const given = listed.flatMap(({ radius }) => radius ?? [])
  const usual = median(given)
  if (usual !== undefined) return usual
  const seats = listed.flatMap(({ at, places }) => (at && places === 1 ? [at] : []))
  const pitch = median(stepsInRows(listed))
  return pitch === undefined ? usualRadius : fitting(seats, pitch * radiusOfPitch)
}

/** Distances from each seat to the next along its row, whatever the order of its numbers. */
function stepsInRows(listed: readonly ListedSeat[]): readonly number[] {
  const rows = Map.groupBy(listed, ({ section, row }) => JSON.stringify([section, row]))
  return [...rows.values()].flatMap((row) => {
    const places = row.flatMap(({ at }) => at ?? [])
    const across = spanOf(places.map(({ x }) => x)) >= spanOf(places.map(({ y }) => y))
    const sorted = places.toSorted((a, b) => (across ? a.x - b.x : a.y - b.y))
    const steps = sorted.map((at, index) => distance(at, sorted[index - 1] ?? at))
    return steps.filter((step) => step > 0)
  })
}

function spanOf(numbers: readonly number[]): number {
  let [least, most] = [Infinity, -Infinity]
  for (const number of numbers) [least, most] = [Math.min(least, number), Math.max(most, number)]
  return most - least
}

/** Rows may be closer together than seats. A few overlapping seats are mistakes for the doctor to name, and do not make all smaller. */
function fitting(places: readonly Offset[], largest: number): number {
  const slips = places.length / 50
  const fits = [1, 0.8, 0.64, 0.5, 0.4].find((part) => onEachOther(places, largest * part) <= slips)
  return largest * (fits ?? 1)
}

function onEachOther(places: readonly Offset[], radius: number): number {
  const grid = makeSeatGrid()
  // The grid's finest cells are for radii of one and more, so everything is measured in radii.
  const circles = places.map(({ x, y }) => ({ x: x / radius, y: y / radius, radius: 1 }))
  return circles.filter((circle) => {
    const isOn = grid.hit(circle) !== null
    if (!isOn) grid.add(circle)
    return isOn
  }).length
}

/** Seats given in metres or millimetres are scaled to the usual size; what can be drawn stays as it is. */
function scaleOf(radius: number): number {
  const isDrawable = radius >= planLimits.smallestRadius && radius <= planLimits.largestRadius
  return isDrawable ? 1 : usualRadius / radius
}

function scaled(seats: readonly PlacedSeat[], by: number): readonly PlacedSeat[] {
  if (by === 1) return seats
  return seats.map((seat) => ({ ...seat, x: seat.x * by, y: seat.y * by, radius: seat.radius * by }))
}

/** Clamps the radius: one huge seat among small ones would make every overlap search slow. */
function drawable(seat: PlacedSeat): PlacedSeat {
  const radius = Math.min(Math.max(seat.radius, planLimits.smallestRadius), planLimits.largestRadius)
  return { ...seat, radius }
}

/** Moved only where a seat would lie outside: a file that was written here is read back with its own positions. */
function onCanvas(seats: readonly PlacedSeat[]): PlacedSeats {
  const margin = marginInRadii * (median(seats.map(({ radius }) => radius)) ?? usualRadius)
  const across = shifted(seats, 'x', margin)
  const down = shifted(seats, 'y', margin)
  return {
    seats: seats.map((seat) => ({ ...seat, x: seat.x + across.by, y: seat.y + down.by })),
    width: across.end,
    height: down.end,
  }
}

function shifted(seats: readonly PlacedSeat[], axis: 'x' | 'y', margin: number): { by: number; end: number } {
  let [least, most] = [Infinity, 0]
  for (const seat of seats) {
    least = Math.min(least, seat[axis])
    most = Math.max(most, seat[axis])
  }
  const isOutside = least < 0 || most + margin > planLimits.canvas
  const by = isOutside && Number.isFinite(least) ? margin - least : 0
  return { by, end: Math.min(Math.max(most + by + margin, 1), planLimits.canvas) }
}

function distance(a: Offset, b: Offset): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

/** The lower one of two middle values, since aisles only make steps longer. */
function median(lengths: readonly number[]): number | undefined {
  return lengths.toSorted((a, b) => a - b)[Math.floor((lengths.length - 1) / 2)]
}
