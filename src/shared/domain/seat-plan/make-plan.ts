// Turns an examined draft into the columns the house works with, floors side by side.
// Owns the order of seats, rows and categories, which makes their ids; must never judge a draft: the doctor has done so.

import { assert, known } from '../../lib/assert.ts'
import type { PlanId } from '../ids.ts'
import type { DraftRow, DraftSeat, DraftSection, PlanDraft } from '../plan-import/draft.ts'
import { planLimits } from '../plan-import/limits.ts'
import { laySideBySide } from './lay-floors.ts'
import { seatFlag } from './plan.ts'
import type { Category, Plan } from './plan.ts'

/** The colour of a category that seats name but the file does not declare: a neutral grey. */
const undeclaredColor = '#808080'

/**
 * Columns over the draft's seats, in the draft's order: sections, rows, seats. A plan row is one draft row,
 * even where two have the same label. Sections that lie on each other are laid side by side (L1). Categories: the
 * declared ones, then those that only seats name. Throws `Bug` on a draft beyond `planLimits`: the doctor
 * refuses those.
 */
export function makePlan(draft: PlanDraft, planId: PlanId): Plan {
  const { sections, width, height } = laySideBySide(draft)
  const rows = sections.flatMap((section, index) => section.rows.map((row) => ({ ...row, section: index })))
  const seats = rows.flatMap((row) => row.seats)
  const categories = allCategories(draft.categories, seats)
  assert(
    seats.length <= planLimits.seats && rows.length <= planLimits.rows,
    'the doctor bounds seats and rows',
  )
  assert(categories.length <= planLimits.categories, 'the doctor bounds categories')
  return {
    planId,
    name: draft.name,
    width,
    height,
    seatRadius: usualRadius(seatedOf(sections), seats),
    sections: sections.map(({ name, kind }) => ({ name, kind })),
    rows: rows.map(({ label, section }) => ({ label, section })),
    categories,
    areas: sections.flatMap((section) => section.areas),
    ...seatColumns(seats, rows, categories),
  }
}

function seatColumns(
  seats: readonly DraftSeat[],
  rows: readonly DraftRow[],
  categories: readonly Category[],
): Pick<Plan, 'count' | 'x' | 'y' | 'row' | 'category' | 'flags' | 'numbers'> {
  const indexOf = new Map(categories.map(({ name }, index) => [name, index]))
  return {
    count: seats.length,
    x: Float32Array.from(seats, (seat) => seat.x),
    y: Float32Array.from(seats, (seat) => seat.y),
    row: Uint16Array.from(rows.flatMap((row, index) => row.seats.map(() => index))),
    category: Uint8Array.from(seats, (seat) => known(indexOf.get(seat.category), 'category of a seat')),
    flags: Uint8Array.from(seats, (seat) => seat.flags.reduce((bits, flag) => bits | seatFlag[flag], 0)),
    numbers: seats.map((seat) => seat.number),
  }
}

/** Two declarations with the same name are one category: the first one. */
function allCategories(declared: readonly Category[], seats: readonly DraftSeat[]): readonly Category[] {
  const byName = new Map<string, Category>()
  for (const category of declared)
    if (!byName.has(category.name)) byName.set(category.name, { name: category.name, color: category.color })
  for (const { category: name } of seats)
    if (!byName.has(name)) byName.set(name, { name, color: undeclaredColor })
  return [...byName.values()]
}

/** Seats only: standing places are drawn as dots of their own size, which says nothing about seats. */
function seatedOf(sections: readonly DraftSection[]): readonly DraftSeat[] {
  const seated = sections.filter(({ kind }) => kind === 'seats')
  return seated.flatMap(({ rows }) => rows.flatMap((row) => row.seats))
}

/** The most common radius of seats (of places, where there are no seats); of two equally common ones the smaller, which cannot overlap. */
function usualRadius(seated: readonly DraftSeat[], all: readonly DraftSeat[]): number {
  const counts = new Map<number, number>()
  for (const { radius } of seated.length > 0 ? seated : all) counts.set(radius, (counts.get(radius) ?? 0) + 1)
  const [usual] = [...counts].toSorted(([a, many], [b, more]) => more - many || a - b)
  return usual?.[0] ?? 10
}
