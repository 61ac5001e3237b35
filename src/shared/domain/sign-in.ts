// Signing in with a PIN: how often it may be tried, and what a try does. Owns the lockout [I41]; must never see a PIN, only
// whether it was the right one.

import { MINUTE_MS, SECOND_MS } from '../lib/time.ts'
import type { StaffEntry } from './catalogue.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { SignInFailed } from './people-events.ts'
import type { StaffId } from './ids.ts'
import type { Refusal } from './refusal.ts'

/** Wrong PINs in a row, of one person or at one kiosk. A right one, or a new PIN, begins anew. */
export interface Tries {
  readonly failures: number
  /** Of the last failure. */
  readonly lastAtMs: number
  /** Only a new PIN from an administrator helps. */
  readonly isLocked: boolean
}

export interface Member {
  readonly entry: StaffEntry
  readonly hasPin: boolean
  readonly tries: Tries
}

export const noTries: Tries = { failures: 0, lastAtMs: 0, isLocked: false }

/** Four slips of a cold finger cost nothing; the fifth wrong PIN begins the first wait (SECURITY 6.2). */
export const FREE_TRIES = 5
const FIRST_WAIT_MS = 30 * SECOND_MS
/** Long enough that four digits last a hundred days of guessing, short enough that an evening goes on. */
const LONGEST_WAIT_MS = 15 * MINUTE_MS
/** Nobody mistypes this often over hours of waiting. */
export const LOCK_AT = 20

/** When the next try is heard: the wait doubles from the fifth failure on. At or before the last failure: at once. */
export function heardAgainMs({ failures, lastAtMs }: Tries): number {
  if (failures < FREE_TRIES) return lastAtMs
  // 2^10 times the first wait is far beyond the longest already.
  const doublings = Math.min(failures - FREE_TRIES, 10)
  return lastAtMs + Math.min(FIRST_WAIT_MS * 2 ** doublings, LONGEST_WAIT_MS)
}

/** Could sign in, given time, and give others a new PIN: a closed house always has one [A7]. */
export function isAbleAdmin({ entry, hasPin, tries }: Member): boolean {
  return isAdminWithPin({ entry, hasPin }) && !tries.isLocked
}

/** The house asks everybody to sign in as soon as there is one. */
export function isAdminWithPin({ entry, hasPin }: Pick<Member, 'entry' | 'hasPin'>): boolean {
  return entry.active && entry.role === 'admin' && hasPin
}

export interface SignInFound {
  readonly member: Member | null
  readonly atKiosk: Tries
  /** Another than the member could still let people in: without one, nobody is locked for good. */
  readonly hasOtherAdmin: boolean
}

/** [I41] Before any PIN is looked at: no try is heard, right or wrong, while somebody has to wait. */
export function refusalIfWaiting({ member, atKiosk }: SignInFound, nowMs: number): Refusal | null {
  if (member?.tries.isLocked === true) return { code: 'SIGN_IN_LOCKED', of: 'staff', untilMs: null }
  const ofStaffMs = member ? heardAgainMs(member.tries) : 0
  const ofKioskMs = heardAgainMs(atKiosk)
  const untilMs = Math.max(ofStaffMs, ofKioskMs)
  if (nowMs >= untilMs) return null
  return { code: 'SIGN_IN_LOCKED', of: ofStaffMs >= ofKioskMs ? 'staff' : 'kiosk', untilMs }
}

/** `isRight`: what comparing the PIN said; null where it was not compared. */
export function decideSignIn(
  found: SignInFound,
  { staffId, isRight }: { readonly staffId: StaffId; readonly isRight: boolean | null },
  { nowMs }: Pick<Context, 'nowMs'>,
): Decision<StaffEntry> {
  const { member } = found
  if (!member?.entry.active || !member.hasPin)
    return refuse({ code: 'NOT_FOUND', what: 'staff', id: String(staffId) })
  const refusal = refusalIfWaiting(found, nowMs)
  if (refusal) return refuse(refusal)
  if (isRight === null) return refuse({ code: 'BUSY', limit: 'sign-ins' })
  if (!isRight) return refuseWrongPin(found, member, nowMs)
  return accept([{ type: 'staff-signed-in', staffId }], member.entry)
}

/** The failure is a fact of its own: it is journaled with the refusal, so that it outlives a restart. */
export function refuseWrongPin(found: SignInFound, { entry, tries }: Member, nowMs: number): Decision<never> {
  const ofStaff = tries.failures + 1
  const ofKiosk = found.atKiosk.failures + 1
  const isFinal = ofStaff >= LOCK_AT && found.hasOtherAdmin
  const failed: SignInFailed = {
    type: 'sign-in-failed',
    staffId: entry.staffId,
    ofStaff,
    ofKiosk,
    isFinal,
  }
  const failures = Math.max(ofStaff, ofKiosk)
  const untilMs = heardAgainMs({ failures, lastAtMs: nowMs, isLocked: isFinal })
  if (isFinal) return refuse({ code: 'SIGN_IN_LOCKED', of: 'staff', untilMs: null }, [failed])
  const left = Math.max(0, FREE_TRIES - failures)
  return refuse({ code: 'WRONG_PIN', left, untilMs: untilMs > nowMs ? untilMs : null }, [failed])
}

/** `staffId`: who is signed in; null: nobody, and nothing happens. */
export function decideSignOut(staffId: StaffId | null): Decision<Record<string, never>> {
  return accept(staffId === null ? [] : [{ type: 'staff-signed-out', staffId }], {})
}
