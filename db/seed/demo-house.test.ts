import { expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../src/shared/lib/time.ts'
import { demoHouse } from './demo-house.ts'

const atMs = Date.UTC(2026, 10, 20, 12, 34)
const demo = demoHouse(atMs, () => 'digest')
const entries = demo.events.flatMap((event) => (event.type === 'entry-saved' ? [event.entry] : []))
const listings = entries.filter((entry) => entry.kind === 'listing')
const shows = entries.filter((entry) => entry.kind === 'show')

test('[D1] 16 hotels, 5 packages, 3 coaches, a wallet of testuser, and DISCOUNT50', () => {
  const ofSort = (sort: string) => listings.filter((listing) => listing.sort === sort).length
  expect([ofSort('hotel'), ofSort('package'), ofSort('coach')]).toEqual([16, 5, 3])
  const customer = entries.find((entry) => entry.kind === 'customer' && entry.name === 'testuser')
  const wallet = entries.find((entry) => entry.kind === 'wallet')
  expect(wallet).toMatchObject({ customerId: customer?.kind === 'customer' ? customer.customerId : 0 })
  expect(entries.find((entry) => entry.kind === 'coupon')).toMatchObject({ code: 'DISCOUNT50', percent: 50 })
})

test('[D1] a theatre of 2,010 with 2 sold and 2 reserved, a test event of 30 with some sold and reserved', () => {
  const lines = (planId: number, type: string) => {
    const planOf = new Map(shows.map((show) => [show.showId, show.planId]))
    const held = demo.events.filter((event) => event.type === 'seats-held')
    const confirmed = new Set(
      demo.events.flatMap((event) => (event.type === 'booking-confirmed' ? [event.bookingId] : [])),
    )
    return held
      .filter(
        (event) =>
          planOf.get(event.showId) === planId && confirmed.has(event.bookingId) === (type === 'sold'),
      )
      .flatMap((event) => event.lines).length
  }
  expect(demo.plans.map((plan) => plan.count)).toEqual([
    2010, 180, 44, 36, 30, 80_000, 176, 880, 80, 168, 140, 24,
  ])
  expect([lines(1, 'sold'), lines(1, 'reserved')]).toEqual([2, 2])
  expect([lines(5, 'sold'), lines(5, 'reserved')]).toEqual([3, 2])
})

test('[D1] [L6] every hotel sells its room-nights, every package three departures, and says what a place bundles', () => {
  const shown = (sort: string) =>
    listings
      .filter((listing) => listing.sort === sort)
      .map(({ listingId }) => shows.filter((show) => show.listingId === listingId).length)
  expect(shown('hotel')).toEqual(Array(16).fill(1))
  expect(shown('package')).toEqual(Array(5).fill(3))
  for (const { sort, details } of listings)
    if (sort === 'package') expect(details['includes']).not.toHaveLength(0)
})

test('[D1] the same instant makes the same house, and a minute later in the same half hour too', () => {
  expect(demoHouse(atMs, () => 'digest').events).toEqual(demo.events)
  expect(demoHouse(atMs + 25 * MINUTE_MS, () => 'digest').events).toEqual(demo.events)
  expect(demoHouse(atMs + 26 * MINUTE_MS, () => 'digest').events).not.toEqual(demo.events)
})

test('[D1] dates are offsets: the house of another day is this one moved by whole half hours', () => {
  const shiftMs = 51 * HOUR_MS + 30 * MINUTE_MS
  const later = demoHouse(atMs + shiftMs, () => 'digest')
  const startsOf = (house: typeof demo) =>
    house.events.flatMap((event) =>
      event.type === 'entry-saved' && event.entry.kind === 'show' ? [event.entry.startsAtMs] : [],
    )
  expect(startsOf(later)).toEqual(startsOf(demo).map((startsAtMs) => startsAtMs + shiftMs))
})

test('[D1] demo holds are reservations until their show begins: they do not lapse while somebody looks', () => {
  for (const event of demo.events) {
    if (event.type !== 'seats-held') continue
    const show = shows.find((one) => one.showId === event.showId)
    expect(event.expiresAtMs).toBe(show?.startsAtMs)
  }
})

test('[A1] every category of every show has a price, and ids follow the evening', () => {
  expect(shows.map((show) => show.showId)).toEqual(shows.map((_, index) => index + 1))
  const starts = shows.map((show) => show.startsAtMs)
  expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  for (const event of demo.events) {
    if (event.type !== 'prices-set') continue
    const show = shows.find((one) => one.showId === event.showId)
    const plan = demo.plans.find((one) => one.planId === show?.planId)
    expect(event.prices.length).toBe(plan?.categories.length)
    for (const row of event.prices) expect(row.length).toBe(show?.ticketTypes.length)
  }
})
