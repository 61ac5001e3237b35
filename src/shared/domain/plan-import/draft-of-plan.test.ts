import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { PlanId } from '../ids.ts'
import { makePlan } from '../seat-plan/make-plan.ts'
import type { Plan } from '../seat-plan/plan.ts'
import { readSeatTable } from './csv.ts'
import { draftOfPlan } from './draft-of-plan.ts'
import type { DraftSection, PlanDraft } from './draft.ts'
import { readPlanFile } from './read-plan-file.ts'
import { sampleSeatsio } from './seatsio.fixture.ts'
import { isImportable } from './tally.ts'
import { writePretixPlan } from './write-pretix.ts'
import { writeSeatTable } from './write-csv.ts'

const planId = 1 as PlanId
/** Houses with rows anywhere on a lattice, on several floors, with repeated names. */
const section = fc.record({
  name: fc.constantFrom('Stalls', 'Balcony', '=Box', ''),
  kind: fc.constantFrom('seats' as const, 'standing' as const),
  cells: fc.uniqueArray(fc.tuple(fc.nat(7), fc.nat(4)), {
    minLength: 1,
    maxLength: 12,
    selector: ([x, y]) => `${x} ${y}`,
  }),
  flags: fc.subarray(['wheelchair', 'aisle', 'ladies'] as const),
})

const draft: fc.Arbitrary<PlanDraft> = fc.array(section, { minLength: 1, maxLength: 4 }).map((drawn) => ({
  name: 'Any hall',
  width: 400,
  height: 300,
  categories: [
    { name: 'Near', color: '#aa0000' },
    { name: 'Far', color: '#00aa00' },
  ],
  sections: drawn.map(({ name, kind, cells, flags }, index): DraftSection => {
    const rows = Map.groupBy(cells, ([, y]) => y)
    return {
      name,
      kind,
      areas: [],
      rows: [...rows].map(([y, own]) => ({
        label: String(y),
        seats: own.map(([x], place) => ({
          uuid: `${index}:${x}:${y}`,
          guid: '',
          number: String(x),
          x: 20 + x * 25.125 + index,
          y: 20 + y * 30,
          radius: kind === 'standing' ? 6 : 10,
          category: place % 2 === 0 ? 'Near' : 'Far',
          flags,
        })),
      })),
    }
  }),
}))

/** All but the paper's size; positions to a thousandth, which is what a table keeps. */
const columns = ({ name: _name, width: _width, height: _height, areas: _areas, ...plan }: Plan) => ({
  ...plan,
  x: Array.from(plan.x, (x) => Math.round(x * 1e3)),
  y: Array.from(plan.y, (y) => Math.round(y * 1e3)),
})
/** Without what pretix cannot express. */
const inPretix = (plan: Plan) => ({
  ...columns(plan),
  flags: null,
  seatRadius: null,
  sections: plan.sections.map(({ name }) => name),
})

propertyTest.prop([draft], { numRuns: 300 })(
  '[L4] draft → plan → pretix → plan: rows, seats, places, zones and drawings are the same',
  (drawn) => {
    const plan = makePlan(drawn, planId)
    const back = readPlanFile(writePretixPlan(draftOfPlan(plan)))
    expect(back.findings.filter(({ code }) => code === 'ignored-keys' || code === 'repeated-uuid')).toEqual(
      [],
    )
    if (!back.draft) throw new Error('does not read')
    const again = makePlan(back.draft, planId)
    expect(inPretix(again)).toEqual(inPretix(plan))
    expect([again.name, again.width, again.height]).toEqual([plan.name, plan.width, plan.height])
  },
)

propertyTest.prop([draft], { numRuns: 300 })(
  '[L4] draft → plan → table → plan: the same, with marks and standing places',
  (drawn) => {
    const names = drawn.sections.map(({ name, kind }) => `${kind} ${name}`)
    fc.pre(new Set(names).size === names.length)
    const plan = makePlan(drawn, planId)
    const { draft: back, findings } = readSeatTable(writeSeatTable(draftOfPlan(plan)))
    expect(isImportable(findings)).toBe(true)
    if (!back) throw new Error('does not read')
    expect(columns(makePlan(back, planId))).toEqual(columns({ ...plan, categories: usedIn(plan) }))
  },
)

/** A table has only zones that seats name, in order of first appearance. */
function usedIn({ categories, category }: Plan): Plan['categories'] {
  const used = new Set(category)
  expect(used.has(0)).toBe(true)
  return categories.filter((_, index) => used.has(index))
}

test('[L4] seats that were drawn smaller than the usual do not come back on each other', () => {
  const { draft: chart } = readPlanFile(JSON.stringify(sampleSeatsio()))
  if (!chart) throw new Error('does not read')
  const plan = makePlan(chart, planId)
  const back = readPlanFile(writePretixPlan(draftOfPlan(plan)))
  expect(isImportable(back.findings)).toBe(true)
  expect(back.draft && makePlan(back.draft, planId).count).toBe(plan.count)
})
