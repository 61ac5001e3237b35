import { expect, test } from 'vitest'
import { makeHouse } from './house.ts'
import { curvedPlan, planOf } from './plans.fixture.ts'
import { type StickTerms, stuckRows, stuckSections } from './stuck-names.ts'

/** Three rows of 40 seats, 24 apart, from 0 to 936; the last belongs to another section. */
const straight = planOf(
  Array.from({ length: 120 }, (_, at) => ({
    x: (at % 40) * 24,
    y: Math.floor(at / 40) * 30,
    row: Math.floor(at / 40),
    number: String(at),
  })),
  ['A', 'B', 'C'].map((label, at) => ({ label, section: at === 2 ? 1 : 0 })),
)

const view = { left: 300, top: -20, right: 600, bottom: 80 }
const termsOf = (some: Partial<StickTerms> = {}): StickTerms => ({
  house: makeHouse(straight),
  view,
  covered: null,
  inset: { x: 10, y: 10 },
  told: { rows: new Set(), sections: new Set() },
  ...some,
})
const texts = (names: readonly { readonly text: string }[]) => names.map(({ text }) => text)

test('[L2] rows whose beginning is out of sight are named at the edge, at their own height', () => {
  expect(stuckRows(termsOf())).toEqual([
    { x: 310, y: 0, text: 'A' },
    { x: 310, y: 30, text: 'B' },
    { x: 310, y: 60, text: 'C' },
  ])
})

test('[L2] a row whose own name is in sight, and one that does not come to the edge, are not', () => {
  expect(texts(stuckRows(termsOf({ told: { rows: new Set([1]), sections: new Set() } })))).toEqual(['A', 'C'])
  expect(stuckRows(termsOf({ view: { ...view, left: -60 } }))).toEqual([])
  expect(stuckRows(termsOf({ view: { ...view, left: 930, right: 1230 } }))).toEqual([])
  expect(texts(stuckRows(termsOf({ view: { ...view, bottom: 40 } })))).toEqual(['A', 'B'])
})

test('[L2] a row that begins just behind the edge has its letter cut off: it is named', () => {
  expect(texts(stuckRows(termsOf({ view: { ...view, left: -30 } })))).toEqual(['A', 'B', 'C'])
})

test('[L2] a curved row is named at the height it has at the edge, one that climbs there is not', () => {
  const house = makeHouse(curvedPlan(1, 21))
  const [named] = stuckRows(termsOf({ house, view: { left: 390, top: 0, right: 700, bottom: 300 } }))
  expect(named?.y).toBeCloseTo(Math.sqrt(200 ** 2 - 100 ** 2), 0)
  const steep = { left: 300, top: 0, right: 700, bottom: 300 }
  expect(stuckRows(termsOf({ house, view: steep }))).toEqual([])
})

test('[L2] a row whose name something lies over is named beside that', () => {
  const covered = { left: 300, top: 20, right: 400, bottom: 80 }
  expect(stuckRows(termsOf({ covered })).map(({ x }) => x)).toEqual([310, 410, 410])
})

test('[L2] a row straight down has no name at the left edge', () => {
  const down = planOf(
    [0, 24, 48].map((y) => ({ x: 315, y, row: 0, number: String(y) })),
    [{ label: 'A', section: 0 }],
  )
  expect(stuckRows(termsOf({ house: makeHouse(down) }))).toEqual([])
})

test('[L2] the section along the top edge is named over the middle of what is seen of it, unless it is told', () => {
  expect(stuckSections(termsOf())).toEqual([{ x: 450, y: -10, text: 'Section 1' }])
  expect(texts(stuckSections(termsOf({ view: { ...view, top: 48 } })))).toEqual(['Section 2'])
  const told = { rows: new Set<number>(), sections: new Set(['Section 1']) }
  expect(stuckSections(termsOf({ told }))).toEqual([])
})

test('[L2] two sections side by side are named each, a house of one section never is', () => {
  const beside = planOf(
    Array.from({ length: 20 }, (_, at) => ({ x: at * 24, y: 0, row: at < 10 ? 0 : 1, number: String(at) })),
    [
      { label: 'A', section: 0 },
      { label: 'A', section: 1 },
    ],
  )
  const all = { left: 0, top: -10, right: 456, bottom: 90 }
  const names = stuckSections(termsOf({ house: makeHouse(beside), view: all }))
  expect(texts(names)).toEqual(['Section 1', 'Section 2'])
  expect(names[0]?.x).toBeCloseTo(105, -1)
  expect(stuckSections(termsOf({ house: makeHouse(curvedPlan(2, 9)) }))).toEqual([])
})
