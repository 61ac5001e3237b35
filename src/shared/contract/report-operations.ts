// What the office's reports are calculated from [A6]: sales, cash and holds of a period, read one piece of the journal at a time. Part
// of operations.ts; must never add anything up, so that every figure shown can be traced back to its bookings.

import { z } from 'zod'
import { reportModes } from '../domain/reports/fact.ts'
import { drawerCauses } from '../domain/reports/drawer-fact.ts'
import { office } from '../domain/rights.ts'
import type { StaffId } from '../domain/ids.ts'
import type { Frozen } from '../lib/frozen.ts'
import * as id from './ids.ts'
import { amount, currency, instant } from './shapes.ts'
import { alert } from './topics.ts'

const origin = {
  sequence: z.int(),
  atMs: instant,
  showId: id.showId,
  bookingId: id.bookingId,
  /** 0: nobody was signed in. */
  staffId: z.int().transform((value) => value as StaffId),
  kioskId: id.kioskId,
}

const saleFact = z.object({
  ...origin,
  currency,
  types: z.array(
    z.object({
      ticketType: z.string(),
      seats: z.int(),
      grossMinor: amount,
      discountMinor: amount,
      feeMinor: amount,
      refundMinor: amount,
    }),
  ),
  modes: z.array(z.object({ mode: z.enum(reportModes), amountMinor: amount })),
})

const drawerFact = z.object({
  sequence: z.int(),
  atMs: instant,
  drawer: id.kioskId,
  cause: z.enum(drawerCauses),
  amountMinor: amount,
  currency,
  bookingId: id.bookingId.nullable(),
  /** Null: the money belongs to no show. */
  showId: id.showId.nullable(),
})

/** A cart that took seats; `isSold`: it has been paid by now. */
const holdFact = z.object({ ...origin, seats: z.int(), isSold: z.boolean() })
export type HoldFact = Frozen<z.output<typeof holdFact>>

export const reportQueries = {
  /** From `fromMs` up to, but without, `untilMs`; `after`: the last row of the previous answer, null: none yet. */
  'report-facts': {
    roles: office,
    input: z.strictObject({ fromMs: instant, untilMs: instant, after: z.int().min(0).nullable() }),
    output: z.object({
      sales: z.array(saleFact),
      drawers: z.array(drawerFact),
      holds: z.array(holdFact),
      /** How much of the period has been read, 0 to 1. */
      share: z.number(),
      /** Where to continue; null: that was all. */
      next: z.int().nullable(),
    }),
  },
  /** [K3] Alerts raised in a period, newest first, followed by earlier ones that still stand. */
  alerts: {
    roles: office,
    input: z.strictObject({ fromMs: instant, untilMs: instant }),
    output: z.object({ alerts: z.array(alert) }),
  },
  /** [K3] Refused holds of a period, counted by show, reason and quarter of an hour; `after`: the last command of the previous answer. */
  'report-refusals': {
    roles: office,
    input: z.strictObject({ fromMs: instant, untilMs: instant, after: id.commandId.nullable() }),
    output: z.object({
      refusals: z.array(z.object({ showId: id.showId, code: z.string(), atMs: instant, count: z.int() })),
      next: id.commandId.nullable(),
    }),
  },
} as const
