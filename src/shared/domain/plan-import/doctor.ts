// The plan doctor [L4]: examines a draft before import. Owns what counts as an error, a warning or a note;
// must never change the draft, nor know the format it came from.

import { known } from '../../lib/assert.ts'
import { findFloors } from '../seat-plan/floors.ts'
import type { Floors } from '../seat-plan/floors.ts'
import { makeSeatGrid } from '../seat-plan/seat-grid.ts'
import type { DraftRow, DraftSeat, DraftSection, Finding, FindingCode, Place, PlanDraft } from './draft.ts'
import { planLimits } from './limits.ts'
import { makeTallies, makeTally } from './tally.ts'

interface SeatInPlace {
  readonly section: DraftSection
  readonly row: DraftRow
  readonly seat: DraftSeat
}

/**
 * Errors first. One finding per kind (per category, or per section that others lie on, where `about` names one): `count`
 * says how often, `places` names the first ten. A draft without errors can be made into a plan.
 */
export function examine(draft: PlanDraft): readonly Finding[] {
  const seats = [...seatsOf(draft)]
  const floors = findFloors(draft.sections)
  return [
    ...beyondLimits(draft, seats, floors),
    ...(seats.length === 0 ? [{ code: 'empty', count: 1, places: [], about: '' } as const] : []),
    ...repeated('repeated-uuid', seats, ({ seat }) => seat.uuid),
    ...overlapping(draft),
    ...offCanvas(draft, seats),
    ...repeated('repeated-guid', seats, ({ seat }) => seat.guid),
    ...repeated('repeated-name', seats, ({ section, row, seat }) =>
      JSON.stringify([section.name, row.label, seat.number]),
    ),
    ...stacked(draft, floors),
    ...categoryFindings(draft, seats),
  ]
}

function* seatsOf(draft: PlanDraft): Generator<SeatInPlace> {
  for (const section of draft.sections)
    for (const row of section.rows) for (const seat of row.seats) yield { section, row, seat }
}

/** Readers enforce most limits themselves; this checks drafts of any origin, and what only adds up over all seats. */
function beyondLimits(draft: PlanDraft, seats: readonly SeatInPlace[], floors: Floors): readonly Finding[] {
  const names = [...draft.categories.map(({ name }) => name), ...seats.map(({ seat }) => seat.category)]
  const found = {
    seats: seats.length,
    rows: draft.sections.reduce((sum, { rows }) => sum + rows.length, 0),
    sections: draft.sections.length,
    categories: new Set(names).size,
    areas: draft.sections.reduce((sum, { areas }) => sum + areas.length, 0),
    floors: floors.count,
  }
  return Object.entries(found)
    .filter(([what, count]) => count > planLimits[what as keyof typeof found])
    .map(([about, count]) => ({ code: 'too-large', count, places: [], about }))
}

/** Counts seats whose id an earlier seat has, and names them. A missing id is not a repeat. */
function repeated(
  code: FindingCode,
  seats: readonly SeatInPlace[],
  idOf: (seat: SeatInPlace) => string,
): readonly Finding[] {
  const seen = new Set<string>()
  const tally = makeTally(code)
  for (const each of seats) {
    const id = idOf(each)
    if (seen.has(id)) tally.add(placeOf(each))
    else if (id !== '') seen.add(id)
  }
  return tally.findings()
}

/** Counts the seats that lie on another of their own section: two seats at one place are one overlap, not two. */
function overlapping(draft: PlanDraft): readonly Finding[] {
  const tally = makeTally('overlap')
  for (const section of draft.sections) {
    const grid = makeSeatGrid<DraftSeat>()
    const seats = section.rows.flatMap((row) => row.seats.map((seat) => ({ section, row, seat })))
    // Largest first keeps the search around each seat small; equal ones stay in file order.
    for (const each of seats.toSorted((a, b) => b.seat.radius - a.seat.radius))
      if (grid.hit(each.seat)) tally.add(placeOf(each))
      else grid.add(each.seat)
  }
  return tally.findings()
}

function offCanvas({ width, height }: PlanDraft, seats: readonly SeatInPlace[]): readonly Finding[] {
  const tally = makeTally('off-canvas')
  for (const each of seats) {
    const { x, y } = each.seat
    if (!(x >= 0 && x <= width && y >= 0 && y <= height)) tally.add(placeOf(each))
  }
  return tally.findings()
}

/** Sections drawn on top of others: floors of one house, which are laid side by side when the plan is made. */
function stacked({ sections }: PlanDraft, { liesOn }: Floors): readonly Finding[] {
  const tallies = makeTallies('stacked-sections', planLimits.sections)
  const nameOf = (section: number) => known(sections[section], 'section of a floor').name
  for (const [index, on] of liesOn.entries()) if (on >= 0) tallies.add(nameOf(on), { section: nameOf(index) })
  return tallies.findings()
}

/**
 * No plan format carries prices: every category that seats name still needs one; unused ones are only noted.
 */
function categoryFindings({ categories }: PlanDraft, seats: readonly SeatInPlace[]): readonly Finding[] {
  const declared = new Set(categories.map(({ name }) => name))
  const unknown = makeTallies('unknown-category', planLimits.categories)
  const unpriced = makeTallies('category-without-price', planLimits.categories)
  const used = new Set<string>()
  for (const each of seats) {
    const name = each.seat.category
    used.add(name)
    unpriced.add(name, null)
    if (!declared.has(name)) unknown.add(name, placeOf(each))
  }
  const unused = makeTallies('unused-category', planLimits.categories)
  for (const name of declared) if (!used.has(name)) unused.add(name, null)
  return [...unknown.findings(), ...unpriced.findings(), ...unused.findings()]
}

function placeOf({ section, row, seat }: SeatInPlace): Place {
  return { section: section.name, row: row.label, seat: seat.number }
}
