// What a screen hears of a house restored from a backup [SYNC 4.7], and the operations it has then. Parts of topics.ts and
// operations.ts; must never carry a PIN anywhere but to its comparison [I42].

import { z } from 'zod'
import { office } from '../domain/rights.ts'
import { PIN_DIGITS } from '../domain/staff.ts'
import { paymentModes } from '../domain/tender.ts'
import type { Frozen } from '../lib/frozen.ts'
import * as id from './ids.ts'
import { reason } from './input-parts.ts'
import { houseName } from './house-name.ts'
import {
  CHUNK_CHARS,
  LINES_MAX,
  LOST_SHOWN_MAX,
  RECEIPTS_MAX,
  RECEIPT_WAYS_MAX,
  RECEIPT_WORD_MAX,
  UPLOAD_CHARS_MAX,
} from './limits.ts'
import { amount, bookingState, currency, instant } from './shapes.ts'
import { signInName } from './staff-shapes.ts'

const way = z.strictObject({ mode: z.enum(paymentModes), amountMinor: amount })

/** [P5] What was taken for a hold, by mode, as a window keeps it beside its cart: a restored house may know neither. */
export const taken = z.object({ currency, parts: z.array(way) })
export type Taken = Frozen<z.output<typeof taken>>

/** What a kiosk recorded of an answer before printing. */
const receipt = z.strictObject({
  house: houseName,
  commandId: id.commandId,
  bookingId: id.bookingId,
  showId: id.showId,
  state: bookingState,
  seats: z
    .array(
      z.strictObject({
        seatId: id.seatId,
        label: z.string().max(RECEIPT_WORD_MAX),
        section: z.string().max(RECEIPT_WORD_MAX),
      }),
    )
    .max(LINES_MAX),
  numbers: z.array(z.string().max(RECEIPT_WORD_MAX)).max(LINES_MAX),
  currency,
  totalMinor: amount,
  ways: z.array(way).max(RECEIPT_WAYS_MAX),
  confirmedAtMs: instant,
  staffId: id.staffId,
})

/** `named`: recorded as lost. `here`: this house has the sale unchanged. `no-room`: send again later. The others: not this house's. */
export const verdicts = ['named', 'here', 'no-room', 'other-house', 'other-epoch', 'contradictory'] as const
export type Verdict = (typeof verdicts)[number]

/** `coming`: its copy goes further than the backup, and is being handed in. `foreign`: its copy does not continue from the backup. */
export const wordStates = ['awaited', 'coming', 'spoken', 'foreign', 'doubled'] as const

/**
 * What the seats of a lost sale are in this house. `held-here`: held by that same booking; `no-show`: its show does not exist. For a
 * sale that this house has in an earlier state: `other-seats`: it was moved, or given back in part, since then; `sold-here`: it was
 * given back since then.
 */
export const standings = [
  'free',
  'held-here',
  'taken',
  'given-back',
  'no-show',
  'other-seats',
  'sold-here',
] as const

/** A sale confirmed to a kiosk that this house lacks, or has otherwise. */
const lostSale = z.object({
  bookingId: id.bookingId,
  showId: id.showId,
  title: z.string().nullable(),
  startsAtMs: instant.nullable(),
  zone: z.string().nullable(),
  state: bookingState,
  seats: z.array(z.string()),
  numbers: z.array(z.string()),
  currency,
  totalMinor: amount,
  ways: z.array(way),
  confirmedAtMs: instant,
  kioskId: id.kioskId,
  kiosk: z.string(),
  seller: z.string(),
  stands: z.enum(standings),
})

const recovery = z.object({
  epoch: z.int(),
  /** [SYNC 5.9] The name of the kiosk that has seen more than this house, although nobody restored it; null: it was restored. */
  foundBy: z.string().nullable(),
  restoredAtMs: instant,
  backupSequence: z.int(),
  /** The newest row now: beyond the backup's where kiosks have handed rows in. */
  sequence: z.int(),
  seen: z.int(),
  kiosks: z.array(
    z.object({
      kioskId: id.kioskId,
      name: z.string(),
      word: z.enum(wordStates),
      /** How many of its receipts belong to another house. */
      refused: z.int(),
    }),
  ),
  lost: z.object({
    /** `sales`: the oldest that nobody has dealt with; `count`: how many such there are; `settled`: how many others. */
    sales: z.array(lostSale),
    count: z.int(),
    settled: z.int(),
  }),
  /** Who may open it early; empty: nobody in this house has a PIN, so none is asked for. */
  staff: z.array(signInName),
})
export type RecoveryView = Frozen<z.output<typeof recovery>>

/** `state` null: this house sells. */
export const recoveryNews = z.object({ kind: z.literal('recovery'), state: recovery.nullable() })

const person = z.strictObject({
  staffId: id.staffId,
  pin: z.string().regex(new RegExp(`^[0-9]{${PIN_DIGITS.min},${PIN_DIGITS.max}}$`)),
})

export const recoveryQueries = {
  /** A kiosk's rows, in pieces of one text: a page of the journal as in the topic `journal`. `sequence`: the newest row afterwards. */
  'hand-in-rows': {
    roles: office,
    input: z.strictObject({
      index: z.int().min(0),
      count: z
        .int()
        .min(1)
        .max(Math.ceil(UPLOAD_CHARS_MAX / CHUNK_CHARS)),
      text: z.string().max(CHUNK_CHARS),
    }),
    output: z.object({ sequence: z.int(), isAll: z.boolean() }),
  },
  /**
   * [SYNC 4.7] A kiosk's receipts of bookings that were confirmed or reported to it since `sinceMs`, which every answer repeats; `isAll`:
   * it has no more. Answers a verdict for each, in order.
   */
  'hand-in-receipts': {
    roles: office,
    input: z.strictObject({ receipts: z.array(receipt).max(RECEIPTS_MAX), isAll: z.boolean() }),
    output: z.object({ sinceMs: instant, verdicts: z.array(z.enum(verdicts)) }),
  },
  /** Somebody has dealt with these lost sales. `person` null: nobody in this house has a PIN. */
  'settle-lost-sales': {
    roles: office,
    input: z.strictObject({
      bookingIds: z.array(id.bookingId).min(1).max(LOST_SHOWN_MAX),
      note: reason.min(1),
      /** Their seats stay off sale when the house opens. */
      keepsSeats: z.boolean(),
      person: person.nullable(),
    }),
    output: z.object({ left: z.int() }),
  },
  /** Two people accept that what is missing is lost. Null: nobody in this house has a PIN. */
  'open-restored': {
    roles: office,
    input: z.strictObject({ reason, first: person.nullable(), second: person.nullable() }),
    output: z.object({ isOpen: z.boolean() }),
  },
} as const
