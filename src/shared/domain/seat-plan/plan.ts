// A seating plan as the rest of the house sees it: one column per field, a seat's id is its index.
// Owns the shape and the flag bits; must never know prices, shows or who sits where.

import { known } from '../../lib/assert.ts'
import type { PlanId, SeatId } from '../ids.ts'

/** Bits of `Plan.flags` [L3]. */
export const seatFlag = { wheelchair: 1, companion: 2, restrictedView: 4, aisle: 8, ladies: 16 } as const

export type SeatFlag = keyof typeof seatFlag

/** `seats` have a place each; `standing` sells places without one, laid out as a block of dots. */
export interface Section {
  readonly name: string
  readonly kind: 'seats' | 'standing'
}

/** A section as a plan has it. `gone`: from an earlier version; its seats keep ids and names, but nobody sits on them. */
export interface PlanSection {
  readonly name: string
  readonly kind: Section['kind'] | 'gone'
}

export interface Row {
  readonly label: string
  /** Index into `Plan.sections`. */
  readonly section: number
}

/** A price zone. `color` is `#rrggbb`. */
export interface Category {
  readonly name: string
  readonly color: string
}

/** Something drawn that nobody sits on: a stage, a gangway, a word. Positions are absolute, in plan units. */
export interface Area {
  readonly shape: 'rectangle' | 'circle' | 'ellipse' | 'polygon' | 'text'
  readonly x: number
  readonly y: number
  /** Half-widths for circle and ellipse, full size for rectangle, 0 otherwise. */
  readonly width: number
  readonly height: number
  /** Degrees, clockwise, about (x, y). */
  readonly rotation: number
  /** Polygon corners relative to (x, y), as x, y, x, y …; empty otherwise. */
  readonly points: readonly number[]
  readonly color: string
  readonly borderColor: string
  readonly text: string
}

/**
 * Columns over seats; every array has `count` entries. Lengths are in plan units: x to the right, y downwards, as a
 * person in the house sees the stage at the top. Seat centres; a seat is about `2 × seatRadius` wide.
 */
export interface Plan {
  readonly planId: PlanId
  readonly name: string
  readonly width: number
  readonly height: number
  readonly seatRadius: number
  readonly sections: readonly PlanSection[]
  readonly rows: readonly Row[]
  readonly categories: readonly Category[]
  readonly areas: readonly Area[]
  readonly count: number
  readonly x: Float32Array
  readonly y: Float32Array
  /** Index into `rows`. */
  readonly row: Uint16Array
  /** Index into `categories`. */
  readonly category: Uint8Array
  /** Bits of `seatFlag`. */
  readonly flags: Uint8Array
  /** The number printed on the seat: "14", "7A". */
  readonly numbers: readonly string[]
}

/** The seat's section, as an index into `Plan.sections`. */
export function sectionOf(plan: Pick<Plan, 'row' | 'rows'>, seat: number): number {
  return known(plan.rows[known(plan.row[seat], 'seat of the plan')], 'row of a seat').section
}

/** Whether it is a standing place: these have no neighbours, and any of them is as good as another. */
export function isStanding(plan: Plan, seat: number): boolean {
  return plan.sections[sectionOf(plan, seat)]?.kind === 'standing'
}

/** Whether this version lacks the seat: an earlier version had it, or only a later one adds it [L4]. */
export function isGone(plan: Pick<Plan, 'count' | 'row' | 'rows' | 'sections'>, seat: number): boolean {
  return seat >= plan.count || plan.sections[sectionOf(plan, seat)]?.kind === 'gone'
}

/** The sections that the version has. Gone ones come after them, so that indexes stay valid. */
export function presentSections(plan: Pick<Plan, 'sections'>): readonly PlanSection[] {
  return plan.sections.filter(({ kind }) => kind !== 'gone')
}

/** How many seats and standing places it has. */
export function seatsIn(plan: Plan): number {
  let count = 0
  for (let seat = 0; seat < plan.count; seat += 1) if (!isGone(plan, seat)) count += 1
  return count
}

/** What people call the seat: "A14", or "12-8" where two numbers meet. The section is named separately where needed. */
export function seatLabel(plan: Plan, seatId: SeatId): string {
  const row = plan.rows[plan.row[seatId] ?? 0]?.label ?? ''
  const number = plan.numbers[seatId] ?? ''
  return endsInNumber(row) && beginsWithNumber(number) ? `${row}-${number}` : `${row}${number}`
}

/** The fast path for sales, which nearly always ask about these ten: a Unicode regular expression takes twenty times as long. */
function isDigit(letter: string): boolean {
  return letter >= '0' && letter <= '9'
}

const LAST_PLAIN = '\u007f'

function endsInNumber(text: string): boolean {
  const last = text.at(-1) ?? ''
  return last > LAST_PLAIN ? /\p{N}$/u.test(text) : isDigit(last)
}

function beginsWithNumber(text: string): boolean {
  const first = text.at(0) ?? ''
  return first > LAST_PLAIN ? /^\p{N}/u.test(text) : isDigit(first)
}
