// The demo house [D1], as the events that made it: the same everywhere, every date an offset from the given instant. Owns the
// numbers and ids of demo entries; must never ask a clock or chance.

import type { BookingPurpose, Ticket } from '../../src/shared/domain/booking.ts'
import type { CouponEntry, Entry, ListingEntry, ShowEntry } from '../../src/shared/domain/catalogue.ts'
import type { HouseEvent, SeatsHeld } from '../../src/shared/domain/events.ts'
import type {
  BookingId,
  CartId,
  CustomerId,
  KioskId,
  ListingId,
  PaymentId,
  PlanId,
  SeatId,
  ShowId,
  StaffId,
  TicketTypeId,
  VenueId,
} from '../../src/shared/domain/ids.ts'
import type { PlanDraft } from '../../src/shared/domain/plan-import/draft.ts'
import { priceLines } from '../../src/shared/domain/pricing.ts'
import { isRefusal } from '../../src/shared/domain/refusal.ts'
import { makePlan } from '../../src/shared/domain/seat-plan/make-plan.ts'
import { type Plan, seatLabel } from '../../src/shared/domain/seat-plan/plan.ts'
import type { FoundSeat, FoundShow } from '../../src/shared/domain/show.ts'
import { ticketDigits } from '../../src/shared/domain/ticket-number.ts'
import { houseTerms } from '../../src/shared/domain/terms.ts'
import { Bug, known } from '../../src/shared/lib/assert.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, dayInZone } from '../../src/shared/lib/time.ts'
import { type DemoRun, demoZone, hotels, packages, runs, venues } from './demo-listings.ts'
import { makeCinema } from './plans/cinema.ts'
import { makeClub } from './plans/club.ts'
import { makeCoach, makeDoubleDecker, makeSleeperCoach } from './plans/coach.ts'
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
    return [
      ...booked({ entry, run, seats, from: middle, count: sold, purpose: 'hold', atMs: seededAtMs }),
      ...booked({
        entry,
        run,
        seats,
        from: middle + sold,
        count: reserved,
        purpose: 'reservation',
        atMs: seededAtMs,
      }),
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
    { kind: 'wallet', walletId: 1, customerId: testuser, currency: 'INR' },
    coupon(atMs),
  ]
}

function listings(): ListingEntry[] {
  const on = runs.map(({ sort, title, details }) => ({ sort, title, details }))
  const hotel = hotels.map((one) => ({ sort: 'hotel', ...one }) as const)
  const bundle = packages.map((one) => ({ sort: 'package', ...one }) as const)
  return [...on, ...hotel, ...bundle].map((listing, index) => ({
    kind: 'listing',
    listingId: (index + 1) as ListingId,
    active: true,
    terms: {},
    ...listing,
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
      salesCloseAtMs: atMs + hours * HOUR_MS + SALES_AFTER_START_MS,
      active: true,
      claimPolicy: 'on-checkout',
      terms: {},
      ticketTypes: run.ticketTypes,
    },
  }))
}

interface Group {
  readonly entry: ShowEntry
  readonly run: DemoRun
  readonly seats: Plan
  readonly from: number
  readonly count: number
  readonly purpose: BookingPurpose
  readonly atMs: number
}

function booked(group: Group): HouseEvent[] {
  const held = heldBy(group)
  if (group.purpose === 'reservation') return [held]
  const ids = { bookingId: held.bookingId, showId: held.showId }
  const { totalMinor } = held.totals
  const paymentId = `${held.bookingId}-PAID` as PaymentId
  const money = { amountMinor: totalMinor, tenderedMinor: totalMinor, changeMinor: 0 }
  const seatIds = held.lines.map((line) => line.seatId)
  const tickets = seatIds.map((seatId) => ticket(group, seatId))
  return [
    held,
    {
      type: 'booking-confirmed',
      ...ids,
      seatIds,
      payment: { paymentId, mode: 'CASH', state: 'success', ...money },
      tickets,
    },
  ]
}

/** Demo holds are reservations until the show begins, so that they do not lapse while somebody looks at the demo. */
function heldBy({ entry, run, seats, from, count, purpose, atMs }: Group): SeatsHeld {
  const found = Array.from({ length: count }, (_, index) => seatAt(seats, (from + index) as SeatId))
  const show = demoShow(entry, run)
  const ticketTypeId = 0 as TicketTypeId
  const wanted = found.map(({ seatId }) => ({ seatId, ticketTypeId }))
  const priced = priceLines(show, found, wanted, null)
  if (isRefusal(priced)) throw new Bug(`demo seats have no price: ${JSON.stringify(priced)}`)
  // Ids sort by their time: the demo's come before all that is sold later.
  const bookingId = `00DEMO-${entry.showId}-${purpose}` as BookingId
  return {
    type: 'seats-held',
    bookingId,
    showId: entry.showId,
    purpose,
    cartId: `${bookingId}-CART` as CartId,
    // Put aside under a name, as a reservation is.
    customerId: purpose === 'reservation' ? (1 as CustomerId) : null,
    kioskId: 'demo' as KioskId,
    staffId: 1 as StaffId,
    ...priced,
    couponCode: null,
    priceVersion: 1,
    holdMs: entry.startsAtMs - atMs,
    expiresAtMs: entry.startsAtMs,
    graceEndsAtMs: entry.startsAtMs,
  }
}

function seatAt(seats: Plan, seatId: SeatId): FoundSeat {
  const section = seats.sections[seats.rows[seats.row[seatId] ?? 0]?.section ?? 0]?.name ?? ''
  return {
    seatId,
    label: seatLabel(seats, seatId),
    section,
    category: seats.category[seatId] ?? 0,
    claimedBy: null,
  }
}

function demoShow(entry: ShowEntry, run: DemoRun): FoundShow {
  const { zone, currency } = known(venues[entry.venueId - 1], 'demo venue')
  const { showId, active, startsAtMs, salesCloseAtMs, ticketTypes } = entry
  const prices = { priceVersion: 1, prices: run.prices }
  return {
    showId,
    active,
    startsAtMs,
    salesCloseAtMs,
    zone,
    currency,
    terms: houseTerms,
    ticketTypes,
    ...prices,
  }
}

/** Codes of a demo need no chance; a real one always does. Its number follows from its place in the journal. */
function ticket({ entry }: Group, seatId: SeatId): Ticket {
  const digits = (entry.showId * 0x10000 + seatId).toString(16).toUpperCase().padStart(8, '0')
  return { number: '', seatId, secret: `DEMO${digits}0000` }
}

/** [T1] Numbers its tickets as a sale does. `sequence`: of the row that the event will be. */
function withNumbers(event: HouseEvent, sequence: number, atMs: number): HouseEvent {
  if (event.type !== 'booking-confirmed') return event
  const day = dayInZone(atMs, demoZone)
  const number = (line: number) => `TKT-${day}-${ticketDigits(sequence, line)}`
  return { ...event, tickets: event.tickets.map((one, line) => ({ ...one, number: number(line) })) }
}
