import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { SeatId } from '../ids.ts'
import { bestAvailable } from './best-available.ts'
import { bestBeforeScreen } from './focus.ts'
import {
  beside,
  everyWindow,
  judged,
  mayBeGiven,
  planOf,
  smallHouse,
  soldEvery,
  takenHouse,
  wish,
  worseOf,
} from './houses.fixture.ts'
import { type Plan, type SeatFlag, seatFlag } from './plan.ts'

propertyTest.prop([takenHouse, fc.integer({ min: 1, max: 5 }), fc.constantFrom(null, 0, 1)])(
  '[H13] together where together is possible, and nothing better of the kind is left, whoever looks',
  ({ plan, states }, count, category) => {
    const want = wish(count, { category })
    const windows = everyWindow(plan, states, want)
    const [first] = bestAvailable(plan, states, want, 5)
    if (windows.length === 0) {
      expect(first?.groups ?? 2).toBeGreaterThan(1)
      return
    }
    const best = windows.map((seats) => judged(plan, states, seats)).toSorted(worseOf)[0]
    expect(first?.groups).toBe(1)
    expect(windows).toContainEqual(first?.seatIds)
    expect(judged(plan, states, first?.seatIds ?? [])).toEqual(best)
  },
)

propertyTest.prop([takenHouse, fc.integer({ min: 1, max: 5 })])(
  '[H13] before a screen nothing is nearer to two thirds of the depth, and leaves as few seats alone',
  ({ plan, states }, count) => {
    const windows = everyWindow(plan, states, wish(count))
    const [first] = bestAvailable(plan, states, wish(count, { isBeforeScreen: true }), 1)
    const rank = (seats: readonly number[]) => judged(plan, states, seats, bestBeforeScreen(plan))
    const [best] = windows.map(rank).toSorted(worseOf)
    if (best) expect(rank(first?.seatIds ?? [])).toEqual(best)
    else expect(first?.groups ?? 2).toBeGreaterThan(1)
  },
)

propertyTest.prop([takenHouse, fc.integer({ min: 1, max: 6 }), fc.constantFrom(null, 0, 1)])(
  '[H13] every proposal is free, of the zone, of the size, not kept for anybody; no seat is proposed twice; ranks only fall',
  ({ plan, states }, count, category) => {
    const want = wish(count, { category })
    const proposals = bestAvailable(plan, states, want, 10)
    const all = proposals.flatMap(({ seatIds }) => seatIds)
    expect(new Set(all).size).toBe(all.length)
    expect(all.filter((seat) => !mayBeGiven(plan, states, want, seat))).toEqual([])
    expect(proposals.filter(({ seatIds }) => seatIds.length !== count)).toEqual([])
    const whole = proposals
      .filter(({ groups }) => groups === 1)
      .map(({ seatIds }) => judged(plan, states, seatIds))
    expect(whole).toEqual(whole.toSorted(worseOf))
  },
)

propertyTest.prop([takenHouse, fc.integer({ min: 1, max: 8 })])(
  '[H13] where so many are free there is a proposal, in as many groups as it says; where not, none',
  ({ plan, states }, count) => {
    const want = wish(count)
    const free = [...states.keys()].filter((seat) => mayBeGiven(plan, states, want, seat))
    const proposals = bestAvailable(plan, states, want, 3)
    expect(proposals.length > 0).toBe(free.length >= count)
    const { right } = beside(plan)
    for (const { seatIds, groups } of proposals) {
      const breaks = seatIds.slice(1).filter((seat, index) => right[seatIds[index] ?? 0] !== seat)
      expect(breaks.length).toBe(groups - 1)
    }
  },
)

propertyTest.prop([smallHouse, fc.integer({ min: 1, max: 4 })])(
  '[H13] printed numbers and rows’ names say nothing: any others give the same proposals',
  (plan, count) => {
    const states = new Uint8Array(plan.count)
    const renamed: Plan = {
      ...plan,
      numbers: plan.numbers.map((_, seat) => String(plan.count - seat)),
      rows: plan.rows.map((row, index) => ({ ...row, label: `${99 - index}` })),
    }
    expect(bestAvailable(renamed, states, wish(count), 4)).toEqual(
      bestAvailable(plan, states, wish(count), 4),
    )
  },
)

const line = (seats: number, y: number, flags: readonly SeatFlag[] = []) => ({
  label: '',
  seats: Array.from({ length: seats }, (_, index) => ({
    uuid: '',
    guid: '',
    number: '',
    x: 100 + index * 25,
    y,
    radius: 10,
    category: 'One',
    flags,
  })),
})
const hall = planOf({
  name: '',
  width: 500,
  height: 500,
  categories: [],
  sections: [
    {
      name: 'Stalls',
      kind: 'seats',
      areas: [],
      rows: [line(5, 100), line(5, 130), line(2, 160, ['wheelchair'])],
    },
    { name: 'Floor', kind: 'standing', areas: [], rows: [line(6, 300)] },
  ],
})

test('[H13] a party too large for any row is parted between neighbouring rows, in the fewest groups', () => {
  const [first, ...others] = bestAvailable(hall, new Uint8Array(hall.count), wish(8), 5)
  expect(first?.groups).toBe(2)
  expect(first?.seatIds.toSorted((a, b) => a - b).slice(0, 5)).toEqual([0, 1, 2, 3, 4])
  expect(first?.seatIds.every((seat) => seat < 10)).toBe(true)
  expect(others).toEqual([])
})

test('[H13] a seat from which not all is seen is proposed last, however near it is, even before a seat that is left alone', () => {
  const narrow = planOf({
    name: '',
    width: 300,
    height: 500,
    categories: [],
    sections: [
      {
        name: '',
        kind: 'seats',
        areas: [],
        rows: [line(3, 100, ['restrictedView']), line(3, 200), line(3, 300)],
      },
    ],
  })
  const all = bestAvailable(narrow, new Uint8Array(narrow.count), wish(2), 3).map(
    ({ seatIds }) => seatIds[0] ?? 0,
  )
  expect(all.map((seat) => Math.floor(seat / 3))).toEqual([1, 2, 0])
})

test('[L3] wheelchair places are given to whoever asks for them, and to nobody else', () => {
  const states = soldEvery(hall, 1).fill(0, 10, 12)
  expect(bestAvailable(hall, states, wish(2), 1)).toEqual([])
  const [asked] = bestAvailable(hall, states, wish(2, { admits: seatFlag.wheelchair }), 1)
  expect(asked?.seatIds).toEqual([10, 11])
})

test('[L6] of a standing area any free places are given, as many as asked and none too many', () => {
  const states = new Uint8Array(hall.count)
  states[12] = 1
  expect(bestAvailable(hall, states, wish(5, { section: 1 }), 3)).toEqual([
    { seatIds: [13, 14, 15, 16, 17], groups: 1 },
  ])
  expect(bestAvailable(hall, states, wish(6, { section: 1 }), 3)).toEqual([])
})

test('[L6] of several standing areas each gives places of the zone and of the section that are asked for', () => {
  const places = (seats: number, y: number, category: string) => {
    const { label, seats: drawn } = line(seats, y)
    return { label, seats: drawn.map((one) => ({ ...one, category })) }
  }
  const field = planOf({
    name: '',
    width: 800,
    height: 500,
    categories: ['Near', 'Far'].map((name) => ({ name, color: '#445566' })),
    sections: [
      { name: 'Pit', kind: 'standing', areas: [], rows: [places(3, 100, 'Near')] },
      { name: 'Lawn', kind: 'standing', areas: [], rows: [places(2, 300, 'Near'), places(2, 330, 'Far')] },
    ],
  })
  const given = (turn: object) =>
    bestAvailable(field, new Uint8Array(field.count), wish(2, turn), 3).map(({ seatIds }) => seatIds)
  expect(given({})).toEqual([
    [0, 1],
    [3, 4],
  ])
  expect(given({ category: 1 })).toEqual([[5, 6]])
  expect(given({ section: 1 })).toEqual([[3, 4]])
})

test('[H13] next to the stage and in the middle comes before far and aside', () => {
  const [first, second] = bestAvailable(hall, new Uint8Array(hall.count), wish(1), 2)
  expect(hall.rows.length).toBe(4)
  expect(first?.seatIds).toEqual([2 as SeatId])
  expect(new Set([0, 4, 7])).toContain(second?.seatIds[0])
})
