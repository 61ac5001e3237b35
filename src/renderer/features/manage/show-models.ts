// Which shows a new one can be like: of each hall the latest, of its own listing where there is one. Owns that choice; what is taken over from a
// model is the house's word.

import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { dateInZone, daysOn } from '../../../shared/lib/zone-day.ts'

/** Of each listing in each hall the latest; of no listing but its own, where that has any. */
export function modelsOf(rows: Iterable<ShowRow>, listingId: number): readonly ShowRow[] {
  const all = [...rows]
  const own = all.filter((row) => row.listingId === listingId)
  const halls = Map.groupBy(own.length > 0 ? own : all, (row) =>
    [row.listingId, row.venueId, row.planId].join(' '),
  )
  return [...halls.values()]
    .flatMap((some) => some.toSorted((one, other) => other.startsAtMs - one.startsAtMs).slice(0, 1))
    .toSorted((one, other) => one.title.localeCompare(other.title) || one.showId - other.showId)
}

/** The day after its model's, or tomorrow. */
export function nextDay({ startsAtMs, zone }: Pick<ShowRow, 'startsAtMs' | 'zone'>, nowMs: number): string {
  const [after, tomorrow] = [startsAtMs, nowMs].map((atMs) => daysOn(dateInZone(atMs, zone), 1)) as [
    string,
    string,
  ]
  return after > tomorrow ? after : tomorrow
}
