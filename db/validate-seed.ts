// The demo data of a house against what this version lays out [D1] [D2]: counts by name, and the checksum that covers the rest.
// Counts only what the seed brought: what was sold or changed later is no difference.

import type { ListingSort } from '../src/shared/domain/catalogue.ts'
import type { HouseEvent } from '../src/shared/domain/events.ts'
import type { PlanId } from '../src/shared/domain/ids.ts'
import type { Plan } from '../src/shared/domain/seat-plan/plan.ts'
import { planDigest } from '../src/main/store/plan-rows.ts'
import { type Seed, eventOf } from '../src/main/house/seed.ts'
import { demoHouse } from './seed/demo-house.ts'
import { type DemoRun, runs } from './seed/demo-listings.ts'
import { seedChecksum } from './seed/seed-checksum.ts'
import type { Line } from './validate.ts'

/** D1's own numbers, said here once more on purpose: a generator that drifts must not carry its check along. */
const promised = {
  hotel: 16,
  package: 5,
  coach: 3,
  wallets: ['testuser'],
  coupons: ['DISCOUNT50'],
  theatre: { seats: 2010, sold: 2, reserved: 2 },
  event: { seats: 30, inEach: { Eco: 10, Normal: 10, VIP: 10 }, ticketTypes: ['Normal', 'VIP', 'Student'] },
  stadium: { seats: 80_000 },
  train: { seats: 176 },
  club: { seats: 880, standing: 720 },
  roomNights: 2520,
  departures: { shows: 15, places: 360 },
} as const

export function checkSeed(seed: Seed, planOf: (planId: PlanId) => Plan | null): Line[] {
  const events = seed.rows.map(eventOf)
  return [
    sorts(events, 'hotel', 'hotels'),
    roomNights(events),
    sorts(events, 'package', 'packages'),
    departures(events),
    sorts(events, 'coach', 'coaches'),
    names('wallet of', walletOwners(events), promised.wallets),
    names('coupon', couponCodes(events), promised.coupons),
    theatre(events),
    testEvent(events, planOf),
    stadium(events),
    train(events),
    club(events, planOf),
    ...wholeContent(seed, events),
  ]
}

function sorts(events: readonly HouseEvent[], sort: 'hotel' | 'package' | 'coach', word: string): Line {
  return same(`${listingsOf(events, sort)} ${word}`, `${promised[sort]} ${word}`)
}

function names(what: string, found: readonly string[], wanted: readonly string[]): Line {
  return same(`${found.length} ${what} ${found.join(', ')}`, `${wanted.length} ${what} ${wanted.join(', ')}`)
}

function theatre(events: readonly HouseEvent[]): Line {
  return same(`theatre: ${seatsText(onPlan(events, 'theatre'))}`, `theatre: ${seatsText(promised.theatre)}`)
}

function testEvent(events: readonly HouseEvent[], planOf: (planId: PlanId) => Plan | null): Line {
  const { planId, seats, sold, reserved, ticketTypes } = onPlan(events, 'event')
  const { inEach, ...wanted } = promised.event
  const plan = planId === null ? null : planOf(planId)
  const line = same(
    eventText(seats, plan ? seatsByCategory(plan) : {}, ticketTypes),
    eventText(wanted.seats, inEach, wanted.ticketTypes),
  )
  const holds = line.holds === true && sold + reserved > 0
  return { holds, text: `${line.text}; ${sold} sold, ${reserved} reserved` }
}

function eventText(
  total: number,
  inEach: Readonly<Record<string, number>>,
  ticketTypes: readonly string[],
): string {
  const categories = Object.entries(inEach).map(([name, count]) => `${name} ${count}`)
  return `test event: ${total} seats, ${categories.toSorted().join(', ')}; ${ticketTypes.join(', ')}`
}

function stadium(events: readonly HouseEvent[]): Line {
  const [found, wanted] = [onPlan(events, 'stadium').seats, promised.stadium.seats].map((seats) =>
    seats.toLocaleString('en'),
  )
  return same(`stadium: ${found} seats`, `stadium: ${wanted} seats`)
}

function train(events: readonly HouseEvent[]): Line {
  return same(`train: ${onPlan(events, 'train').seats} seats`, `train: ${promised.train.seats} seats`)
}

/** [L1] A house of places to stand and seats. */
function club(events: readonly HouseEvent[], planOf: (planId: PlanId) => Plan | null): Line {
  const { planId, seats } = onPlan(events, 'club')
  const plan = planId === null ? null : planOf(planId)
  return same(
    clubText(seats, plan ? standingIn(plan) : 0),
    clubText(promised.club.seats, promised.club.standing),
  )
}

function clubText(seats: number, standing: number): string {
  return `standing hall: ${seats} places, ${standing} of them to stand`
}

function standingIn({ row, rows, sections }: Plan): number {
  return row.filter((each) => sections[rows[each]?.section ?? -1]?.kind === 'standing').length
}

/** [L6] What the hotels sell, all together. */
function roomNights(events: readonly HouseEvent[]): Line {
  const [found, wanted] = [soldBy(events, 'hotel').units, promised.roomNights].map((units) =>
    units.toLocaleString('en'),
  )
  return same(`${found} room-nights`, `${wanted} room-nights`)
}

function departures(events: readonly HouseEvent[]): Line {
  const { shows, units } = soldBy(events, 'package')
  const wanted = promised.departures
  return same(`${shows} departures, ${units} places`, `${wanted.shows} departures, ${wanted.places} places`)
}

/** Shows of a sort, and the units of their plans. */
function soldBy(events: readonly HouseEvent[], sort: ListingSort): { shows: number; units: number } {
  const ofSort = new Set(
    entriesOf(events, 'listing').flatMap((one) => (one.sort === sort ? one.listingId : [])),
  )
  const seats = new Map(
    events.flatMap((event) => (event.type === 'plan-imported' ? [[event.planId, event.seats] as const] : [])),
  )
  const shows = entriesOf(events, 'show').filter(({ listingId }) => ofSort.has(listingId))
  return { shows: shows.length, units: shows.reduce((sum, { planId }) => sum + (seats.get(planId) ?? 0), 0) }
}

/** Everything that has no number of its own in D1: the cinema, every show, price, title and seat. */
function wholeContent(seed: Seed, events: readonly HouseEvent[]): Line[] {
  const demo = demoHouse(seed.atMs, planDigest)
  const wanted = seedChecksum(demo.events, demo.seededAtMs)
  const from = new Date(seed.atMs).toISOString()
  return [
    same(cinemaText(events), cinemaText(demo.events)),
    same(
      `content ${short(seed.checksum)}: ${events.length} entries`,
      `content ${short(wanted)}: ${demo.events.length} entries`,
    ),
    { holds: null, text: `its dates count from ${from}` },
  ]
}

function cinemaText(events: readonly HouseEvent[]): string {
  const { seats, shows } = onPlan(events, 'cinema')
  return `cinema: ${seats} seats, ${shows} shows`
}

function listingsOf(events: readonly HouseEvent[], sort: ListingSort): number {
  return entriesOf(events, 'listing').filter((listing) => listing.sort === sort).length
}

function walletOwners(events: readonly HouseEvent[]): string[] {
  const customers = new Map(entriesOf(events, 'customer').map((one) => [one.customerId, one.name]))
  return entriesOf(events, 'wallet').map(
    (wallet) => (wallet.customerId && customers.get(wallet.customerId)) ?? 'nobody',
  )
}

function couponCodes(events: readonly HouseEvent[]): string[] {
  return entriesOf(events, 'coupon').map((coupon) => coupon.code)
}

interface OnPlan {
  readonly planId: PlanId | null
  readonly seats: number
  readonly shows: number
  readonly sold: number
  readonly reserved: number
  readonly ticketTypes: readonly string[]
}

/** What one run of the demo has, found by its title. */
function onPlan(events: readonly HouseEvent[], plan: DemoRun['plan']): OnPlan {
  const title = runs.find((run) => run.plan === plan)?.title
  const listing = entriesOf(events, 'listing').find((one) => one.title === title)
  const shows = entriesOf(events, 'show').filter((show) => show.listingId === listing?.listingId)
  const [first] = shows
  const planId = first?.planId ?? null
  const imported = events.find((event) => event.type === 'plan-imported' && event.planId === planId)
  const ofShows = events.filter(
    (event) => 'bookingId' in event && shows.some((one) => one.showId === event.showId),
  )
  const sold = ofShows.flatMap((event) => (event.type === 'booking-confirmed' ? event.seatIds : []))
  const held = ofShows.flatMap((event) => (event.type === 'seats-held' ? event.lines : []))
  return {
    planId,
    seats: imported?.type === 'plan-imported' ? imported.seats : 0,
    shows: shows.length,
    sold: sold.length,
    reserved: held.length - sold.length,
    ticketTypes: first?.ticketTypes ?? [],
  }
}

function entriesOf<Kind extends EntryOf['kind']>(events: readonly HouseEvent[], kind: Kind) {
  return events.flatMap((event) =>
    event.type === 'entry-saved' && event.entry.kind === kind
      ? [event.entry as Extract<EntryOf, { kind: Kind }>]
      : [],
  )
}
type EntryOf = Extract<HouseEvent, { type: 'entry-saved' }>['entry']

function seatsByCategory({ categories, category }: Plan): Record<string, number> {
  const counts = categories.map(({ name }, index) => [name, category.filter((one) => one === index).length])
  return Object.fromEntries(counts) as Record<string, number>
}

function seatsText({ seats, sold, reserved }: Pick<OnPlan, 'seats' | 'sold' | 'reserved'>): string {
  return `${seats.toLocaleString('en')} seats, ${sold} sold, ${reserved} reserved`
}

/** Enough to see two apart by eye; the whole is compared. */
function short(checksum: string): string {
  return checksum.slice(0, 12)
}

function same(found: string, wanted: string): Line {
  return found === wanted
    ? { holds: true, text: found }
    : { holds: false, text: `${found} (should be ${wanted})` }
}
