// What a manager does to one show: puts it on sale, changes prices in its grid. Owns these decisions; changes to many at once are
// in changes/ [A2].

import type { Currency } from '../lib/money.ts'
import { known } from '../lib/assert.ts'
import { DAY_MS, HOUR_MS } from '../lib/time.ts'
import type { Found } from './asks.ts'
import type { ListingSort, ShowEntry, VenueEntry } from './catalogue.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { HouseEvent } from './events.ts'
import type { ListingId, PlanId, ShowId, TicketTypeId, VenueId } from './ids.ts'
import type { InputProblem, Refusal } from './refusal.ts'
import type { PriceTable } from './show.ts'
import { LATE_ARRIVAL_MS, nightAtMs } from './stay.ts'

/** The highest price: ten million units of a two-digit currency. A thousand sales of two hundred such seats still add up exactly. */
export const PRICE_MINOR_MAX = 1_000_000_000

/** Nobody sells seats further ahead than this; a later date is a mistyped year. */
export const HORIZON_MS = 10 * 366 * DAY_MS

/** A desk goes on selling while people still arrive; after that the doors are shut. */
const SALES_CLOSE_AFTER_START_MS = HOUR_MS / 2

export interface OpenShowRequest {
  readonly planId: PlanId
  readonly title: string
  readonly sort: ListingSort
  readonly venue:
    | { readonly venueId: VenueId }
    | { readonly name: string; readonly zone: string; readonly currency: Currency }
  readonly startsAtMs: number
  readonly ticketTypes: readonly string[]
  /** `prices[category][ticketType]`, a row for each of the plan's categories. */
  readonly prices: PriceTable
}

/** Puts a plan on sale: a listing, a show and its first price list. */
export function decideOpenShow(
  found: Found<'plan' | 'venue' | 'nextIds'>,
  request: OpenShowRequest,
  { nowMs }: Context,
): Decision<{ readonly showId: ShowId }> {
  const { plan, venue, nextIds } = found
  if (!plan) return refuse({ code: 'NOT_FOUND', what: 'plan', id: String(request.planId) })
  if ('venueId' in request.venue && !venue)
    return refuse({ code: 'NOT_FOUND', what: 'venue', id: String(request.venue.venueId) })
  if (request.startsAtMs <= nowMs) return refuse(badField('startsAtMs', 'in-the-past', ''))
  if (request.startsAtMs > nowMs + HORIZON_MS) return refuse(badField('startsAtMs', 'too-far', ''))
  const badPrices = refusalOfPrices(plan.categories, request)
  if (badPrices) return refuse(badPrices)

  const showId = nextIds.show as ShowId
  const listingId = nextIds.listing as ListingId
  const newVenue = venueEntry(request, nextIds.venue as VenueId)
  const { venueId, zone } = newVenue ?? known(venue, 'venue')
  const salesCloseAtMs = salesEndMs(request, { zone, nights: plan.nights })
  const events: HouseEvent[] = [
    ...(newVenue ? [{ type: 'entry-saved', entry: newVenue } as const] : []),
    {
      type: 'entry-saved',
      entry: {
        kind: 'listing',
        listingId,
        sort: request.sort,
        title: request.title,
        active: true,
        terms: {},
        details: {},
      },
    },
    { type: 'entry-saved', entry: showEntry(request, { showId, listingId, venueId, salesCloseAtMs }) },
    { type: 'prices-set', showId, version: 1, prices: request.prices },
  ]
  return accept(events, { showId })
}

function venueEntry({ venue }: OpenShowRequest, venueId: VenueId): VenueEntry | null {
  return 'venueId' in venue ? null : { kind: 'venue', venueId, ...venue, terms: {} }
}

function showEntry(
  { planId, startsAtMs, ticketTypes }: OpenShowRequest,
  own: { showId: ShowId; listingId: ListingId; venueId: VenueId; salesCloseAtMs: number },
): ShowEntry {
  return {
    kind: 'show',
    ...own,
    planId,
    startsAtMs,
    active: true,
    claimPolicy: 'on-checkout',
    terms: {},
    ticketTypes,
  }
}

/** [L6] A hotel sells each of its nights, so it closes with the last one. */
function salesEndMs(
  { sort, startsAtMs }: OpenShowRequest,
  { zone, nights }: { readonly zone: string; readonly nights: number },
): number {
  if (sort !== 'hotel') return startsAtMs + SALES_CLOSE_AFTER_START_MS
  return nightAtMs({ startsAtMs, zone }, Math.max(0, nights - 1)) + LATE_ARRIVAL_MS
}

function refusalOfPrices(
  categories: readonly string[],
  { prices, ticketTypes }: OpenShowRequest,
): Refusal | null {
  const repeated = ticketTypes.find((name, index) => ticketTypes.indexOf(name) < index)
  if (repeated !== undefined) return badField('ticketTypes', 'taken', repeated)
  if (prices.length !== categories.length) return badField('prices', 'incomplete', String(prices.length))
  const uneven = prices.findIndex((row) => row.length !== ticketTypes.length)
  if (uneven >= 0) return badField('prices', 'incomplete', known(categories[uneven], 'category'))
  const isFree = prices.every((row) => row.every((price) => price === null))
  return isFree ? badField('prices', 'no-price', '') : null
}

function badField(field: string, problem: InputProblem, detail: string): Refusal {
  return { code: 'INVALID_INPUT', field, problem, detail }
}

/** One cell of a show's price grid. */
export interface PriceCell {
  readonly category: number
  readonly ticketTypeId: TicketTypeId
  /** Minor units; null takes the type off sale for the category. */
  readonly priceMinor: number | null
}

export interface SetPricesRequest {
  readonly showId: ShowId
  readonly cells: readonly PriceCell[]
  /** The price list the manager was looking at. */
  readonly seenVersion: number
}

/** [P2] Makes a new price list, with all of the changes or none; existing bookings keep their prices. */
export function decideSetPrices(
  found: Found<'show'>,
  { showId, cells, seenVersion }: SetPricesRequest,
): Decision<{ readonly version: number }> {
  const { show } = found
  if (!show) return refuse({ code: 'NOT_FOUND', what: 'show', id: String(showId) })
  if (show.priceVersion !== seenVersion) return refuse({ code: 'CONCURRENT_MODIFICATION', what: 'prices' })
  const stray = cells.find(
    ({ category, ticketTypeId }) => show.prices[category]?.[ticketTypeId] === undefined,
  )
  if (stray) return refuse(badField('cells', 'malformed', `${stray.category}/${stray.ticketTypeId}`))

  const prices = cells.reduce<PriceTable>(
    (before, { category, ticketTypeId, priceMinor }) =>
      before.map((row, index) => (index === category ? row.with(ticketTypeId, priceMinor) : row)),
    show.prices,
  )
  const version = show.priceVersion + 1
  return accept([{ type: 'prices-set', showId: show.showId, version, prices }], { version })
}
