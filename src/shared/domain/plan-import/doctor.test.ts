import { expect, test } from 'vitest'
import { examine } from './doctor.ts'
import type { DraftSeat, DraftSection, Finding, FindingCode, PlanDraft } from './draft.ts'
import { isImportable } from './tally.ts'

let made = 0
const seat = (x: number, y: number, change: Partial<DraftSeat> = {}): DraftSeat => {
  made += 1
  const id = `s${made}`
  return { uuid: id, guid: id, number: id, x, y, radius: 10, category: 'Near', flags: [], ...change }
}
const section = (name: string, ...seats: DraftSeat[]): DraftSection => {
  return { name, kind: 'seats', rows: [{ label: 'A', seats }], areas: [] }
}
const plan = (...sections: DraftSection[]): PlanDraft => {
  return { name: 'Hall', width: 500, height: 500, categories: [{ name: 'Near', color: '#000000' }], sections }
}
const of = (code: FindingCode, draft: PlanDraft): readonly Finding[] =>
  examine(draft).filter((finding) => finding.code === code)

test('[L4] a sound plan has no error; its category still wants a price', () => {
  const findings = examine(plan(section('Floor', seat(20, 20), seat(45, 20))))
  expect(isImportable(findings)).toBe(true)
  expect(findings).toEqual([{ code: 'category-without-price', count: 2, places: [], about: 'Near' }])
})

test('[L4] a repeated uuid blocks, a repeated guid or name only warns; an empty guid is none', () => {
  const draft = plan(
    section('Floor', seat(20, 20, { uuid: 'u', guid: 'g', number: '1' }), seat(60, 20, { guid: '' })),
    section('Floor', seat(100, 20, { uuid: 'u', guid: 'g', number: '1' }), seat(140, 20, { guid: '' })),
  )
  const places = [{ section: 'Floor', row: 'A', seat: '1' }]
  expect(of('repeated-uuid', draft)).toEqual([{ code: 'repeated-uuid', count: 1, places, about: '' }])
  expect(of('repeated-guid', draft)).toMatchObject([{ count: 1, places }])
  expect(of('repeated-name', draft)).toMatchObject([{ count: 1, places }])
  expect(isImportable(examine(draft))).toBe(false)
})

test('[L4] seats overlap below the sum of their radii, and not where they touch', () => {
  expect(of('overlap', plan(section('Floor', seat(20, 20), seat(40, 20))))).toEqual([])
  expect(of('overlap', plan(section('Floor', seat(20, 20), seat(39.7, 20))))).toEqual([])
  expect(of('overlap', plan(section('Floor', seat(20, 20), seat(39.5, 20))))).toMatchObject([{ count: 1 }])
  const unequal = section('Floor', seat(200, 200, { radius: 100 }), seat(295, 200, { radius: 2 }))
  expect(of('overlap', plan(unequal))).toMatchObject([{ count: 1 }])
})

test('[L4] sections on top of each other are a warning, not an overlap', () => {
  const draft = plan(
    section('Ground', seat(20, 20)),
    section('First', seat(25, 20)),
    section('Side', seat(60, 20)),
  )
  expect(of('overlap', draft)).toEqual([])
  expect(of('stacked-sections', draft)).toEqual([
    { code: 'stacked-sections', count: 1, places: [{ section: 'First' }], about: 'Ground' },
  ])
  expect(isImportable(examine(draft))).toBe(true)
})

test('[L4] more floors than any house has are refused', () => {
  const stack = Array.from({ length: 13 }, (_, floor) => section(`Floor ${floor}`, seat(20, 20)))
  expect(of('too-large', plan(...stack))).toMatchObject([{ about: 'floors', count: 13 }])
  expect(of('too-large', plan(...stack.slice(1)))).toEqual([])
})

test('[L4] a centre on the edge is on the canvas, one beyond is off; so is one that is no number', () => {
  expect(of('off-canvas', plan(section('Floor', seat(0, 500))))).toEqual([])
  expect(of('off-canvas', plan(section('Floor', seat(0, 500.01), seat(-0.01, 9))))).toMatchObject([
    { count: 2 },
  ])
  expect(of('off-canvas', plan(section('Floor', seat(Number.NaN, 9))))).toMatchObject([{ count: 1 }])
})

test('[L4] a plan without seats is an error', () => {
  expect(of('empty', plan())).toMatchObject([{ count: 1 }])
  expect(isImportable(examine(plan(section('Floor'))))).toBe(false)
})

test('[L4] categories: undeclared ones warn, unused ones are noted', () => {
  const draft = plan(section('Floor', seat(20, 20, { category: 'NOT AVAILABLE' })))
  expect(of('unknown-category', draft)).toMatchObject([{ about: 'NOT AVAILABLE', count: 1 }])
  expect(of('category-without-price', draft)).toMatchObject([{ about: 'NOT AVAILABLE' }])
  expect(of('unused-category', draft)).toMatchObject([{ about: 'Near' }])
})

test('[L4] at most ten places are named, all are counted', () => {
  const heap = section('Floor', ...Array.from({ length: 50 }, () => seat(20, 20)))
  const [overlap] = of('overlap', plan(heap))
  expect([overlap?.count, overlap?.places.length]).toEqual([49, 10])
})

test('[V9] 100,000 seats on one point, huge beside tiny, are examined in bounded time', () => {
  const heap = Array.from({ length: 100_000 }, (_, index) => seat(20, 20, { radius: index % 2 ? 1 : 128 }))
  // Comparing all pairs would take minutes, and run into the test's time limit.
  expect(of('overlap', plan(section('Floor', ...heap)))).toMatchObject([{ count: 99_999 }])
})
