import { expect, test } from 'vitest'
import { known } from '../../lib/assert.ts'
import { makePlan } from '../seat-plan/make-plan.ts'
import { seatLabel } from '../seat-plan/plan.ts'
import { dotRadius } from '../seat-plan/place-radii.ts'
import type { PlanDraft } from './draft.ts'
import { draftOfPlan } from './draft-of-plan.ts'
import { naturalOrder } from './natural-order.ts'
import { readPlanFile } from './read-plan-file.ts'
import { readSeatListValue } from './seat-list-json.ts'
import { planLimits } from './limits.ts'
import { sampleSeatsio } from './seatsio.fixture.ts'
import { readSeatsioValue } from './seatsio.ts'

const read = (value: unknown) => readPlanFile(JSON.stringify(value))

/** A plan with as little in it as possible. */
const bare: PlanDraft = {
  name: 'Bare',
  width: 10,
  height: 10,
  categories: [],
  sections: [{ name: '', kind: 'seats', rows: [], areas: [] }],
}

test.for([[5], [null], ['hall'], [[{ seats: [] }]]])(
  '[L4] %j is no list of seats, and says so',
  ([value]) => {
    const { draft, findings } = readSeatListValue(value)
    expect(draft).toBeNull()
    expect(findings.length).toBeGreaterThan(0)
  },
)

test('[L4] a category that is none stops the whole file, with its place', () => {
  const sections = [{ name: 'S', seats: [{ row: 'A', number: 1 }] }]
  const { draft, findings } = read({ name: 'x', categories: [7], sections })
  expect(draft).toBeNull()
  expect(findings.flatMap(({ places }) => places.map(({ path }) => path))).toContain('categories[0]')
})

test('[L4] a booth, a section or a shape that is no object stops the whole chart, with its place', () => {
  for (const kind of ['booths', 'sections', 'shapes'] as const) {
    const chart = sampleSeatsio()
    const spoiled = { ...chart, subChart: { ...chart.subChart, [kind]: [7] } }
    const { draft, findings } = read(spoiled)
    expect(draft).toBeNull()
    expect(JSON.stringify(findings)).toContain(`subChart.${kind}[0]`)
  }
})

test('[L4] a chart that is no object, or has a booth more than a house has seats, is no draft', () => {
  expect(readSeatsioValue(5).draft).toBeNull()
  const chart = sampleSeatsio()
  const [table] = chart.subChart.tables
  const seats = Array.from({ length: planLimits.seats }, () => known(table?.seats[0], 'chair'))
  const full = { ...chart, subChart: { ...chart.subChart, tables: [{ ...table, seats }] } }
  const { draft, findings } = readSeatsioValue(full)
  expect(draft).toBeNull()
  expect(findings).toContainEqual(expect.objectContaining({ code: 'too-large', about: 'seats' }))
})

test('[L4] a seats.io section whose chart holds nothing but a stage is a section without seats', () => {
  const chart = sampleSeatsio()
  const [section] = chart.subChart.sections
  const { shapes } = chart.subChart
  const empty = { ...known(section, 'section'), subChart: { height: 10, width: 10, shapes } }
  const { draft } = read({ ...chart, subChart: { ...chart.subChart, sections: [empty] } })
  expect(draft?.sections.at(-1)).toMatchObject({ name: empty.label, rows: [] })
})

test('[L4] a plan without a seat is made, goes out as a draft, and comes back', () => {
  const plan = makePlan(bare, 1 as never)
  expect([plan.count, plan.seatRadius]).toEqual([0, 10])
  expect(dotRadius(plan)).toBeNull()
  expect(draftOfPlan(plan)).toEqual({ ...bare, sections: [{ name: '', kind: 'seats', rows: [], areas: [] }] })
})

test('[T1] the label of a seat that a plan does not have is empty, never another’s', () => {
  expect(seatLabel(makePlan(bare, 1 as never), 7 as never)).toBe('')
})

test('[T1] a seat is called by row and number, with a dash only where two digits would meet', () => {
  const of = (label: string, number: string) => {
    const seat = { uuid: '', guid: '', number, x: 5, y: 5, radius: 1, category: 'Near', flags: [] }
    const rows = [{ label, seats: [seat] }]
    return seatLabel(
      makePlan({ ...bare, sections: [{ name: '', kind: 'seats', rows, areas: [] }] }, 1 as never),
      0 as never,
    )
  }
  expect([of('A', '14'), of('12', '8'), of('12', 'B'), of('', '7')]).toEqual(['A14', '12-8', '12B', '7'])
  expect([of('12', ''), of('A:', '/1'), of('1:', '/')]).toEqual(['12', 'A:/1', '1:/'])
  // Also with digits of other scripts, and with those that take two code units.
  expect([of('۱۲', '۸'), of('१२', '8'), of('12', '۸'), of('ردیف', '۸')]).toEqual([
    '۱۲-۸',
    '१२-8',
    '12-۸',
    'ردیف۸',
  ])
  expect([of('𝟭', '8'), of('8', '𝟭'), of('🎭', '8')]).toEqual(['𝟭-8', '8-𝟭', '🎭8'])
})

test('[L4] what another begins with comes before it, whichever is asked first', () => {
  expect(naturalOrder('A', 'A1')).toBeLessThan(0)
  expect(naturalOrder('A1', 'A')).toBeGreaterThan(0)
  expect(naturalOrder('A1', 'A1')).toBe(0)
})
