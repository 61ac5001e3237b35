// Operations about choosing seats. Part of operations.ts; must never say how anything is done.

import { z } from 'zod'
import { desk, deskAndCustomer } from '../domain/rights.ts'
import * as id from './ids.ts'
import { lines } from './input-parts.ts'
import { LINES_MAX, PROPOSALS_MAX } from './limits.ts'
import { instant } from './shapes.ts'

/** An index into one of a plan's lists. */
const index = z.int().min(0).max(100_000)

/** The cart whose held seats count as free, since they are given back when the new choice is held. */
const cartId = id.cartId.exactOptional()

export const seatCommands = {
  /**
   * [H15] Waits for seats that others have: exactly these, or any `count` together. `ahead`: how many came before. Seats that are free
   * already are held at once; otherwise when they come free, and the kiosk is told.
   */
  'join-standby': {
    roles: desk,
    input: z.strictObject({
      showId: id.showId,
      cartId: id.cartId,
      count: z.int().min(1).max(LINES_MAX),
      seatIds: z.array(id.seatId).min(1).max(LINES_MAX).nullable(),
    }),
    output: z.object({ ahead: z.int() }),
  },
  'leave-standby': {
    roles: desk,
    input: z.strictObject({ showId: id.showId, cartId: id.cartId }),
    output: z.object({ left: z.literal(true) }),
  },
} as const

export const seatQueries = {
  /**
   * [H13] The best free seats for `count` people, ranked; `skip` leaves the first proposals out. Limited to a zone (`category`) or a
   * section (of a standing section, any of its places); null: any.
   */
  'best-seats': {
    roles: deskAndCustomer,
    input: z.strictObject({
      showId: id.showId,
      count: z.int().min(1).max(LINES_MAX),
      category: index.nullable(),
      section: index.nullable(),
      skip: z.int().min(0).max(PROPOSALS_MAX),
      cartId,
    }),
    output: z.object({
      proposals: z.array(z.object({ seatIds: z.array(id.seatId), groups: z.int() })),
    }),
  },
  /**
   * Who has a seat now, since when, and until when if it is not sold; null: nobody. Every desk is told at which kiosk; the seller and the
   * booking only those who may see that booking [P11]. The customer is never told.
   */
  'seat-story': {
    roles: desk,
    input: z.strictObject({ showId: id.showId, seatId: id.seatId }),
    output: z.object({
      holder: z
        .object({
          state: z.enum(['held', 'reserved', 'paying', 'sold']),
          kioskId: id.kioskId,
          isHere: z.boolean(),
          own: z.object({ seller: z.string(), bookingId: id.bookingId }).nullable(),
          sinceMs: instant,
          untilMs: instant.nullable(),
        })
        .nullable(),
    }),
  },
  /**
   * [C5] The same number of seats together, each at the price of these lines and as near as possible: offered instead of seats that
   * others got. Null: there are none.
   */
  'nearest-seats': {
    roles: desk,
    input: z.strictObject({ showId: id.showId, lines, cartId }),
    output: z.object({ seats: z.array(z.object({ seatId: id.seatId, label: z.string() })).nullable() }),
  },
  /** [L6] Rooms of a type (a section of the show's plan) for some nights, the same rooms throughout where possible; null: none. */
  'best-stay': {
    roles: deskAndCustomer,
    input: z.strictObject({
      showId: id.showId,
      roomType: index,
      fromNight: index,
      nights: z.int().min(1).max(LINES_MAX),
      rooms: z.int().min(1).max(LINES_MAX),
      cartId,
    }),
    output: z.object({
      /** `moves`: how many times somebody changes rooms between two nights. */
      stay: z.object({ seatIds: z.array(id.seatId), moves: z.int() }).nullable(),
    }),
  },
} as const
