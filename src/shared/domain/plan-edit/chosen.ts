// What is chosen in a draft, and how a change is applied to it. Owns that a row without seats is dropped; must never change what is
// not chosen.

import { emptyBox, joinBoxes, sectionBox, type Box } from '../seat-plan/boxes.ts'
import type { Area } from '../seat-plan/plan.ts'
import type { DraftRow, DraftSeat, DraftSection, PlanDraft } from '../plan-import/draft.ts'

export interface Chosen {
  /** By uuid. */
  readonly seats: ReadonlySet<string>
  /** Indexes into the list of shapes. */
  readonly areas: ReadonlySet<number>
}

export const nobody: Chosen = { seats: new Set(), areas: new Set() }

export function areasOf({ sections }: PlanDraft): readonly Area[] {
  return sections.flatMap(({ areas }) => areas)
}

export function* seatsOf({ sections }: PlanDraft): Generator<DraftSeat> {
  for (const { rows } of sections) for (const { seats } of rows) yield* seats
}

/** Passes each row with a chosen seat through `change`; rows left without seats are dropped. */
export function withRows(
  draft: PlanDraft,
  { seats }: Chosen,
  change: (row: DraftRow, section: DraftSection) => DraftRow,
): PlanDraft {
  const sections = draft.sections.map((section) => {
    if (!section.rows.some((row) => isTouched(row, seats))) return section
    const rows = section.rows.map((row) => (isTouched(row, seats) ? change(row, section) : row))
    return { ...section, rows: rows.filter((row) => row.seats.length > 0) }
  })
  return { ...draft, sections }
}

export function withSeats(
  draft: PlanDraft,
  chosen: Chosen,
  change: (seat: DraftSeat) => DraftSeat | null,
): PlanDraft {
  return withRows(draft, chosen, (row) => ({
    ...row,
    seats: row.seats.flatMap((seat) => (chosen.seats.has(seat.uuid) ? (change(seat) ?? []) : [seat])),
  }))
}

export function withAreas(draft: PlanDraft, change: (areas: readonly Area[]) => readonly Area[]): PlanDraft {
  return {
    ...draft,
    sections: draft.sections.map((section, index) =>
      index === 0 ? { ...section, areas: change(section.areas) } : section,
    ),
  }
}

export function isTouched({ seats }: DraftRow, chosen: ReadonlySet<string>): boolean {
  return seats.some(({ uuid }) => chosen.has(uuid))
}

/** The box around what is chosen; `emptyBox` where nothing is. */
export function boxOfChosen(draft: PlanDraft, { seats, areas }: Chosen): Box {
  const rows = draft.sections.flatMap((section) =>
    section.rows.map((row) => ({ ...row, seats: row.seats.filter(({ uuid }) => seats.has(uuid)) })),
  )
  return sectionBox({ name: '', kind: 'seats', rows, areas: areasOf(draft).filter((_, at) => areas.has(at)) })
}

/** The box around everything. */
export function boxOfAll({ sections }: PlanDraft): Box {
  return sections.map(sectionBox).reduce(joinBoxes, emptyBox)
}

/** A source of ids that no seat has: numbers counting up from how many seats there are. */
export function freshIds(draft: PlanDraft): () => string {
  const taken = new Set([...seatsOf(draft)].map(({ uuid }) => uuid))
  let last = taken.size
  return () => {
    do last += 1
    while (taken.has(`seat-${last}`))
    return `seat-${last}`
  }
}

/** Extends the choice to whole rows, including the other parts of each row. */
export function wholeRows(draft: PlanDraft, { seats, areas }: Chosen): Chosen {
  const rows = draft.sections.flatMap((section) => {
    const labels = new Set(section.rows.filter((row) => isTouched(row, seats)).map(({ label }) => label))
    return section.rows.filter(({ label }) => labels.has(label))
  })
  return { areas, seats: new Set(rows.flatMap((row) => row.seats.map(({ uuid }) => uuid))) }
}

export function everySeat(draft: PlanDraft): Chosen {
  return { ...nobody, seats: new Set([...seatsOf(draft)].map(({ uuid }) => uuid)) }
}
