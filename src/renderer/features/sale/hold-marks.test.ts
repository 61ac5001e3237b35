import { expect, test } from 'vitest'
import { passedMark } from './hold-marks.ts'

const hold = 300_000

test.for([
  [300_000, null],
  [120_001, null],
  [120_000, 120_000],
  [60_001, 120_000],
  [60_000, 60_000],
  [20_001, 60_000],
  [20_000, 20_000],
  [0, 20_000],
  [-5, 20_000],
] as const)('[H11] with %d ms left the mark that was passed is %d', ([leftMs, markMs]) => {
  expect(passedMark(leftMs, hold)).toBe(markMs)
})

test('[H11] a hold hears no mark that it began below: nobody is told of two minutes who had one', () => {
  expect(passedMark(60_000, 60_000)).toBeNull()
  expect(passedMark(20_000, 60_000)).toBe(20_000)
  expect(passedMark(3000, 3000)).toBeNull()
})
