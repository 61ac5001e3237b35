// What a screen hears of a house that came back from a backup [SYNC 4.7], and what it may answer. Parts of topics.ts and operations.ts; must
// never carry a PIN anywhere but to its comparison [I42].

import { z } from 'zod'
import { office } from '../domain/rights.ts'
import { PIN_DIGITS } from '../domain/staff.ts'
import type { Frozen } from '../lib/frozen.ts'
import * as id from './ids.ts'
import { reason } from './input-parts.ts'
import { CHUNK_CHARS, UPLOAD_CHARS_MAX } from './limits.ts'
import { instant } from './shapes.ts'
import { signInName } from './staff-shapes.ts'

/** `coming`: its copy goes further than the backup, and is being handed in. `foreign`: it does not go on from it. */
export const wordStates = ['awaited', 'coming', 'spoken', 'foreign'] as const

const recovery = z.object({
  epoch: z.int(),
  /** [SYNC 5.9] The name of the kiosk that knows more than this house, which nobody restored; null: it was restored. */
  foundBy: z.string().nullable(),
  restoredAtMs: instant,
  backupSequence: z.int(),
  /** The newest row now: more than in the backup, where kiosks handed some in. */
  sequence: z.int(),
  seen: z.int(),
  kiosks: z.array(z.object({ kioskId: id.kioskId, name: z.string(), word: z.enum(wordStates) })),
  /** Who may open it all the same; none: nobody here has a PIN, and nobody is asked for one. */
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
  /** A kiosk's rows, in pieces of one text: a page of the journal as the topic `journal` has it. `sequence`: the newest row after it. */
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
  /** Two people take it on themselves that what is missing is lost. Null: nobody here has a PIN. */
  'open-restored': {
    roles: office,
    input: z.strictObject({ reason, first: person.nullable(), second: person.nullable() }),
    output: z.object({ isOpen: z.boolean() }),
  },
} as const
