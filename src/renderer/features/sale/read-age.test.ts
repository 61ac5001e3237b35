import { expect, test } from 'vitest'
import { readAge } from './read-age.ts'

test('[L3] an age is whole years in any script, and nothing that the house refuses', () => {
  expect(['0', ' 34 ', '122', '۳۴', '३४'].map(readAge)).toEqual([0, 34, 122, 34, 34])
  expect(['', '123', '-1', '3.5', '1e2', 'old'].map(readAge)).toEqual(Array(6).fill(null))
})
