import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { PlanId } from '../ids.ts'
import type { DraftRow, DraftSection } from '../plan-import/draft.ts'
import { readPlanFile } from '../plan-import/read-plan-file.ts'
import { neighbours, neighboursAround, nobody } from './adjacency.ts'
import { makePlan } from './make-plan.ts'
import type { Plan } from './plan.ts'

interface Place {
  readonly number: string
  readonly x: number
  readonly y: number
}

const row = (label: string, places: readonly Place[]): DraftRow => {
  const seat = { uuid: '', guid: '', radius: 10, category: 'One', flags: [] }
  return { label, seats: places.map((place) => ({ ...seat, ...place })) }
}
const planOf = (sections: readonly { readonly name: string; readonly rows: readonly DraftRow[] }[]): Plan => {
  const whole = sections.map((each): DraftSection => ({ ...each, kind: 'seats', areas: [] }))
  return makePlan({ name: 'Hall', width: 4_000, height: 4_000, categories: [], sections: whole }, 1 as PlanId)
}
/** Runs of adjacent seats, left to right, as their numbers. */
const runs = (plan: Plan): readonly string[] => {
  const { left, right } = neighbours(plan)
  const starts = [...left.keys()].filter((seat) => left[seat] === nobody)
  return starts.map((start) => {
    const numbers: (string | undefined)[] = []
    for (let at = start; at !== nobody; at = right[at] ?? nobody) numbers.push(plan.numbers[at])
    return numbers.join(' ')
  })
}
const at = (number: string, x: number, y = 100): Place => ({ number, x, y })

test('[H14] neighbours come from places: odd numbers right, even left, an aisle between 2 and 1', () => {
  const places = [at('1', 550), at('2', 500), at('3', 578), at('4', 472), at('5', 606), at('6', 444)]
  expect(runs(planOf([{ name: 'Stalls', rows: [row('A', places)] }]))).toEqual(['1 3 5', '6 4 2'])
})

test('[H14] in a row that stands upright one goes down, whichever end is counted first', () => {
  const [down, up] = [
    [100, 128, 156],
    [156, 128, 100],
  ].map((places) => places.map((y, index) => at(String(index + 1), 100, y)))
  expect(runs(planOf([{ name: 'Box', rows: [row('A', down ?? [])] }]))).toEqual(['1 2 3'])
  expect(runs(planOf([{ name: 'Box', rows: [row('A', up ?? [])] }]))).toEqual(['3 2 1'])
})

test('[H14] a step of 1.6 pitches is beside, a wider one is an aisle', () => {
  const near = [at('1', 100), at('2', 125), at('3', 150), at('4', 190)]
  const far = [at('1', 100), at('2', 125), at('3', 150), at('4', 190.5)]
  expect(runs(planOf([{ name: 'Near', rows: [row('A', near)] }]))).toEqual(['1 2 3 4'])
  expect(runs(planOf([{ name: 'Far', rows: [row('A', far)] }]))).toEqual(['1 2 3', '4'])
})

test('[H14] a row of two takes its pitch from the section: across an aisle nobody is beside', () => {
  const long = row('A', [at('1', 100), at('2', 125), at('3', 150), at('4', 175)])
  const short = row('B', [at('1', 100, 140), at('2', 175, 140)])
  expect(runs(planOf([{ name: 'Stalls', rows: [long, short] }]))).toEqual(['1 2 3 4', '1', '2'])
})

test('[H14] seats around a table are one open run: nobody is lost, nobody is beside themselves', () => {
  const turn = Math.PI / 4
  const places = Array.from({ length: 8 }, (_, n) =>
    at(String(n), 200 + 40 * Math.cos(n * turn), 200 + 40 * Math.sin(n * turn)),
  )
  const [run, ...others] = runs(planOf([{ name: 'Tables', rows: [row('1', places)] }]))
  expect(others).toEqual([])
  expect(run?.split(' ').toSorted().join('')).toBe('01234567')
})

test('[L6] where people stand nobody is beside anybody', () => {
  const places = [at('1', 100), at('2', 110), at('3', 120)]
  const standing: DraftSection = { name: 'Floor', kind: 'standing', rows: [row('', places)], areas: [] }
  const plan = makePlan(
    { name: '', width: 400, height: 400, categories: [], sections: [standing] },
    1 as PlanId,
  )
  expect(runs(plan)).toEqual(['1', '2', '3'])
})

propertyTest.prop([
  fc.shuffledSubarray(
    Array.from({ length: 24 }, (_, n) => n),
    { minLength: 24 },
  ),
  // 23 turns of 0.24 rad are nearly a full ring.
  fc.double({ min: 0, max: 0.24, noNaN: true }),
])('[H14] however a row bends and in whatever order its seats come, all sit in one run', (order, turn) => {
  const line: Place[] = []
  let [x, y] = [1_000, 1_000]
  for (let n = 0; n < 24; n++, x += 25 * Math.cos(turn * n), y += 25 * Math.sin(turn * n))
    line.push({ number: String(n).padStart(2, '0'), x, y })
  const places = order.flatMap((n) => line[n] ?? [])
  const [run, ...others] = runs(planOf([{ name: 'Bow', rows: [row('A', places)] }]))
  const straight = line.map(({ number }) => number).join(' ')
  expect(others).toEqual([])
  expect([straight, straight.split(' ').toReversed().join(' ')]).toContain(run)
})

const hall = resolve(import.meta.dirname, '../../../../../shared/plans/ull-paraninfo_odd-even_603.json')
const present = existsSync(hall)

test.skipIf(!present)(
  `[H14] in the real odd/even hall nobody sits across the aisle${present ? '' : ` (skipped: no ${hall})`}`,
  () => {
    const { draft } = readPlanFile(readFileSync(hall, 'utf8'))
    if (!draft) throw new Error('the real hall does not read')
    const plan = makePlan(draft, 1 as PlanId)
    expect(plan.count).toBe(603)
    const { left, right } = neighbours(plan)
    const pairs = [...right].flatMap((next, seat) => (next === nobody ? [] : [[seat, next] as const]))
    for (const [seat, next] of pairs) expect(left[next]).toBe(seat)
    const steps = new Set(pairs.map(([a, b]) => Math.abs(Number(plan.numbers[a]) - Number(plan.numbers[b]))))
    const main = pairs.filter(([seat]) => (plan.rows[plan.row[seat] ?? 0]?.section ?? 9) < 2)
    // One run per side: 17 rows of the stalls and 7 of the amphitheatre have two, its row H (odd numbers only) one.
    expect(main.length).toBe(396 + 137 - (17 * 2 + 7 * 2 + 1))
    expect(steps).toEqual(new Set([2]))
  },
)

test('[H14] asked section by section, everybody has the neighbours that they have in the whole house', () => {
  const pairs = (x: number) => [at('1', x), at('2', x + 25)]
  const section = (name: string, y: number) => ({
    name,
    rows: [row('A', [...pairs(100), at('3', 150, y)]), row('B', pairs(300)), row('C', [at('1', 100, y)])],
  })
  const plan = planOf([section('Left', 100), section('Right', 400)])
  const { left, right } = neighbours(plan)
  const first = neighboursAround(plan, plan.count - 1)
  expect([...first.right].slice(0, 3), 'not asked yet').toEqual([nobody, nobody, nobody])
  for (let seat = 0; seat < plan.count; seat += 1) {
    const around = neighboursAround(plan, seat)
    expect([around.left[seat], around.right[seat]]).toEqual([left[seat], right[seat]])
  }
  expect([...left].filter((beside) => beside !== nobody)).toHaveLength(5)
})
