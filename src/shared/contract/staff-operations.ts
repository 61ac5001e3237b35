// The operations about people: signing in, who works here, what was done by whom. A part of operations.ts; must never carry a PIN
// in anything that is answered [I42].

import { z } from 'zod'
import { everyone, heads, office } from '../domain/rights.ts'
import { PIN_DIGITS } from '../domain/staff.ts'
import * as id from './ids.ts'
import * as shape from './shapes.ts'
import { auditArea, auditRow, signInName, signedIn, staffRow } from './staff-shapes.ts'
import { words } from './words.ts'

const pin = z.string().regex(new RegExp(`^[0-9]{${PIN_DIGITS.min},${PIN_DIGITS.max}}$`))
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
    }),
    /** `before`: where to go on; null: there is no more. */
    output: z.object({ rows: z.array(auditRow), before: z.int().nullable() }),
  },
} as const
