// What the inputs of several operations have in common: lines, reasons, digests. Must never name an operation.

import { z } from 'zod'
import * as id from './ids.ts'
import { AGE_MAX, LINES_MAX, PASSENGER_NAME_MAX, REASON_MAX } from './limits.ts'
import * as shape from './shapes.ts'
import { words } from './words.ts'

export const lines = z
  .array(z.strictObject({ seatId: id.seatId, ticketTypeId: id.ticketTypeId }))
  .min(1)
  .max(LINES_MAX)
/** [L3] A line with who will sit there, where a rule asks. */
export const passengerLines = z
  .array(
    z.strictObject({
      seatId: id.seatId,
      ticketTypeId: id.ticketTypeId,
      passenger: z
        .strictObject({
          gender: z.enum(['female', 'male', 'unspecified']),
          name: words.min(1).max(PASSENGER_NAME_MAX).exactOptional(),
          age: z.int().min(0).max(AGE_MAX).exactOptional(),
        })
        .exactOptional(),
    }),
  )
  .min(1)
  .max(LINES_MAX)
const COUPON_MAX = 50
/** [P4] At most 50 characters; compared in capitals, of which one letter may have two. */
export const couponCode = z
  .string()
  .trim()
  .min(1)
  .max(COUPON_MAX)
  .transform((code) => code.toUpperCase())
  .refine((code) => code.length <= COUPON_MAX)
  .nullable()
/** The reason, in the user's own words. */
export const reason = words.max(REASON_MAX)
export const bookingAnswer = z.object({ booking: shape.booking })
export const paidAnswer = z.object({ booking: shape.booking, changeMinor: shape.amount })
/** [P10] The way it was paid, or a wallet; left out: the way it was paid. */
export const refundTo = z.enum(['same', 'wallet']).exactOptional()
/** SHA-256 in hex. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/)
export const ofBooking = z.strictObject({ bookingId: id.bookingId })
/** [T4] Moves seats of a booking to others of its show. */
export const ofMove = z.strictObject({
  bookingId: id.bookingId,
  showId: id.showId,
  moves: z
    .array(z.strictObject({ from: id.seatId, to: id.seatId }))
    .min(1)
    .max(LINES_MAX),
})
