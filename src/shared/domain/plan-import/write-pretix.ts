// Writes a draft as pretix seating-plan JSON. Owns which parts of a draft that format carries;
// must never invent keys: it has none for seat flags and standing sections, so they are left out.

import { cornersOf } from '../seat-plan/boxes.ts'
import type { Area, Category } from '../seat-plan/plan.ts'
import type { DraftRow, DraftSection, PlanDraft } from './draft.ts'
import { middleOf } from './pretix-areas.ts'
import type { Offset } from './pretix-parts.ts'

/**
 * JSON text that `readPretixPlan` reads back to the same draft, except for flags (none), kinds of section
 * (`seats`) and the last digits of positions (a millionth of a unit). Rows are positioned by their first seat, as
 * in pretix's editor.
 */
export function writePretixPlan({ name, width, height, categories, sections }: PlanDraft): string {
  const plan = {
    name,
    categories: categories.map(({ name: category, color }): Category => ({ name: category, color })),
    zones: sections.map(writeZone),
    size: { width, height },
  }
  return JSON.stringify(plan)
}

function writeZone({ name, rows, areas }: DraftSection): unknown {
  const position: Offset = { x: 0, y: 0 }
  return { name, position, rows: rows.map(writeRow), areas: areas.map(writeArea) }
}

function writeRow({ label, seats }: DraftRow): unknown {
  const { x, y } = seats[0] ?? { x: 0, y: 0 }
  return {
    row_number: label,
    row_number_position: 'both',
    position: { x, y },
    seats: seats.map((seat) => ({
      seat_number: seat.number,
      seat_guid: seat.guid,
      uuid: seat.uuid,
      position: { x: fine(seat.x - x), y: fine(seat.y - y) },
      category: seat.category,
      radius: seat.radius,
    })),
  }
}

/** The form that `readPretixArea` reads; also used in the house's own file. */
export function writeArea(area: Area): unknown {
  const { shape, color, borderColor, rotation, x, y, text } = area
  return {
    shape,
    color,
    border_color: borderColor,
    rotation,
    position: { x, y },
    text: { position: middleOf(area), color, text },
    ...written[shape](area),
  }
}

const written: Readonly<Record<Area['shape'], (area: Area) => object>> = {
  rectangle: ({ width, height }) => ({ rectangle: { width, height } }),
  circle: ({ width }) => ({ circle: { radius: width } }),
  ellipse: ({ width, height }) => ({ ellipse: { radius: { x: width, y: height } } }),
  polygon: ({ points }) => ({ polygon: { points: cornersOf(points).map(([x, y]) => ({ x, y })) } }),
  text: () => ({}),
}

/** Differences of positions have noise in the last digits (25.000000000001), so they are rounded to a millionth of a unit. */
function fine(length: number): number {
  return Math.round(length * 1e6) / 1e6
}
