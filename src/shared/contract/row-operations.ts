// The rows of the office's tables, a page at a time [A1]. Part of operations.ts; shows come by their topic, which has their counts.
// Must never carry a whole large table in one frame.

import { z } from 'zod'
import { seatFlag, type SeatFlag } from '../domain/seat-plan/plan.ts'
import { seatStates } from '../domain/seat-state.ts'
import { letterLanguages } from '../domain/message.ts'
import { office } from '../domain/rights.ts'
import type { Frozen } from '../lib/frozen.ts'
import * as id from './ids.ts'
import { paymentModes } from '../domain/tender.ts'
import { CHANGE_IDS_MAX, TABLE_ROWS_MAX } from './limits.ts'
import { amount, bookingState, currency, customer, instant, listingSort, showRow } from './shapes.ts'
import { rooms } from './booking-head.ts'
import { listingImage } from './image-shapes.ts'

const code = z.string().min(1).max(50)

const listingRow = z.object({
  listingId: id.listingId,
  sort: listingSort,
  title: z.string(),
  active: z.boolean(),
  details: showRow.shape.details,
  images: z.array(listingImage),
})
export type ListingRow = Frozen<z.output<typeof listingRow>>

const customerRow = customer.extend({
  /** [E1] Null: the house's language. */
  language: z.enum(letterLanguages).nullable(),
})
export type CustomerRow = Frozen<z.output<typeof customerRow>>

const couponRow = z.object({
  code,
  percent: z.number(),
  discountMaxMinor: amount,
  validFromMs: instant,
  validUntilMs: instant,
  active: z.boolean(),
  usesMax: z.int().nullable(),
  /** [P4] The number of live bookings that carry it. */
  uses: z.int(),
})
export type CouponRow = Frozen<z.output<typeof couponRow>>

/** What prevents a hold from being released: nothing (`held`), that it is to be paid later, a terminal, money of its customer. */
export const holdStates = ['held', 'reserved', 'paying', 'part-paid'] as const

const holdRow = z.object({
  bookingId: id.bookingId,
  showId: id.showId,
  seats: z.array(z.string()),
  rooms,
  state: z.enum(holdStates),
  /** Nobody had to sign in: empty. */
  seller: z.string(),
  kioskId: id.kioskId,
  customer: z.string().nullable(),
  reservedAtMs: instant,
  /** When its seats become free. */
  endsAtMs: instant,
  totalMinor: amount,
  currency,
})
export type HoldRow = Frozen<z.output<typeof holdRow>>

const bookingRow = z.object({
  bookingId: id.bookingId,
  showId: id.showId,
  /** Of its first ticket; null: it has none. */
  number: z.string().nullable(),
  seats: z.array(z.string()),
  rooms,
  state: bookingState,
  /** Nobody had to sign in: empty. */
  seller: z.string(),
  kioskId: id.kioskId,
  customer: z.string().nullable(),
  /** The modes it was paid by, each only once. */
  modes: z.array(z.enum(paymentModes)),
  reservedAtMs: instant,
  totalMinor: amount,
  currency,
})
export type BookingRow = Frozen<z.output<typeof bookingRow>>

export const seatFlags = Object.keys(seatFlag) as [SeatFlag, ...SeatFlag[]]

const seatRow = z.object({
  seatId: id.seatId,
  label: z.string(),
  section: z.string(),
  row: z.string(),
  number: z.string(),
  /** Index into the plan's categories. */
  category: z.int(),
  flags: z.array(z.enum(seatFlags)),
  state: z.enum(seatStates),
  /** Who has it now; `number`: that of a sold booking's first ticket. */
  holder: z
    .object({ bookingId: id.bookingId, kioskId: id.kioskId, number: z.string().nullable() })
    .nullable(),
  blockedFor: z.string().nullable(),
})
export type SeatRow = Frozen<z.output<typeof seatRow>>

/** The rows after a key in key order (null: from the first), or exactly the given ones; those that do not exist are left out. */
function page<Key extends z.ZodType, Row extends z.ZodType>(key: Key, row: Row) {
  return {
    roles: office,
    input: z.union([
      z.strictObject({ after: key.nullable() }),
      z.strictObject({ ids: z.array(key).min(1).max(CHANGE_IDS_MAX) }),
    ]),
    /** `isMore`: there are more rows. */
    output: z.object({
      rows: z.array(row).max(Math.max(CHANGE_IDS_MAX, TABLE_ROWS_MAX)),
      isMore: z.boolean(),
    }),
  }
}

export const rowQueries = {
  'listing-rows': page(id.listingId, listingRow),
  'customer-rows': page(id.customerId, customerRow),
  'coupon-rows': page(code, couponRow),
  /** [H12] Everything that holds seats now, at all desks. */
  'hold-rows': page(id.bookingId, holdRow),
  /** Every booking except deleted ones. */
  'booking-rows': page(id.bookingId, bookingRow),
  /** [A2] The seats of one show, in the order of its plan. */
  'seat-rows': {
    roles: office,
    input: z.union([
      z.strictObject({ showId: id.showId, after: id.seatId.nullable() }),
      z.strictObject({ showId: id.showId, ids: z.array(id.seatId).min(1).max(CHANGE_IDS_MAX) }),
    ]),
    output: z.object({ rows: z.array(seatRow).max(CHANGE_IDS_MAX), isMore: z.boolean() }),
  },
} as const
