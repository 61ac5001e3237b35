import type { Readings } from '../../shared/domain/asks.ts'
import * as query from '../store/queries.ts'
import type { Store } from '../store/store.ts'

/** Numbers for new catalogue entries: each the one after the last there is. */
export function nextIds(store: Store): Readings['nextIds']['answer'] {
  return {
    listing: (store.select(query.lastListing, 1)[0]?.listingId ?? 0) + 1,
    show: (store.select(query.lastShow, 1)[0]?.showId ?? 0) + 1,
    plan: (store.select(query.lastPlan, 1)[0]?.planId ?? 0) + 1,
    venue: (store.select(query.lastVenue, 1)[0]?.venueId ?? 0) + 1,
  }
}

/** A catalogue entry is its row and its kind. */
export function kindOf<Kind extends string, Content>(
  kind: Kind,
  row: Content | undefined,
): (Content & { kind: Kind }) | null {
  return row ? { kind, ...row } : null
}
