// The operations that change many rows at once, or one in a table: preview, change, undo, history [A2]. Part of operations.ts.

import { z } from 'zod'
import { LISTING_IMAGES_MAX } from '../domain/catalogue.ts'
import { PERCENT_MAX, PERCENT_MIN, skipReasons, termsPlaces } from '../domain/changes/change.ts'
import { displacements } from '../domain/changes/replan-shows.ts'
import { office } from '../domain/rights.ts'
import { seatStates } from '../domain/seat-state.ts'
import { letterLanguages } from '../domain/message.ts'
import { PRICE_MINOR_MAX } from '../domain/shows.ts'
import { sheetKinds } from '../domain/spreadsheet/sheet.ts'
import { DAY_MS } from '../lib/time.ts'
import * as id from './ids.ts'
import { listingImage } from './image-shapes.ts'
import { reason } from './input-parts.ts'
import { CHANGE_IDS_MAX, CHANGE_ROWS_MAX, CHANGES_MAX, REPLAN_SHOWS_MAX, SKIPPED_MAX } from './limits.ts'
import { amount, currency, instant } from './shapes.ts'
import { termsPatch } from './terms-operations.ts'
import { words } from './words.ts'

/** A show, listing, customer or seat by its number, a coupon by its code, a hold by the id of its booking. */
const rowId = z.union([z.int().min(0).max(Number.MAX_SAFE_INTEGER), z.string().min(1).max(50)])
/** Nobody moves a season further than this at once. */
const MOVE_MS_MAX = 366 * DAY_MS

const detail = z.union([
  words.max(200),
  z.number().min(-1e12).max(1e12),
  z.array(words.min(1).max(60)).max(50),
  z.null(),
])
const listingPatch = z.strictObject({
  active: z.boolean().exactOptional(),
  title: words.min(1).max(120).exactOptional(),
  details: z.record(z.string().regex(/^[a-zA-Z]{1,30}$/), detail).exactOptional(),
})
const customerPatch = z.strictObject({
  name: words.max(120).exactOptional(),
  phone: words.max(40).exactOptional(),
  email: words.max(200).exactOptional(),
  vip: z.boolean().exactOptional(),
  language: z.enum(letterLanguages).nullable().exactOptional(),
})
const couponPatch = z.strictObject({
  percent: z.number().min(0).max(100).exactOptional(),
  discountMaxMinor: amount.min(0).exactOptional(),
  validFromMs: instant.exactOptional(),
  validUntilMs: instant.exactOptional(),
  active: z.boolean().exactOptional(),
  usesMax: z.int().min(0).max(1_000_000).nullable().exactOptional(),
})

const shows = { of: z.literal('shows') }
const listings = { of: z.literal('listings') }

export const forwardChange = z.union([
  z.strictObject({ ...shows, kind: z.literal('set'), set: z.strictObject({ active: z.boolean() }) }),
  z.strictObject({
    ...shows,
    kind: z.literal('percent'),
    percent: z.number().multipleOf(0.01).min(PERCENT_MIN).max(PERCENT_MAX),
  }),
  z.strictObject({
    ...shows,
    kind: z.literal('price'),
    priceMinor: z.int().min(0).max(PRICE_MINOR_MAX),
    currency: currency.exactOptional(),
  }),
  z.strictObject({ ...shows, kind: z.literal('move'), byMs: z.int().min(-MOVE_MS_MAX).max(MOVE_MS_MAX) }),
  z.strictObject({ ...shows, kind: z.literal('plan'), planId: id.planId }),
  z.strictObject({ ...listings, kind: z.literal('set'), set: listingPatch }),
  z.strictObject({
    ...listings,
    kind: z.literal('amenity'),
    amenity: words.min(1).max(60),
    isThere: z.boolean(),
  }),
  z.strictObject({
    ...listings,
    kind: z.literal('images'),
    images: z
      .array(listingImage.refine(({ alt }) => Object.keys(alt).length > 0, 'no words'))
      .max(LISTING_IMAGES_MAX)
      .refine((all) => new Set(all.map(({ digest }) => digest)).size === all.length, 'twice the same'),
  }),
  z.strictObject({
    of: z.literal('seats'),
    showId: id.showId,
    blockedFor: words.min(1).max(200).nullable(),
  }),
  z.strictObject({ of: z.literal('customers'), kind: z.literal('set'), set: customerPatch }),
  z.strictObject({ of: z.literal('coupons'), kind: z.literal('set'), set: couponPatch }),
  z.strictObject({ of: z.literal('terms'), at: z.enum(termsPlaces), set: termsPatch }),
  z.strictObject({ of: z.literal('holds'), kind: z.literal('release'), reason: reason.min(1) }),
])

const ids = z.array(rowId).min(1).max(CHANGE_IDS_MAX)
/** The rows, or a JSON file of them uploaded by `put-chunk`: a frame is too small for all rows of a large table. */
const rows = z.union([
  z.strictObject({ ids }),
  z.strictObject({ uploadId: z.string().regex(/^[\w-]{1,40}$/) }),
])
/** Parses such a file; null: malformed. By hand, since a schema takes longer over a hundred thousand unions than the change itself. */
export function rowsOfFile(text: string): readonly (number | string)[] | null {
  const rows = parsed(text)
  if (!Array.isArray(rows) || rows.length === 0 || rows.length > CHANGE_ROWS_MAX) return null
  return rows.every(isRowId) ? rows : null
}

function isRowId(id: unknown): id is number | string {
  return typeof id === 'string' ? rowId.safeParse(id).success : Number.isSafeInteger(id) && Number(id) >= 0
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const skippedRow = z.object({ id: rowId, reason: z.enum(skipReasons) })
/** `isDone`: false where it continues in parts, whose progress the topic `changes` reports. */
const changeAnswer = z.object({
  changeId: id.changeId,
  isDone: z.boolean(),
  changed: z.int(),
  same: z.int(),
  skipped: z.int(),
})
const replanPreview = z.object({
  showId: id.showId,
  outcome: z.enum(['changes', 'same', 'skipped']),
  reason: z.enum(skipReasons).nullable(),
  added: z.int(),
  gone: z.int(),
  moved: z.int(),
  recategorised: z.int(),
  /** How many of the gone seats were off sale in this show. */
  goneBlocked: z.int(),
  /** Seats without a price in the new version, which are not on sale until one is set. */
  unpriced: z.int(),
  /** Seats that somebody has and would lose: the first of them, and their number. */
  displaced: z.array(
    z.object({
      seatId: id.seatId,
      label: z.string(),
      section: z.string(),
      bookingId: id.bookingId,
      state: z.enum(seatStates),
      why: z.enum(displacements),
    }),
  ),
  displacedCount: z.int(),
})
const changeHead = z.object({
  changeId: id.changeId,
  change: z.union([
    forwardChange,
    z.object({ of: z.literal('series'), showId: id.showId, shows: z.int() }),
    z.object({ of: z.literal('sheet'), sheet: z.enum(sheetKinds), lines: z.int() }),
    z.object({ of: z.literal('undo'), changeId: id.changeId }),
  ]),
  atMs: instant,
  /** The name of the person who did it; null: nobody had to sign in. */
  by: z.string().nullable(),
  parts: z.int(),
  done: z.int(),
  changed: z.int(),
  same: z.int(),
  skipped: z.int(),
  undoneBy: id.changeId.nullable(),
})

export const changeCommands = {
  /** One step over many rows; rows whose customers would lose seats are skipped and named. */
  'change-rows': {
    roles: office,
    input: z.strictObject({ change: forwardChange, rows }),
    output: changeAnswer,
  },
  /**
   * Restores exactly the rows that the change changed; those that were sold, held or changed since are left as they are, and named. A
   * release of holds cannot be undone.
   */
  'undo-change': {
    roles: office,
    input: z.strictObject({ changeId: id.changeId }),
    output: changeAnswer,
  },
} as const

export const changeQueries = {
  /** What `change-rows` would do, row by row. */
  'preview-change': {
    roles: office,
    input: z.strictObject({ change: forwardChange, ids }),
    output: z.object({
      rows: z.array(
        z.object({
          id: rowId,
          outcome: z.enum(['changes', 'same', 'skipped']),
          reason: z.enum(skipReasons).nullable(),
        }),
      ),
    }),
  },
  /**
   * [L4] What moving shows to another version of their plan would do, and whose seats prevent it: to a plan of the house, or to an
   * upload as the newest version of one.
   */
  'preview-replan': {
    roles: office,
    input: z.strictObject({
      showIds: z.array(id.showId).min(1).max(REPLAN_SHOWS_MAX),
      to: z.union([
        z.strictObject({ planId: id.planId }),
        z.strictObject({ uploadId: z.string().regex(/^[\w-]{1,40}$/), versionOf: id.planId }),
      ]),
    }),
    output: z.object({ shows: z.array(replanPreview) }),
  },
  /** Changes before a given one, newest first; `before` null: from the newest. */
  changes: {
    roles: office,
    input: z.strictObject({ before: id.changeId.nullable() }),
    output: z.object({ changes: z.array(changeHead).max(CHANGES_MAX) }),
  },
  /** What one part of a change did, row by row, from the journal; for a row that it left, the reason. */
  'changed-rows': {
    roles: office,
    input: z.strictObject({ changeId: id.changeId, part: z.int().min(0).max(CHANGE_ROWS_MAX) }),
    output: z.object({
      rows: z.array(
        z.object({
          id: rowId,
          /** As people call it. */
          name: z.string(),
          /** Only for a show, since many have the same name. */
          showId: id.showId.nullable(),
          before: z.record(z.string(), z.json()),
          after: z.record(z.string(), z.json()),
          reason: z.enum(skipReasons).nullable(),
        }),
      ),
      isMore: z.boolean(),
    }),
  },
  /** One change, and the first of the rows that it left, with the reasons. */
  change: {
    roles: office,
    input: z.strictObject({ changeId: id.changeId }),
    output: z.object({ change: changeHead, skippedRows: z.array(skippedRow).max(SKIPPED_MAX) }),
  },
} as const
