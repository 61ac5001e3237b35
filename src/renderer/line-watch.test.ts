import { expect, test } from 'vitest'
import { LineWatch } from './line-watch.ts'

test('[SYNC 5.7] a line that says nothing is asked twice, and then counts as dead; one that says anything is sound', () => {
  const watch = new LineWatch()
  const beats = (count: number) => Array.from({ length: count }, () => watch.beat())
  expect(beats(4)).toEqual(['sound', 'ask', 'ask', 'dead'])
  watch.heard()
  expect(beats(2)).toEqual(['sound', 'ask'])
  watch.heard()
  expect(beats(3)).toEqual(['sound', 'ask', 'ask'])
})
