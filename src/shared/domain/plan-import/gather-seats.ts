// Turns a list of seats into a draft: sections, rows and zones by name, in order of first appearance.
// Owns that grouping and what two seats may not share; must never read the file again, nor judge the plan.

import { known } from '../../lib/assert.ts'
import type { Category } from '../seat-plan/plan.ts'
import type { DraftRow, DraftSeat, DraftSection, PlanDraft } from './draft.ts'
import { field } from './json-reader.ts'
import { expected } from './expected.ts'
import type { Report } from './json-reader.ts'
import { planLimits } from './limits.ts'
import type { ListedSeat } from './listed-seat.ts'
import { placeSeats } from './place-seats.ts'
import type { PlacedSeat, Size } from './place-seats.ts'
import { zoneColor } from './zone-colors.ts'

export interface SeatListed {
  readonly name: string
  /** Zones that the file declares with their colours; a table declares none. */
  readonly declared: readonly Category[]
  readonly seats: readonly ListedSeat[]
  /** The size of the paper, where the file says it. */
  readonly size?: Size | null
}

/** Null where there are more places than a plan may have, which is then reported. */
export function draftOfSeats(
  report: Report,
  { name, declared, seats, size = null }: SeatListed,
): PlanDraft | null {
  reportTwins(report, seats)
  const count = seats.reduce((sum, { places }) => sum + places, 0)
  if (!report.admit('places', count, planLimits.seats)) return null
  const { seats: placed, width, height } = placeSeats(report, seats, size)
  const categories = categoriesOf(declared, seats)
  return { name, width, height, categories, sections: sectionsOf(placed) }
}

/** Reports repeated lines as mistakes; seats with ids of their own may share a name (the doctor warns). */
function reportTwins(report: Report, seats: readonly ListedSeat[]): void {
  const seen = new Set<string>()
  for (const seat of seats) {
    const key = identityOf(seat)
    if (seen.has(key) && seat.id !== '') report.malformed(field(seat.node, 'id'), expected.newId)
    if (seen.has(key) && seat.id === '') report.malformed(field(seat.node, 'number'), expected.newNumber)
    seen.add(key)
  }
}

/** Joined as JSON, so that "A:1" in "2" differs from "A" in "1:2". */
function identityOf({ id, section, row, block, number }: ListedSeat): string {
  return id === '' ? JSON.stringify([section, row, block, number]) : id
}

/** Grouped by name and kind: "Floor" may have both seats and standing places. */
function sectionsOf(seats: readonly PlacedSeat[]): readonly DraftSection[] {
  const bySection = Map.groupBy(seats, ({ listed }) => JSON.stringify([listed.section, listed.kind]))
  return [...bySection.values()].map((own): DraftSection => {
    const first = known(own[0], 'a seat of a section')
    const kind = first.listed.kind === 'standing' ? 'standing' : 'seats'
    return { name: first.listed.section, kind, rows: rowsOf(own), areas: [] }
  })
}

/** Parts of a row that an aisle splits are distinguished by their block, and stay separate though they share a label. */
function rowsOf(seats: readonly PlacedSeat[]): readonly DraftRow[] {
  const byRow = Map.groupBy(seats, ({ listed: { row, block }, line }) => JSON.stringify([row, block, line]))
  return [...byRow.values()].map((own) => ({
    label: known(own[0], 'a seat of a row').listed.row,
    seats: own.map(draftSeat),
  }))
}

function draftSeat({ listed, number, x, y, radius }: PlacedSeat): DraftSeat {
  const uuid = listed.places > 1 ? JSON.stringify([identityOf(listed), number]) : identityOf(listed)
  return {
    uuid,
    guid: listed.id,
    number,
    x,
    y,
    radius,
    category: listed.category,
    flags: listed.flags,
  }
}

function categoriesOf(declared: readonly Category[], seats: readonly ListedSeat[]): readonly Category[] {
  const colors = new Map(declared.map(({ name, color }) => [name, color]))
  for (const { kind, category, color } of seats)
    if (kind !== 'gap' && (colors.get(category) ?? '') === '') colors.set(category, color)
  return [...colors].map(([name, color], index) => ({ name, color: color === '' ? zoneColor(index) : color }))
}
