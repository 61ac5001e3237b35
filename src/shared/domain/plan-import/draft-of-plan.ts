// Turns a plan of the house back into a draft, for writing it to a file. Owns the ids it makes up, since a plan keeps
// none; must never move a seat.

import { known } from '../../lib/assert.ts'
import { placeRadii } from '../seat-plan/place-radii.ts'
import { isGone, seatFlag } from '../seat-plan/plan.ts'
import type { Plan, SeatFlag } from '../seat-plan/plan.ts'
import type { DraftRow, DraftSeat, PlanDraft } from './draft.ts'
import { planLimits } from './limits.ts'

/** Characters reserved for a running number at the end of an id. */
const suffixLength = 8

/** The draft that `makePlan` started from, except for ids, and with all areas in the first section, since a plan has one list of them. */
export function draftOfPlan(plan: Plan): PlanDraft {
  const seats = seatsOf(plan)
  const rows: number[][] = plan.rows.map(() => [])
  for (const [seat, row] of plan.row.entries()) known(rows[row], 'row of a seat').push(seat)
  const seatsOfRow = (row: number) =>
    alongRow(plan, known(rows[row], 'seats of a row')).map((seat) => known(seats[seat], 'seat'))
  const rowsOf = (section: number): readonly DraftRow[] =>
    plan.rows.flatMap((row, index) =>
      row.section === section ? [{ label: row.label, seats: seatsOfRow(index) }] : [],
    )
  return {
    name: plan.name,
    width: plan.width,
    height: plan.height,
    categories: plan.categories.filter((_, category) => isLeft(plan, category)),
    // Sections that are gone come after all others [L4].
    sections: plan.sections.flatMap(({ name, kind }, section) =>
      kind === 'gone' ? [] : [{ name, kind, rows: rowsOf(section), areas: section === 0 ? plan.areas : [] }],
    ),
  }
}

/** Seats that a later version added come after all others [L4]: a row that has some is sorted by position. */
function alongRow(plan: Plan, seats: readonly number[]): readonly number[] {
  const [first, second] = seats
  if (first === undefined || second === undefined) return seats
  if (seats.every((seat, index) => seat === first + index)) return seats
  const last = known(seats.at(-1), 'last seat of a row')
  const spread = (column: Float32Array) => Math.abs(between(column, first, last))
  const column = spread(plan.x) >= spread(plan.y) ? plan.x : plan.y
  const way = between(column, first, second) < 0 ? -1 : 1
  return seats.toSorted((a, b) => way * between(column, b, a))
}

function between(column: Float32Array, a: number, b: number): number {
  return known(column[b], 'place of a seat') - known(column[a], 'place of a seat')
}

/** A category whose seats are all gone goes with them; one that is declared and unused stays. */
function isLeft(plan: Plan, category: number): boolean {
  const seats = [...plan.category.keys()].filter((seat) => plan.category[seat] === category)
  return seats.length === 0 || seats.some((seat) => !isGone(plan, seat))
}

function seatsOf(plan: Plan): readonly DraftSeat[] {
  const radii = placeRadii(plan)
  const ids = makeIds()
  return plan.numbers.map((number, seat) => {
    const row = known(plan.rows[known(plan.row[seat], 'row')], 'row of a seat')
    const section = known(plan.sections[row.section], 'section of a row')
    const uuid = ids([section.name, row.label, number].join(':'))
    return {
      uuid,
      guid: uuid,
      number,
      x: known(plan.x[seat], 'x'),
      y: known(plan.y[seat], 'y'),
      radius: known(radii[seat], 'radius'),
      category: known(plan.categories[known(plan.category[seat], 'category')], 'category of a seat').name,
      flags: flagsOf(known(plan.flags[seat], 'flags')),
    }
  })
}

/** Makes ids from names of seats, with a running number where one repeats. */
function makeIds(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    const short = name.slice(0, planLimits.title - suffixLength)
    const id = taken.has(short) || short === '' ? `${short}~${taken.size}` : short
    taken.add(id)
    return id
  }
}

function flagsOf(bits: number): readonly SeatFlag[] {
  const all = Object.keys(seatFlag) as SeatFlag[]
  return all.filter((flag) => (bits & seatFlag[flag]) !== 0)
}
