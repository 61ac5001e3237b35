// The tables of a house: the only place where a column is named. The journal is the truth; every other table is its
// projection, written in the same commit (plans apart: they are kept under the digest that the journal carries).

import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  blob,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { Role, ListingSort, ClaimPolicy, ListingEntry } from '../src/shared/domain/catalogue.ts'
import type { BookingPurpose, BookingState, PaymentMode, PaymentState } from '../src/shared/domain/booking.ts'
import type * as id from '../src/shared/domain/ids.ts'
import type { Area, Category, Row, Section } from '../src/shared/domain/seat-plan/plan.ts'
import type { PriceTable } from '../src/shared/domain/show.ts'
import type { Terms } from '../src/shared/domain/terms.ts'
import type { Currency } from '../src/shared/lib/money.ts'

const flag = (name: string) => integer(name, { mode: 'boolean' })
const json = <Type>(name: string) => text(name, { mode: 'json' }).$type<Type>()
const refers = <Id extends number>(name: string, column: () => AnySQLiteColumn) =>
  integer(name).$type<Id>().notNull().references(column)
const terms = () => json<Partial<Terms>>('terms').notNull()

/** Facts of this database file: its identity, when demo data was laid out, marks of checks. */
export const meta = sqliteTable('meta', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
})

export const venue = sqliteTable('venue', {
  venueId: integer('venue_id').$type<id.VenueId>().primaryKey(),
  name: text('name').notNull(),
  zone: text('zone').notNull(),
  currency: text('currency').$type<Currency>().notNull(),
  terms: terms(),
})

export const listing = sqliteTable('listing', {
  listingId: integer('listing_id').$type<id.ListingId>().primaryKey(),
  sort: text('sort').$type<ListingSort>().notNull(),
  title: text('title').notNull(),
  active: flag('active').notNull(),
  terms: terms(),
  details: json<ListingEntry['details']>('details').notNull(),
})

/** A plan never changes once it is here: a show pins it, a seat's id is its place in it. */
export const plan = sqliteTable('plan', {
  planId: integer('plan_id').$type<id.PlanId>().primaryKey(),
  name: text('name').notNull(),
  width: real('width').notNull(),
  height: real('height').notNull(),
  seatRadius: real('seat_radius').notNull(),
  sections: json<readonly Section[]>('sections').notNull(),
  rows: json<readonly Row[]>('rows').notNull(),
  categories: json<readonly Category[]>('categories').notNull(),
  areas: json<readonly Area[]>('areas').notNull(),
  seats: integer('seats').notNull(),
  digest: text('digest').notNull(),
})

/** A unit of sale: a seat, or one place of a quota (standing areas, rooms) that has a number but no position of its own. */
export const seat = sqliteTable(
  'seat',
  {
    planId: refers<id.PlanId>('plan_id', () => plan.planId),
    seatId: integer('seat_id').$type<id.SeatId>().notNull(),
    row: integer('row').notNull(),
    number: text('number').notNull(),
    x: real('x').notNull(),
    y: real('y').notNull(),
    category: integer('category').notNull(),
    flags: integer('flags').notNull(),
  },
  (table) => [primaryKey({ columns: [table.planId, table.seatId] })],
)

export const show = sqliteTable(
  'show',
  {
    showId: integer('show_id').$type<id.ShowId>().primaryKey(),
    listingId: refers<id.ListingId>('listing_id', () => listing.listingId),
    venueId: refers<id.VenueId>('venue_id', () => venue.venueId),
    planId: refers<id.PlanId>('plan_id', () => plan.planId),
    startsAtMs: integer('starts_at_ms').notNull(),
    salesCloseAtMs: integer('sales_close_at_ms').notNull(),
    active: flag('active').notNull(),
    claimPolicy: text('claim_policy').$type<ClaimPolicy>().notNull(),
    terms: terms(),
    ticketTypes: json<readonly string[]>('ticket_types').notNull(),
  },
  (table) => [index('show_by_start').on(table.startsAtMs)],
)

/** [P2] Every price list a show ever had; a booking names the one it was made by. */
export const priceList = sqliteTable(
  'price_list',
  {
    showId: refers<id.ShowId>('show_id', () => show.showId),
    version: integer('version').notNull(),
    prices: json<PriceTable>('prices').notNull(),
  },
  (table) => [primaryKey({ columns: [table.showId, table.version] })],
)

export const customer = sqliteTable('customer', {
  customerId: integer('customer_id').$type<id.CustomerId>().primaryKey(),
  name: text('name').notNull(),
  phone: text('phone').notNull(),
  email: text('email').notNull(),
  vip: flag('vip').notNull(),
})

export const staff = sqliteTable('staff', {
  staffId: integer('staff_id').$type<id.StaffId>().primaryKey(),
  name: text('name').notNull(),
  role: text('role').$type<Role>().notNull(),
  active: flag('active').notNull(),
})

export const coupon = sqliteTable('coupon', {
  code: text('code').primaryKey(),
  percent: real('percent').notNull(),
  discountMaxMinor: integer('discount_max_minor').notNull(),
  validFromMs: integer('valid_from_ms').notNull(),
  validUntilMs: integer('valid_until_ms').notNull(),
  active: flag('active').notNull(),
  usesMax: integer('uses_max'),
})

export const wallet = sqliteTable('wallet', {
  walletId: integer('wallet_id').primaryKey(),
  customerId: refers<id.CustomerId>('customer_id', () => customer.customerId),
  currency: text('currency').$type<Currency>().notNull(),
})

export const booking = sqliteTable(
  'booking',
  {
    bookingId: text('booking_id').$type<id.BookingId>().primaryKey(),
    /** Of the journal row that made it. */
    sequence: integer('sequence').notNull(),
    showId: refers<id.ShowId>('show_id', () => show.showId),
    state: text('state').$type<BookingState>().notNull(),
    purpose: text('purpose').$type<BookingPurpose>().notNull(),
    cartId: text('cart_id').$type<id.CartId>().notNull(),
    customerId: integer('customer_id').$type<id.CustomerId>(),
    kioskId: text('kiosk_id').$type<id.KioskId>().notNull(),
    staffId: integer('staff_id').$type<id.StaffId>().notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    baseMinor: integer('base_minor').notNull(),
    discountMinor: integer('discount_minor').notNull(),
    feeMinor: integer('fee_minor').notNull(),
    totalMinor: integer('total_minor').notNull(),
    couponCode: text('coupon_code'),
    priceVersion: integer('price_version').notNull(),
    holdMs: integer('hold_ms').notNull(),
    reservedAtMs: integer('reserved_at_ms').notNull(),
    expiresAtMs: integer('expires_at_ms').notNull(),
    graceEndsAtMs: integer('grace_ends_at_ms').notNull(),
    extendedAtMs: integer('extended_at_ms'),
    lapsedAtMs: integer('lapsed_at_ms'),
    confirmedAtMs: integer('confirmed_at_ms'),
    expiredAtMs: integer('expired_at_ms'),
    cancelledAtMs: integer('cancelled_at_ms'),
    refundedAtMs: integer('refunded_at_ms'),
    /** Of the journal row that carries its tickets: it is part of their signed codes, and nothing else keeps them. */
    ticketsSequence: integer('tickets_sequence'),
  },
  (table) => [
    // Partial: a sale over the counter has no customer and writes nothing into it.
    index('booking_by_customer').on(table.customerId).where(sql`customer_id IS NOT NULL`),
    index('booking_by_coupon').on(table.couponCode).where(sql`coupon_code IS NOT NULL`),
  ],
)

const ofBooking = () =>
  text('booking_id')
    .$type<id.BookingId>()
    .notNull()
    .references(() => booking.bookingId)

/** One seat of a booking: its price and its claim on the seat. The partial unique index is the last word on C1. */
export const claim = sqliteTable(
  'claim',
  {
    bookingId: ofBooking(),
    seatId: integer('seat_id').$type<id.SeatId>().notNull(),
    showId: integer('show_id').$type<id.ShowId>().notNull(),
    /** Still stands on its seat. Held or sold is its booking's word, so that a sale need not touch it. */
    isLive: flag('is_live').notNull(),
    line: integer('line').notNull(),
    label: text('label').notNull(),
    section: text('section').notNull(),
    ticketTypeId: integer('ticket_type_id').$type<id.TicketTypeId>().notNull(),
    ticketType: text('ticket_type').notNull(),
    priceMinor: integer('price_minor').notNull(),
    discountMinor: integer('discount_minor').notNull(),
    feeMinor: integer('fee_minor').notNull(),
    /** [L3] Of who will sit there, where it was said. */
    gender: text('gender').$type<'female' | 'male'>(),
  },
  (table) => [
    primaryKey({ columns: [table.bookingId, table.seatId] }),
    uniqueIndex('one_live_claim').on(table.showId, table.seatId).where(sql`is_live = 1`),
  ],
)

export const payment = sqliteTable(
  'payment',
  {
    bookingId: ofBooking(),
    paymentId: text('payment_id').$type<id.PaymentId>().notNull(),
    mode: text('mode').$type<PaymentMode>().notNull(),
    state: text('state').$type<PaymentState>().notNull(),
    amountMinor: integer('amount_minor').notNull(),
    tenderedMinor: integer('tendered_minor').notNull(),
    changeMinor: integer('change_minor').notNull(),
  },
  (table) => [primaryKey({ columns: [table.bookingId, table.paymentId] })],
)

/** Where the tickets of 0.1.0 are: their numbers were drawn by chance, those since lead to their rows by themselves. */
export const earlyTicket = sqliteTable('early_ticket', {
  number: text('number').primaryKey(),
  sequence: integer('sequence').notNull(),
})

/** [T2] Each time the tickets of a booking were printed again. Apart from `booking`: a sale never reads it. */
export const reprint = sqliteTable(
  'reprint',
  {
    bookingId: ofBooking(),
    copy: integer('copy').notNull(),
    atMs: integer('at_ms').notNull(),
    kioskId: text('kiosk_id').$type<id.KioskId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.bookingId, table.copy] })],
)

/** [H15] Who waits for seats of a show, and who did. */
export const standby = sqliteTable(
  'standby',
  {
    showId: integer('show_id').$type<id.ShowId>().notNull(),
    cartId: text('cart_id').$type<id.CartId>().notNull(),
    /** Of the journal row that made it wait: the order of the queue. */
    sequence: integer('sequence').notNull(),
    kioskId: text('kiosk_id').$type<id.KioskId>().notNull(),
    staffId: integer('staff_id').$type<id.StaffId>().notNull(),
    count: integer('count').notNull(),
    seatIds: json<readonly id.SeatId[] | null>('seat_ids'),
    state: text('state').$type<'waiting' | 'served' | 'left'>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.showId, table.cartId] }),
    index('standby_waiting').on(table.showId, table.sequence).where(sql`state IN ('waiting')`),
  ],
)

/** Everything that ever happened, one row an event; `hash` covers the row and the hash of the one before. Append-only. */
export const journal = sqliteTable(
  'journal',
  {
    sequence: integer('sequence').primaryKey(),
    showId: integer('show_id').$type<id.ShowId>(),
    revision: integer('revision'),
    atMs: integer('at_ms').notNull(),
    kind: text('kind').notNull(),
    body: text('body').notNull(),
    staffId: integer('staff_id').$type<id.StaffId>().notNull(),
    role: text('role').notNull(),
    kioskId: text('kiosk_id').$type<id.KioskId>().notNull(),
    commandId: text('command_id').$type<id.CommandId>().notNull(),
    hash: blob('hash').$type<Uint8Array>().notNull(),
  },
  (table) => [
    uniqueIndex('journal_by_show').on(table.showId, table.revision).where(sql`show_id IS NOT NULL`),
  ],
)

/** [C3] The first answer to each command, refusals too. `inputHash` tells a repeat from a reused id; what the journal can say of
 * an answer is not written twice (`engine/kept-answers.ts`). */
export const command = sqliteTable('command', {
  commandId: text('command_id').$type<id.CommandId>().primaryKey(),
  inputHash: text('input_hash').notNull(),
  answer: text('answer').notNull(),
  atMs: integer('at_ms').notNull(),
})
