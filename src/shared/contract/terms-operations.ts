// What shows sell by, where it is set and whom it touches [H2]. A part of operations.ts; it is changed as any other row (`change-rows`).

import { z } from 'zod'
import { termsPlaces } from '../domain/changes/change.ts'
import { office } from '../domain/rights.ts'
import {
  type NumberTerm,
  type SettableTerms,
  type TermsPatch,
  singleSeatRules,
  termBounds,
} from '../domain/terms.ts'
import type { Frozen } from '../lib/frozen.ts'
import * as id from './ids.ts'
import { SKIPPED_MAX } from './limits.ts'
import { instant } from './shapes.ts'

const numbers = (of: (name: NumberTerm) => z.ZodInt) =>
  Object.fromEntries(Object.keys(termBounds).map((name) => [name, of(name as NumberTerm)])) as {
    [Name in NumberTerm]: z.ZodInt
  }
const bounded = (name: NumberTerm) => z.int().min(termBounds[name][0]).max(termBounds[name][1])
const plain = {
  singleSeatRule: z.enum(singleSeatRules),
  ladiesRule: z.boolean(),
  asksNames: z.boolean(),
}
const term = { ...numbers(bounded), ...plain }
type Turned<Turn extends 'set' | 'change'> = {
  [Name in keyof typeof term]: z.ZodExactOptional<
    Turn extends 'set' ? (typeof term)[Name] : z.ZodNullable<(typeof term)[Name]>
  >
}
const each = (of: Readonly<Record<string, z.ZodType>>, turn: (schema: z.ZodType) => z.ZodType) =>
  Object.fromEntries(Object.entries(of).map(([name, schema]) => [name, turn(schema).exactOptional()]))

/** Null: as above. */
export const termsPatch = z.strictObject(each(term, (schema) => schema.nullable()) as Turned<'change'>)
/** Holds exactly while the wire's terms and the domain's are the same. */
export const patchIsPatch: (wire: z.output<typeof termsPatch>) => TermsPatch = (wire) => wire

/** Those that there are: what a house was started with may lie out of bounds. */
const someTerms = z.object(each({ ...numbers(() => z.int()), ...plain }, (schema) => schema) as Turned<'set'>)
export const partIsTerms: (wire: z.output<typeof someTerms>) => Partial<SettableTerms> = (wire) => wire

const at = z.enum(termsPlaces)
const row = z.int().min(1).max(Number.MAX_SAFE_INTEGER)

const level = z.object({
  /** `start`: built in, or as the house was started. */
  at: z.enum(['start', ...termsPlaces]),
  /** Null: of the start. */
  id: row.nullable(),
  /** Empty: of the house. */
  name: z.string(),
  terms: someTerms,
})
export type TermsLevel = Frozen<z.output<typeof level>>

/** Ways by which a listing's shows inherit: one for each of its venues. More than a screen can tell apart are not told. */
export const CHAINS_MAX = 50

export const termsQueries = {
  /** What a row says itself, and what is above it, from far to near. A listing has a chain for each venue of its shows. */
  'terms-of': {
    roles: office,
    input: z.strictObject({ at, id: row }),
    output: z.object({ own: level, chains: z.array(z.array(level)).max(CHAINS_MAX) }),
  },
  /** Shows that are not over and would sell by other terms; the first of them, soonest first. */
  'preview-terms': {
    roles: office,
    input: z.strictObject({ at, id: row, set: termsPatch }),
    output: z.object({
      count: z.int(),
      shows: z
        .array(
          z.object({
            showId: id.showId,
            title: z.string(),
            venue: z.string(),
            zone: z.string(),
            startsAtMs: instant,
          }),
        )
        .max(SKIPPED_MAX),
    }),
  },
} as const
