// The demo house [D1], as the events that made it: the same everywhere, every date an offset from the given instant. Owns the
// numbers and ids of demo entries; must never ask a clock or chance.

import type { CouponEntry, Entry, ListingEntry, ShowEntry } from '../../src/shared/domain/catalogue.ts'
import type { HouseEvent } from '../../src/shared/domain/events.ts'
import type {
  CustomerId,
  ListingId,
  PlanId,
  ShowId,
  StaffId,
  VenueId,
  WalletId,
} from '../../src/shared/domain/ids.ts'
import type { PlanDraft } from '../../src/shared/domain/plan-import/draft.ts'
import { makePlan } from '../../src/shared/domain/seat-plan/make-plan.ts'
import type { Plan } from '../../src/shared/domain/seat-plan/plan.ts'
import { known } from '../../src/shared/lib/assert.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/shared/lib/time.ts'
import { booked, withNumbers } from './demo-bookings.ts'
import { type DemoRun, runs, venues } from './demo-listings.ts'
import { makeCinema } from './plans/cinema.ts'
import { makeClub } from './plans/club.ts'
import { makeCoach, makeDoubleDecker, makeSleeperCoach } from './plans/coach.ts'
import { makeDeparture, makeLargeHotel, makeSmallHotel } from './plans/hotel.ts'
import { makeStadium } from './plans/stadium.ts'
import { makeTestEvent } from './plans/test-event.ts'
import { makeTheatre } from './plans/theatre.ts'
import { makeTrain } from './plans/train.ts'

/** Shows start on the half hour, whenever the demo was laid out. */
const STEP_MS = 30 * MINUTE_MS
/** Doors are shut half an hour into a show. */
const SALES_AFTER_START_MS = 30 * MINUTE_MS

const drawings: readonly (readonly [DemoRun['plan'], () => PlanDraft])[] = [
  ['theatre', makeTheatre],
  ['cinema', makeCinema],
  ['coach', makeCoach],
  ['sleeper', makeSleeperCoach],
  ['event', makeTestEvent],
  ['stadium', makeStadium],
  ['train', makeTrain],
  ['club', makeClub],
  ['double-decker', makeDoubleDecker],
  ['large-hotel', makeLargeHotel],
  ['small-hotel', makeSmallHotel],
  ['departure', makeDeparture],
]

/** Whoever stands at the desk, until people sign in. Every house has this one, demo or not. */
export const deskStaff: Entry = {
  kind: 'staff',
  staffId: 1 as StaffId,
  name: 'Desk',
  role: 'manager',
  active: true,
}

export interface DemoHouse {
  readonly events: readonly HouseEvent[]
  readonly plans: readonly Plan[]
  readonly seededAtMs: number
}

/** The house as of `atMs`, taken down to the half hour. `digestOf` is what the journal keeps of a plan. */
export function demoHouse(atMs: number, digestOf: (plan: Plan) => string): DemoHouse {
  const seededAtMs = atMs - (atMs % STEP_MS)
  const plans = drawings.map(([, draw], index) => makePlan(draw(), (index + 1) as PlanId))
  const shows = runs.flatMap((run, index) => showsOf(run, index, seededAtMs))
  // In the order they start, so that ids follow the evening.
  const numbered = shows
    .toSorted((a, b) => a.entry.startsAtMs - b.entry.startsAtMs)
    .map(({ entry, run }, index) => ({ run, entry: { ...entry, showId: (index + 1) as ShowId } }))
  const events: HouseEvent[] = [
    ...catalogue(seededAtMs).map(saved),
    ...plans.map((plan) => imported(plan, digestOf(plan))),
    ...numbered.flatMap(({ entry, run }): HouseEvent[] => [
      saved(entry),
      { type: 'prices-set', showId: entry.showId, version: 1, prices: run.prices },
    ]),
    ...bookingsOf('theatre', 2, 2),
    ...bookingsOf('event', 3, 2),
  ]
  return {
    events: events.map((event, index) => withNumbers(event, index + 1, seededAtMs)),
    plans,
    seededAtMs,
  }

  /** The first show of a run sells some seats and reserves some, from the middle of the house. */
  function bookingsOf(plan: DemoRun['plan'], sold: number, reserved: number): HouseEvent[] {
    const { entry, run } = known(
      numbered.find((one) => one.run.plan === plan),
      plan,
    )
    const seats = known(plans[entry.planId - 1], plan)
    const middle = Math.floor(seats.count / 2)
    const group = { entry, run, seats, atMs: seededAtMs }
    return [
      ...booked({ ...group, from: middle, count: sold, purpose: 'hold' }),
      ...booked({ ...group, from: middle + sold, count: reserved, purpose: 'reservation' }),
    ]
  }
}

function saved(entry: Entry): HouseEvent {
  return { type: 'entry-saved', entry }
}

function imported({ planId, name, count }: Plan, digest: string): HouseEvent {
  return { type: 'plan-imported', planId, name, seats: count, digest }
}

function catalogue(atMs: number): Entry[] {
  const testuser = 2 as CustomerId
  return [
    ...venues.map(
      (venue, index) => ({ kind: 'venue', venueId: (index + 1) as VenueId, ...venue, terms: {} }) as const,
    ),
    ...listings(),
    deskStaff,
    {
      kind: 'customer',
      customerId: 1 as CustomerId,
      name: 'Asha Rao',
      phone: '+91 98200 00001',
      email: 'asha@example.com',
      vip: true,
    },
    {
      kind: 'customer',
      customerId: testuser,
      name: 'testuser',
      phone: '+91 98200 00002',
      email: 'testuser@example.com',
      vip: false,
    },
    { kind: 'wallet', walletId: 1 as WalletId, customerId: testuser, currency: 'INR' },
    coupon(atMs),
  ]
}

function listings(): ListingEntry[] {
  return runs.map(({ sort, title, details, terms = {} }, index) => ({
    kind: 'listing',
    listingId: (index + 1) as ListingId,
    sort,
    title,
    active: true,
    terms,
    details,
  }))
}

function coupon(atMs: number): CouponEntry {
  return {
    kind: 'coupon',
    code: 'DISCOUNT50',
    percent: 50,
    discountMaxMinor: 500_00,
    validFromMs: atMs - DAY_MS,
    validUntilMs: atMs + 365 * DAY_MS,
    active: true,
    usesMax: null,
  }
}

function soldForMs({ soldForHours }: DemoRun): number {
  return soldForHours === undefined ? SALES_AFTER_START_MS : soldForHours * HOUR_MS
}

function showsOf(run: DemoRun, index: number, atMs: number): { run: DemoRun; entry: ShowEntry }[] {
  const planId = (drawings.findIndex(([name]) => name === run.plan) + 1) as PlanId
  return run.startsAfterHours.map((hours) => ({
    run,
    entry: {
      kind: 'show',
      showId: 0 as ShowId,
      listingId: (index + 1) as ListingId,
      venueId: (run.venue + 1) as VenueId,
      planId,
      startsAtMs: atMs + hours * HOUR_MS,
      salesCloseAtMs: atMs + hours * HOUR_MS + soldForMs(run),
      active: true,
      claimPolicy: run.claimPolicy ?? 'on-checkout',
      terms: {},
      ticketTypes: run.ticketTypes,
    },
  }))
}
