// The tables of a house, but for its sales, its bulk edits and what happened (schema-sales.ts, schema-changes.ts, schema-journal.ts): with those the only place
// where a column is named. The journal is the truth; every other table is its
// projection, written in the same commit (plans apart: they are kept under the digest that the journal carries).

import {
  type AnySQLiteColumn,
  blob,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import type {
  Role,
  ListingSort,
  ClaimPolicy,
  ListingEntry,
  ListingImage,
} from '../src/shared/domain/catalogue.ts'
import type * as id from '../src/shared/domain/ids.ts'
import type { PaperTemplate } from '../src/shared/domain/paper.ts'
import type { Printing } from '../src/shared/domain/print-ways.ts'
import type { LetterLanguage, MailSettings, SmsSettings } from '../src/shared/domain/message.ts'
import type { Area, Category, PlanSection, Row } from '../src/shared/domain/seat-plan/plan.ts'
import type { PriceTable } from '../src/shared/domain/show.ts'
import type { Terms } from '../src/shared/domain/terms.ts'
import type { Currency } from '../src/shared/lib/money.ts'

export const flag = (name: string) => integer(name, { mode: 'boolean' })
export const json = <Type>(name: string) => text(name, { mode: 'json' }).$type<Type>()
export const refers = <Id extends number>(name: string, column: () => AnySQLiteColumn) =>
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
  images: json<readonly ListingImage[]>('images').notNull().default([]),
})

/** [H2] What the house sells by, where its venues say nothing else: one row, or none. */
export const house = sqliteTable('house', {
  houseId: integer('house_id').$type<1>().primaryKey(),
  terms: terms(),
})

/** A plan never changes once it is here: a show pins it, a seat's id is its place in it. */
export const plan = sqliteTable('plan', {
  planId: integer('plan_id').$type<id.PlanId>().primaryKey(),
  name: text('name').notNull(),
  width: real('width').notNull(),
  height: real('height').notNull(),
  seatRadius: real('seat_radius').notNull(),
  sections: json<readonly PlanSection[]>('sections').notNull(),
  rows: json<readonly Row[]>('rows').notNull(),
  categories: json<readonly Category[]>('categories').notNull(),
  areas: json<readonly Area[]>('areas').notNull(),
  seats: integer('seats').notNull(),
  digest: text('digest').notNull(),
  /** [L4] The first of the plans that follow one another; null: this one. Seat ids mean the same in all of them. */
  versionOf: integer('version_of')
    .$type<id.PlanId>()
    .references((): AnySQLiteColumn => plan.planId),
  version: integer('version').notNull().default(1),
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
    /** [A2] Its making was undone. */
    withdrawn: flag('withdrawn').notNull().default(false),
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
  /** [E1] Null: the house's. */
  language: text('language').$type<LetterLanguage>(),
  /** [A3] Their making was undone. */
  withdrawn: flag('withdrawn').notNull().default(false),
})

export const staff = sqliteTable('staff', {
  staffId: integer('staff_id').$type<id.StaffId>().primaryKey(),
  name: text('name').notNull(),
  role: text('role').$type<Role>().notNull(),
  active: flag('active').notNull(),
})

/** [I42] What a PIN is compared with: its scrypt digest. Beside the journal, which never knows it; a new PIN replaces the row. */
export const pin = sqliteTable('pin', {
  staffId: integer('staff_id')
    .$type<id.StaffId>()
    .primaryKey()
    .references(() => staff.staffId),
  salt: blob('salt').$type<Uint8Array>().notNull(),
  digest: blob('digest').$type<Uint8Array>().notNull(),
})

/** [I42] The same of a password, for those who answer for the house. */
export const password = sqliteTable('password', {
  staffId: integer('staff_id')
    .$type<id.StaffId>()
    .primaryKey()
    .references(() => staff.staffId),
  salt: blob('salt').$type<Uint8Array>().notNull(),
  digest: blob('digest').$type<Uint8Array>().notNull(),
})

/** [I41] Wrong PINs in a row: of a person (`staff 3`), at a kiosk (`kiosk desk-1`). */
export const lockout = sqliteTable('lockout', {
  subject: text('subject').primaryKey(),
  failures: integer('failures').notNull(),
  lastAtMs: integer('last_at_ms').notNull(),
  isLocked: flag('is_locked').notNull(),
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
  walletId: integer('wallet_id').$type<id.WalletId>().primaryKey(),
  /** Null: whoever brings its slip. */
  customerId: integer('customer_id')
    .$type<id.CustomerId>()
    .references(() => customer.customerId),
  currency: text('currency').$type<Currency>().notNull(),
})

/** [T2] What a venue says about its tickets and receipts; none: what is plain. */
export const paper = sqliteTable('paper', {
  venueId: integer('venue_id')
    .$type<id.VenueId>()
    .primaryKey()
    .references(() => venue.venueId),
  template: json<PaperTemplate>('template').notNull(),
})

/** [T2] How a kiosk prints; none: the system asks, and nothing comes by itself. */
export const printing = sqliteTable('printing', {
  kioskId: text('kiosk_id').$type<id.KioskId>().primaryKey(),
  ways: json<Printing['ways']>('ways').notNull(),
  isAutomatic: flag('is_automatic').notNull(),
  opensDrawer: flag('opens_drawer').notNull(),
})

/** [T2] How customers are told: one row, or none. The passwords are beside the keys [I42]. */
export const messaging = sqliteTable('messaging', {
  messagingId: integer('messaging_id').$type<1>().primaryKey(),
  language: text('language').$type<LetterLanguage>().notNull(),
  mail: json<MailSettings | null>('mail'),
  sms: json<SmsSettings | null>('sms'),
})

/** [S5] Who may join over the LAN. Nothing refers to it: a desk of this machine is no row here. */
export const kiosk = sqliteTable('kiosk', {
  kioskId: text('kiosk_id').$type<id.KioskId>().primaryKey(),
  name: text('name').notNull(),
  pin: text('pin').notNull(),
  active: flag('active').notNull(),
})
