import { expect, test } from 'vitest'
import { gatheredNews } from './gathered-news.ts'
import { curvedPlan, seat } from './plans.fixture.ts'

const plan = curvedPlan(5, 4)
const taken = (...seats: number[]) => seats.map((id) => ({ seatId: seat(id), isTaken: true }))
const free = (...seats: number[]) => seats.map((id) => ({ seatId: seat(id), isTaken: false }))

test('[E2] changes elsewhere are one sentence a row: what was taken first, then what came free', () => {
  expect(gatheredNews(plan, [...free(9), ...taken(0, 4, 1)])).toEqual([
    { kind: 'taken', row: 0, count: 2 },
    { kind: 'taken', row: 1, count: 1 },
    { kind: 'free', row: 2, count: 1 },
  ])
  expect(gatheredNews(plan, [])).toEqual([])
})

test('[E2] of more rows than one can listen to only the number is said', () => {
  expect(gatheredNews(plan, taken(0, 4, 8))).toHaveLength(3)
  expect(gatheredNews(plan, taken(0, 4, 8, 12, 13))).toEqual([{ kind: 'taken', row: null, count: 5 }])
})
