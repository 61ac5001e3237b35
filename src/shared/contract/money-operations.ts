// The operations around the money of a desk: customers and their wallets, pictures of transfers, what is still to be paid and what
// is still to be returned. Part of operations.ts; must never say how anything is done.

import { z } from 'zod'
import { bookingHead } from './booking-head.ts'
import { desk, office } from '../domain/rights.ts'
import { rescues } from '../domain/rescue.ts'
import { letterLanguages } from '../domain/message.ts'
import * as id from './ids.ts'
import { bookingAnswer, digest } from './input-parts.ts'
import { CHUNK_CHARS, FIND_TEXT_MAX, PICTURE_PIECES_MAX } from './limits.ts'
import * as shape from './shapes.ts'
import { words } from './words.ts'

const nothing = z.strictObject({})

export const moneyCommands = {
  /** Assigns a pending booking to a customer; null: nobody in particular. [H2] A VIP's hold is longer. */
  'choose-customer': {
    roles: desk,
    input: z.strictObject({ bookingId: id.bookingId, customerId: id.customerId.nullable() }),
    output: bookingAnswer,
  },
  'save-customer': {
    roles: desk,
    input: z.strictObject({
      customerId: id.customerId.nullable(),
      name: words.max(60),
      phone: words.max(30),
      email: words.max(120),
      /** [H2] Only the office may set it; left out: as before. */
      vip: z.boolean().exactOptional(),
      /** [E1] The language of messages to them; left out: as before. */
      language: z.enum(letterLanguages).nullable().exactOptional(),
    }),
    output: z.object({ customerId: id.customerId }),
  },
} as const

export const moneyQueries = {
  /** Searches by name, phone or e-mail; nothing typed: the newest. */
  customers: {
    roles: desk,
    input: z.strictObject({ text: words.max(FIND_TEXT_MAX) }),
    output: z.object({ customers: z.array(shape.customer) }),
  },
  /** [P9] One customer, with the wallet in a currency; null: there is none yet. */
  customer: {
    roles: desk,
    input: z.strictObject({ customerId: id.customerId, currency: shape.currency }),
    output: z.object({
      customer: shape.customer,
      wallet: z.object({ walletId: id.walletId, balanceMinor: shape.amount }).nullable(),
    }),
  },
  /** [P5] One piece, in base64, of the picture of a transfer, which is stored under its digest once it is complete. */
  'put-picture': {
    roles: desk,
    input: z.strictObject({
      digest,
      index: z.int().min(0),
      count: z.int().min(1).max(PICTURE_PIECES_MAX),
      text: z
        .string()
        .regex(/^[A-Za-z0-9+/]*={0,2}$/)
        .max(CHUNK_CHARS),
    }),
    output: z.object({ missing: z.int() }),
  },
  /** [P5] The picture that proves a payment, in base64, for those who may see its booking. */
  picture: {
    roles: desk,
    input: z.strictObject({ bookingId: id.bookingId, paymentId: id.paymentId }),
    output: z.object({ type: z.string(), text: z.string() }),
  },
  /**
   * [P5] Pictures of transfers that nobody has reviewed, longest waiting first; `waiting`: how many are known. `isWhole`: all are known;
   * otherwise asking again yields more.
   */
  'open-proofs': {
    roles: office,
    input: nothing,
    output: z.object({
      proofs: z.array(
        bookingHead.extend({
          paymentId: id.paymentId,
          amountMinor: shape.amount,
          /** The number of its first ticket; null: it has none. */
          number: z.string().nullable(),
          seller: z.string(),
          shownAtMs: shape.instant,
          /** The end of a booking that is not fully paid yet; null otherwise. */
          endsAtMs: shape.instant.nullable(),
        }),
      ),
      waiting: z.int(),
      isWhole: z.boolean(),
    }),
  },
  /** [H16] Bookings to be paid later, soonest end first. */
  reservations: {
    roles: desk,
    input: nothing,
    output: z.object({
      bookings: z.array(bookingHead.extend({ expiresAtMs: shape.instant, paidMinor: shape.amount })),
    }),
  },
  /** [P8] What became of money that came too late, newest first. */
  'late-money': {
    roles: desk,
    input: nothing,
    output: z.object({
      slips: z.array(
        bookingHead.extend({
          atMs: shape.instant,
          amountMinor: shape.amount,
          outcome: z.enum(rescues),
          /** The booking that has the money now, and its seats. */
          rescue: z.object({ bookingId: id.bookingId, seats: z.array(z.string()) }).nullable(),
          walletId: id.walletId.nullable(),
        }),
      ),
    }),
  },
} as const
