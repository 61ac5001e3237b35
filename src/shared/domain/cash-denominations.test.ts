import { expect, test } from 'vitest'
import { denominations } from './cash-denominations.ts'
import { DENOMINATIONS_MAX } from '../contract/limits.ts'

test.for(Object.entries(denominations))(
  '[A5] %s is counted from the largest down, each value once',
  ([, values]) => {
    expect(values).toEqual([...new Set(values)].toSorted((a, b) => b - a))
    expect(values.every((value) => Number.isSafeInteger(value) && value > 0)).toBe(true)
    expect(values.length).toBeLessThanOrEqual(DENOMINATIONS_MAX)
  },
)

test('[A5] rupees go from ₹500 to ₹1', () => {
  expect([denominations.INR.at(0), denominations.INR.at(-1)]).toEqual([500_00, 1_00])
})
