import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { known } from '../../lib/assert.ts'
import type { PlanId } from '../ids.ts'
import type { Plan } from '../seat-plan/plan.ts'
import { draftOfPlan } from './draft-of-plan.ts'
import { findingCodes } from './draft.ts'
import { makePlan } from '../seat-plan/make-plan.ts'
import { makeSeatGrid } from '../seat-plan/seat-grid.ts'
import { near } from './near.fixture.ts'
import { isImportable } from './tally.ts'
import { readPlanFile } from './read-plan-file.ts'
import { writePretixPlan } from './write-pretix.ts'
import { writeSeatTable } from './write-csv.ts'

/** Beside the repository; nothing of it is copied into it. */
const plans = resolve(import.meta.dirname, '../../../../../shared/plans')
const stadium = resolve(plans, 'pretix-format_seatmap-canvas-stadium_738.json')
const present = existsSync(stadium)
const where = present ? '' : ` (skipped: no real plans in ${plans})`

const read = () => readPlanFile(readFileSync(stadium, 'utf8'))
const plan = () => {
  const { draft } = read()
  if (!draft) throw new Error('the real plan does not read')
  return { draft, plan: makePlan(draft, 1 as PlanId) }
}

test.skipIf(!present)(
  `[L4] the real stadium of 738 may be imported; the doctor names what is odd${where}`,
  () => {
    const { findings } = read()
    const counts = findings.map(({ code, about, count }) => [code, about, count])
    expect(isImportable(findings)).toBe(true)
    expect(counts.filter(([code]) => code !== 'ignored-keys')).toEqual([
      ['repeated-guid', '', 420],
      ['repeated-name', '', 420],
      ['stacked-sections', 'Ground floor', 1],
      ['category-without-price', 'Category I', 369],
      ['category-without-price', 'Category II', 168],
      ['category-without-price', 'Category IV', 84],
      ['category-without-price', 'Category V', 117],
      ['unused-category', 'Category III', 1],
    ])
    expect(counts.filter(([code]) => code === 'ignored-keys')).toEqual([
      ['ignored-keys', 'zone.uuid', 2],
      ['ignored-keys', 'row.uuid', 90],
      ['ignored-keys', 'area.uuid', 1],
    ])
  },
)

test.skipIf(!present)(
  `[L1] its two floors lie side by side in the plan and no two seats overlap${where}`,
  () => {
    const { draft, plan: made } = plan()
    expect([made.count, made.rows.length, made.sections.length]).toEqual([738, 90, 2])
    const grid = makeSeatGrid()
    for (const [index, x] of made.x.entries()) {
      const circle = { x, y: made.y[index] ?? Number.NaN, radius: made.seatRadius }
      expect(grid.hit(circle)).toBeNull()
      grid.add(circle)
    }
    expect(Math.max(...made.x)).toBeLessThan(made.width)
    const ground = draft.sections[0]?.rows.flatMap((row) => row.seats) ?? []
    expect(ground.length).toBe(576)
    expect(made.x.slice(0, 576)).toEqual(Float32Array.from(ground, ({ x }) => x))
  },
)

test.skipIf(!present)(`[L4] written and read again it is the same plan${where}`, () => {
  const { draft } = plan()
  const back = readPlanFile(writePretixPlan(draft))
  expect(back.findings.filter(({ code }) => code === 'ignored-keys')).toEqual([])
  expect(back.draft).toEqual(near(draft))
})

const files = [
  { name: 'pretix-format_seatmap-canvas-stadium_738.json', seats: 738, standing: 0, zones: 4 },
  { name: 'seatsio_sampleChart_32.json', seats: 232, standing: 200, zones: 2 },
  { name: 'ull-paraninfo_odd-even_603.json', seats: 603, standing: 0, zones: 1 },
]
const planOf = (name: string) => {
  const { draft, findings } = readPlanFile(readFileSync(resolve(plans, name), 'utf8'))
  expect(findings.filter(({ code }) => findingCodes[code] === 'error')).toEqual([])
  if (!draft) throw new Error(`${name} does not read`)
  return makePlan(draft, 1 as PlanId)
}

test.skipIf(!present).for(files)(
  `[L4] $name is read as it stands${where}`,
  ({ name, seats, standing, zones }) => {
    const made = planOf(name)
    const isStanding = (row: number) => made.sections[made.rows[row]?.section ?? 0]?.kind === 'standing'
    expect([made.count, made.row.filter(isStanding).length, new Set(made.category).size]).toEqual([
      seats,
      standing,
      zones,
    ])
  },
)

/** The parts of a plan that the format carries: pretix has neither marks nor standing places, a table no drawings. */
const common = ({ row, rows, category, categories, numbers, sections }: Plan) => ({
  rows: rows.map(({ label, section }) => [label, sections[section]?.name]),
  row: Array.from(row),
  zones: Array.from(category, (each) => categories[each]),
  numbers,
})

const farthest = (a: Float32Array, b: Float32Array) =>
  Math.max(...a.map((at, index) => Math.abs(at - (b[index] ?? Number.NaN))))

test.skipIf(!present).for(files)(
  `[L4] $name comes back from both formats it is written in${where}`,
  ({ name }) => {
    const made = planOf(name)
    for (const write of [writePretixPlan, writeSeatTable]) {
      const { draft, findings } = readPlanFile(write(draftOfPlan(made)))
      expect(isImportable(findings)).toBe(true)
      const again = makePlan(known(draft, 'draft'), 1 as PlanId)
      expect(common(again)).toEqual(common(made))
      expect(farthest(again.x, made.x)).toBeLessThan(0.001)
      expect(farthest(again.y, made.y)).toBeLessThan(0.001)
    }
    const { draft } = readPlanFile(writeSeatTable(draftOfPlan(made)))
    const back = draft && makePlan(draft, 1 as PlanId)
    expect([back?.flags, back?.sections, back?.seatRadius]).toEqual(
      near([made.flags, made.sections, made.seatRadius]),
    )
    const drawn = readPlanFile(writePretixPlan(draftOfPlan(made))).draft
    expect(drawn?.sections.flatMap(({ areas }) => areas)).toEqual(near(made.areas))
  },
)

test.skipIf(!present)(`[L4] the chart of seats.io has nothing that is passed over${where}`, () => {
  const { findings } = readPlanFile(readFileSync(resolve(plans, 'seatsio_sampleChart_32.json'), 'utf8'))
  expect(findings.filter(({ code }) => code === 'ignored-keys')).toEqual([])
})
