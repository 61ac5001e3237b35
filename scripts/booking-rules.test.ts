import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { everyRefusal } from '../src/shared/contract/refusal-samples.ts'
import { refusal } from '../src/shared/contract/refusals.ts'
import { bookingRulesPage, pageFile } from './booking-rules.ts'

test('[A4] [C5] docs/booking-rules.md says what the code does: `npm run docs:rules` would change nothing', () => {
  expect(readFileSync(pageFile, 'utf8')).toBe(bookingRulesPage())
})

test('[C5] every refusal there is has words in the docs, and so in every language', () => {
  const codes = refusal.options.map((option) => option.shape.code.value)
  const sampled = new Set<string>(everyRefusal.map(({ code }) => code))
  expect(codes.filter((code) => !sampled.has(code))).toEqual([])
})
