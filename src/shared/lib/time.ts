/** All instants and lengths here are in milliseconds. */
export const SECOND_MS = 1000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** In all zones days begin at a quarter of an hour. The last result is cached, since a sale asks for the same day repeatedly. */
const QUARTER_MS = 15 * MINUTE_MS
let lastDay = { quarter: Number.NaN, zone: '', day: '' }

/** The Gregorian calendar day of an instant in a zone as `YYYYMMDD`, as in ticket numbers [T1]. */
export function dayInZone(instantMs: number, zone: string): string {
  const quarter = Math.floor(instantMs / QUARTER_MS)
  if (lastDay.quarter !== quarter || lastDay.zone !== zone) {
    lastDay = { quarter, zone, day: formatDay(instantMs, zone) }
  }
  return lastDay.day
}

function formatDay(instantMs: number, zone: string): string {
  let format = dayFormats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    dayFormats.set(zone, format)
  }
  return format.format(instantMs).replaceAll('-', '')
}
