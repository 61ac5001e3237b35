// The operations about people: signing in, who works here, who did what. Part of operations.ts; must never carry a PIN in any answer
// [I42].

import { z } from 'zod'
import { everyone, heads, office } from '../domain/rights.ts'
import { PASSWORD_LETTERS } from '../domain/password.ts'
import { PIN_DIGITS } from '../domain/staff.ts'
import * as id from './ids.ts'
import { FIND_TEXT_MAX, NAME_MAX } from './limits.ts'
import * as shape from './shapes.ts'
import { auditArea, auditRow, signInName, signedIn, staffRow } from './staff-shapes.ts'
import { words } from './words.ts'

const pin = z.string().regex(new RegExp(`^[0-9]{${PIN_DIGITS.min},${PIN_DIGITS.max}}$`))
/** As it was typed, including spaces. */
const password = z
  .string()
  .min(PASSWORD_LETTERS.min)
  .max(PASSWORD_LETTERS.max)
  .refine((text) => text.isWellFormed(), 'not whole text')
/** The number of a journal row; 0: before the first. */
const sequence = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
/** SHA-256, in hex. */
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const nothing = z.strictObject({})

export const staffCommands = {
  /** [A7] Signs somebody in at this desk; the carts stay with the desk. The PIN goes no further than its comparison. */
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
  /** Administrators may set anyone's PIN; everybody may set their own, by giving the old one. */
  'set-pin': {
    roles: everyone,
    input: z.strictObject({ staffId: id.staffId, pin, oldPin: pin.nullable() }),
    output: z.object({}),
  },
  /** For the office only: administrators may set any of its passwords; the others may set their own, by giving the old one. */
  'set-password': {
    roles: office,
    input: z.strictObject({
      staffId: id.staffId,
      password,
      oldPassword: password.nullable(),
    }),
    output: z.object({}),
  },
  /** [A7] Unlocks a locked screen, whoever is signed in at it; null: in a house where nobody has a PIN. */
  'leave-kiosk': {
    roles: everyone,
    input: z.strictObject({
      person: z.strictObject({ staffId: id.staffId, pin, password }).nullable(),
    }),
    output: z.object({ by: signInName.nullable() }),
  },
} as const

export const staffQueries = {
  /** Active staff who have a PIN, for the sign-in screen. */
  'sign-in-names': {
    roles: everyone,
    input: nothing,
    output: z.object({ staff: z.array(signInName) }),
  },
  /** Somebody touched the screen: restarts the time until the desk locks. */
  'stay-signed-in': {
    roles: everyone,
    input: nothing,
    output: z.object({ lockAtMs: shape.instant.nullable() }),
  },
  staff: { roles: office, input: nothing, output: z.object({ staff: z.array(staffRow) }) },
  /** [I39] The audit log, newest first, before a journal row; `before` null: from the newest. */
  'audit-log': {
    roles: office,
    input: z.strictObject({
      before: z.int().min(1).nullable(),
      staffId: id.staffId.nullable(),
      area: auditArea.nullable(),
      /** Only rows with all of these words in what they are about, who did it or where. */
      text: words.max(FIND_TEXT_MAX).exactOptional(),
      fromMs: shape.instant.exactOptional(),
      toMs: shape.instant.exactOptional(),
    }),
    /** `before`: where to continue; null: there is no more. */
    output: z.object({ rows: z.array(auditRow), before: z.int().nullable() }),
  },
  /**
   * [I25] Verifies the chain of the journal for some rows after `after`, up to another (null: to its end). `hash`: the hash of row
   * `after` from verifying it before; null: as stored. A proof of the whole journal begins after row 0.
   */
  'prove-journal': {
    roles: office,
    input: z.strictObject({
      after: sequence,
      hash: digest.nullable(),
      upTo: sequence.nullable(),
    }),
    output: z.object({
      /** The last verified row and its hash: where to continue. */
      sequence: z.int(),
      hash: digest,
      /** The first row that breaks the chain; null: none of these. */
      broken: z.int().nullable(),
      isAll: z.boolean(),
      newest: z.int(),
    }),
  },
} as const
