// What of a draft is chosen, and how a change reaches it. Owns that a row without seats is gone; must never change
// what was not chosen.

import { emptyBox, joinBoxes, sectionBox, type Box } from '../seat-plan/boxes.ts'
import type { Area } from '../seat-plan/plan.ts'
import type { DraftRow, DraftSeat, DraftSection, PlanDraft } from '../plan-import/draft.ts'

export interface Chosen {
  /** By uuid. */
  readonly seats: ReadonlySet<string>
  /** Places in the list of shapes. */
  readonly areas: ReadonlySet<number>
}

export const nobody: Chosen = { seats: new Set(), areas: new Set() }

export function areasOf({ sections }: PlanDraft): readonly Area[] {
  return sections.flatMap(({ areas }) => areas)
}

export function* seatsOf({ sections }: PlanDraft): Generator<DraftSeat> {
  for (const { rows } of sections) for (const { seats } of rows) yield* seats
}

/** Rows that hold a chosen seat pass through `change`; without seats a row is gone. */
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

/** Around what is chosen; `emptyBox` where nothing is. */
export function boxOfChosen(draft: PlanDraft, { seats, areas }: Chosen): Box {
  const rows = draft.sections.flatMap((section) =>
    section.rows.map((row) => ({ ...row, seats: row.seats.filter(({ uuid }) => seats.has(uuid)) })),
  )
  return sectionBox({ name: '', kind: 'seats', rows, areas: areasOf(draft).filter((_, at) => areas.has(at)) })
}

/** Around all there is. */
export function boxOfAll({ sections }: PlanDraft): Box {
  return sections.map(sectionBox).reduce(joinBoxes, emptyBox)
}

/** Ids that no seat has: the numbers from how many there are. */
export function freshIds(draft: PlanDraft): () => string {
  const taken = new Set([...seatsOf(draft)].map(({ uuid }) => uuid))
  let last = taken.size
  return () => {
    do last += 1
    while (taken.has(`seat-${last}`))
    return `seat-${last}`
  }
}

/** With the rest of every row that holds a chosen seat, and of its other parts. */
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
