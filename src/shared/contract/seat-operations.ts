// Operations about which seats. A part of `operations.ts`: declared once, here. Must never say how anything is done.

import { z } from 'zod'
import { desk, deskAndCustomer } from '../domain/rights.ts'
import * as id from './ids.ts'
import { lines } from './input-parts.ts'
import { LINES_MAX, PROPOSALS_MAX } from './limits.ts'
import { instant } from './shapes.ts'

/** A place in one of a plan's lists. */
const index = z.int().min(0).max(100_000)

/** Whose held seats count as free: they are given back when the new choice is held. */
const cartId = id.cartId.exactOptional()

export const seatCommands = {
  /**
   * [H15] Waits for seats that others have: these, or any so many together. `ahead`: who came before. Where they are free already
   * they are held at once; else when they come free, and the kiosk is told.
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
   * [H13] The best free seats for so many, ranked; `skip` leaves the first ones out. Of a zone (`category`), of a section (where
   * people stand, any of its places), or null: of any.
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
   * Who has a seat now, since when, and until when if it is not sold; null: nobody. Every desk hears at which kiosk; who sells there
   * and by which booking, only whoever may see that booking [P11]. Never for whom.
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
   * [C5] As many seats together, each for what these lines cost, the nearest to where they are: what is offered in place of seats that
   * others got. Null: there are none.
   */
  'nearest-seats': {
    roles: desk,
    input: z.strictObject({ showId: id.showId, lines, cartId }),
    output: z.object({ seats: z.array(z.object({ seatId: id.seatId, label: z.string() })).nullable() }),
  },
  /** [L6] Rooms of a type (a section of the show's plan) for some nights, the same ones throughout where that can be; null: none. */
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
      /** `moves`: how often somebody changes rooms between two nights. */
      stay: z.object({ seatIds: z.array(id.seatId), moves: z.int() }).nullable(),
    }),
  },
} as const
