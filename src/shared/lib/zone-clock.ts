// Wall clocks of time zones [E3]: which instants a wall-clock time means, and what the wall clock shows at an instant. Must never
// guess: when a clock is put forward some times never occur, and when it is put back some occur twice.

import { DAY_MS, MINUTE_MS } from './time.ts'

/** A wall-clock day and time, to the minute: `2026-11-20T19:30`. */
const wallParts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::00(?:\.000)?)?$/

/** None, one or two instants, in order. Null: no such day or time exists anywhere. */
export function instantsOnWall(text: string, zone: string): readonly number[] | null {
  const [, day = '', clock = ''] = wallParts.exec(text) ?? []
  const wallMs = day === '' ? Number.NaN : Date.parse(`${day}T${clock}Z`)
  // `Date.parse` would turn the thirtieth of February into a day of March.
  if (Number.isNaN(wallMs) || !new Date(wallMs).toISOString().startsWith(`${day}T${clock}`)) return null
  // No zone changes its clock twice in two days.
  const far = [wallMs - DAY_MS, wallMs + DAY_MS].map((atMs) => aheadMs(atMs, zone))
  const found = far.map((ms) => wallMs - ms).filter((atMs) => atMs + aheadMs(atMs, zone) === wallMs)
  return [...new Set(found)].toSorted((a, b) => a - b)
}

/** `2026-11-20T19:30+05:30`: the wall-clock time and its offset from UTC. */
export function wallText(atMs: number, zone: string): string {
  const ahead = aheadMs(atMs, zone)
  const far = Math.abs(ahead) / MINUTE_MS
  const [hours, minutes] = [Math.floor(far / 60), far % 60].map((part) => String(part).padStart(2, '0'))
  const wall = new Date(atMs + ahead).toISOString().replace(/(?::00)?\.000Z$/, '')
  return `${wall.replace(/Z$/, '')}${ahead < 0 ? '-' : '+'}${hours}:${minutes}`
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** How far a zone's clock is ahead of UTC; in whole minutes, as all offsets have been since 1972. */
function aheadMs(atMs: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  formats.set(timeZone, format)
  const name = format.formatToParts(atMs).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(name) ?? []
  const ms = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE_MS
  return sign === '-' ? -ms : ms
}
