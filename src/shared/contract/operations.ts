// Every operation, declared once: name, who may call it, input, output. A command changes the house, is journaled, and is executed
// once per id; a query leaves no trace in it. Must never say how anything is done.

import { z } from 'zod'
import { bookingHead } from './booking-head.ts'
import { deskAndCustomer, desk, door, everyone, office } from '../domain/rights.ts'
import type { Frozen } from '../lib/frozen.ts'
import { bookingCommands } from './booking-operations.ts'
import { catalogueCommands, catalogueQueries } from './catalogue-operations.ts'
import { changeCommands, changeQueries } from './change-operations.ts'
import { houseQueries } from './house-operations.ts'
import * as id from './ids.ts'
import { bookingAnswer, couponCode, lines, ofBooking, ofMove, reason } from './input-parts.ts'
import { CHUNK_CHARS, FIND_TEXT_MAX, UPLOAD_CHARS_MAX } from './limits.ts'
import { kioskCommands, kioskQueries } from './kiosk-operations.ts'
import { moneyCommands, moneyQueries } from './money-operations.ts'
import { pastQueries } from './past-operations.ts'
import { printCommands, printQueries } from './print-operations.ts'
import { reportQueries } from './report-operations.ts'
import { messageCommands, messageQueries } from './message-operations.ts'
import { rowQueries } from './row-operations.ts'
import { seatCommands, seatQueries } from './seat-operations.ts'
import * as shape from './shapes.ts'
import { sheetCommands, sheetQueries } from './sheet-operations.ts'
import { signedIn } from './staff-shapes.ts'
import { shiftCommands, shiftQueries } from './shift-operations.ts'
import { staffCommands, staffQueries } from './staff-operations.ts'
import { termsQueries } from './terms-operations.ts'
import { updateCommands, updateQueries } from './update-operations.ts'
import { words } from './words.ts'

const name = words.min(1).max(120)
const uploadId = z.string().regex(/^[\w-]{1,40}$/)

const holdFilter = z.strictObject({
  showId: id.showId.optional(),
  kioskId: id.kioskId.optional(),
  staffId: id.staffId.optional(),
  heldBeforeMs: shape.instant.optional(),
})

export const commands = {
  ...bookingCommands,
  ...seatCommands,
  ...moneyCommands,
  ...printCommands,
  'release-holds': {
    roles: office,
    input: z.strictObject({ filter: holdFilter, reason }),
    output: z.object({ bookings: z.int(), seats: z.int() }),
  },
  'import-plan': {
    roles: office,
    /** `versionOf`: any version of the plan that this becomes the newest version of [L4]; left out: a plan of its own. */
    input: z.strictObject({ uploadId, name, versionOf: id.planId.exactOptional() }),
    output: z.object({ planId: id.planId, seats: z.int() }),
  },
  ...catalogueCommands,
  ...changeCommands,
  ...sheetCommands,
  ...shiftCommands,
  ...messageCommands,
  ...staffCommands,
  ...kioskCommands,
  ...updateCommands,
} as const

export const queries = {
  house: {
    roles: everyone,
    input: z.strictObject({}),
    output: z.object({
      version: z.string(),
      kioskId: id.kioskId,
      /** Null: somebody must sign in first. */
      actor: signedIn.nullable(),
      /** No administrator has a PIN, so whoever is at the desk acts as its manager. */
      isOpen: z.boolean(),
      /** [P6] Whether cards can be taken here. */
      hasTerminal: z.boolean(),
      /** [S5] The names of the kiosks on its LAN. */
      kiosks: z.array(z.object({ kioskId: id.kioskId, name: z.string() })),
      venues: z.array(
        z.object({ venueId: id.venueId, name: z.string(), zone: z.string(), currency: shape.currency }),
      ),
    }),
  },
  /** [T1] The public half of the ticket key, in base32, by which a door that cannot reach the house recognises its tickets. */
  'door-key': { roles: door, input: z.strictObject({}), output: z.object({ publicKey: z.string() }) },
  plan: { roles: everyone, input: z.strictObject({ planId: id.planId }), output: shape.plan },
  /** [P4] Base, discount and total before anything is held or paid, by the same function as for the booking. */
  quote: {
    roles: deskAndCustomer,
    input: z.strictObject({ showId: id.showId, cartId: id.cartId, lines, couponCode }),
    output: z.object({ lines: z.array(shape.bookingLine), totals: shape.totals }),
  },
  ...seatQueries,
  ...pastQueries,
  ...reportQueries,
  ...moneyQueries,
  ...printQueries,
  booking: { roles: deskAndCustomer, input: ofBooking, output: bookingAnswer },
  /**
   * [P11] Bookings by ticket number (or its last digits, or a scanned code), customer, or seat of a show (null: tonight's);
   * nothing typed: the newest. A clerk finds those of their own kiosk. `isMore`: there are more than listed. `isOurs`: whether a
   * scanned code was signed by this house; null where none was scanned.
   */
  'find-bookings': {
    roles: desk,
    input: z.strictObject({ text: words.max(FIND_TEXT_MAX), showId: id.showId.nullable() }),
    output: z.object({
      bookings: z.array(bookingHead),
      customers: z.array(shape.customer),
      isMore: z.boolean(),
      /** How many more were found that belong to another desk. */
      hidden: z.int(),
      isOurs: z.boolean().nullable(),
    }),
  },
  /** A booking with the names of everything in it. */
  'booking-story': {
    roles: deskAndCustomer,
    input: ofBooking,
    output: z.object({
      booking: shape.booking,
      title: z.string(),
      sort: shape.listingSort,
      venueId: id.venueId,
      venue: z.string(),
      zone: z.string(),
      startsAtMs: shape.instant,
      customer: shape.customer.nullable(),
      seller: z.string(),
      copies: z.array(z.object({ copy: z.int(), atMs: shape.instant, kioskId: id.kioskId })),
      /** [P10] What each of its seats gives back by the terms, and how much of it anybody but a manager may still give back. */
      giveBack: z.array(z.object({ seatId: id.seatId, refundMinor: shape.amount })),
      giveBackMaxMinor: shape.amount,
    }),
  },
  /** [T4] What a move would cost; refused as the move itself would be. */
  'quote-reseat': {
    roles: desk,
    input: ofMove,
    output: z.object({
      lines: z.array(shape.bookingLine),
      totals: shape.totals,
      differenceMinor: shape.amount,
    }),
  },
  /** [H9] [H12] The pending bookings of this kiosk, so that none is orphaned by a restart. */
  'open-carts': {
    roles: desk,
    input: z.strictObject({}),
    output: z.object({ bookings: z.array(shape.booking) }),
  },
  /** [P9] A wallet's balance and all its movements, oldest first. */
  wallet: {
    roles: desk,
    input: z.strictObject({ walletId: id.walletId }),
    output: z.object({
      walletId: id.walletId,
      customer: shape.customer.nullable(),
      currency: shape.currency,
      balanceMinor: shape.amount,
      entries: z.array(
        z.object({
          sequence: z.int(),
          atMs: shape.instant,
          amountMinor: shape.amount,
          balanceMinor: shape.amount,
          bookingId: id.bookingId.nullable(),
        }),
      ),
    }),
  },
  /** The newest of the bookings that ended while their customers' money is still here. */
  'money-due': {
    roles: desk,
    input: z.strictObject({}),
    output: z.object({
      bookings: z.array(bookingHead.extend({ amountMinor: shape.amount })),
    }),
  },
  tickets: {
    roles: deskAndCustomer,
    input: ofBooking,
    output: z.object({ tickets: z.array(shape.ticketView) }),
  },
  /** [K1] */
  capacity: {
    roles: everyone,
    input: z.strictObject({ showId: id.showId }),
    output: z.object({
      counts: shape.counts,
      sections: z.array(z.object({ name: z.string(), counts: shape.counts })),
      ticketTypes: z.array(z.object({ name: z.string(), available: z.int(), sold: z.int() })),
    }),
  },
  /** One piece of a file, kept in memory until it is checked and imported. Pieces may arrive in any order. */
  'put-chunk': {
    roles: office,
    input: z.strictObject({
      uploadId,
      index: z.int().min(0),
      count: z
        .int()
        .min(1)
        .max(Math.ceil(UPLOAD_CHARS_MAX / CHUNK_CHARS)),
      text: z.string().max(CHUNK_CHARS),
    }),
    output: z.object({ missing: z.int() }),
  },
  /** [L4] Every plan of the house, newest first; the rows of shows say which they use. */
  plans: {
    roles: office,
    input: z.strictObject({}),
    output: z.object({ plans: z.array(shape.planHead) }),
  },
  /** The plan doctor's report on an uploaded file; nothing is imported. */
  'check-plan': {
    roles: office,
    input: z.strictObject({ uploadId }),
    output: z.object({
      name: z.string(),
      seats: z.int(),
      sections: z.array(z.object({ name: z.string(), seats: z.int() })),
      categories: z.array(z.object({ name: z.string(), color: z.string(), seats: z.int() })),
      findings: z.array(shape.finding),
      isImportable: z.boolean(),
      /** The plan as it would be drawn; null where it cannot be. */
      plan: shape.plan.nullable(),
    }),
  },
  ...catalogueQueries,
  ...changeQueries,
  ...rowQueries,
  ...sheetQueries,
  ...termsQueries,
  ...shiftQueries,
  ...messageQueries,
  ...staffQueries,
  ...kioskQueries,
  ...houseQueries,
  ...updateQueries,
} as const

export type CommandName = keyof typeof commands
export type QueryName = keyof typeof queries
export type OperationName = CommandName | QueryName

export const operations = { ...commands, ...queries }

export type Input<Name extends OperationName> = Frozen<z.output<(typeof operations)[Name]['input']>>
export type Output<Name extends OperationName> = Frozen<z.output<(typeof operations)[Name]['output']>>

export function isCommand(name: OperationName): name is CommandName {
  return Object.hasOwn(commands, name)
}

export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(operations, name)
}
