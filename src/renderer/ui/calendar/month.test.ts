import { PersianCalendar, parseDate, toCalendar } from '@internationalized/date'
import { Temporal } from 'temporal-polyfill/full'
import { expect, test } from 'vitest'
import { dayAtMs, isSameMonth, monthSheet, monthsOn, weekSheet, weekdayOf } from './month.ts'

test('[E1] a month is the reader’s own: Aban 1405 begins on the 23rd of October, and its week on a Saturday', () => {
  const sheet = monthSheet('2026-11-20', 'fa-IR')
  expect(sheet[0]?.[0]).toBe('2026-10-17')
  expect(sheet[0]).toContain('2026-10-23')
  expect(sheet.at(-1)).toContain('2026-11-21')
  expect(sheet.every((week) => week.length === 7)).toBe(true)
  expect(isSameMonth('2026-10-23', '2026-11-21', 'fa-IR')).toBe(true)
  expect(isSameMonth('2026-10-22', '2026-10-23', 'fa-IR')).toBe(false)
  expect(isSameMonth('2026-10-22', '2026-10-23', 'en-IN')).toBe(true)
})

test('[E1] weeks are whole, from the day on which the reader’s begin; a month that fills four weeks has four', () => {
  expect(weekSheet('2026-11-20', 'en-IN')).toEqual([
    [15, 16, 17, 18, 19, 20, 21].map((day) => `2026-11-${day}`),
  ])
  expect(weekSheet('2026-11-20', 'fa-IR')[0]?.[0]).toBe('2026-11-14')
  // February 2026 begins on a Sunday and has 28 days.
  expect(monthSheet('2026-02-14', 'en-IN').length).toBe(4)
  expect(monthSheet('2026-11-20', 'en-IN').at(0)?.[0]).toBe('2026-11-01')
})

test('[E1] a month on is the same day there, or its last; years turn, a leap day too', () => {
  expect(monthsOn('2026-01-31', 1, 'en-IN')).toBe('2026-02-28')
  expect(monthsOn('2028-01-31', 1, 'en-IN')).toBe('2028-02-29')
  expect(monthsOn('2026-11-20', -12, 'hi-IN')).toBe('2025-11-20')
  expect(monthsOn('2026-11-20', 1, 'fa-IR')).toBe('2026-12-20')
})

test('[E3] a day is told by its name, and its weekday from Monday', () => {
  expect(dayAtMs('2026-11-20')).toBe(Date.UTC(2026, 10, 20))
  expect([weekdayOf('2026-11-20'), weekdayOf('2026-11-22'), weekdayOf('2026-11-23')]).toEqual([5, 7, 1])
})

test('[E1] a Persian day that is typed is the one that is shown: two reckonings agree from 1970 for a hundred and fifty years', () => {
  const persian = new PersianCalendar()
  const apart: string[] = []
  for (let day = Temporal.PlainDate.from('1970-01-02'); day.year < 2120; day = day.add({ days: 1 })) {
    const typed = toCalendar(parseDate(day.toString()), persian)
    const shown = day.withCalendar('persian')
    if (typed.year !== shown.year || typed.month !== shown.month || typed.day !== shown.day)
      apart.push(day.toString())
  }
  expect(apart).toEqual([])
})
