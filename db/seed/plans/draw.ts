// The pencil the demo plans are drawn with: seats, rows, arcs, words and shapes.
// Owns how ids are made from names; must never know a particular house.

import type { DraftRow, DraftSeat, DraftSection } from '../../../src/shared/domain/plan-import/draft.ts'
import type { Area, SeatFlag } from '../../../src/shared/domain/seat-plan/plan.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** What the seats of one row share. What may differ is asked for by the seat's place in the row, from 0. */
export interface RowSpec {
  readonly plan: string
  readonly section: string
  readonly label: string
  readonly radius: number
  readonly category: string | ((index: number) => string)
  readonly flags?: (index: number) => readonly SeatFlag[]
  /** What stands on the seat; the place from 1 where left out. */
  readonly number?: (index: number) => string
}

/** Angles in radians from straight down; positive turns to the right of the picture. */
export interface Arc {
  readonly centre: Point
  readonly radius: number
}

/** A row through the given centres. The uuid is made of names: `theatre:stalls:A:1`, the same everywhere. */
export function drawRow(spec: RowSpec, centres: readonly Point[]): DraftRow {
  return { label: spec.label, seats: centres.map((centre, index) => drawSeat(spec, centre, index)) }
}

function drawSeat(spec: RowSpec, { x, y }: Point, index: number): DraftSeat {
  const number = spec.number?.(index) ?? String(index + 1)
  const uuid = [spec.plan, slug(spec.section), spec.label, number].join(':')
  const category = typeof spec.category === 'string' ? spec.category : spec.category(index)
  return {
    uuid,
    guid: uuid,
    number,
    x: tenth(x),
    y: tenth(y),
    radius: spec.radius,
    category,
    flags: spec.flags?.(index) ?? [],
  }
}

export function seatsSection(
  name: string,
  rows: readonly DraftRow[],
  areas: readonly Area[] = [],
): DraftSection {
  return { name, kind: 'seats', rows, areas }
}

/** Blocks of seats with aisles between them along one line: offsets of the centres from the line's middle. */
export function alongLine(blocks: readonly number[], pitch: number, aisle: number): readonly number[] {
  const offsets: number[] = []
  let at = 0
  for (const [block, seats] of blocks.entries()) {
    if (block > 0) at += aisle - pitch
    for (let seat = 0; seat < seats; seat++, at += pitch) offsets.push(at)
  }
  const middle = (at - pitch) / 2
  return offsets.map((offset) => offset - middle)
}

/** Offsets along a line bent onto an arc: lengths stay, so seats keep their pitch. */
export function bend(offsets: readonly number[], arc: Arc): readonly Point[] {
  return offsets.map((offset) => pointOn(arc, offset / arc.radius))
}

export function pointOn({ centre, radius }: Arc, angle: number): Point {
  return { x: centre.x + radius * Math.sin(angle), y: centre.y + radius * Math.cos(angle) }
}

/** Whether a seat is at the end of its block. `outer` says whether the row's own ends count. */
export function isBesideAisle(blocks: readonly number[], index: number, outer: boolean): boolean {
  let first = 0
  for (const [block, seats] of blocks.entries()) {
    const last = first + seats - 1
    if (index === first) return outer || block > 0
    if (index === last) return outer || block < blocks.length - 1
    first = last + 1
  }
  return false
}

/** Row letters as houses paint them: without I and O, which read as 1 and 0. */
export const rowLetters = Array.from('ABCDEFGHJKLMNPQRSTUVWXYZ')

const noArea: Area = {
  shape: 'text',
  x: 0,
  y: 0,
  width: 0,
  height: 0,
  rotation: 0,
  points: [],
  color: '#5b6270',
  borderColor: '#5b6270',
  text: '',
}

export function word(text: string, { x, y }: Point): Area {
  return { ...noArea, text, x: tenth(x), y: tenth(y) }
}

/** `x`, `y`: the top left corner. */
export function rectangle(area: Partial<Area> & Pick<Area, 'x' | 'y' | 'width' | 'height'>): Area {
  return { ...noArea, shape: 'rectangle', color: '#e9ebf0', borderColor: '#b9bec9', ...area }
}

/** `x`, `y`: the centre; `width`, `height`: half of the full size. */
export function ellipse(area: Partial<Area> & Pick<Area, 'x' | 'y' | 'width' | 'height'>): Area {
  return { ...noArea, shape: 'ellipse', color: '#e9ebf0', borderColor: '#b9bec9', ...area }
}

/** Corners are absolute here, kept relative to the first. */
export function polygon(corners: readonly Point[], look: Partial<Area> = {}): Area {
  const [{ x, y } = { x: 0, y: 0 }] = corners
  const points = corners.flatMap((corner) => [tenth(corner.x - x), tenth(corner.y - y)])
  const at = { x: tenth(x), y: tenth(y) }
  return { ...noArea, shape: 'polygon', color: '#e9ebf0', borderColor: '#b9bec9', ...at, points, ...look }
}

/** Places are kept to a tenth of a unit: finer than any screen, and the same text on every machine. */
export function tenth(length: number): number {
  return Math.round(length * 10) / 10
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}
