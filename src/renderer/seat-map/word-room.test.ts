import { expect, test } from 'vitest'
import { makeHouse } from './house.ts'
import { planOf } from './plans.fixture.ts'
import { isOnSeats } from './word-room.ts'

/** One seat of radius 10 at (100, 100); a word of 20 px beside it, its middle 30 units to the left. */
const { grid } = makeHouse(planOf([{ x: 100, y: 100, row: 0, number: '1' }], [{ label: 'A', section: 0 }]))
const wordAt = (scale: number) => ({
  left: 70 * scale - 10,
  right: 70 * scale + 10,
  top: 100 * scale - 10,
  bottom: 100 * scale + 10,
})
const at = (scale: number, isDot = 0) => ({
  scale,
  seatSize: 20 * scale,
  dots: { isDot: Uint8Array.of(isDot) },
})

test('[L2] a word that keeps its size is clear of the seat beside it when near, and on it when far', () => {
  expect(isOnSeats(wordAt(1), at(1), grid)).toBe(false)
  expect(isOnSeats(wordAt(0.3), at(0.3), grid)).toBe(true)
})

test('a word above a seat is not on it; the dots of a crowd count for nothing', () => {
  const above = { left: 90, right: 110, top: 60, bottom: 90 }
  expect(isOnSeats(above, at(1), grid)).toBe(false)
  expect(isOnSeats(wordAt(0.3), at(0.3, 1), grid)).toBe(false)
})
