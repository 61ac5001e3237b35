// The views that answers and news carry, as schemas. Owns the outside of the domain's types: each schema is checked against
// its type, so that a field added there is missing here only until the next compile.

import { z } from 'zod'
import type { Booking, BookingLine, Ticket, Totals } from '../domain/booking.ts'
import { bookingStates } from '../domain/booking.ts'
import { claimPolicies, listingSorts, roles } from '../domain/catalogue.ts'
import { letterLanguages } from '../domain/message.ts'
import { findingCodes, type FindingCode, type Finding } from '../domain/plan-import/draft.ts'
import type { Plan } from '../domain/seat-plan/plan.ts'
import { type Account, type Payment, paymentFailures, paymentModes, paymentStates } from '../domain/tender.ts'
import { singleSeatRules } from '../domain/terms.ts'
import type { Frozen } from '../lib/frozen.ts'
import { AMOUNT_MAX_MINOR, minorDigits, type Currency } from '../lib/money.ts'
import * as id from './ids.ts'
import { listingImage } from './image-shapes.ts'

export const amount = z.int().min(-AMOUNT_MAX_MINOR).max(AMOUNT_MAX_MINOR)
export const instant = z.int().min(0).max(8_640_000_000_000_000)
const codes = Object.keys(minorDigits) as [Currency, ...Currency[]]
export const currency = z.enum(codes)
export const role = z.enum(roles)
export const listingSort = z.enum(listingSorts)
export const bookingState = z.enum(Object.keys(bookingStates) as [Booking['state'], ...Booking['state'][]])
export const findingCode = z.enum(Object.keys(findingCodes) as [FindingCode, ...FindingCode[]])

/** Checks that a schema's output is the domain's type. */
function view<Type>() {
  return <Schema extends z.ZodType<Type>>(schema: Schema): Schema => schema
}

export const bookingLine = view<BookingLine>()(
  z.object({
    seatId: id.seatId,
    label: z.string(),
    section: z.string(),
    ticketTypeId: id.ticketTypeId,
    ticketType: z.string(),
    priceMinor: amount,
    discountMinor: amount,
    feeMinor: amount,
    gender: z.enum(['female', 'male']).exactOptional(),
    name: z.string().exactOptional(),
    age: z.int().exactOptional(),
  }),
)

export const totals = view<Totals>()(
  z.object({ currency, baseMinor: amount, discountMinor: amount, feeMinor: amount, totalMinor: amount }),
)

const account = z.string().transform((text) => text as Account)

const payment = view<Payment>()(
  z.object({
    paymentId: id.paymentId,
    mode: z.enum(paymentModes),
    state: z.enum(paymentStates),
    amountMinor: amount,
    tenderedMinor: amount,
    changeMinor: amount,
    account: account.exactOptional(),
    currency: currency.exactOptional(),
    untilMs: instant.exactOptional(),
    reference: z.string().exactOptional(),
    failure: z.enum(paymentFailures).exactOptional(),
    refundedMinor: amount.exactOptional(),
    refunds: z.array(z.object({ amountMinor: amount, account })).exactOptional(),
    proof: z.string().exactOptional(),
    review: z.enum(['open', 'accepted', 'rejected']).exactOptional(),
    origins: z
      .array(
        z.object({
          mode: z.enum(paymentModes),
          amountMinor: amount,
          account: account.exactOptional(),
          reference: z.string().exactOptional(),
        }),
      )
      .exactOptional(),
  }),
)

const ticket = view<Ticket>()(
  z.object({ number: z.string(), seatId: id.seatId, secret: z.string(), sequence: z.int().exactOptional() }),
)

const returnedLine = bookingLine.extend({ refundMinor: amount, returnedAtMs: instant })

export const booking = view<Booking>()(
  z.object({
    bookingId: id.bookingId,
    showId: id.showId,
    state: bookingState,
    purpose: z.enum(['hold', 'reservation']),
    claimsAtPayment: z.boolean(),
    cartId: id.cartId,
    customerId: id.customerId.nullable(),
    kioskId: id.kioskId,
    staffId: id.staffId,
    lines: z.array(bookingLine),
    returned: z.array(returnedLine),
    totals,
    couponCode: z.string().nullable(),
    priceVersion: z.int(),
    holdMs: z.int(),
    reservedAtMs: instant,
    expiresAtMs: instant,
    graceEndsAtMs: instant,
    extendedAtMs: instant.nullable(),
    lapsedAtMs: instant.nullable(),
    confirmedAtMs: instant.nullable(),
    expiredAtMs: instant.nullable(),
    cancelledAtMs: instant.nullable(),
    refundedAtMs: instant.nullable(),
    paymentFailedAtMs: instant.nullable(),
    completedAtMs: instant.nullable(),
    deletedAtMs: instant.nullable(),
    payments: z.array(payment),
    tickets: z.array(ticket),
  }),
)

/** A ticket as it is printed: `code` is the signed text of its QR code [T1]. */
export const ticketView = z.object({
  number: z.string(),
  code: z.string(),
  seatId: id.seatId,
  label: z.string(),
  /** Empty: it has no row. */
  row: z.string(),
  section: z.string(),
  /** [L3] The passenger's name, where a passenger list is kept; empty: nobody was named. */
  passenger: z.string(),
  ticketType: z.string(),
  priceMinor: amount,
  currency,
  title: z.string(),
  venue: z.string(),
  zone: z.string(),
  startsAtMs: instant,
  /** [T2] How many times it was reprinted; 0: this is the first print. */
  copy: z.int(),
})
export type TicketView = Frozen<z.output<typeof ticketView>>

export const customer = z.object({
  customerId: id.customerId,
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  vip: z.boolean(),
  /** [E1] The language of messages to them; null: the house's default. */
  language: z.enum(letterLanguages).nullable(),
})
export type CustomerView = Frozen<z.output<typeof customer>>

/** [K1] Numbers of seats by state at one instant; `allocated` is their sum. */
export const counts = z.object({
  allocated: z.int(),
  available: z.int(),
  held: z.int(),
  reserved: z.int(),
  paying: z.int(),
  sold: z.int(),
  blocked: z.int(),
})
export type Counts = Frozen<z.output<typeof counts>>

export const priceTable = z.array(z.array(z.int().min(0).nullable()))

export const showRow = z.object({
  showId: id.showId,
  listingId: id.listingId,
  venueId: id.venueId,
  planId: id.planId,
  title: z.string(),
  sort: listingSort,
  venue: z.string(),
  zone: z.string(),
  currency,
  startsAtMs: instant,
  salesCloseAtMs: instant,
  active: z.boolean(),
  /** Its creation was undone: screens drop it. */
  withdrawn: z.boolean(),
  counts,
  ticketTypes: z.array(z.string()),
  categories: z.array(z.string()),
  priceVersion: z.int(),
  prices: priceTable,
  feeMinor: amount,
  seatsMax: z.int(),
  declinesMax: z.int(),
  claimPolicy: z.enum(claimPolicies),
  /** [L3] Each seat needs to say who sits there. */
  asksWhoSits: z.boolean(),
  /** [L3] Each passenger's name and age are needed before it can be paid. */
  asksNames: z.boolean(),
  /** [H14] What happens to a choice that leaves a seat alone; screens mark such a seat beforehand. */
  singleSeatRule: z.enum(singleSeatRules),
  /** What only its sort of listing has: stars, what a package includes. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  /** Its listing's first picture, and how many there are: screens that show the others ask for them. */
  cover: listingImage.nullable(),
  images: z.int(),
})
export type ShowRow = Frozen<z.output<typeof showRow>>

const place = z.object({
  section: z.string().optional(),
  row: z.string().optional(),
  seat: z.string().optional(),
  path: z.string().optional(),
  line: z.int().optional(),
  column: z.string().optional(),
})
export const finding = z.object({
  code: findingCode,
  count: z.int(),
  places: z.array(place),
  about: z.string(),
})
export type FindingView = Frozen<z.output<typeof finding>>

const area = z.object({
  shape: z.enum(['rectangle', 'circle', 'ellipse', 'polygon', 'text']),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  rotation: z.number(),
  points: z.array(z.number()),
  color: z.string(),
  borderColor: z.string(),
  text: z.string(),
})

const floats = z.custom<Float32Array>((value) => value instanceof Float32Array)
const words = z.custom<Uint16Array>((value) => value instanceof Uint16Array)
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** As `z.array(z.string())`, which takes longer for eighty thousand of them than the whole transfer. */
const texts = z.custom<string[]>((value) => Array.isArray(value) && isAllText(value))

function isAllText(list: readonly unknown[]): boolean {
  // By index and not by `every`, which skips holes.
  for (let index = 0; index < list.length; index += 1) if (typeof list[index] !== 'string') return false
  return true
}

export const plan = z.object({
  planId: id.planId,
  name: z.string(),
  width: z.number(),
  height: z.number(),
  seatRadius: z.number(),
  sections: z.array(z.object({ name: z.string(), kind: z.enum(['seats', 'standing', 'gone']) })),
  rows: z.array(z.object({ label: z.string(), section: z.int() })),
  categories: z.array(z.object({ name: z.string(), color: z.string() })),
  areas: z.array(area),
  count: z.int(),
  x: floats,
  y: floats,
  row: words,
  category: bytes,
  flags: bytes,
  numbers: texts,
})
export const planHead = z.object({
  planId: id.planId,
  name: z.string(),
  seats: z.int(),
  /** [L4] The first version of the plan; null: this one. */
  versionOf: id.planId.nullable(),
  version: z.int(),
})
/** Compiles only while the wire's types fit the domain's. */
export const planIsPlan: (wire: z.output<typeof plan>) => Plan = (wire) => wire
export const findingIsFinding: (wire: FindingView) => Pick<Finding, 'code' | 'count' | 'about'> = (wire) =>
  wire
