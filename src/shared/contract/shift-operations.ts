// The operations about a drawer's shift [A5]. Part of operations.ts. No answer to a clerk reveals what the books expect in a drawer
// before the count is declared; must never say how anything is done.

import { z } from 'zod'
import { desk } from '../domain/rights.ts'
import { shiftStates } from '../domain/shift.ts'
import { cashDirections } from '../domain/shift-events.ts'
import { paymentModes } from '../domain/tender.ts'
import * as id from './ids.ts'
import { reason } from './input-parts.ts'
import { DENOMINATIONS_MAX, PIECES_MAX } from './limits.ts'
import * as shape from './shapes.ts'

const number = z.int().min(1)
/** Left out: this desk's. Another desk's is for the office only. */
const ofKiosk = { kioskId: id.kioskId.exactOptional() }
const pieces = z.array(
  z.strictObject({ valueMinor: shape.amount.min(1), count: z.int().min(0).max(PIECES_MAX) }),
)
const declared = z
  .array(
    z.strictObject({
      currency: shape.currency,
      pieces: pieces.max(DENOMINATIONS_MAX),
      otherMinor: shape.amount.min(0),
    }),
  )
  .max(Object.keys(shape.currency.enum).length)

const counted = z.object({
  currency: shape.currency,
  amountMinor: shape.amount,
  pieces,
  expectedMinor: z.int(),
})
const opening = z.object({ currency: shape.currency, amountMinor: shape.amount, pieces })
export const blockingBooking = z.object({
  bookingId: id.bookingId,
  showId: id.showId,
  seats: z.array(z.string()),
  isPaying: z.boolean(),
})
const shiftRow = z.object({
  kioskId: id.kioskId,
  number,
  state: z.enum(shiftStates),
  openedBy: z.string(),
  openedAtMs: shape.instant,
  closedAtMs: shape.instant.nullable(),
  /** Null before the count. */
  counts: z.array(counted).nullable(),
})

/** A sum of many amounts may be more than any of them. Null: not revealed before the drawer is counted. */
const sum = z.int().nullable()
const tally = z.object({ count: z.int(), amountMinor: sum })
const namedTally = tally.extend({ name: z.string() })
const figures = z.object({
  currency: shape.currency,
  baseMinor: sum,
  discountMinor: sum,
  feeMinor: sum,
  totalMinor: sum,
  modes: z.array(z.object({ mode: z.enum(paymentModes), taken: tally, returned: tally })),
  coupons: z.array(namedTally),
  sellers: z.array(namedTally.extend({ staffId: id.staffId.or(z.literal(0)) })),
  ticketTypes: z.array(namedTally),
  carried: tally.exactOptional(),
  topUps: tally,
  cashIn: tally,
  cashOut: tally,
  foundMinor: sum,
  floatMinor: sum,
  expectedMinor: sum,
})
export const shiftReport = z.object({
  currencies: z.array(figures),
  bookings: z.int(),
  tickets: z.int(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  voids: z.int(),
  copies: z.int(),
  noSales: z.int(),
  venue: z.string(),
  zone: z.string(),
  openedBy: z.string(),
})

export const shiftCommands = {
  'open-shift': {
    roles: desk,
    input: z.strictObject({ ...ofKiosk, floats: declared }),
    output: z.object({ number }),
  },
  /** [A5] Cash put in or taken out other than by a sale. */
  'move-cash': {
    roles: desk,
    input: z.strictObject({
      ...ofKiosk,
      direction: z.enum(cashDirections),
      currency: shape.currency,
      amountMinor: shape.amount.min(1),
      reason: reason.min(1),
    }),
    output: z.object({}),
  },
  /** "No sale": opens this desk's drawer without a payment. */
  'open-drawer': {
    roles: desk,
    input: z.strictObject({ reason: reason.min(1) }),
    output: z.object({}),
  },
  /** [A5] Declares the blind count; the answer says what was expected. */
  'count-drawer': {
    roles: desk,
    input: z.strictObject({ ...ofKiosk, number, counts: declared }),
    output: z.object({ counts: z.array(counted) }),
  },
  'close-shift': {
    roles: desk,
    input: z.strictObject({ ...ofKiosk, number, reason }),
    output: z.object({ number }),
  },
} as const

export const shiftQueries = {
  /** [A5] The state of a desk's drawer. */
  shift: {
    roles: desk,
    input: z.strictObject(ofKiosk),
    output: z.object({
      kioskId: id.kioskId,
      /** Null: none is open. */
      shift: shiftRow.extend({ floats: z.array(opening) }).nullable(),
      /** The number of the next shift. */
      nextNumber: number,
      blocking: z.array(blockingBooking),
      /** Whether cash is taken only during a shift. */
      isRequired: z.boolean(),
      /** The currencies of the house's venues, and the zone of the first. */
      currencies: z.array(shape.currency),
      zone: z.string(),
    }),
  },
  /** [A5] The Z report of a closed shift, or the X report of an open one. */
  'shift-report': {
    roles: desk,
    input: z.strictObject({ ...ofKiosk, number }),
    output: z.object({
      shift: shiftRow,
      report: shiftReport,
      closedBy: z.string().nullable(),
      reason: z.string().nullable(),
      atMs: shape.instant,
      /** [SECURITY 6.3] The journal's newest row at that time, for comparing the printed report with it. */
      anchor: z.object({ sequence: z.int(), hash: z.string() }),
    }),
  },
  /** Newest first, before a journal row; `before` null: from the newest. A clerk gets this desk's only; the office may ask for all. */
  shifts: {
    roles: desk,
    input: z.strictObject({ isOfAll: z.boolean(), before: z.int().min(1).nullable() }),
    output: z.object({ rows: z.array(shiftRow), before: z.int().nullable() }),
  },
  /** [A5] Every cash movement of a drawer in a shift, for finding the cause of a variance. */
  'shift-cash': {
    roles: desk,
    input: z.strictObject({ ...ofKiosk, number }),
    output: z.object({
      zone: z.string(),
      rows: z.array(
        z.object({
          sequence: z.int(),
          atMs: shape.instant,
          kind: z.enum(['sale', 'refund', 'top-up', 'in', 'out']),
          currency: shape.currency,
          amountMinor: shape.amount,
          bookingId: id.bookingId.nullable(),
          /** Seats of the booking, or the reason. */
          about: z.string(),
          by: z.string(),
        }),
      ),
    }),
  },
} as const
