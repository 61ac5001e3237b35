import { expect, test } from 'vitest'
import type { PlanId, SeatId } from '../ids.ts'
import type { PlanDraft } from '../plan-import/draft.ts'
import { makePlan } from './make-plan.ts'
import { nearestBlock } from './nearest-block.ts'

/** Rows A, B and C of four seats each, one behind the other: seats 0–3, 4–7, 8–11. */
const draft: PlanDraft = {
  name: 'Small',
  width: 300,
  height: 300,
  categories: [{ name: 'All', color: '#445566' }],
  sections: [{ name: 'Stalls', kind: 'seats', areas: [], rows: ['A', 'B', 'C'].map(row) }],
}

function row(label: string, index: number) {
  const seats = [0, 1, 2, 3].map((at) => ({
    uuid: `${label}${at}`,
    guid: `${label}${at}`,
    number: String(at + 1),
    x: 30 + at * 30,
    y: 40 + index * 40,
    radius: 10,
    category: 'All',
    flags: [],
  }))
  return { label, seats }
}

const plan = makePlan(draft, 1 as PlanId)
const near = (seats: readonly number[], free: readonly number[]) =>
  nearestBlock(plan, seats as SeatId[], (seat) => free.includes(seat))

test('[P8] of the free blocks side by side the one whose middle is nearest', () => {
  expect(near([0, 1], [2, 3, 4, 5, 8, 9])).toEqual([4, 5])
  expect(near([8, 9], [0, 1, 4, 5])).toEqual([4, 5])
  expect(near([5], [0, 6, 11])).toEqual([6])
})

test('[P8] of two as near the first, and seats of two rows are not side by side', () => {
  expect(near([5], [4, 6])).toEqual([4])
  expect(near([0, 1], [3, 4])).toBeNull()
  expect(near([0, 1, 2], [4, 5, 7, 8])).toBeNull()
})

test('[P8] nothing free is nothing found', () => {
  expect(near([0], [])).toBeNull()
})
