import { expect, test } from 'vitest'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { DAY_MS } from '../../../shared/lib/time.ts'
import { type Placed, showText, startOf, unitsText } from './booked-units.ts'

const showId = 1 as ShowId
const start = Date.UTC(2026, 10, 20, 9)
const names = new Map([
  [showId, { title: 'Inn', startsAtMs: start, zone: 'UTC', text: 'Inn · its first day' }],
])
const formats = {
  day: (atMs: number) => new Date(atMs).toISOString().slice(8, 10),
  clock: (atMs: number) => new Date(atMs).toISOString().slice(11, 16),
}
const night = (number: string, of: number) => ({ number, startsAtMs: start + of * DAY_MS })
const stay: Placed = {
  showId,
  seats: ['N3-101', 'N4-101', 'N4-204'],
  rooms: [night('101', 2), night('101', 3), night('204', 3)],
}
const seats: Placed = { showId, seats: ['A1', 'A2'] }

test('[A1] [L6] a stay is its rooms, each with its nights; anything else is its seats', () => {
  expect(unitsText(stay, names, formats)).toBe('101 · 22, 23; 204 · 23')
  expect(unitsText(seats, names, formats)).toBe('A1, A2')
})

test('[A1] [L6] a stay is dated by its own first night, not by the first that the hotel sells', () => {
  expect(showText(stay, names, formats)).toBe('Inn · 22 09:00')
  expect(startOf(stay, names)).toBe(start + 2 * DAY_MS)
  expect(showText(seats, names, formats)).toBe('Inn · its first day')
  expect(startOf(seats, names)).toBe(start)
  expect(showText({ ...seats, showId: 2 as ShowId }, names, formats)).toBe('')
})
