// Names that stay at the map's edge while what they name is in view but its own name is not: rows that run across at the left,
// sections at the top. Owns which names, and where, in plan units; must never draw, and never repeat what the map already shows.

import type { SeatId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { type Box, contains, grow, type Point } from './geometry.ts'
import type { House } from './house.ts'
import { nearest } from './place-grid.ts'
import { sectionOf } from './seat-rows.ts'

export interface StickTerms {
  readonly house: House
  /** The visible part of the plan, and the part of it that something else covers. */
  readonly view: Box
  readonly covered: Box | null
  /** From the view's edge to the centres of the names along it. */
  readonly inset: Point
  /** Rows and sections whose own name is in view. */
  readonly told: { readonly rows: ReadonlySet<number>; readonly sections: ReadonlySet<string> }
}

export interface StuckName extends Point {
  readonly text: string
}

/** A row steeper than this has no definite height at the edge. */
const STEEPEST = 0.8
/** If a row begins this near outside the edge, in seat radii, the edge cuts off its letter. */
const CUT_OFF = 4
/** Along the top, sections are sampled at this interval and within this radius, in seat radii. */
const STEP = 3
const REACH = 4

export function stuckRows(terms: StickTerms): StuckName[] {
  const { house, view, told } = terms
  const found: StuckName[] = []
  for (const [row, seats] of house.rows.seatsOfRow.entries()) {
    const text = house.plan.rows[row]?.label ?? ''
    if (text === '' || told.rows.has(row)) continue
    const at = stuckAt(terms, seats)
    if (at && at.y > view.top && at.y < view.bottom) found.push({ ...at, text })
  }
  return found.toSorted((a, b) => a.y - b.y)
}

/** At the view's edge, or at the edge of what covers the view there. */
function stuckAt(
  { house: { plan }, view, covered, inset }: StickTerms,
  seats: readonly SeatId[],
): Point | null {
  const atEdge = crossing(plan, seats, view.left + inset.x, view.right)
  const isHidden = covered !== null && atEdge !== null && contains(grow(covered, inset.x), atEdge)
  return isHidden ? crossing(plan, seats, covered.right + inset.x, view.right) : atEdge
}

/** Where a row crosses the line at `x`; null if it does not, or not sideways. `until`: where the visible part ends. */
function crossing(
  { x: xs, y: ys, seatRadius }: Plan,
  seats: readonly SeatId[],
  x: number,
  until: number,
): Point | null {
  const placeAt = (at: number): Point => {
    const seat = seats[at] as SeatId
    return { x: xs[seat] as number, y: ys[seat] as number }
  }
  const last = seats.length - 1
  if (last < 0 || placeAt(last).x < x || placeAt(0).x > x + CUT_OFF * seatRadius) return null
  const next = seats.findIndex((seat) => (xs[seat] as number) >= x)
  const [from, to] = [placeAt(Math.max(0, next - 1)), placeAt(Math.min(last, Math.max(1, next)))]
  if (to.x > until || Math.abs(to.y - from.y) > STEEPEST * (to.x - from.x)) return null
  const part = next === 0 ? 0 : (x - from.x) / (to.x - from.x)
  return { x, y: from.y + (to.y - from.y) * part }
}

/** The middle of each section's widest stretch along the top. */
export function stuckSections({ house, view, inset, told }: StickTerms): StuckName[] {
  const { plan, rows } = house
  if (rows.rowsOfSection.filter((of) => of.length > 0).length < 2) return []
  const y = view.top + inset.y
  return [...stretches(house, view, y)].flatMap(([section, { from, to }]) => {
    const text = plan.sections[section]?.name ?? ''
    return text === '' || told.sections.has(text) ? [] : [{ x: (from + to) / 2, y, text }]
  })
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * An aisle does not end a stretch, another section does. The sampled places are fixed on the plan, or names would tremble as the
 * view moves.
 */
function stretches({ plan, grid }: House, { left, right }: Box, y: number): Map<number, Stretch> {
  const widest = new Map<number, Stretch>()
  const step = STEP * plan.seatRadius
  let now: (Stretch & { readonly section: number }) | null = null
  for (let x = Math.floor(left / step) * step; x < right + step; x += step) {
    const seat = nearest(grid, { x, y }, REACH * plan.seatRadius)
    if (seat === null) continue
    const section = sectionOf(plan, seat)
    const from: number = now?.section === section ? now.from : Math.max(left, x)
    now = { section, from, to: Math.min(right, x) }
    const known = widest.get(section)
    if (!known || now.to - now.from >= known.to - known.from) widest.set(section, now)
  }
  return widest
}
