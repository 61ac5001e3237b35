import { expect, test } from 'vitest'
import { feeOf } from './use-fee.ts'

const level = (feeMinor?: number) =>
  ({ at: 'house', id: 1, name: '', terms: feeMinor === undefined ? {} : { feeMinor } }) as const

test('[P3] the fee that is told is the nearest: the venue’s own, else the house’s, else the one that a house starts with', () => {
  const start = level(1000)
  expect(feeOf({ own: level(0), chains: [[start, level(700)]] })).toBe(0)
  expect(feeOf({ own: level(), chains: [[start, level(700)]] })).toBe(700)
  expect(feeOf({ own: level(), chains: [[start, level()]] })).toBe(1000)
  expect(feeOf({ own: level(), chains: [] })).toBeNull()
})
