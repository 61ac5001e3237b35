import { expect, test } from 'vitest'
import { mostCash } from './likely-notes.ts'

test('[P5] a forgotten decimal point is more cash than is accepted', () => {
  expect(mostCash(114_000, 'INR')).toBeLessThan(114_000 * 100)
  expect(mostCash(1250, 'EUR')).toBeLessThan(1250 * 100)
})

test('[P5] the largest note is accepted for any sum, however small, and ten times the sum', () => {
  expect(mostCash(1000, 'INR')).toBeGreaterThanOrEqual(200_000)
  expect(mostCash(500_000_000, 'IRR')).toBe(5_500_000_000)
})
