import { expect, test } from 'vitest'
import { examine } from '../../../src/shared/domain/plan-import/doctor.ts'
import type { DraftSeat, PlanDraft } from '../../../src/shared/domain/plan-import/draft.ts'
import { readPlanFile } from '../../../src/shared/domain/plan-import/read-plan-file.ts'
import { isImportable } from '../../../src/shared/domain/plan-import/tally.ts'
import { writePretixPlan } from '../../../src/shared/domain/plan-import/write-pretix.ts'
import type { PlanId } from '../../../src/shared/domain/ids.ts'
import { makePlan } from '../../../src/shared/domain/seat-plan/make-plan.ts'
import { makeCinema } from './cinema.ts'
import { makeCoach, makeSleeperCoach } from './coach.ts'
import { makeStadium } from './stadium.ts'
import { makeTestEvent } from './test-event.ts'
import { makeTheatre } from './theatre.ts'

const seatsOf = (draft: PlanDraft): readonly DraftSeat[] =>
  draft.sections.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats))
const bySection = (draft: PlanDraft): Record<string, number> =>
  Object.fromEntries(
    draft.sections.map((each) => [each.name, each.rows.flatMap(({ seats }) => seats).length]),
  )
const flagged = (draft: PlanDraft, flag: DraftSeat['flags'][number]) =>
  seatsOf(draft).filter(({ flags }) => flags.includes(flag))

const houses = [
  { name: 'theatre', make: makeTheatre, seats: 2_010, categories: 4 },
  { name: 'cinema', make: makeCinema, seats: 180, categories: 4 },
  { name: 'stadium', make: makeStadium, seats: 80_000, categories: 5 },
  { name: 'coach', make: makeCoach, seats: 44, categories: 2 },
  { name: 'sleeper', make: makeSleeperCoach, seats: 36, categories: 2 },
  { name: 'test event', make: makeTestEvent, seats: 30, categories: 3 },
]

test.for(houses)('[D1] the $name has exactly $seats seats in $categories categories, all in use', (house) => {
  const draft = house.make()
  expect(seatsOf(draft).length).toBe(house.seats)
  expect(draft.categories.length).toBe(house.categories)
  const used = new Set(seatsOf(draft).map(({ category }) => category))
  expect(used).toEqual(new Set(draft.categories.map(({ name }) => name)))
})

test.for(houses)('[L4] the doctor finds nothing in the $name but that prices are not set', ({ make }) => {
  const codes = new Set(examine(make()).map(({ code }) => code))
  expect([...codes]).toEqual(['category-without-price'])
})

test.for(houses)(
  '[D1] the $name is drawn the same each time, on its canvas, and becomes a plan as it is',
  (house) => {
    const draft = house.make()
    expect(house.make()).toEqual(draft)
    const plan = makePlan(draft, 1 as PlanId)
    expect([plan.count, plan.width, plan.height]).toEqual([house.seats, draft.width, draft.height])
  },
)

test.for(houses)('[L4] the $name exports to pretix and may be imported again', ({ make, seats }) => {
  const { draft, findings } = readPlanFile(writePretixPlan(make()))
  expect(isImportable(findings)).toBe(true)
  expect(draft && seatsOf(draft).length).toBe(seats)
})

test('[L1] the theatre has four parts, marked places and ids made of names', () => {
  const draft = makeTheatre()
  expect(bySection(draft)).toEqual({ Stalls: 876, 'Dress Circle': 570, 'Upper Circle': 516, Boxes: 48 })
  expect(seatsOf(draft)[0]?.uuid).toBe('theatre:stalls:A:1')
  expect(flagged(draft, 'wheelchair').length).toBe(6)
  expect(flagged(draft, 'companion').length).toBe(6)
  expect(flagged(draft, 'restrictedView').length).toBeGreaterThan(50)
})

test('[L2] the coach: seats of 40, gaps of 8, an aisle of 20, a ladies row', () => {
  const draft = makeCoach()
  const [a, b, c] = draft.sections[0]?.rows.slice(0, 2).flatMap(({ seats }) => seats) ?? []
  expect([(a?.radius ?? 0) * 2, (b?.x ?? 0) - (a?.x ?? 0)]).toEqual([40, 48])
  expect((c?.x ?? 0) - (b?.x ?? 0)).toBe(40 + 8 + 20 + 8)
  expect(
    flagged(draft, 'ladies')
      .map(({ number }) => number)
      .join(''),
  ).toBe('ABCD')
})

test('[L1] the sleeper has its decks side by side, 20 apart', () => {
  const draft = makeSleeperCoach()
  expect(bySection(draft)).toEqual({ 'Lower deck': 18, 'Upper deck': 18 })
  const [lower, upper] = draft.sections.map(({ areas }) => areas[0])
  expect((upper?.x ?? 0) - (lower?.width ?? 0)).toBe(20)
})

test('[L1] the stadium has three tiers of 36 blocks', () => {
  const { sections } = makeStadium()
  expect(sections.length).toBe(108)
  expect([sections[0]?.name, sections[36]?.name, sections[107]?.name]).toEqual(['101', '201', '336'])
})

test('[D1] the test event has ten seats each of Eco, Normal and VIP', () => {
  expect(bySection(makeTestEvent())).toEqual({ VIP: 10, Normal: 10, Eco: 10 })
})

test('[L4] a bowl of 80,000 seats is examined and made into a plan within the limit of a test', () => {
  const draft = makeStadium()
  expect(isImportable(examine(draft))).toBe(true)
  expect(makePlan(draft, 1 as PlanId).count).toBe(80_000)
})
