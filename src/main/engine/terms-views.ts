// The terms of shows as the office sees them [H2]: where each is set or inherited from, and which shows a change would touch.
// Must never change a row.

import { HOUSE_ROW, type TermsPlace } from '../../shared/domain/changes/change.ts'
import type { ListingId } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { type Terms, resolveTerms, settableTerms, withTerms } from '../../shared/domain/terms.ts'
import { SKIPPED_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import { CHAINS_MAX, type TermsLevel } from '../../shared/contract/terms-operations.ts'
import { known } from '../../shared/lib/assert.ts'
import { allShows } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import { ownHouseTerms } from './found-show.ts'

interface Parts {
  readonly store: Store
  readonly houseTerms: Partial<Terms>
  readonly nowMs: () => number
}

type Chain = readonly TermsLevel[]

export function termsOf(parts: Parts, { at, id }: Input<'terms-of'>): Output<'terms-of'> | Refusal {
  const own = levelAt(parts.store, at, id)
  if (!own) return { code: 'NOT_FOUND', what: 'terms', id: String(id) }
  return { own, chains: chainsAbove(parts, at, id).map((chain) => [...chain]) }
}

/** Uses the function by which the show itself is read. */
export function previewTerms(parts: Parts, { at, id, set }: Input<'preview-terms'>): Output<'preview-terms'> {
  const nowMs = parts.nowMs()
  const touched = parts.store.select(allShows).filter((show) => {
    if (show.withdrawn || show.salesCloseAtMs <= nowMs) return false
    const chain = chainOf(parts, show)
    const next = chain.map((level) =>
      level.at === at && level.id === id ? { ...level, terms: withTerms(level.terms, set) } : level,
    )
    const [before, after] = [resolved(chain), resolved(next)]
    return settableTerms.some((name) => before[name] !== after[name])
  })
  return {
    count: touched.length,
    shows: touched.slice(0, SKIPPED_MAX).map((show) => showHead(parts.store, show)),
  }
}

function resolved(chain: readonly { readonly terms: Partial<Terms> }[]): Terms {
  return resolveTerms(...chain.map(({ terms }) => terms))
}

function showHead(store: Store, show: Row<'show'>): Output<'preview-terms'>['shows'][number] {
  const venue = known(store.get('venue', show.venueId), 'venue of show')
  const { title } = known(store.get('listing', show.listingId), 'listing of show')
  const { showId, startsAtMs } = show
  return { showId, title, venue: venue.name, zone: venue.zone, startsAtMs }
}

/** All levels whose terms apply to a show, from the most general to its own. */
function chainOf(parts: Parts, { showId, venueId, listingId }: Row<'show'>): Chain {
  const { store } = parts
  return [
    ...houseChain(parts),
    known(levelAt(store, 'venues', venueId), 'terms of a venue'),
    known(levelAt(store, 'listings', listingId), 'terms of a listing'),
    known(levelAt(store, 'shows', showId), 'terms of a show'),
  ]
}

function houseChain({ store, houseTerms }: Parts): Chain {
  return [
    { at: 'start', id: null, name: '', terms: resolveTerms(houseTerms) },
    known(levelAt(store, 'house', HOUSE_ROW), 'terms of the house'),
  ]
}

function chainsAbove(parts: Parts, at: TermsPlace, id: number): readonly Chain[] {
  const { store } = parts
  const house = houseChain(parts)
  switch (at) {
    case 'house':
      return [house.slice(0, 1)]
    case 'venues':
      return [house]
    case 'shows':
      return [chainOf(parts, known(store.get('show', id), 'show of terms')).slice(0, -1)]
    case 'listings':
    default:
      return listingChains(store, id as ListingId, house)
  }
}

/** One chain for each venue that a listing is shown in; if it is shown nowhere yet, only the house is above it. */
function listingChains(store: Store, listingId: ListingId, house: Chain): readonly Chain[] {
  const shows = store.select(allShows).filter((show) => show.listingId === listingId && !show.withdrawn)
  const venues = [...new Set(shows.map(({ venueId }) => venueId))].slice(0, CHAINS_MAX)
  if (venues.length === 0) return [house]
  return venues.map((venueId) => [...house, known(levelAt(store, 'venues', venueId), 'terms of a venue')])
}

function levelAt(store: Store, at: TermsPlace, id: number): TermsLevel | null {
  if (at === 'house') return id === HOUSE_ROW ? { at, id, name: '', terms: ownHouseTerms(store) } : null
  if (at === 'venues') {
    const venue = store.get('venue', id)
    return venue ? { at, id, name: venue.name, terms: venue.terms } : null
  }
  const show = at === 'shows' ? store.get('show', id) : undefined
  if (at === 'shows' && (!show || show.withdrawn)) return null
  const listing = store.get('listing', show?.listingId ?? (id as ListingId))
  return listing ? { at, id, name: listing.title, terms: (show ?? listing).terms } : null
}
