import { expect, test } from 'vitest'
import type { SeatId } from '../../shared/domain/ids.ts'
import { seatRuns } from '../../shared/domain/seat-plan/seat-runs.ts'
import { seatsLeftAlone } from '../../shared/domain/seat-plan/single-seat.ts'
import { partOf, leftAloneBy, seatToTheRight } from './plan-part.ts'
import { oddEvenPlan, planOf, seat } from './plans.fixture.ts'

/** Two sections of two rows, mixed in the plan's order: 5 3 1 | 2 4 6 each. */
function twoSections() {
  const { x, y, row, numbers } = oddEvenPlan(4)
  const seats = numbers.map((number, id) => ({ x: x[id] ?? 0, y: y[id] ?? 0, row: row[id] ?? 0, number }))
  const mixed = seats.filter((_, id) => id % 2 === 0).concat(seats.filter((_, id) => id % 2 === 1))
  return planOf(
    mixed,
    [0, 1, 0, 1].map((section, at) => ({ label: 'ABCD'[at] ?? '', section })),
  )
}

test('[H13] a section alone has the same neighbours as in its house, across no aisle', () => {
  const plan = twoSections()
  const { right } = seatRuns(plan)
  for (let id = 0; id < plan.count; id += 1) {
    expect(seatToTheRight(plan, seat(id)), plan.numbers[id]).toBe(right[id] === -1 ? null : right[id])
  }
  expect(partOf(plan, 1)).toBe(partOf(plan, 1))
  expect(partOf(plan, 0).plan.count + partOf(plan, 1).plan.count).toBe(plan.count)
})

test('[H14] what a choice leaves alone is what the house finds in the whole plan, whatever is taken', () => {
  const plan = twoSections()
  for (const taken of [[], [3, 9], [0, 7, 14]]) {
    const isFree = (seatId: number) => !taken.includes(seatId)
    for (let first = 0; first < plan.count; first += 1) {
      const chosen = [first, (first + 5) % plan.count].filter(isFree).map(seat)
      expect(leftAloneBy(plan, chosen, isFree).toSorted(byId)).toEqual(seatsLeftAlone(plan, chosen, isFree))
    }
  }
})

test('[H14] the seat between two chosen ones is left alone, and one at the aisle', () => {
  const plan = oddEvenPlan(1)
  const named = (...seats: number[]) =>
    leftAloneBy(plan, seats.map(seat), () => true).map((seatId) => plan.numbers[seatId])
  expect(named(0)).toEqual([])
  expect(named(1)).toEqual(['5', '1'])
  expect(named(3, 5)).toEqual([])
  expect(named(0, 1)).toEqual([])
})

function byId(a: SeatId, b: SeatId): number {
  return a - b
}
