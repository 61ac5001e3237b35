import { expect, test } from 'vitest'
import { examine } from '../../../src/shared/domain/plan-import/doctor.ts'
import type { DraftSeat, PlanDraft } from '../../../src/shared/domain/plan-import/draft.ts'
import { readPlanFile } from '../../../src/shared/domain/plan-import/read-plan-file.ts'
import { isImportable } from '../../../src/shared/domain/plan-import/tally.ts'
import { writePretixPlan } from '../../../src/shared/domain/plan-import/write-pretix.ts'
import type { PlanId } from '../../../src/shared/domain/ids.ts'
import { bestAvailable } from '../../../src/shared/domain/seat-plan/best-available.ts'
import { makePlan } from '../../../src/shared/domain/seat-plan/make-plan.ts'
import { seatLabel } from '../../../src/shared/domain/seat-plan/plan.ts'
import { makeCinema } from './cinema.ts'
import { makeClub } from './club.ts'
import { makeCoach, makeDoubleDecker, makeSleeperCoach } from './coach.ts'
import { makeDeparture, makeLargeHotel, makeSmallHotel } from './hotel.ts'
import { makeStadium } from './stadium.ts'
import { makeTestEvent } from './test-event.ts'
import { makeTheatre } from './theatre.ts'
import { makeTrain } from './train.ts'

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
  { name: 'double-decker', make: makeDoubleDecker, seats: 80, categories: 2 },
  { name: 'sleeper', make: makeSleeperCoach, seats: 36, categories: 2 },
  { name: 'train', make: makeTrain, seats: 176, categories: 3 },
  { name: 'club', make: makeClub, seats: 880, categories: 4 },
  { name: 'large hotel', make: makeLargeHotel, seats: 168, categories: 3 },
  { name: 'small hotel', make: makeSmallHotel, seats: 140, categories: 2 },
  { name: 'departure', make: makeDeparture, seats: 24, categories: 1 },
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

test.for([
  { name: 'coach', make: makeCoach },
  { name: 'double-decker', make: makeDoubleDecker },
])('[L2] the $name at full zoom: seats of 40, gaps of 8, an aisle of 20, a ladies row', ({ make }) => {
  const draft = make()
  const plan = makePlan(draft, 1 as PlanId)
  // Full zoom draws a seat 40 px wide: then one unit is one pixel.
  expect(2 * plan.seatRadius).toBe(40)
  for (const { rows } of draft.sections) {
    const [left, right, below] = rows.map((row) => row.seats)
    const stepOver = (from: DraftSeat | undefined, to: DraftSeat | undefined, axis: 'x' | 'y') =>
      (to?.[axis] ?? Number.NaN) - (from?.[axis] ?? Number.NaN)
    expect(stepOver(left?.[0], left?.[1], 'x')).toBe(40 + 8)
    expect(stepOver(right?.[0], right?.[1], 'x')).toBe(40 + 8)
    expect(stepOver(left?.[0], below?.[0], 'y')).toBe(40 + 8)
    expect(stepOver(left?.[1], right?.[0], 'x')).toBe(40 + 8 + 20 + 8)
  }
  const ladies = flagged(draft, 'ladies').map(({ number }) => number)
  expect(ladies.join('')).toBe('ABCD')
  expect(new Set(flagged(draft, 'aisle').map(({ number }) => number))).toEqual(new Set(['B', 'C']))
})

test.for([
  { make: makeDoubleDecker, name: 'double-decker', seats: [32, 48] },
  { make: makeSleeperCoach, name: 'sleeper', seats: [18, 18] },
])('[L2] the $name has its decks side by side, 20 apart, the driver on the lower', ({ make, seats }) => {
  const draft = make()
  const [below, above] = seats
  expect(bySection(draft)).toEqual({ 'Lower deck': below, 'Upper deck': above })
  const [lower, upper] = draft.sections.map(({ areas }) => areas)
  expect((upper?.[0]?.x ?? 0) - (lower?.[0]?.width ?? 0)).toBe(20)
  const marks = [lower, upper].map((areas) => areas?.filter(({ text }) => text === 'Driver').length)
  expect(marks).toEqual([1, 0])
})

test('[L1] the theatre’s rows are bent: the middle of each lies nearer to the back than its ends', () => {
  const levels = makeTheatre().sections.filter(({ name }) => name !== 'Boxes')
  for (const { seats } of levels.flatMap(({ rows }) => rows)) {
    const middle = seats[Math.floor(seats.length / 2)]?.y ?? 0
    expect(middle).toBeGreaterThan(Math.max(seats[0]?.y ?? 0, seats.at(-1)?.y ?? 0) + 15)
  }
})

test('[L1] the train: tables between facing rows, an aisle, compartments of six', () => {
  const draft = makeTrain()
  expect(bySection(draft)).toEqual({ 'Carriage A': 64, 'Carriage B': 64, 'Carriage C': 48 })
  const [saloon, , compartments] = draft.sections
  const ys = [...new Set(saloon?.rows.map(({ seats }) => seats[0]?.y ?? 0))]
  const steps = new Set(ys.slice(1).map((y, index) => y - (ys[index] ?? 0)))
  // Knee to knee, then back to back.
  expect(steps.size).toBe(2)
  const tables = saloon?.areas.filter(({ width, text }) => text === '' && width < 60) ?? []
  expect(tables.length).toBe(16)
  const perCompartment = Map.groupBy(compartments?.rows ?? [], ({ label }) => label)
  expect([...perCompartment.values()].map((rows) => rows.flatMap(({ seats }) => seats).length)).toEqual(
    Array.from({ length: 8 }, () => 6),
  )
})

test('[L6] the concert hall has 720 places to stand, numbered through, and 160 seats', () => {
  const draft = makeClub()
  expect(draft.sections.map(({ name, kind }) => [name, kind, bySection(draft)[name]])).toEqual([
    ['Floor', 'standing', 600],
    ['Platform', 'standing', 120],
    ['Balcony', 'seats', 100],
    ['Left balcony', 'seats', 30],
    ['Right balcony', 'seats', 30],
  ])
  const floor = draft.sections[0]?.rows.flatMap(({ seats }) => seats.map(({ number }) => number))
  expect(floor).toEqual(Array.from({ length: 600 }, (_, place) => String(place + 1)))
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

test('[H13] the best seats before the cinema’s screen are some way back, in the middle; a theatre’s are at the front', () => {
  const bestOf = (draft: PlanDraft, count: number, isBeforeScreen: boolean) => {
    const plan = makePlan(draft, 1 as PlanId)
    const wish = { count, category: null, section: null, isBeforeScreen }
    const [best] = bestAvailable(plan, new Uint8Array(plan.count), wish, 1)
    return best?.seatIds.map((seatId) => seatLabel(plan, seatId))
  }
  // Row H is the eighth of eleven; eight seats stand between its aisles.
  expect(bestOf(makeCinema(), 2, true)).toEqual(['H8', 'H9'])
  expect(bestOf(makeCinema(), 4, true)).toEqual(['H7', 'H8', 'H9', 'H10'])
  expect(bestOf(makeCinema(), 2, false)?.[0]).toMatch(/^A/)
  expect(bestOf(makeTheatre(), 2, false)?.[0]).toMatch(/^A/)
})
