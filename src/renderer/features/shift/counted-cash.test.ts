import { expect, test } from 'vitest'
import { declaredIn, emptyCount, isTyped, piecesIn, sumIn } from './counted-cash.ts'

test('[A5] pieces are whole numbers, in any digits; nothing typed is none', () => {
  expect(['', ' 3 ', '۱۲', '१२', '100000'].map(piecesIn)).toEqual([0, 3, 12, 12, 100_000])
  expect(['-1', '1.5', 'x', '100001', '1 2'].map(piecesIn)).toEqual(Array(5).fill(null))
})

test('[A5] a count is its pieces and the rest; what cannot be read is no count', () => {
  const count = { ...emptyCount('INR'), pieces: { 50000: '2', 100: '7' }, other: '12.50' }
  expect(declaredIn(count)).toEqual({
    currency: 'INR',
    pieces: [
      { valueMinor: 50000, count: 2 },
      { valueMinor: 100, count: 7 },
    ],
    otherMinor: 12_50,
  })
  expect(sumIn(count)).toBe(1019_50)
  expect(declaredIn({ ...count, other: 'x' })).toBeNull()
  expect(declaredIn({ ...count, pieces: { 50000: 'x' } })).toBeNull()
  expect(sumIn({ ...count, pieces: { 50000: 'x' }, other: 'x' })).toBe(0)
})

test('[A5] an empty count is a count of nothing', () => {
  expect(declaredIn(emptyCount('JPY'))).toEqual({ currency: 'JPY', pieces: [], otherMinor: 0 })
})

test('[A5] a count is begun with the first figure, and not by a field that was only emptied', () => {
  const empty = emptyCount('INR')
  expect([empty, { ...empty, pieces: { 100: '' }, other: ' ' }].map(isTyped)).toEqual([false, false])
  expect(
    [
      { ...empty, pieces: { 100: '0' } },
      { ...empty, other: '7' },
    ].map(isTyped),
  ).toEqual([true, true])
})
