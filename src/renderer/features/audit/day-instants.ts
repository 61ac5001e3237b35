import { dateInZone } from '../../../shared/lib/zone-day.ts'

/** The day of an instant in the desk's own zone, `2026-11-20`. */
export function dayAt(instantMs: number): string {
  return dateInZone(instantMs, new Intl.DateTimeFormat().resolvedOptions().timeZone)
}

/** A day in the form of a date field, `2026-11-20`, to its first instant in the desk's own zone; null for none, or half typed. */
export function dayBegins(day: string): number | null {
  const atMs = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00`).getTime() : Number.NaN
  return Number.isNaN(atMs) || atMs < 0 ? null : atMs
}

/** The day's last millisecond: a day may have 23 hours, or 25. */
export function dayEnds(day: string): number | null {
  const atMs = dayBegins(day)
  if (atMs === null) return null
  const next = new Date(atMs)
  next.setDate(next.getDate() + 1)
  return next.getTime() - 1
}
