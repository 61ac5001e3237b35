// The terms of sale of shows, where they are set and which shows they affect [H2]. Part of operations.ts; they are changed like any
// other row (`change-rows`).

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

/** Null: inherit from the level above. */
export const termsPatch = z.strictObject(each(term, (schema) => schema.nullable()) as Turned<'change'>)
/** Compiles only while the wire's terms fit the domain's. */
export const patchIsPatch: (wire: z.output<typeof termsPatch>) => TermsPatch = (wire) => wire

/** Existing terms, without bounds: those that a house was started with may be outside them. */
const someTerms = z.object(each({ ...numbers(() => z.int()), ...plain }, (schema) => schema) as Turned<'set'>)
export const partIsTerms: (wire: z.output<typeof someTerms>) => Partial<SettableTerms> = (wire) => wire

const at = z.enum(termsPlaces)
const row = z.int().min(1).max(Number.MAX_SAFE_INTEGER)

const level = z.object({
  /** `start`: built in, or given when the house was started. */
  at: z.enum(['start', ...termsPlaces]),
  /** Null: at `start`. */
  id: row.nullable(),
  /** Empty: the house itself. */
  name: z.string(),
  terms: someTerms,
})
export type TermsLevel = Frozen<z.output<typeof level>>

/** The most inheritance chains of a listing's shows, one for each of its venues: no screen can usefully show more. */
export const CHAINS_MAX = 50

export const termsQueries = {
  /** A row's own terms, and the levels above it, from far to near. A listing has a chain for each venue of its shows. */
  'terms-of': {
    roles: office,
    input: z.strictObject({ at, id: row }),
    output: z.object({ own: level, chains: z.array(z.array(level)).max(CHAINS_MAX) }),
  },
  /** Shows that are not over and whose terms would change: their number and the first of them, soonest first. */
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
