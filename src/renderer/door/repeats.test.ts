import { expect, test } from 'vitest'
import { Repeats } from './repeats.ts'

test('[T3] a code that stays in sight is one scan, however long; it counts again after a second out of sight', () => {
  const repeats = new Repeats()
  const read = (code: string, ...times: number[]) => times.map((atMs) => repeats.isNew(code, atMs))
  expect(read('A', 0, 200, 900, 1800, 2799)).toEqual([true, false, false, false, false])
  expect(read('A', 3799, 4000)).toEqual([true, false])
})

test('[T3] two tickets that are held up at once are two scans', () => {
  const repeats = new Repeats()
  const seen = ['A', 'B', 'A', 'B'].map((code, at) => repeats.isNew(code, at * 100))
  expect(seen).toEqual([true, true, false, false])
})
