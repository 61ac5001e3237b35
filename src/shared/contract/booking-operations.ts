// The commands on one booking, from the hold to the door, and on its money. Part of operations.ts; must never say how anything is
// done.

import { z } from 'zod'
import { desk, deskAndCustomer, door, office } from '../domain/rights.ts'
import { paymentModes } from '../domain/tender.ts'
import * as id from './ids.ts'
import {
  bookingAnswer,
  couponCode,
  digest,
  ofBooking,
  ofMove,
  paidAnswer,
  passengerLines,
  reason,
  refundTo,
} from './input-parts.ts'
import { FIND_TEXT_MAX, LINES_MAX } from './limits.ts'
import * as shape from './shapes.ts'
import { words } from './words.ts'

export const bookingCommands = {
  'hold-seats': {
    roles: deskAndCustomer,
    input: z.strictObject({
      showId: id.showId,
      cartId: id.cartId,
      lines: passengerLines,
      customerId: id.customerId.nullable(),
      couponCode,
      /** [C2] The revision of the show that the map had when the seats were chosen. */
      seenRevision: z.int().min(0).exactOptional(),
      /** [H14] A manager's permission to leave a single seat alone, with the reason. */
      override: z.strictObject({ reason: reason.min(1) }).exactOptional(),
    }),
    /** [H14] `leftAlone`: free seats that the hold leaves alone, where the show's terms care. */
    output: bookingAnswer.extend({ leftAlone: z.array(z.string()) }),
  },
  'extend-hold': { roles: deskAndCustomer, input: ofBooking, output: bookingAnswer },
  'choose-tickets': {
    roles: deskAndCustomer,
    input: z.strictObject({ bookingId: id.bookingId, lines: passengerLines, couponCode }),
    output: bookingAnswer,
  },
  'pay-booking': {
    roles: deskAndCustomer,
    input: z.strictObject({
      bookingId: id.bookingId,
      mode: z.enum(paymentModes),
      totalMinor: shape.amount.min(0),
      tenderedMinor: shape.amount.min(0),
      /** [P5] A part of what is due; left out: all of it. */
      amountMinor: shape.amount.min(1).exactOptional(),
      walletId: id.walletId.exactOptional(),
      proof: digest.exactOptional(),
    }),
    output: paidAnswer,
  },
  /** [P7] The customer does not pay after all: the seats are free at once. */
  'give-up-payment': { roles: deskAndCustomer, input: ofBooking, output: bookingAnswer },
  /** [H16] */
  'pay-later': { roles: desk, input: ofBooking, output: bookingAnswer },
  'cancel-booking': {
    roles: deskAndCustomer,
    input: z.strictObject({ bookingId: id.bookingId, reason, refundTo }),
    output: bookingAnswer,
  },
  /** [P10] Gives back single seats of a paid booking. */
  'return-seats': {
    roles: desk,
    input: z.strictObject({
      bookingId: id.bookingId,
      seatIds: z.array(id.seatId).min(1).max(LINES_MAX),
      reason,
      refundTo,
    }),
    output: bookingAnswer,
  },
  /** Returns what was paid towards a booking that expired or failed; [P5] or one part (`paymentId`) of what was paid for a pending one. */
  'return-money': {
    roles: desk,
    input: z.strictObject({
      bookingId: id.bookingId,
      refundTo,
      paymentId: id.paymentId.exactOptional(),
    }),
    output: bookingAnswer,
  },
  /** [T4] */
  'reseat-booking': {
    roles: desk,
    input: ofMove.extend({
      differenceMinor: shape.amount,
      mode: z.enum(['CASH', 'WALLET']),
      tenderedMinor: shape.amount.min(0),
      walletId: id.walletId.exactOptional(),
      refundTo,
    }),
    output: paidAnswer,
  },
  /** [T4] Exchanges seats of a sold booking for held seats of another show of the same listing; settles the difference in the same step. */
  'exchange-booking': {
    roles: desk,
    input: z.strictObject({
      bookingId: id.bookingId,
      fromBookingId: id.bookingId,
      seatIds: z.array(id.seatId).min(1).max(LINES_MAX),
      differenceMinor: shape.amount,
      mode: z.enum(['CASH', 'WALLET', 'PROOF']),
      tenderedMinor: shape.amount.min(0),
      walletId: id.walletId.exactOptional(),
      proof: digest.exactOptional(),
      refundTo,
    }),
    output: paidAnswer,
  },
  /** [P5] A manager accepts or rejects the picture of a transfer. */
  'review-proof': {
    roles: office,
    input: z.strictObject({ bookingId: id.bookingId, paymentId: id.paymentId, accepted: z.boolean() }),
    output: bookingAnswer,
  },
  'delete-booking': {
    roles: office,
    input: z.strictObject({ bookingId: id.bookingId, reason }),
    output: z.object({ bookingId: id.bookingId }),
  },
  /** [P9] The customer's wallet in a currency; opened if there is none. */
  'open-wallet': {
    roles: desk,
    input: z.strictObject({ customerId: id.customerId, currency: shape.currency }),
    output: z.object({ walletId: id.walletId }),
  },
  /** [P9] Puts cash into a wallet. */
  'top-up-wallet': {
    roles: desk,
    input: z.strictObject({ walletId: id.walletId, amountMinor: shape.amount.min(1) }),
    output: z.object({ walletId: id.walletId, balanceMinor: shape.amount }),
  },
  /** [T3] Checks a ticket scanned at a door. */
  'check-in': {
    roles: door,
    input: z.strictObject({
      showId: id.showId,
      /** A scanned code, or the number printed on the ticket, whole or its last eight digits. */
      code: words.max(FIND_TEXT_MAX),
      /** When it was let in by a door that could not reach the house. */
      scannedAtMs: shape.instant.exactOptional(),
    }),
    output: z.object({
      answer: z.enum(['valid', 'used', 'wrong-show', 'void', 'unknown']),
      number: z.string().nullable(),
      ofShowId: id.showId.nullable(),
      label: z.string().nullable(),
      section: z.string().nullable(),
      ticketType: z.string().nullable(),
      usedAtMs: shape.instant.nullable(),
    }),
  },
  /** [T2] Counts a copy before it is printed; its number is printed on the tickets. */
  'reprint-tickets': { roles: desk, input: ofBooking, output: z.object({ copy: z.int() }) },
} as const
