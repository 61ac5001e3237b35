// A plan of the house as a draft again, for writing it to a file. Owns the ids it makes up, since a plan keeps
// none; must never move a seat.

import { known } from '../../lib/assert.ts'
import { placeRadii } from '../seat-plan/place-radii.ts'
import { seatFlag } from '../seat-plan/plan.ts'
import type { Plan, SeatFlag } from '../seat-plan/plan.ts'
import type { DraftRow, DraftSeat, PlanDraft } from './draft.ts'
import { planLimits } from './limits.ts'

/** Room that a running number takes at the end of an id. */
const suffixLength = 8

/** What `makePlan` made it of, but for ids, and with all areas in the first section: a plan has one list of them. */
export function draftOfPlan(plan: Plan): PlanDraft {
  const seats = seatsOf(plan)
  const rows: DraftSeat[][] = plan.rows.map(() => [])
  for (const [seat, drawn] of seats.entries())
    known(rows[known(plan.row[seat], 'row')], 'row of a seat').push(drawn)
  const rowsOf = (section: number): readonly DraftRow[] =>
    plan.rows.flatMap((row, index) =>
      row.section === section ? [{ label: row.label, seats: known(rows[index], 'seats of a row') }] : [],
    )
  return {
    name: plan.name,
    width: plan.width,
    height: plan.height,
    categories: plan.categories,
    sections: plan.sections.map(({ name, kind }, section) => ({
      name,
      kind,
      rows: rowsOf(section),
      areas: section === 0 ? plan.areas : [],
    })),
  }
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

/** Names of seats, with a running number where one comes again. */
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
