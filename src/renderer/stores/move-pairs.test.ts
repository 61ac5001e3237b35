import { expect, test } from 'vitest'
import type { BookingId, SeatId } from '../../shared/domain/ids.ts'
import { type Moving, movesOf, turned } from './move-pairs.ts'

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
