import { expect, test } from 'vitest'
import { houseTerms, settableTerms } from '../../../shared/domain/terms.ts'
import { readTerm, typedText } from './term-values.ts'

test('[H2] every term is read back as it was typed', () => {
  for (const name of settableTerms)
    expect(readTerm(name, typedText(name, houseTerms[name], 'INR'), 'INR'), name).toBe(houseTerms[name])
})

test('[H2] a length is minutes, or minutes and seconds, in any digits', () => {
  const read = (text: string) => readTerm('holdMs', text, 'INR')
  expect(['5', '5:00', '۵:۳۰', ' 0:10 ', '120'].map(read)).toEqual([
    300_000, 300_000, 330_000, 10_000, 7_200_000,
  ])
  expect(['', '5:60', '0:09', '120:01', '5m', '-5', '1e3'].map(read)).toEqual(Array(7).fill(null))
})

test('[H2] what is out of bounds, or no such word, is not read', () => {
  expect(readTerm('refundPercent', '100', 'INR')).toBe(100)
  expect(readTerm('refundPercent', '101', 'INR')).toBeNull()
  expect(readTerm('seatsMax', '0', 'INR')).toBeNull()
  expect(readTerm('feeMinor', '12.50', 'INR')).toBe(1250)
  expect(readTerm('feeMinor', '10000.01', 'INR')).toBeNull()
  expect(readTerm('singleSeatRule', 'never', 'INR')).toBeNull()
  expect(readTerm('ladiesRule', 'perhaps', 'INR')).toBeNull()
})
