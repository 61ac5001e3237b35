import { expect, test } from 'vitest'
import type { VenueId } from '../../../shared/domain/ids.ts'
import { HOUR_MS } from '../../../shared/lib/time.ts'
import { clashAt, feeOf, startsAtMs } from './sale-form.ts'

test('[E3] day and time are the venue’s wall clock', () => {
  const start = { day: '2026-11-20', time: '19:30' }
  expect(startsAtMs(start, 'Asia/Kolkata')).toBe(Date.UTC(2026, 10, 20, 14, 0))
  expect(startsAtMs(start, 'UTC')).toBe(Date.UTC(2026, 10, 20, 19, 30))
  expect(startsAtMs({ ...start, day: '' }, 'UTC')).toBeNull()
  expect(startsAtMs({ ...start, time: 'late' }, 'UTC')).toBeNull()
})

test('[A3] a start within two hours of another show of its venue is told, the nearest of them; none elsewhere, at a new venue, or without a start', () => {
  const at = Date.UTC(2026, 10, 20, 19, 30)
  const show = (venueId: number, startsAtMs: number) => ({ venueId: venueId as VenueId, startsAtMs })
  const later = show(1, at + HOUR_MS)
  const same = show(1, at)
  expect(clashAt([later, show(2, at)], '1', at)).toBe(later)
  expect(clashAt([later, same], '1', at)).toBe(same)
  expect(clashAt([show(1, at + 2 * HOUR_MS), show(2, at)], '1', at)).toBeUndefined()
  expect(clashAt([same], 'new', at)).toBeUndefined()
  expect(clashAt([same], '1', null)).toBeUndefined()
})

const level = (feeMinor?: number) =>
  ({ at: 'house', id: 1, name: '', terms: feeMinor === undefined ? {} : { feeMinor } }) as const

test('[P3] the fee that is told is the nearest: the venue’s own, else the house’s, else the one that a house starts with', () => {
  const start = level(1000)
  expect(feeOf({ own: level(0), chains: [[start, level(700)]] })).toBe(0)
  expect(feeOf({ own: level(), chains: [[start, level(700)]] })).toBe(700)
  expect(feeOf({ own: level(), chains: [[start, level()]] })).toBe(1000)
  expect(feeOf({ own: level(), chains: [] })).toBeNull()
})
