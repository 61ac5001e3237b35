import { expect, test } from 'vitest'
import { planOf, seat } from './plans.fixture.ts'
import { isTyping, makeSeatsByLabel, nothingTyped, plainLabel, seatTyped, typeKey } from './seat-typing.ts'

const rows = [
  { label: 'F', section: 0 },
  { label: 'F', section: 1 },
]
const plan = planOf(
  [0, 1].flatMap((row) => ['1', '12'].map((number, at) => ({ x: at * 24, y: row * 90, row, number }))),
  rows,
)
const labelled = { plan, byLabel: makeSeatsByLabel(plan) }

test('[E2] letters of any case find the seat', () => {
  expect(seatTyped(labelled, plainLabel('f12'), null)).toBe(1)
  expect(seatTyped(labelled, plainLabel('F-12'), null)).toBe(1)
  expect(seatTyped(labelled, plainLabel('F13'), null)).toBeNull()
})

test('[E1] Persian, Arabic and Devanagari digits are the same numbers', () => {
  expect(['F۱۲', 'F١٢', 'F१२', 'F12'].map(plainLabel)).toEqual(['f12', 'f12', 'f12', 'f12'])
})

test('a label that stands in two sections means the one where one is', () => {
  expect(seatTyped(labelled, 'f1', seat(3))).toBe(2)
  expect(seatTyped(labelled, 'f1', seat(0))).toBe(0)
})

test('a pause of one second starts a new label, a moment less does not', () => {
  const typed = typeKey(typeKey(nothingTyped, 'F', 5000), '1', 5999)
  expect(typed.text).toBe('f1')
  expect(isTyping(typed, 6998)).toBe(true)
  expect(isTyping(typed, 6999)).toBe(false)
  expect(typeKey(typed, '2', 6998).text).toBe('f12')
  expect(typeKey(typed, '2', 6999).text).toBe('2')
})
