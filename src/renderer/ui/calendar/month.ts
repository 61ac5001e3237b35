// Months and weeks by the reader's calendar: a Persian month has other days than a Gregorian one, and a week may begin on another
// day. Owns the sheet of days; elsewhere days are named in ISO form.

import { Temporal } from 'temporal-polyfill/full'

/** A week has seven days in every calendar. */
export const WEEK_DAYS = 7

/** The complete weeks of a day's month, including the days before its first and after its last. */
export function monthSheet(day: string, locale: string): readonly (readonly string[])[] {
  const any = ofReader(day, locale)
  const first = any.with({ day: 1 })
  const last = any.with({ day: any.daysInMonth })
  const begin = weekStart(first, locale)
  const weeks = Math.floor(begin.until(last, { largestUnit: 'days' }).days / WEEK_DAYS) + 1
  return Array.from({ length: weeks }, (_, week) => weekFrom(begin.add({ days: week * WEEK_DAYS })))
}

/** The week that contains a day. */
export function weekSheet(day: string, locale: string): readonly (readonly string[])[] {
  return [weekFrom(weekStart(ofReader(day, locale), locale))]
}

/** The same day so many months later or earlier; the last day of that month if it is shorter. */
export function monthsOn(day: string, months: number, locale: string): string {
  return nameOf(ofReader(day, locale).add({ months }))
}

export function isSameMonth(one: string, other: string, locale: string): boolean {
  const [a, b] = [ofReader(one, locale), ofReader(other, locale)]
  return a.year === b.year && a.month === b.month
}

/** From 1 (Monday) to 7. */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

/** A day as an instant, in UTC, for formatting with Intl. */
export function dayAtMs(day: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds
}

function ofReader(day: string, locale: string): Temporal.PlainDate {
  const { calendar } = new Intl.DateTimeFormat(locale).resolvedOptions()
  return Temporal.PlainDate.from(day).withCalendar(calendar)
}

type WithWeeks = Intl.Locale & { readonly getWeekInfo: () => { readonly firstDay: number } }

function weekStart(day: Temporal.PlainDate, locale: string): Temporal.PlainDate {
  // Missing in TypeScript's types of Intl.
  const { firstDay } = (new Intl.Locale(locale) as WithWeeks).getWeekInfo()
  return day.subtract({ days: (day.dayOfWeek - firstDay + WEEK_DAYS) % WEEK_DAYS })
}

function weekFrom(first: Temporal.PlainDate): readonly string[] {
  return Array.from({ length: WEEK_DAYS }, (_, index) => nameOf(first.add({ days: index })))
}

function nameOf(day: Temporal.PlainDate): string {
  return day.withCalendar('iso8601').toString()
}
