// Repairs a doctor's finding in one step. Owns how each kind is repaired; must never take a seat away.

import { known } from '../../lib/assert.ts'
import { laySideBySide } from '../seat-plan/lay-floors.ts'
import { makeSeatGrid } from '../seat-plan/seat-grid.ts'
import type { DraftRow, DraftSeat, DraftSection, FindingCode, PlanDraft } from '../plan-import/draft.ts'
import { fitCanvas } from '../plan-import/fit-canvas.ts'
import { usualCategory } from '../plan-import/listed-seat.ts'
import { zoneColor } from '../plan-import/zone-colors.ts'
import { withRoom } from './add-parts.ts'
import { freshIds, seatsOf } from './chosen.ts'

const fixes = {
  'repeated-uuid': ownIds,
  'repeated-guid': ownGuids,
  'repeated-name': ownNumbers,
  overlap: apart,
  'off-canvas': fitCanvas,
  'stacked-sections': laySideBySide,
  'unknown-category': knownZones,
  'unused-category': usedZones,
} as const satisfies Partial<Record<FindingCode, (draft: PlanDraft) => PlanDraft>>

export type FixableCode = keyof typeof fixes

export function isFixable(code: FindingCode): code is FixableCode {
  return Object.hasOwn(fixes, code)
}

export function fixed(draft: PlanDraft, code: FixableCode): PlanDraft {
  return fixes[code](draft)
}

function withEverySeat(
  draft: PlanDraft,
  change: (seat: DraftSeat, row: DraftRow, section: DraftSection) => DraftSeat,
): PlanDraft {
  const sections = draft.sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) => ({
      ...row,
      seats: row.seats.map((seat) => change(seat, row, section)),
    })),
  }))
  return { ...draft, sections }
}

function ownIds(draft: PlanDraft): PlanDraft {
  const fresh = freshIds(draft)
  const seen = new Set<string>()
  return withEverySeat(draft, (seat) => {
    const uuid = seen.has(seat.uuid) ? fresh() : seat.uuid
    seen.add(uuid)
    return { ...seat, uuid }
  })
}

/** Clears repeated printed ids: a seat without one is known by its own id. */
function ownGuids(draft: PlanDraft): PlanDraft {
  const seen = new Set<string>()
  return withEverySeat(draft, (seat) => {
    const isTaken = seen.has(seat.guid)
    seen.add(seat.guid)
    return isTaken ? { ...seat, guid: '' } : seat
  })
}

/** A seat whose number is already taken in its row gets the next free one, beyond the largest. */
function ownNumbers(draft: PlanDraft): PlanDraft {
  const rows = new Map<string, Set<string>>()
  return withEverySeat(draft, (seat, row, section) => {
    const key = JSON.stringify([section.name, row.label])
    const taken = rows.get(key) ?? new Set()
    rows.set(key, taken)
    const number = taken.has(seat.number) ? freeNumber(draft, key) : seat.number
    taken.add(number)
    return { ...seat, number }
  })

  function freeNumber(whole: PlanDraft, key: string): string {
    const taken = known(rows.get(key), 'numbers of a row')
    const own = whole.sections.flatMap((section) =>
      section.rows.flatMap((row) =>
        JSON.stringify([section.name, row.label]) === key ? row.seats.map(({ number }) => number) : [],
      ),
    )
    const numbers = [...own, ...taken].map(Number).filter((number) => Number.isSafeInteger(number))
    return String(Math.max(0, ...numbers) + 1)
  }
}

/** A seat that lies on an earlier one moves to the right until it lies on none. */
function apart(draft: PlanDraft): PlanDraft {
  const grids = new Map<DraftSection, ReturnType<typeof makeSeatGrid>>()
  const moved = withEverySeat(draft, (seat, _row, section) => {
    const grid = grids.get(section) ?? makeSeatGrid()
    grids.set(section, grid)
    let placed = seat
    while (grid.hit(placed)) placed = { ...placed, x: placed.x + placed.radius }
    grid.add(placed)
    return placed
  })
  return withRoom(moved)
}

function knownZones(draft: PlanDraft): PlanDraft {
  const usual = draft.categories[0]?.name ?? usualCategory
  const named = withEverySeat(draft, (seat) => (seat.category === '' ? { ...seat, category: usual } : seat))
  const names = new Set([...draft.categories.map(({ name }) => name), ...namesOf(named)])
  const categories = [...names].map((name, index) => {
    const declared = draft.categories.find((category) => category.name === name)
    return declared ?? { name, color: zoneColor(index) }
  })
  return { ...named, categories }
}

function usedZones(draft: PlanDraft): PlanDraft {
  const used = namesOf(draft)
  return { ...draft, categories: draft.categories.filter(({ name }) => used.has(name)) }
}

function namesOf(draft: PlanDraft): ReadonlySet<string> {
  return new Set([...seatsOf(draft)].map(({ category }) => category))
}
