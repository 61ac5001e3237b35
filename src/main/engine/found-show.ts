// A show as decisions find it: with what its house, its venue and its listing say of it, and one of its price lists. Owns the joining; must never
// keep what it found.

import { known } from '../../shared/lib/assert.ts'
import { HOUSE_ROW } from '../../shared/domain/changes/change.ts'
import type { FoundShow, PriceTable } from '../../shared/domain/show.ts'
import { type Terms, resolveTerms } from '../../shared/domain/terms.ts'
import * as query from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'

/** Kinds of events after which a show is read anew. */
export const changesShows: ReadonlySet<string> = new Set([
  'entry-saved',
  'prices-set',
  'rows-changed',
  'show-replanned',
])

interface Asked {
  /** What this house was started with, nearest to the built-in defaults [H2]. */
  readonly houseTerms: Partial<Terms>
  /** The newest where none is asked for. */
  readonly priceVersion: number | undefined
  /** How many the show's plan has. */
  readonly categories: number
}

/** What the house was told to sell by since it was started. */
export function ownHouseTerms(store: Store): Partial<Terms> {
  return store.get('house', HOUSE_ROW)?.terms ?? {}
}

/** A show with what its venue and its listing say of it, and one of its price lists. */
export function foundShow(
  store: Store,
  row: Row<'show'>,
  { houseTerms, priceVersion, categories }: Asked,
): FoundShow {
  const venue = known(store.get('venue', row.venueId), 'venue of show')
  const listing = known(store.get('listing', row.listingId), 'listing of show')
  const list =
    priceVersion === undefined
      ? store.select(query.pricesOfShow, row.showId, 1)[0]
      : store.get('priceList', row.showId, priceVersion)
  return {
    showId: row.showId,
    listingId: row.listingId,
    sort: listing.sort,
    active: row.active && listing.active,
    claimPolicy: row.claimPolicy,
    startsAtMs: row.startsAtMs,
    salesCloseAtMs: row.salesCloseAtMs,
    zone: venue.zone,
    currency: venue.currency,
    terms: resolveTerms(houseTerms, ownHouseTerms(store), venue.terms, listing.terms, row.terms),
    ticketTypes: row.ticketTypes,
    priceVersion: list?.version ?? 0,
    prices: pricesFor(row, list?.prices ?? [], categories),
  }
}

/** [L4] Categories that came with a later version of its plan have no price until one is set. */
function pricesFor({ ticketTypes }: Row<'show'>, prices: PriceTable, categories: number): PriceTable {
  const missing = categories - prices.length
  if (missing <= 0) return prices
  return [...prices, ...Array.from({ length: missing }, () => ticketTypes.map(() => null))]
}
