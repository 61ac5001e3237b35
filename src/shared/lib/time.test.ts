import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, dayInZone } from './time.ts'

test('[E3] the day of an instant is the day in the zone of the venue, on both sides of its midnight', () => {
  const midnightInMumbai = Date.UTC(2026, 10, 19, 18, 30)
  expect(dayInZone(midnightInMumbai - 1, 'Asia/Kolkata')).toBe('20261119')
  expect(dayInZone(midnightInMumbai, 'Asia/Kolkata')).toBe('20261120')
  expect(dayInZone(midnightInMumbai, 'America/New_York')).toBe('20261119')
  expect(dayInZone(midnightInMumbai, 'UTC')).toBe('20261119')
})

test('[T1] the day is Gregorian and in Latin digits, wherever the venue is', () => {
  expect(dayInZone(Date.UTC(2026, 2, 5, 12), 'Asia/Tehran')).toBe('20260305')
})

test('[E3] a day of 23 hours has one name', () => {
  const springForward = Date.UTC(2026, 2, 29, 0)
  expect(dayInZone(springForward, 'Europe/Berlin')).toBe('20260329')
  expect(dayInZone(springForward + 22 * HOUR_MS - 1, 'Europe/Berlin')).toBe('20260329')
  expect(dayInZone(springForward + 22 * HOUR_MS, 'Europe/Berlin')).toBe('20260330')
})

test('[H2] lengths are in milliseconds', () => {
  expect([SECOND_MS, MINUTE_MS, HOUR_MS, DAY_MS]).toEqual([1000, 60_000, 3_600_000, 86_400_000])
})
