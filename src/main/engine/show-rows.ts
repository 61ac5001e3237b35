// Shows as lists display them: one row with its counts, names and prices. Owns the joining; must never be stored.

import { known } from '../../shared/lib/assert.ts'
import type { ShowId } from '../../shared/domain/ids.ts'
import type { ShowRow } from '../../shared/contract/shapes.ts'
import { allShows } from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import type { Reader } from './reader.ts'

export function showRow(store: Store, reader: Reader, showId: ShowId, nowMs: number): ShowRow {
  const row = known(store.get('show', showId), 'show row')
  const listing = known(store.get('listing', row.listingId), 'listing of show')
  const venue = known(store.get('venue', row.venueId), 'venue of show')
  const show = known(reader.show(showId), 'show')
  return {
    showId,
    listingId: row.listingId,
    venueId: row.venueId,
    planId: row.planId,
    title: listing.title,
    sort: listing.sort,
    venue: venue.name,
    zone: venue.zone,
    currency: venue.currency,
    startsAtMs: row.startsAtMs,
    salesCloseAtMs: row.salesCloseAtMs,
    active: show.active,
    withdrawn: row.withdrawn,
    counts: reader.board(showId).countsAt(nowMs),
    ticketTypes: show.ticketTypes,
    categories: reader.planOfShow(showId).categories.map((category) => category.name),
    priceVersion: show.priceVersion,
    prices: show.prices,
    feeMinor: show.terms.feeMinor,
    seatsMax: show.terms.seatsMax,
    declinesMax: show.terms.declinesMax,
    claimPolicy: show.claimPolicy,
    asksNames: show.terms.asksNames,
    asksWhoSits: show.terms.ladiesRule,
    singleSeatRule: show.terms.singleSeatRule,
    details: listing.details,
    cover: listing.images[0] ?? null,
    images: listing.images.length,
  }
}

/** In the order of their starts. */
export function allShowRows(store: Store, reader: Reader, nowMs: number): ShowRow[] {
  const there = store.select(allShows).filter(({ withdrawn }) => !withdrawn)
  return there.map(({ showId }) => showRow(store, reader, showId, nowMs))
}
