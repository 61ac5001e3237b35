// A small house for tests: two shows on a plan of fourteen seats, two customers, three coupons; engine, clock and sellers driven
// by hand. Owns nothing real; must never be imported by the program.

import type { Ticket } from '../../shared/domain/booking.ts'
import type { CouponEntry, Entry, Role } from '../../shared/domain/catalogue.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type {
  BookingId,
  CartId,
  CommandId,
  CustomerId,
  KioskId,
  ListingId,
  PlanId,
  SeatId,
  ShowId,
  StaffId,
  TicketTypeId,
  VenueId,
} from '../../shared/domain/ids.ts'
import type { PlanDraft } from '../../shared/domain/plan-import/draft.ts'
import { makePlan } from '../../shared/domain/seat-plan/make-plan.ts'
import type { PriceTable } from '../../shared/domain/show.ts'
import type { Terms } from '../../shared/domain/terms.ts'
import type { Input, OperationName, Output } from '../../shared/contract/operations.ts'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import { Bug } from '../../shared/lib/assert.ts'
import { DAY_MS, HOUR_MS } from '../../shared/lib/time.ts'
import { MemoryStore } from '../store/memory-store.ts'
import { planDigest, writesOfPlan } from '../store/plan-rows.ts'
import type { Store } from '../store/store.ts'
import { Engine } from './engine.ts'
import type { EngineParts, Terminal } from './ports.ts'
import {
  KeptLog,
  ManualClock,
  ManualScheduler,
  SeededChance,
  anyPicture,
  plainPinHasher,
  plainSigner,
} from './test-world.ts'

/** An evening in Mumbai. */
export const openingMs = Date.UTC(2026, 10, 20, 12)
export const show1 = 1 as ShowId
export const show2 = 2 as ShowId
/** Seats 0–9 of Stalls at ₹200/₹150, 10–12 of Balcony at ₹100 for Normal only, 13 not on sale. */
export const seatCount = 14
export const prices: PriceTable = [
  [200_00, 150_00],
  [100_00, null],
  [null, null],
]

const smallDraft: PlanDraft = {
  name: 'Small hall',
  width: 300,
  height: 200,
  categories: ['Near', 'Far', 'House'].map((name) => ({ name, color: '#445566' })),
  sections: [
    { name: 'Stalls', kind: 'seats', areas: [], rows: [row('A', 40, 5), row('B', 80, 5)] },
    { name: 'Balcony', kind: 'seats', areas: [], rows: [row('C', 120, 4)] },
  ],
}

function row(label: string, y: number, count: number) {
  const seats = Array.from({ length: count }, (_, index) => ({
    uuid: `${label}${index}`,
    guid: `${label}${index}`,
    number: String(index + 1),
    x: 30 + index * 30,
    y,
    radius: 10,
    category: label !== 'C' ? 'Near' : index === count - 1 ? 'House' : 'Far',
    flags: [],
  }))
  return { label, seats }
}

export const smallPlan = makePlan(smallDraft, 1 as PlanId)

function coupon(code: string, usesMax: number | null): CouponEntry {
  const until = { validFromMs: openingMs, validUntilMs: openingMs + DAY_MS, active: true, usesMax }
  return { kind: 'coupon', code, percent: 10, discountMaxMinor: 100_00, ...until }
}

const entries: readonly Entry[] = [
  {
    kind: 'venue',
    venueId: 1 as VenueId,
    name: 'Barn',
    zone: 'Asia/Kolkata',
    currency: 'INR',
    terms: {},
  },
  {
    kind: 'listing',
    listingId: 1 as ListingId,
    sort: 'performance',
    title: 'Rain',
    active: true,
    terms: {},
    details: {},
  },
  { kind: 'staff', staffId: 1 as StaffId, name: 'Desk', role: 'manager', active: true },
  { kind: 'customer', customerId: 1 as CustomerId, name: 'Vip', phone: '', email: '', vip: true },
  { kind: 'customer', customerId: 2 as CustomerId, name: 'Ravi', phone: '', email: '', vip: false },
  coupon('TENOFF', null),
  coupon('ONCE', 1),
  { ...coupon('OVER', null), validUntilMs: openingMs },
]

export function showEntry(showId: ShowId, startsAtMs: number): Extract<Entry, { kind: 'show' }> {
  return {
    kind: 'show',
    showId,
    listingId: 1 as ListingId,
    venueId: 1 as VenueId,
    planId: 1 as PlanId,
    startsAtMs,
    salesCloseAtMs: startsAtMs + HOUR_MS / 2,
    active: true,
    claimPolicy: 'on-checkout',
    terms: {},
    ticketTypes: ['Normal', 'Student'],
  }
}

export const smallHouse: readonly HouseEvent[] = [
  ...entries.map((entry) => ({ type: 'entry-saved', entry }) as const),
  {
    type: 'plan-imported',
    planId: 1 as PlanId,
    name: 'Small hall',
    seats: seatCount,
    digest: planDigest(smallPlan),
  },
  { type: 'entry-saved', entry: showEntry(show1, openingMs + 5 * HOUR_MS) },
  { type: 'prices-set', showId: show1, version: 1, prices },
  { type: 'entry-saved', entry: showEntry(show2, openingMs + 6 * HOUR_MS) },
  { type: 'prices-set', showId: show2, version: 1, prices },
]

type OptionalWays = 'printers' | 'paperShelf' | 'kioskNet' | 'backups' | 'updates' | 'post' | 'onPutBack'
type OptionalPorts = 'signer' | 'pinHasher' | 'pictures' | 'claims' | 'isShared'

export interface TestHouseParts extends Partial<Pick<EngineParts, OptionalWays | OptionalPorts>> {
  readonly store?: Store
  readonly seed?: string
  /** A house that was begun at another instant is another house: no row of its journal is the same. */
  readonly openedAtMs?: number
  readonly houseTerms?: Partial<Terms>
  readonly terminal?: (house: TestHouse) => Terminal
}

export class TestHouse {
  readonly store: Store
  readonly clock: ManualClock
  readonly log = new KeptLog()
  readonly chance: SeededChance
  scheduler = new ManualScheduler()
  engine: Engine
  readonly #parts: TestHouseParts
  #commands = 0

  /** A house that is furnished already (a reopened file) is left as it is. */
  constructor(parts: TestHouseParts = {}) {
    this.#parts = parts
    this.store = parts.store ?? new MemoryStore()
    this.clock = new ManualClock(parts.openedAtMs ?? openingMs)
    this.chance = new SeededChance(parts.seed ?? 'test')
    this.engine = this.#makeEngine()
    if (this.engine.sequence === 0) this.engine.furnish(smallHouse, writesOfPlan(smallPlan))
  }

  /** As after a crash: memory and timers are gone, the store is still there. */
  restart(): void {
    this.scheduler = new ManualScheduler()
    this.engine = this.#makeEngine()
  }

  desk(kiosk: string, role: Role = 'clerk'): BoxOffice {
    return this.engine.deskFor({ staffId: 1 as StaffId, name: kiosk, role, kioskId: kiosk as KioskId })
  }

  /** One call in a turn of its own. The desk's role is in its name: `desk-1`, `manager`. */
  async ask<Name extends OperationName>(
    kiosk: string,
    name: Name,
    input: Input<Name>,
    commandId = this.newCommandId(),
  ): Promise<Answer<Output<Name>>> {
    const answer = this.desk(kiosk, roleOf(kiosk)).call(name, input, commandId)
    this.scheduler.flush()
    return answer
  }

  /** The same, but fails unless the answer is `done`. */
  async done<Name extends OperationName>(
    kiosk: string,
    name: Name,
    input: Input<Name>,
  ): Promise<Output<Name>> {
    const answer = await this.ask(kiosk, name, input)
    if (answer.kind !== 'done') throw new Bug(`${name}: ${JSON.stringify(answer)}`)
    return answer.value
  }

  /** Every ticket ever made, with the journal row that made it. */
  tickets(): readonly (Ticket & { readonly sequence: number })[] {
    return this.store.all('journal').flatMap(({ body, sequence }) => {
      const event = JSON.parse(body) as HouseEvent
      return event.type === 'booking-confirmed' ? event.tickets.map((one) => ({ ...one, sequence })) : []
    })
  }

  newCommandId(): CommandId {
    return `${this.#parts.seed ?? 'command'}-${(this.#commands += 1)}` as CommandId
  }

  /** Moves the clock to the instant, waking whatever is due by then. */
  pass(toMs: number): void {
    this.clock.atMs = toMs
    this.scheduler.wakeUntil(toMs)
  }

  #makeEngine(): Engine {
    const { store, clock, chance, log, scheduler } = this
    const { houseTerms = {}, claims = 'pessimistic', isShared = false, onPutBack = () => {} } = this.#parts
    const { signer = plainSigner, pinHasher = plainPinHasher, pictures = anyPicture } = this.#parts
    const terminal = this.#parts.terminal?.(this) ?? null
    const {
      printers = null,
      paperShelf = null,
      post = null,
      kioskNet = null,
      backups = null,
      updates = null,
    } = this.#parts
    const world = { store, clock, chance, log, scheduler }
    const ways = { printers, paperShelf, post, kioskNet, backups, updates }
    const ports = { ...world, ...ways, onPutBack, signer, pinHasher, pictures, terminal }
    return new Engine({ ...ports, houseTerms, claims, isShared, version: '0.0.0-test' })
  }
}

function roleOf(kiosk: string): Role {
  return kiosk.startsWith('manager') ? 'manager' : 'clerk'
}

/** The input of the office's command to set one price of a show. */
export function priceOf({
  showId,
  seenVersion,
  ...cell
}: {
  readonly showId: ShowId
  readonly category: number
  readonly ticketTypeId: TicketTypeId
  readonly priceMinor: number | null
  readonly seenVersion: number
}): Input<'set-prices'> {
  return { showId, seenVersion, cells: [cell] }
}

/** A quote for seats, all as Normal. */
export function quoteOf(seatIds: readonly number[], turned: Partial<Input<'quote'>> = {}): Input<'quote'> {
  return { showId: show1, cartId: 'cart' as CartId, lines: linesOf(seatIds), couponCode: null, ...turned }
}

/** What `hold-seats` takes, for these seats of the first show at the Normal price. */
export function holdOf(
  seatIds: readonly number[],
  turned: Partial<Input<'hold-seats'>> & { readonly cart?: string } = {},
): Input<'hold-seats'> {
  const { cart = 'cart', ...rest } = turned
  return {
    showId: show1,
    cartId: cart as CartId,
    lines: linesOf(seatIds),
    customerId: null,
    couponCode: null,
    ...rest,
  }
}

export function linesOf(seatIds: readonly number[], type = 0) {
  return seatIds.map((seatId) => ({ seatId: seatId as SeatId, ticketTypeId: type as TicketTypeId }))
}

/** What `pay-booking` takes to pay a booking exactly. */
export function payOf(booking: {
  bookingId: BookingId
  totals: { totalMinor: number }
}): Input<'pay-booking'> {
  const { totalMinor } = booking.totals
  return { bookingId: booking.bookingId, mode: 'CASH', totalMinor, tenderedMinor: totalMinor }
}
