// A show as decisions find it: combined with the settings of its house, venue and listing, and with one of its price lists. Owns
// the joining; must never keep what it found.

import { known } from '../../shared/lib/assert.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { RowsChanged } from '../../shared/domain/change-events.ts'
import { HOUSE_ROW } from '../../shared/domain/changes/change.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import type { FoundShow, PriceTable } from '../../shared/domain/show.ts'
import { type Terms, resolveTerms } from '../../shared/domain/terms.ts'
import * as query from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import type { Reader } from './reader.ts'

/** Kinds of events after which shows are read again. */
export const changesShows: ReadonlySet<string> = new Set([
  'entry-saved',
  'prices-set',
  'rows-changed',
  'show-replanned',
])

interface Asked {
  /** Terms that this house was started with; only the built-in defaults rank below them [H2]. */
  readonly houseTerms: Partial<Terms>
  /** Undefined: the newest. */
  readonly priceVersion: number | undefined
  /** How many categories the show's plan has. */
  readonly categories: number
}

/** The terms that this house was given since it was started. */
export function ownHouseTerms(store: Store): Partial<Terms> {
  return store.get('house', HOUSE_ROW)?.terms ?? {}
}

/** A show with the settings of its venue and its listing, and one of its price lists. */
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

/** [L4] Categories added by a later version of its plan have no price until one is set. */
function pricesFor({ ticketTypes }: Row<'show'>, prices: PriceTable, categories: number): PriceTable {
  const missing = categories - prices.length
  if (missing <= 0) return prices
  return [...prices, ...Array.from({ length: missing }, () => ticketTypes.map(() => null))]
}

const rowChanges = query.journalOfKind('rows-changed')
/** Changes to rows between a hold and its late money: seldom any. */
const PAGE = 20

/** [P8] The show of a booking with its newest prices; null: it was moved to another time since the booking was made. */
export function offeredShow(store: Store, reader: Reader, bookingId: BookingId): FoundShow | null {
  const booking = reader.booking(bookingId)
  const show = booking && reader.show(booking.showId)
  return show && startWhenBooked(store, booking, show) === show.startsAtMs ? show : null
}

function startWhenBooked(store: Store, { bookingId, showId }: Booking, { startsAtMs }: FoundShow): number {
  const bookedAt = store.get('booking', bookingId)?.sequence ?? 0
  let start = startsAtMs
  for (const row of changesSince(store, bookedAt)) {
    const { of, alike } = JSON.parse(row.body) as RowsChanged
    const moved =
      of === 'shows' && alike.find(({ ids, before }) => ids.includes(showId) && 'startsAtMs' in before)
    if (moved) start = moved.before['startsAtMs'] as number
  }
  return start
}

/** Newest first. */
function* changesSince(store: Store, sequence: number): Generator<Row<'journal'>> {
  let below = Number.MAX_SAFE_INTEGER
  for (;;) {
    const page = store.select(rowChanges, below, PAGE)
    for (const row of page) {
      if (row.sequence <= sequence) return
      yield row
      below = row.sequence
    }
    if (page.length < PAGE) return
  }
}
