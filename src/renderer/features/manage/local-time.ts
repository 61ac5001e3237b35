import { Temporal } from 'temporal-polyfill'
import { latinDigits } from '../../../shared/lib/money.ts'

/** "2026-11-21 19:30" by a zone's calendar and clock: the form that is typed, and that spreadsheets write. */
export function localText(atMs: number, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone).toPlainDateTime()
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ')
}

/** Null if there is no such day or time. A time skipped by the clock gives the first instant after the gap. */
export function readLocal(text: string, zone: string): number | null {
  const [, year, month, day, hour, minute = '00'] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]+(\d{1,2})[:.](\d{2}))?$/.exec(latinDigits(text).trim()) ?? []
  if (year === undefined) return null
  const fields = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute),
  }
  try {
    return Temporal.PlainDateTime.from(fields, { overflow: 'reject' }).toZonedDateTime(zone).epochMilliseconds
  } catch {
    return null
  }
}
