import { fc, test as propertyTest } from '@fast-check/vitest'
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

const zones = ['Asia/Kathmandu', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/St_Johns', 'UTC']
const plainly = (zone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

propertyTest.prop([
  fc.array(fc.tuple(fc.constantFrom(...zones), fc.integer({ min: 0, max: 90 * DAY_MS })), {
    minLength: 2,
    maxLength: 20,
  }),
])('[E3] whatever was asked before, the day is that of the zone', (asks) => {
  for (const [zone, afterMs] of asks) {
    const instantMs = Date.UTC(2026, 9, 1) + Math.round(afterMs / MINUTE_MS) * MINUTE_MS
    expect(dayInZone(instantMs, zone)).toBe(plainly(zone).format(instantMs).replaceAll('-', ''))
  }
})

test('[H2] lengths are in milliseconds', () => {
  expect([SECOND_MS, MINUTE_MS, HOUR_MS, DAY_MS]).toEqual([1000, 60_000, 3_600_000, 86_400_000])
})
