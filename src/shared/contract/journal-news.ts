// What a joined kiosk receives for its copy of the house [S3] [SYNC 5.6]: the journal, row by row, and now and then digests of the
// resulting state. Part of topics.ts; must never carry a PIN's digest, which is not in the journal either.

import { z } from 'zod'
import type { StaffId } from '../domain/ids.ts'
import type { Frozen } from '../lib/frozen.ts'
import * as id from './ids.ts'
import { instant, plan } from './shapes.ts'

/** 32 bytes in base64: text, so that one encoding serves every kiosk. */
const digest = z.string().length(44)

const journalRow = z.object({
  sequence: z.int(),
  showId: id.showId.nullable(),
  revision: z.int().nullable(),
  atMs: instant,
  kind: z.string(),
  body: z.string(),
  /** Zero: an attempt while nobody was signed in. */
  staffId: z.int().transform((value) => value as StaffId),
  role: z.string(),
  kioskId: id.kioskId,
  commandId: id.commandId,
  hash: digest,
})
export type JournalRow = Frozen<z.output<typeof journalRow>>

/** [C3] The stored answer to the command of some of these rows, so that a house that goes on from a copy does not repeat it. */
const keptAnswer = z.object({
  commandId: id.commandId,
  inputHash: z.string(),
  answer: z.string(),
  atMs: instant,
})

/** Each twice as far back: this covers more rows than a house has in a hundred years. */
export const EARLIER_MAX = 40

/** A row of a copy, by its number and its hash. */
const place = { after: z.int().min(0), hash: digest }

/** `after`: the copy's newest row, `hash` its hash, or that of an empty journal. A new subscription reports the copy's progress. */
export const journalTopic = z.strictObject({
  kind: z.literal('journal'),
  ...place,
  /** Earlier rows of the copy, ever farther apart: if the house has one of them too, it is a copy of this house. */
  earlier: z.array(z.strictObject(place)).max(EARLIER_MAX).optional(),
  /** [SYNC 4.7] The epoch of the house as the copy knows it. */
  epoch: z.int().min(1).optional(),
  /** Distinguishes two restores of one house that have the same epoch. Null: it was never restored. */
  storeId: z.string().max(64).nullable().optional(),
})
export type JournalPlace = Frozen<z.output<typeof journalTopic>>

/** Keeps a plan as received, including the order of its keys: its digest is of its text, and a schema's output reorders keys. */
const samePlan = z.custom<z.output<typeof plan>>((value) => plan.safeParse(value).success)

/** `head`: the newest row of the house; a new subscription asks for the rows missing up to it. `plans`: for rows that import one. */
export const journalNews = z.object({
  kind: z.literal('journal'),
  head: z.int(),
  rows: z.array(journalRow),
  answers: z.array(keptAnswer),
  plans: z.array(samePlan),
})
export type JournalNews = Frozen<z.output<typeof journalNews>>

/** The copy does not match this house: it is of another one, or of this one before a restore that lacks the copy's rows. */
export const foreignNews = z.object({ kind: z.literal('journal-foreign'), head: z.int() })

/** [SYNC 4.7] The house was restored from a backup that ends with this row, and asks for all later rows of the copy. */
export const wantedNews = z.object({ kind: z.literal('journal-wanted'), after: z.int().min(0), hash: digest })
export type WantedNews = Frozen<z.output<typeof wantedNews>>

/** [I26] The state of some shows at `sequence`: SHA-256 over their seats' states. */
export const digestNews = z.object({
  kind: z.literal('seat-digests'),
  sequence: z.int(),
  shows: z.array(z.object({ showId: id.showId, digest })),
})
export type DigestNews = Frozen<z.output<typeof digestNews>>
