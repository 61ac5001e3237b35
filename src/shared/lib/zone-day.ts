import { DAY_MS, HOUR_MS, MINUTE_MS, dayInZone } from './time.ts'

/** In all zones days and hours begin at a quarter of an hour of UTC. */
const QUARTER_MS = 15 * MINUTE_MS
/** No zone is farther from UTC than fourteen hours. */
const FARTHEST_MS = 14 * HOUR_MS

/** The first instant of a day in a zone [E3]; `day` as in a date field: `2026-11-20`. Null: no such day. */
export function dayBegins(day: string, zone: string): number | null {
  const midnightMs = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(midnightMs) || midnightMs < DAY_MS) return null
  const wanted = day.replaceAll('-', '')
  let low = 0
  let high = (2 * FARTHEST_MS) / QUARTER_MS
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (dayInZone(midnightMs - FARTHEST_MS + middle * QUARTER_MS, zone) >= wanted) high = middle
    else low = middle + 1
  }
  return midnightMs - FARTHEST_MS + low * QUARTER_MS
}

/** The day `days` later, or earlier if negative: `2026-11-20` and 1 is `2026-11-21`. */
export function daysOn(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The day of an instant in a zone, as a date field has it. */
export function dateInZone(instantMs: number, zone: string): string {
  return dayInZone(instantMs, zone).replace(/(\d{2})(\d{2})$/, '-$1-$2')
}

const hourFormats = new Map<string, Intl.DateTimeFormat>()
let lastHour = { quarter: Number.NaN, zone: '', hour: 0 }

/** The hour of the day in a zone, 0 to 23. The last result is cached, since calls repeat. */
export function hourInZone(instantMs: number, zone: string): number {
  const quarter = Math.floor(instantMs / QUARTER_MS)
  if (lastHour.quarter !== quarter || lastHour.zone !== zone)
    lastHour = { quarter, zone, hour: formatHour(instantMs, zone) }
  return lastHour.hour
}

function formatHour(instantMs: number, timeZone: string): number {
  const format =
    hourFormats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' })
  hourFormats.set(timeZone, format)
  return Number(format.format(instantMs))
}
