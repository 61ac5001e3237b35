import { expect, test } from 'vitest'
import { type Head, joined } from './known-changes.ts'

/** "c1" is change c, with one of its parts done. */
const heads = (...texts: readonly string[]) =>
  texts.map(([changeId, done]) => ({ changeId, done: Number(done) }) as unknown as Head)
const told = (all: readonly Head[]) => all.map(({ changeId, done }) => `${changeId}${done}`).join(' ')
const known = heads('d1', 'c1', 'b1', 'a1')

test('[A2] news of the newest changes leaves the older ones that somebody has read on to', () => {
  expect(told(joined(known, heads('e1', 'd2', 'c1')))).toBe('e1 d2 c1 b1 a1')
})

test('[A2] an older page goes behind, and news that came meanwhile stays before it', () => {
  expect(told(joined(heads('e1', 'd2', 'c1'), heads('b1', 'a1')))).toBe('e1 d2 c1 b1 a1')
  expect(told(joined(heads('e1', 'd2'), heads('c1', 'b1')))).toBe('e1 d2 c1 b1')
})

test('[A2] each change stands once, and a page without any changes nothing', () => {
  expect(told(joined(known, heads('c2', 'b2')))).toBe('d1 c2 b2 a1')
  expect(told(joined(known, []))).toBe('d1 c1 b1 a1')
})
