// Which shows a new one can be modelled on: the latest in each hall, of its own listing if that has any. Owns that choice; the house
// decides what is copied from a model.

import type { ListingRow } from '../../../shared/contract/row-operations.ts'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { isOneNature } from '../../../shared/domain/series.ts'
import { dateInZone, daysOn } from '../../../shared/lib/zone-day.ts'

/**
 * The latest of each listing in each hall; only its own listing, if that has any shows. For a hotel only hotels, and none for anything
 * else [L6].
 */
export function modelsOf(
  rows: Iterable<ShowRow>,
  listing: Pick<ListingRow, 'listingId' | 'sort'> | undefined,
): readonly ShowRow[] {
  const all = [...rows].filter((row) => listing && isOneNature(row, listing))
  const own = all.filter((row) => row.listingId === listing?.listingId)
  const halls = Map.groupBy(own.length > 0 ? own : all, (row) =>
    [row.listingId, row.venueId, row.planId].join(' '),
  )
  return [...halls.values()]
    .flatMap((some) => some.toSorted((one, other) => other.startsAtMs - one.startsAtMs).slice(0, 1))
    .toSorted((one, other) => one.title.localeCompare(other.title) || one.showId - other.showId)
}

/** The day after the model's, or tomorrow if that is later. */
export function nextDay({ startsAtMs, zone }: Pick<ShowRow, 'startsAtMs' | 'zone'>, nowMs: number): string {
  const [after, tomorrow] = [startsAtMs, nowMs].map((atMs) => daysOn(dateInZone(atMs, zone), 1)) as [
    string,
    string,
  ]
  return after > tomorrow ? after : tomorrow
}
