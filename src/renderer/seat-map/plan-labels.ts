// Where the names of rows and sections stand: beside the row's ends, above the section's first row.
// Owns positions only, in plan units; must never draw, and never put a name on a seat.

import type { SeatId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { type Box, boxAround, type Point, union } from './geometry.ts'
import { makePlaceGrid, nearest, type PlaceGrid } from './place-grid.ts'
import type { House } from './house.ts'

export interface PlanLabel extends Point {
  readonly text: string
}

export interface RowLabel extends PlanLabel {
  /** Unit vector away from the row's end: the direction in which a wide label is moved. */
  readonly out: Point
  /** The rows it names: two rows may share one label on an aisle. */
  readonly rows: readonly number[]
}

export interface SectionLabel extends PlanLabel {
  /** Where the plan's own lettering already says it, as its author wanted. */
  readonly said: Point | null
  /** That lettering stands among seats, which cover it unless they are tiny. */
  readonly isCovered: boolean
  /** The section's seats, centres only. */
  readonly box: Box
  /** The y of the first row under the name, which in a curved section lies lower than the section's own top. */
  readonly top: number
}

export interface PlanLabels {
  readonly rows: readonly RowLabel[]
  /** Finds `rows` by position: a stadium has several thousand. */
  readonly rowGrid: PlaceGrid
  readonly sections: readonly SectionLabel[]
}

/** From the last seat's centre to the label's, in seat radii: half a seat, a gap, and half of one or two letters. */
export const ROW_LABEL_AWAY = 2.3
/** No seat's centre may be nearer than this to a row's label, in seat radii, or the label would touch it. */
const ROW_LABEL_CLEAR = 1.7
/** Two equal labels within this many seat radii stand on the same aisle: one is enough. */
const SAME_AISLE = 5
/**
 * If the plan's own lettering has the same words within this many seat radii, no label is needed: the distance covers both sides
 * of a box of two seats.
 */
const SAID_NEAR = 10

/** Words with a seat this near, in seat radii, stand among seats: about the distance between rows. */
const AMONG = 3

/** The empty box: joining any box to it gives that box. */
const NOWHERE: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }

export function makePlanLabels(house: House): PlanLabels {
  const found = rowLabels(house)
  const { seatRadius, width, height } = house.plan
  const x = Float32Array.from(found, (label) => label.x)
  const y = Float32Array.from(found, (label) => label.y)
  const rowGrid = makePlaceGrid({ count: found.length, x, y, seatRadius, width, height })
  return { rows: found, rowGrid, sections: sectionLabels(house) }
}

function rowLabels({ plan, grid, rows: { seatsOfRow } }: House): RowLabel[] {
  const found: RowLabel[] = []
  const said = Map.groupBy(plan.areas, ({ text }) => plainWords(text))
  const standing = new Map<string, (Point & { readonly rows: number[] })[]>()
  for (const [row, seats] of seatsOfRow.entries()) {
    const text = plan.rows[row]?.label ?? ''
    if (text === '' || seats.length === 0) continue
    const same = standing.get(text) ?? []
    const own = said.get(plainWords(text)) ?? []
    standing.set(text, same)
    for (const at of besideEnds(plan, seats)) {
      const isFree = nearest(grid, at, plan.seatRadius * ROW_LABEL_CLEAR) === null
      const shared = same.find((label) => isNear(label, at, plan.seatRadius * SAME_AISLE))
      shared?.rows.push(row)
      const isLettered = own.some((area) => isNear(area, at, plan.seatRadius * SAID_NEAR))
      if (!isFree || shared || isLettered) continue
      const label = { ...at, text, rows: [row] }
      same.push(label)
      found.push(label)
    }
  }
  return found
}

/** Positions past the first and the last seat, in the row's direction there. */
function besideEnds(plan: Plan, seats: readonly SeatId[]): Omit<RowLabel, 'text' | 'rows'>[] {
  const beyond = (end: SeatId, inner: SeatId | undefined, side: number) => {
    const from = placeOf(plan, end)
    const by = inner === undefined ? { x: -side, y: 0 } : away(placeOf(plan, inner), from)
    const far = plan.seatRadius * ROW_LABEL_AWAY
    const out = { x: -by.x, y: -by.y }
    return { x: from.x + out.x * far, y: from.y + out.y * far, out }
  }
  const [first, second] = seats
  const [last, before] = [seats.at(-1), seats.at(-2)]
  if (first === undefined || last === undefined) return []
  return [beyond(first, second, -1), beyond(last, before, 1)]
}

/** Unit vector pointing from `to` towards `from`. */
function away(from: Point, to: Point): Point {
  const far = Math.hypot(from.x - to.x, from.y - to.y) || 1
  return { x: (from.x - to.x) / far, y: (from.y - to.y) / far }
}

/** A single section needs no name: it is the whole plan. */
function sectionLabels(house: House): SectionLabel[] {
  const {
    plan,
    rows: { seatsOfRow, rowsOfSection },
  } = house
  const named = rowsOfSection.filter((rows) => rows.length > 0).length
  if (named < 2) return []
  return rowsOfSection.flatMap((rows, section) => {
    const seats = rows.flatMap((row) => seatsOfRow[row] ?? [])
    const text = plan.sections[section]?.name ?? ''
    if (seats.length === 0 || text === '') return []
    const label = { ...sectionLabel(plan, seats, text), ...letteringOf(house, text) }
    return isAmongOwn(house, label, section) ? [label] : []
  })
}

function letteringOf({ plan, grid }: House, text: string): Pick<SectionLabel, 'said' | 'isCovered'> {
  const said = plan.areas.find((one) => plainWords(one.text) === plainWords(text)) ?? null
  return { said, isCovered: said !== null && nearest(grid, said, plan.seatRadius * AMONG) !== null }
}

function plainWords(text: string): string {
  return text.trim().toLocaleLowerCase()
}

/** Boxes on both sides of the stalls have their centre in the stalls, where their name would be wrong. */
function isAmongOwn({ plan, grid }: House, { x, y, box }: SectionPlace, section: number): boolean {
  const reach = Math.max(box.right - box.left, box.bottom - box.top, plan.seatRadius * 4)
  const seat = nearest(grid, { x, y }, reach)
  return seat !== null && plan.rows[plan.row[seat] ?? 0]?.section === section
}

type SectionPlace = Omit<SectionLabel, 'said' | 'isCovered'>

function sectionLabel(plan: Plan, seats: readonly SeatId[], text: string): SectionPlace {
  const box = seats.reduce((around, seat) => union(around, boxAround(placeOf(plan, seat), 0)), NOWHERE)
  const x = (box.left + box.right) / 2
  return { x, y: (box.top + box.bottom) / 2, text, box, top: topAt(plan, seats, x, box) }
}

/** The y of the highest seat near `x`. */
function topAt(plan: Plan, seats: readonly SeatId[], x: number, box: Box): number {
  const near = Math.max(plan.seatRadius * 4, (box.right - box.left) / 8)
  const under = seats.filter((seat) => Math.abs((plan.x[seat] as number) - x) <= near)
  return under.reduce((top, seat) => Math.min(top, plan.y[seat] as number), box.bottom)
}

/** A stadium compares some hundred thousand pairs, so no square root is taken. */
function isNear(a: Point, b: Point, reach: number): boolean {
  return Math.abs(a.x - b.x) < reach && Math.abs(a.y - b.y) < reach
}

function placeOf({ x, y }: Plan, seat: SeatId): Point {
  return { x: x[seat] as number, y: y[seat] as number }
}
