import { expect, test } from 'vitest'
import { fuzzyFilter, fuzzyScore } from './fuzzy.ts'

const titles = [
  'Tonight',
  'The Glass Orchard · Fri 20 Nov 21:00',
  'Test event',
  'Manage shows',
  'Import a plan',
]
const find = (typed: string) => fuzzyFilter(titles, typed, (title) => title)

test('[E2] letters in their order find a command, wherever they stand', () => {
  expect(find('glass')).toEqual(['The Glass Orchard · Fri 20 Nov 21:00'])
  expect(find('gla or')).toEqual(['The Glass Orchard · Fri 20 Nov 21:00'])
  expect(find('21:00')).toEqual(['The Glass Orchard · Fri 20 Nov 21:00'])
  expect(find('xq')).toEqual([])
})

test('[E2] beginnings of words come before letters in their middle, and nothing typed is everything as it stands', () => {
  expect(find('te')[0]).toBe('Test event')
  expect(find('ms')[0]).toBe('Manage shows')
  expect(find('')).toEqual(titles)
})

test('[E1] accents and the two kinds of Persian letters are one', () => {
  expect(fuzzyScore('Café', 'cafe')).not.toBeNull()
  expect(fuzzyScore('تیره', 'تيره')).not.toBeNull()
  expect(fuzzyScore('مدیریت', 'مدریت')).not.toBeNull()
  expect(fuzzyScore('مدیریت', 'تم')).toBeNull()
})

test('[E2] the letters must all be there, in their order', () => {
  expect(fuzzyScore('abc', 'cb')).toBeNull()
  expect(fuzzyScore('abc', 'abcd')).toBeNull()
  expect(fuzzyScore('abc', 'ac')).not.toBeNull()
})

test('[E1] marks that keep a name in its own direction are no letters: the word behind one still begins there', () => {
  expect(fuzzyScore('\u2068Glass\u2069', 'g')).toBe(fuzzyScore('Glass', 'g'))
})
