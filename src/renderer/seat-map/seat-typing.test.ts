import { expect, test } from 'vitest'
import { planOf, seat } from './plans.fixture.ts'
import {
  echoOf,
  endWord,
  hush,
  isMissed,
  isTyping,
  labelSeats,
  nothingTyped,
  plainLabel,
  seatTyped,
  typeKey,
  type Typing,
} from './seat-typing.ts'

const rows = [
  { label: 'F', section: 0 },
  { label: 'F', section: 1 },
]
const plan = planOf(
  [0, 1].flatMap((row) => ['1', '12'].map((number, at) => ({ x: at * 24, y: row * 90, row, number }))),
  rows,
)
const labelled = labelSeats(plan)
const coach = labelSeats(planOf([{ x: 0, y: 0, row: 0, number: 'A' }], [{ label: '1', section: 0 }]))

/** Types quickly, with the focus following as on the map. */
function typed(keys: string, { where = labelled, focused = seat(3), before = nothingTyped } = {}): Typing {
  return keys
    .split('')
    .reduce(
      (typing, key, at) => typeKey(typing, { key, atMs: 5000 + at, focused: typing.seat ?? focused }, where),
      before,
    )
}

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
  const at = (typing: Typing, key: string, atMs: number) =>
    typeKey(typing, { key, atMs, focused: null }, labelled)
  const word = at(at(nothingTyped, 'F', 5000), '1', 5999)
  expect(word.text).toBe('F1')
  expect(isTyping(word, 6998)).toBe(true)
  expect(isTyping(word, 6999)).toBe(false)
  expect(at(word, '2', 6998).text).toBe('F12')
  expect(at(word, '2', 6999).text).toBe('2')
})

test('a word that names no seat is a miss, and leads back to where it began', () => {
  for (const word of [typed('ZZ9'), typed('F19')]) {
    expect(isMissed(word)).toBe(true)
    expect(word).toMatchObject({ seat: null, from: 3 })
  }
  expect(typed('F1')).toMatchObject({ seat: 2, from: 3 })
  expect(isMissed(typed('A1', { where: coach }))).toBe(true)
  expect(typed('1A', { where: coach }).seat).toBe(0)
})

test('a miss stays one when it has been read, until another word names a seat', () => {
  const read = hush(typed('ZZ9'))
  expect(isMissed(read)).toBe(true)
  expect(isMissed(hush(read))).toBe(true)
  expect(echoOf(read, false)).toBeNull()
  expect(isMissed(endWord(typed('ZZ9')))).toBe(true)
  expect(isMissed(typed('F12', { before: read }))).toBe(false)
})

test('a word that named a seat is over with the key after it', () => {
  expect(hush(typed('F12'))).toBe(nothingTyped)
  expect(endWord(typed('F12'))).toBe(nothingTyped)
})

test('the word is shown while it is typed; only a miss stays', () => {
  expect(echoOf(typed('F12'), false)).toEqual({ text: 'F12', isFound: true })
  expect(echoOf(typed('F12'), true)).toBeNull()
  expect(echoOf(typed('F13'), false)).toEqual({ text: 'F13', isFound: false })
  expect(echoOf(typed('F13'), true)).toEqual({ text: 'F13', isFound: false })
  expect(echoOf(endWord(typed('F13')), false)).toEqual({ text: 'F13', isFound: false })
  expect(echoOf(nothingTyped, false)).toBeNull()
})

test('the beginning of a name is no miss yet, but is one after the pause', () => {
  expect(echoOf(typed('F'), false)).toEqual({ text: 'F', isFound: true })
  expect(echoOf(typed('F'), true)).toEqual({ text: 'F', isFound: false })
  expect(isMissed(typed('F'))).toBe(true)
})
