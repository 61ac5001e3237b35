import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS, dayInZone } from './time.ts'
import { dateInZone, dayBegins, daysOn, hourInZone } from './zone-day.ts'

test('[E3] a day begins when its zone says so, also where clocks are put on at midnight', () => {
  expect(dayBegins('2026-11-20', 'UTC')).toBe(Date.UTC(2026, 10, 20))
  expect(dayBegins('2026-11-20', 'Asia/Kolkata')).toBe(Date.UTC(2026, 10, 19, 18, 30))
  expect(dayBegins('2026-11-20', 'Pacific/Kiritimati')).toBe(Date.UTC(2026, 10, 19, 10))
  expect(dayBegins('2026-11-20', 'Pacific/Pago_Pago')).toBe(Date.UTC(2026, 10, 20, 11))
  // Where summer time begins at midnight, the day has no midnight: its first instant is one o'clock.
  const begins = dayBegins('2022-03-22', 'Asia/Tehran') ?? 0
  expect([hourInZone(begins, 'Asia/Tehran'), dateInZone(begins - 1, 'Asia/Tehran')]).toEqual([
    1,
    '2022-03-21',
  ])
})

test('[E3] for any day and zone the instant before it is of another day', () => {
  const zones = ['UTC', 'Asia/Kolkata', 'Asia/Tehran', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu']
  const days = fc.integer({ min: 0, max: 20_000 })
  fc.assert(
    fc.property(days, fc.constantFrom(...zones), (offset, zone) => {
      const day = daysOn('1980-01-01', offset)
      const begins = dayBegins(day, zone) ?? Number.NaN
      expect(dateInZone(begins, zone)).toBe(day)
      expect(dayInZone(begins - 1, zone) < day.replaceAll('-', '')).toBe(true)
    }),
  )
})

test('[E3] what is no day has no beginning', () => {
  for (const wrong of ['', '2026-11', '2026-13-40', 'today', '1970-01-01'])
    expect(dayBegins(wrong, 'UTC')).toBeNull()
})

test('[E3] an hour is that of its zone, to the quarter', () => {
  const atMs = Date.UTC(2026, 10, 20, 18, 29)
  expect([hourInZone(atMs, 'Asia/Kolkata'), hourInZone(atMs + MINUTE_MS, 'Asia/Kolkata')]).toEqual([23, 0])
  expect([hourInZone(atMs, 'UTC'), hourInZone(atMs + HOUR_MS, 'UTC')]).toEqual([18, 19])
})
