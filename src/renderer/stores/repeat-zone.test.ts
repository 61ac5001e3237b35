import { expect, test } from 'vitest'
import type { ShowId } from '../../shared/domain/ids.ts'
import { zoneLike } from './repeat-zone.ts'

const row = {
  ticketTypes: ['Normal', 'Student'],
  prices: [
    [400_00, null],
    [200_00, 150_00],
    [100_00, 80_00],
  ],
}
const sold = (...lines: [ticketType: string, priceMinor: number][]) => ({
  showId: 1 as ShowId,
  lines: lines.map(([ticketType, priceMinor]) => ({ ticketType, priceMinor })),
})

test('[H13] the same zone as before, told by what its tickets cost', () => {
  expect(zoneLike(row, sold(['Normal', 100_00], ['Student', 80_00]))).toBe(2)
  expect(zoneLike(row, sold(['Normal', 400_00]))).toBe(0)
})

test('[H13] where the prices are others, the first zone that all its ticket types are sold in; none: any', () => {
  expect(zoneLike(row, sold(['Student', 1]))).toBe(1)
  expect(zoneLike(row, sold(['Normal', 400_00], ['Student', 80_00]))).toBe(1)
  expect(zoneLike(row, sold(['Senior', 1]))).toBeNull()
})
