// Writes a draft as the house's own file: the JSON form of a seat list with its paper and its shapes. Owns that nothing
// in a plan is lost; must never write what the reader does not read.

import type { DraftSeat, DraftSection, PlanDraft } from './draft.ts'
import { flagWords } from './seat-words.ts'
import { writeArea } from './write-pretix.ts'

/** JSON text that `readPlanFile` reads back to the same plan; of the ids only uuids are kept, and rows without seats are dropped. */
export function writeSeatList({ name, width, height, categories, sections }: PlanDraft): string {
  return JSON.stringify({
    name,
    size: { width, height },
    categories: categories.map(({ name: category, color }) => ({ name: category, color })),
    areas: sections.flatMap(({ areas }) => areas.map(writeArea)),
    sections: sections.map(writeSection),
  })
}

/** Rows with the same label are distinguished by their block, as in a table. */
function writeSection({ name, kind, rows }: DraftSection): unknown {
  const parts = new Map<string, number>()
  const seats = rows.flatMap((row) => {
    const part = (parts.get(row.label) ?? 0) + 1
    parts.set(row.label, part)
    return row.seats.map((seat) => writeSeat(seat, { row: row.label, block: String(part) }))
  })
  return { name, kind, seats }
}

function writeSeat(
  { uuid, number, x, y, radius, category, flags }: DraftSeat,
  place: { readonly row: string; readonly block: string },
): unknown {
  return { id: uuid, ...place, number, x, y, radius, category, flags: flags.map((flag) => flagWords[flag]) }
}
