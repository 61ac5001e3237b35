// The views of people who work here: who signs in, who is on the staff, what of theirs is looked at again. Part of shapes.ts; must never
// hold a secret.

import { z } from 'zod'
import { auditAreas, auditKinds } from '../domain/audit.ts'
import type { Frozen } from '../lib/frozen.ts'
import * as id from './ids.ts'
import * as shape from './shapes.ts'

/** A name to sign in as. */
export const signInName = z.object({ staffId: id.staffId, name: z.string(), role: shape.role })
/** Who is signed in at a desk, and until when it stays so if nobody touches it; null: nobody has to sign in yet. */
export const signedIn = signInName.extend({ lockAtMs: shape.instant.nullable() })
export type SignedInView = Frozen<z.output<typeof signedIn>>

export const staffRow = signInName.extend({
  active: z.boolean(),
  hasPin: z.boolean(),
  /** By which, with the PIN, they get out of a locked screen. */
  hasPassword: z.boolean(),
  /** [I41] Too many wrong PINs: only a new one helps. */
  isLocked: z.boolean(),
  /** Null: not lately. */
  lastSignInMs: shape.instant.nullable(),
})
export type StaffRow = Frozen<z.output<typeof staffRow>>

export const auditArea = z.enum(auditAreas)
/** [I39] A row of the journal that is looked at again. `kind`: what happened; `about`: to whom or what, as people call it. */
export const auditRow = z.object({
  sequence: z.int(),
  atMs: shape.instant,
  area: auditArea,
  kind: z.enum(auditKinds),
  about: z.string(),
  /** The desk that it was about, wherever it was done; null: it was about none. */
  desk: id.kioskId.nullable(),
  /** Null: nobody was signed in. */
  by: signInName.nullable(),
  kioskId: id.kioskId,
})
export type AuditRow = Frozen<z.output<typeof auditRow>>
