// Changes to many listings at once: on or off sale, titles, details, pictures.

import type { ListingEntry } from '../catalogue.ts'
import type { ListingRecord, ListingsChange, Part, Patch, RowId, SkipReason } from './change.ts'
import { patchRows } from './patch-rows.ts'

/** Taking a listing off sale takes all of its shows off sale: refused while somebody holds seats of one. */
export function changeListings(
  rows: readonly ListingRecord[],
  change: ListingsChange,
  ids: readonly RowId[],
): Part {
  const byId = new Map(rows.map((record) => [record.entry.listingId as RowId, record]))
  const held = new Set(rows.filter(({ liveHolds }) => liveHolds > 0).map(({ entry }) => entry.listingId))
  return patchRows(
    'listings',
    ids,
    (id) => byId.get(id)?.entry,
    (entry) => patchOf(entry, change, held.has(entry.listingId)),
  )
}

function patchOf(entry: ListingEntry, change: ListingsChange, isHeld: boolean): Patch | SkipReason {
  if (change.kind === 'amenity') return { details: withAmenity(entry.details, change) }
  if (change.kind === 'images') return { images: change.images }
  const { details, ...plain } = change.set
  if (plain.active === false && isHeld) return 'held'
  return details === undefined ? plain : { ...plain, details: withDetails(entry.details, details) }
}

type Details = ListingEntry['details']

function withDetails(
  before: Details,
  set: Readonly<Record<string, string | number | readonly string[] | null>>,
): Details {
  const all = Object.entries({ ...before, ...set })
  return Object.fromEntries(all.flatMap(([field, value]) => (value === null ? [] : [[field, value]])))
}

function withAmenity(before: Details, { amenity, isThere }: { amenity: string; isThere: boolean }): Details {
  const now = before['amenities']
  const list = Array.isArray(now) ? (now as readonly string[]) : []
  if (list.includes(amenity) === isThere) return before
  return { ...before, amenities: isThere ? [...list, amenity] : list.filter((one) => one !== amenity) }
}
