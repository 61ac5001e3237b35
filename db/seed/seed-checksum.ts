import { createHash } from 'node:crypto'
import type { HouseEvent } from '../../src/shared/domain/events.ts'
import { dayInZone } from '../../src/shared/lib/time.ts'
import { demoZone } from './demo-listings.ts'

/** [D2] SHA-256 over the demo's events in order, instants as offsets from `seededAtMs`: the same wherever and whenever it was laid out. */
export function seedChecksum(events: readonly HouseEvent[], seededAtMs: number): string {
  const day = dayInZone(seededAtMs, demoZone)
  const text = JSON.stringify(events, (key, value: unknown) => {
    if (typeof value === 'number' && isInstant(key)) return value - seededAtMs
    // Ticket numbers carry the day they were sold on [T1].
    if (typeof value === 'string' && key === 'number') return value.replace(`TKT-${day}-`, 'TKT-day-')
    return value
  })
  return createHash('sha256').update(text).digest('hex')
}

/** Instants are named so throughout; lengths (`holdMs`) are not. */
function isInstant(key: string): boolean {
  return /(At|From|Until)Ms$/.test(key)
}
