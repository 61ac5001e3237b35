// What a joined kiosk hears for the copy of the house that it keeps [S3] [SYNC 5.6]: the journal, row by row, and now and then what its
// rows come to. A part of topics.ts; must never carry a PIN's digest, which the journal does not know.

import { z } from 'zod'
import type { StaffId } from '../domain/ids.ts'
import type { Frozen } from '../lib/frozen.ts'
import * as id from './ids.ts'
import { instant, plan } from './shapes.ts'

/** 32 bytes in base64: text, so that one writing out serves every kiosk. */
const digest = z.string().length(44)

const journalRow = z.object({
  sequence: z.int(),
  showId: id.showId.nullable(),
  revision: z.int().nullable(),
  atMs: instant,
  kind: z.string(),
  body: z.string(),
  /** Zero: nobody was in, and tried all the same. */
  staffId: z.int().transform((value) => value as StaffId),
  role: z.string(),
  kioskId: id.kioskId,
  commandId: id.commandId,
  hash: digest,
})
export type JournalRow = Frozen<z.output<typeof journalRow>>

/** [C3] The kept answer to the command of some of these rows: a house that goes on from a copy must not do it again. */
const keptAnswer = z.object({
  commandId: id.commandId,
  inputHash: z.string(),
  answer: z.string(),
  atMs: instant,
})

/** Twice as far each time: more rows than a house has in a hundred years. */
export const EARLIER_MAX = 40

/** A row of a copy, by its number and its hash. */
const place = { after: z.int().min(0), hash: digest }

/** `after`: the newest row of the copy, `hash` its hash; that of nothing where it has none. Said anew, it is how far the copy has come. */
export const journalTopic = z.strictObject({
  kind: z.literal('journal'),
  ...place,
  /** Rows that the copy has before it, ever farther apart: one that the house has as well says that it is a copy of this house. */
  earlier: z.array(z.strictObject(place)).max(EARLIER_MAX).optional(),
  /** [SYNC 4.7] Of the house as the copy knows it. */
  epoch: z.int().min(1).optional(),
  /** Two restores of one house may have one number: this tells them apart. Null: it was never restored. */
  storeId: z.string().max(64).nullable().optional(),
})
export type JournalPlace = Frozen<z.output<typeof journalTopic>>

/** As it came, to the order of its names: its digest is of its text, and a schema writes names in an order of its own. */
const samePlan = z.custom<z.output<typeof plan>>((value) => plan.safeParse(value).success)

/** `head`: the newest row of the house. What is missing up to it is asked for by a new subscription. `plans`: of rows that import one. */
export const journalNews = z.object({
  kind: z.literal('journal'),
  head: z.int(),
  rows: z.array(journalRow),
  answers: z.array(keptAnswer),
  plans: z.array(samePlan),
})
export type JournalNews = Frozen<z.output<typeof journalNews>>

/** The copy does not go on from this house: it is of another, or of this one as it was before it went on from a backup without it. */
export const foreignNews = z.object({ kind: z.literal('journal-foreign'), head: z.int() })

/** [SYNC 4.7] The house came back from a backup, which ends with this row: whatever goes on from it in the copy, it asks for. */
export const wantedNews = z.object({ kind: z.literal('journal-wanted'), after: z.int().min(0), hash: digest })
export type WantedNews = Frozen<z.output<typeof wantedNews>>

/** [I26] What the rows of some shows come to at `sequence`: SHA-256 over their seats' states. */
export const digestNews = z.object({
  kind: z.literal('seat-digests'),
  sequence: z.int(),
  shows: z.array(z.object({ showId: id.showId, digest })),
})
export type DigestNews = Frozen<z.output<typeof digestNews>>
