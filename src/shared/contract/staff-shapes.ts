// The views of people who work here: who signs in, who is on the staff, what of their work is audited. Part of shapes.ts; must never
// hold a secret.

import { z } from 'zod'
import { auditAreas, auditKinds } from '../domain/audit.ts'
import type { Frozen } from '../lib/frozen.ts'
import * as id from './ids.ts'
import * as shape from './shapes.ts'

/** A name to sign in as. */
export const signInName = z.object({ staffId: id.staffId, name: z.string(), role: shape.role })
/** Who is signed in at a desk, and when it locks if nobody touches it; null: nobody has to sign in yet. */
export const signedIn = signInName.extend({ lockAtMs: shape.instant.nullable() })
export type SignedInView = Frozen<z.output<typeof signedIn>>

export const staffRow = signInName.extend({
  active: z.boolean(),
  hasPin: z.boolean(),
  /** Together with the PIN, the password unlocks a locked screen. */
  hasPassword: z.boolean(),
  /** [I41] Too many wrong PINs: locked until a new one is set. */
  isLocked: z.boolean(),
  /** Null: not recently. */
  lastSignInMs: shape.instant.nullable(),
})
export type StaffRow = Frozen<z.output<typeof staffRow>>

export const auditArea = z.enum(auditAreas)
/** [I39] A journal row in the audit log. `kind`: what happened; `about`: to whom or what, by the name people use. */
export const auditRow = z.object({
  sequence: z.int(),
  atMs: shape.instant,
  area: auditArea,
  kind: z.enum(auditKinds),
  about: z.string(),
  /** The desk that it was about, wherever it was done; null: about none. */
  desk: id.kioskId.nullable(),
  /** Null: nobody was signed in. */
  by: signInName.nullable(),
  kioskId: id.kioskId,
})
export type AuditRow = Frozen<z.output<typeof auditRow>>
