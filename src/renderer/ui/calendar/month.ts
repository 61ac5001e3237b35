// Months and weeks as their reader counts them: a Persian month has other days than a Gregorian one, and a week another first. Owns the
// sheet of days; days go by their ISO names everywhere else.

import { Temporal } from 'temporal-polyfill/full'

/** Days of a week, always. */
export const WEEK_DAYS = 7

/** The weeks of the month that a day lies in, whole: with the days before its first and after its last. */
export function monthSheet(day: string, locale: string): readonly (readonly string[])[] {
  const any = ofReader(day, locale)
  const first = any.with({ day: 1 })
  const last = any.with({ day: any.daysInMonth })
  const begin = weekStart(first, locale)
  const weeks = Math.floor(begin.until(last, { largestUnit: 'days' }).days / WEEK_DAYS) + 1
  return Array.from({ length: weeks }, (_, week) => weekFrom(begin.add({ days: week * WEEK_DAYS })))
}

/** The week that a day lies in. */
export function weekSheet(day: string, locale: string): readonly (readonly string[])[] {
  return [weekFrom(weekStart(ofReader(day, locale), locale))]
}

/** The same day of a month so many on, or back; its last day where that has no such day. */
export function monthsOn(day: string, months: number, locale: string): string {
  return nameOf(ofReader(day, locale).add({ months }))
}

export function isSameMonth(one: string, other: string, locale: string): boolean {
  const [a, b] = [ofReader(one, locale), ofReader(other, locale)]
  return a.year === b.year && a.month === b.month
}

/** From 1, Monday, to 7. */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

/** A day as an instant that Intl can name, in UTC. */
export function dayAtMs(day: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds
}

function ofReader(day: string, locale: string): Temporal.PlainDate {
  const { calendar } = new Intl.DateTimeFormat(locale).resolvedOptions()
  return Temporal.PlainDate.from(day).withCalendar(calendar)
}

type WithWeeks = Intl.Locale & { readonly getWeekInfo: () => { readonly firstDay: number } }

function weekStart(day: Temporal.PlainDate, locale: string): Temporal.PlainDate {
  // Not in TypeScript's list of what Intl has yet.
  const { firstDay } = (new Intl.Locale(locale) as WithWeeks).getWeekInfo()
  return day.subtract({ days: (day.dayOfWeek - firstDay + WEEK_DAYS) % WEEK_DAYS })
}

function weekFrom(first: Temporal.PlainDate): readonly string[] {
  return Array.from({ length: WEEK_DAYS }, (_, index) => nameOf(first.add({ days: index })))
}

function nameOf(day: Temporal.PlainDate): string {
  return day.withCalendar('iso8601').toString()
}
