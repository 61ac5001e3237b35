// The operations about people: signing in, who works here, what was done by whom. A part of operations.ts; must never carry a PIN
// in anything that is answered [I42].

import { z } from 'zod'
import { everyone, heads, office } from '../domain/rights.ts'
import { PASSWORD_LETTERS } from '../domain/password.ts'
import { PIN_DIGITS } from '../domain/staff.ts'
import * as id from './ids.ts'
import { FIND_TEXT_MAX } from './limits.ts'
import * as shape from './shapes.ts'
import { auditArea, auditRow, signInName, signedIn, staffRow } from './staff-shapes.ts'
import { words } from './words.ts'

const pin = z.string().regex(new RegExp(`^[0-9]{${PIN_DIGITS.min},${PIN_DIGITS.max}}$`))
/** As it was typed, spaces and all. */
const password = z
  .string()
  .min(PASSWORD_LETTERS.min)
  .max(PASSWORD_LETTERS.max)
  .refine((text) => text.isWellFormed(), 'not whole text')
/** A row of the journal; 0: before the first. */
const sequence = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
/** SHA-256, in hex. */
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const nothing = z.strictObject({})
/** Fits the button that it is signed in by. */
const NAME_MAX = 40

export const staffCommands = {
  /** [A7] Whoever is signed in at this desk from now on; the carts stay the desk's. Its PIN goes no further than its comparison. */
  'sign-in': {
    roles: everyone,
    input: z.strictObject({ staffId: id.staffId, pin }),
    output: signedIn,
  },
  'sign-out': { roles: everyone, input: nothing, output: z.object({}) },
  'save-staff': {
    roles: heads,
    input: z.strictObject({
      staffId: id.staffId.nullable(),
      name: words.min(1).max(NAME_MAX),
      role: shape.role,
      active: z.boolean(),
    }),
    output: z.object({ staffId: id.staffId }),
  },
  /** An administrator's for anybody; everybody's for themselves, with the PIN they have. */
  'set-pin': {
    roles: everyone,
    input: z.strictObject({ staffId: id.staffId, pin, oldPin: pin.nullable() }),
    output: z.object({}),
  },
  /** Of those who answer for the house: an administrator's for any of them; theirs for themselves, with the one they have. */
  'set-password': {
    roles: office,
    input: z.strictObject({
      staffId: id.staffId,
      password,
      oldPassword: password.nullable(),
    }),
    output: z.object({}),
  },
  /** [A7] The way out of a locked screen, whoever is signed in at it; null: of a house in which nobody has a PIN. */
  'leave-kiosk': {
    roles: everyone,
    input: z.strictObject({
      person: z.strictObject({ staffId: id.staffId, pin, password }).nullable(),
    }),
    output: z.object({ by: signInName.nullable() }),
  },
} as const

export const staffQueries = {
  /** Active staff who have a PIN, for the screen on which they sign in. */
  'sign-in-names': {
    roles: everyone,
    input: nothing,
    output: z.object({ staff: z.array(signInName) }),
  },
  /** Somebody touched the screen: the desk stays signed in for its whole term again. */
  'stay-signed-in': {
    roles: everyone,
    input: nothing,
    output: z.object({ lockAtMs: shape.instant.nullable() }),
  },
  staff: { roles: office, input: nothing, output: z.object({ staff: z.array(staffRow) }) },
  /** [I39] What was done that is looked at again, the newest first, before a row of the journal; `before` null: from the newest. */
  'audit-log': {
    roles: office,
    input: z.strictObject({
      before: z.int().min(1).nullable(),
      staffId: id.staffId.nullable(),
      area: auditArea.nullable(),
      /** All of these words in what it was about, who did it or where. */
      text: words.max(FIND_TEXT_MAX).exactOptional(),
      fromMs: shape.instant.exactOptional(),
      toMs: shape.instant.exactOptional(),
    }),
    /** `before`: where to go on; null: there is no more. */
    output: z.object({ rows: z.array(auditRow), before: z.int().nullable() }),
  },
  /**
   * [I25] Follows the chain of the journal for some rows after one, up to another (null: to its end). `hash`: what that one's was
   * when it was followed itself; null: as it stands there. A proof of the whole begins after row 0.
   */
  'prove-journal': {
    roles: office,
    input: z.strictObject({
      after: sequence,
      hash: digest.nullable(),
      upTo: sequence.nullable(),
    }),
    output: z.object({
      /** The last row that follows, and its hash: where to go on. */
      sequence: z.int(),
      hash: digest,
      /** The first row that does not; null: none among these. */
      broken: z.int().nullable(),
      isAll: z.boolean(),
      newest: z.int(),
    }),
  },
} as const
