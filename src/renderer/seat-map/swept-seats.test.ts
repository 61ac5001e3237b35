import { expect, test } from 'vitest'
import { makeHouse } from './house.ts'
import { curvedPlan, oddEvenPlan } from './plans.fixture.ts'
import { type SweepTerms, sweptSeats } from './swept-seats.ts'

const everything: SweepTerms = { isFree: () => true, most: 10 }
const plan = curvedPlan(4, 12)
const house = makeHouse(plan)
const at = (row: number, place: number) => ({
  x: plan.x[row * 12 + place] ?? 0,
  y: plan.y[row * 12 + place] ?? 0,
})
const named = (seatIds: readonly number[]) =>
  seatIds.map((seatId) => `${plan.rows[plan.row[seatId] ?? 0]?.label}${plan.numbers[seatId]}`).join(' ')
const swept = (from: [number, number], to: [number, number], turned: Partial<SweepTerms> = {}) =>
  named(sweptSeats(house, { from: at(...from), to: at(...to) }, { ...everything, ...turned }))

test('[H8] along a row all seats between the two ends are meant, however the row bends, either way, and never more than may be had', () => {
  expect(swept([1, 1], [1, 6])).toBe('B2 B3 B4 B5 B6 B7')
  expect(swept([1, 6], [1, 1])).toBe('B2 B3 B4 B5 B6 B7')
  expect(swept([1, 0], [1, 11])).toBe('B1 B2 B3 B4 B5 B6 B7 B8 B9 B10')
  expect(swept([1, 11], [1, 0], { most: 3 })).toBe('B12 B11 B10')
  expect(swept([1, 0], [1, 11], { most: 0 })).toBe('')
})

test('a seat that is not free is passed over, and whoever draws over the floor means nobody', () => {
  expect(swept([0, 0], [0, 3], { isFree: (seatId) => seatId !== 1 })).toBe('A1 A3 A4')
  const floor = { from: { x: 0, y: 0 }, to: { x: 20, y: 20 } }
  expect(sweptSeats(house, floor, everything)).toEqual([])
})

test('over more rows, those beside each other come first: the row where it began whole, then what is left of the next', () => {
  const taken = swept([1, 5], [2, 8], { most: 6 }).split(' ')
  expect(taken.slice(0, 4)).toEqual(['B6', 'B7', 'B8', 'B9'])
  expect(taken.slice(4)).toEqual(['C6', 'C7'])
  expect(swept([2, 8], [1, 5], { most: 6 })).toContain('C9')
})

test('[H13] seats across an aisle are not beside each other: the nearer side is taken whole first', () => {
  const parted = oddEvenPlan(1)
  const line = { from: { x: 168, y: 0 }, to: { x: 0, y: 0 } }
  const seats = sweptSeats(makeHouse(parted), line, { ...everything, most: 4 })
  expect(seats.map((seatId) => parted.numbers[seatId])).toEqual(['2', '4', '6', '1'])
})
