// Changes to the chosen seats and shapes: moving, copying, removing, marking, assigning zones, opening an aisle. Owns these changes;
// must never touch what is not chosen, except what an aisle pushes aside.

import type { DraftRow, DraftSection, PlanDraft } from '../plan-import/draft.ts'
import type { SeatFlag } from '../seat-plan/plan.ts'
import type { Added } from './add-parts.ts'
import { withRoom } from './add-parts.ts'
import {
  areasOf,
  boxOfChosen,
  type Chosen,
  freshIds,
  isTouched,
  seatsOf,
  withAreas,
  withSeats,
} from './chosen.ts'
import { nextName } from './row-names.ts'

export function moved(
  draft: PlanDraft,
  chosen: Chosen,
  by: { readonly dx: number; readonly dy: number },
): PlanDraft {
  const { dx, dy } = by
  if (dx === 0 && dy === 0) return draft
  const seats = withSeats(draft, chosen, (seat) => ({ ...seat, x: seat.x + dx, y: seat.y + dy }))
  return withRoom(
    withAreas(seats, (areas) =>
      areas.map((area, index) =>
        chosen.areas.has(index) ? { ...area, x: area.x + dx, y: area.y + dy } : area,
      ),
    ),
  )
}

export function removed(draft: PlanDraft, chosen: Chosen): PlanDraft {
  const seats = withSeats(draft, chosen, () => null)
  return withAreas(seats, (areas) => areas.filter((_, index) => !chosen.areas.has(index)))
}

export function flagged(
  draft: PlanDraft,
  chosen: Chosen,
  { flag, isOn }: { readonly flag: SeatFlag; readonly isOn: boolean },
): PlanDraft {
  return withSeats(draft, chosen, (seat) => {
    const others = seat.flags.filter((one) => one !== flag)
    return { ...seat, flags: isOn ? [...others, flag] : others }
  })
}

export function zoned(draft: PlanDraft, chosen: Chosen, category: string): PlanDraft {
  return withSeats(draft, chosen, (seat) => ({ ...seat, category }))
}

/** Space between what is chosen and its copy below, where no row above gives a row distance. */
const copyGap = 12
/** In radii: rows more than three seats apart do not belong to one block. */
const farRow = 6

/** How far down the copy goes: by the distance of the rows above. */
function stepBelow(draft: PlanDraft, chosen: Chosen): number {
  const seats = [...seatsOf(draft)]
  const own = seats.filter(({ uuid }) => chosen.seats.has(uuid))
  const ys = own.map(({ y }) => y)
  const [top, low] = [Math.min(...ys), Math.max(...ys)]
  const radius = Math.max(...own.map((seat) => seat.radius))
  const above = Math.max(...seats.filter(({ y }) => y <= top - 2 * radius).map(({ y }) => y))
  if (chosen.areas.size === 0 && top - above <= farRow * radius) return low - above
  const box = boxOfChosen(draft, chosen)
  return box.bottom - box.top + copyGap
}

/** Copies what is chosen to below it, and chooses the copy instead; each row gets the next name that is free in its section. */
export function duplicated(draft: PlanDraft, chosen: Chosen): Added {
  const dy = stepBelow(draft, chosen)
  const fresh = freshIds(draft)
  const copies = new Set<string>()
  const sections = draft.sections.map((section): DraftSection => {
    const rows = copiedRows(section, chosen, () => {
      const uuid = fresh()
      copies.add(uuid)
      return { uuid, dy }
    })
    return rows.length === 0 ? section : { ...section, rows: [...section.rows, ...rows] }
  })
  const drawn = areasOf(draft)
  const areas = drawn.filter((_, index) => chosen.areas.has(index))
  const both = withAreas({ ...draft, sections }, (own) => [
    ...own,
    ...areas.map((area) => ({ ...area, y: area.y + dy })),
  ])
  const copied = new Set(areas.map((_, index) => drawn.length + index))
  return { draft: withRoom(both), chosen: { seats: copies, areas: copied } }
}

/** Parts of one row stay parts of one row in the copy. */
function copiedRows(
  { rows }: DraftSection,
  { seats: chosen }: Chosen,
  next: () => { readonly uuid: string; readonly dy: number },
): readonly DraftRow[] {
  const taken = new Set(rows.map(({ label }) => label))
  const names = new Map<string, string>()
  return rows
    .filter((row) => isTouched(row, chosen))
    .map((row) => {
      const label = names.get(row.label) ?? nextName(row.label, taken)
      names.set(row.label, label)
      taken.add(label)
      const seats = row.seats.filter(({ uuid }) => chosen.has(uuid))
      return {
        label,
        seats: seats.map((seat) => {
          const { uuid, dy } = next()
          return { ...seat, uuid, guid: uuid, y: seat.y + dy }
        }),
      }
    })
}

/** Moves everything in a row, including its other parts, that is right of its chosen seats; the seats on both sides become aisle seats. */
export function openAisle(draft: PlanDraft, chosen: Chosen, width: number): PlanDraft {
  const sections = draft.sections.map((section) => {
    const edges = edgesOf(section, chosen)
    if (edges.size === 0) return section
    return { ...section, rows: section.rows.map((row) => parted(row, edges.get(row.label), width)) }
  })
  return withRoom({ ...draft, sections })
}

interface Edge {
  /** The last seat on the left. */
  readonly left: number
  /** The first seat on the right, if there is one. */
  readonly right: number
}

function edgesOf({ rows }: DraftSection, chosen: Chosen): ReadonlyMap<string, Edge> {
  const edges = new Map<string, Edge>()
  const parts = Map.groupBy(rows, ({ label }) => label)
  for (const [label, own] of parts) {
    const seats = own.flatMap((row) => row.seats)
    const left = Math.max(...seats.filter(({ uuid }) => chosen.seats.has(uuid)).map(({ x }) => x))
    const right = Math.min(...seats.filter(({ x }) => x > left).map(({ x }) => x))
    if (Number.isFinite(left) && Number.isFinite(right)) edges.set(label, { left, right })
  }
  return edges
}

function parted(row: DraftRow, edge: Edge | undefined, width: number): DraftRow {
  if (!edge) return row
  return {
    ...row,
    seats: row.seats.map((seat) => {
      const isBeside = seat.x === edge.left || seat.x === edge.right
      const flags: readonly SeatFlag[] =
        isBeside && !seat.flags.includes('aisle') ? [...seat.flags, 'aisle'] : seat.flags
      return { ...seat, flags, x: seat.x > edge.left ? seat.x + width : seat.x }
    }),
  }
}
