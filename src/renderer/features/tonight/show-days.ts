import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { dayInZone } from '../../../shared/lib/time.ts'

export interface ShowDay {
  /** `20261120`, in the venue's zone. */
  readonly key: string
  /** 0: today, 1: tomorrow …, in the calendar of the day's first venue. */
  readonly away: number
  readonly rows: readonly ShowRow[]
}

export function daysOf(rows: readonly ShowRow[], nowMs: number): ShowDay[] {
  const days = Map.groupBy(rows, (row) => dayInZone(row.startsAtMs, row.zone))
  return [...days].map(([key, ofDay]) => ({
    key,
    away: daysAway(key, nowMs, ofDay[0]?.zone ?? 'UTC'),
    rows: ofDay,
  }))
}

function daysAway(key: string, nowMs: number, zone: string): number {
  return (dayNumber(key) - dayNumber(dayInZone(nowMs, zone))) / 86_400_000
}

function dayNumber(key: string): number {
  return Date.UTC(Number(key.slice(0, 4)), Number(key.slice(4, 6)) - 1, Number(key.slice(6, 8)))
}
