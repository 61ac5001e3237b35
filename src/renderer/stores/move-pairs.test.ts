import { expect, test } from 'vitest'
import type { BookingId, SeatId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { type Moving, lostBy, movesOf, turned } from './move-pairs.ts'

const ids = (...seats: number[]) => seats as SeatId[]
const own = ids(1, 2, 3)
const moving = (from: SeatId[], to: SeatId[]): Moving => ({ bookingId: 'b' as BookingId, from, to })
const choose = (now: Moving, ...seats: number[]) =>
  ids(...seats).reduce((before, seatId) => turned(before, seatId, own), now)

test('[T4] each new seat is the next one’s that has none; where all have one, the last is chosen anew', () => {
  const two = choose(moving(ids(1, 3), []), 7, 8)
  expect(movesOf(two)).toEqual([
    { from: 1, to: 7 },
    { from: 3, to: 8 },
  ])
  expect(movesOf(choose(two, 9))).toEqual([
    { from: 1, to: 7 },
    { from: 3, to: 9 },
  ])
})

test('[T4] a new seat pressed again is given up, and the others move up', () => {
  expect(movesOf(choose(moving(ids(1, 3), ids(7, 8)), 7))).toEqual([{ from: 1, to: 8 }])
})

test('[T4] a seat of the booking stays or moves again, in the booking’s order, and takes no seat with it that is not there', () => {
  const one = choose(moving(ids(1, 2), ids(7, 8)), 1)
  expect(one).toMatchObject({ from: [2], to: [7] })
  expect(choose(one, 1)).toMatchObject({ from: [1, 2], to: [7] })
  expect(choose(moving([], []), 7)).toMatchObject({ from: [], to: [] })
})

const plan = {
  count: 9,
  sections: [{ kind: 'seats' }, { kind: 'gone' }],
  rows: [
    { label: 'A', section: 0 },
    { label: 'B', section: 1 },
  ],
  row: [0, 0, 0, 0, 0, 0, 0, 1, 1],
  numbers: ['1', '2', '3', '4', '5', '6', '7', '1', '2'],
} as unknown as Plan
const unknown = { code: 'INVALID_INPUT', field: 'moves', problem: 'unknown-seat', detail: '7' } as const

test('[L4] [T4] targets that a new plan has not are lost together and named as people call them, the others stay', () => {
  expect(lostBy(unknown, ids(5, 7, 8), plan)).toEqual({ lost: [7, 8], gone: ['B1', 'B2'] })
  // The new plan is not loaded yet: the house’s answer is enough.
  expect(lostBy({ ...unknown, detail: '5' }, ids(4, 5), plan)).toEqual({ lost: [5], gone: ['A6'] })
})

test('[H1] targets that others have are lost, and any other no takes none', () => {
  const missed = { seatId: 5 as SeatId, label: 'A6', reason: 'sold' } as const
  const taken = { code: 'SEAT_NOT_AVAILABLE', seats: [missed] } as const
  expect(lostBy(taken, ids(4, 5), plan)).toEqual({ lost: [5], gone: [] })
  for (const problem of ['duplicate-seat', 'other-seats'] as const)
    expect(lostBy({ ...unknown, problem }, ids(7), plan)).toEqual({ lost: [], gone: [] })
  expect(lostBy({ code: 'WRONG_STATE', from: 'cancelled', to: 'confirmed' }, ids(7), plan).lost).toEqual([])
})
