import { expect, test } from 'vitest'
import { pricesText } from './prices-text.ts'

const show = { categories: ['Front', 'Back'], ticketTypes: ['Normal', 'Student'], currency: 'KWD' } as const

test('[A3] [P2] the file of the shows has every price, not the highest alone', () => {
  const prices = [
    [12_500, 8_000],
    [8_000, null],
  ]
  expect(pricesText({ ...show, prices })).toBe('Front Normal 12.500; Front Student 8.000; Back Normal 8.000')
})

test('[A3] [P2] prices that are all the same are one amount, and no prices nothing', () => {
  const same = [[500, null], [500]]
  expect(pricesText({ ...show, currency: 'JPY', prices: same })).toBe('500')
  expect(pricesText({ ...show, prices: [[null], [null]] })).toBe('')
})
