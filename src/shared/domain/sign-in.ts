// Signing in with a PIN: how often it may be attempted, and what an attempt does. Owns the lockout [I41]; must never see a PIN, only
// whether it was the right one.

import { MINUTE_MS, SECOND_MS } from '../lib/time.ts'
import type { StaffEntry } from './catalogue.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { SignInFailed } from './people-events.ts'
import type { StaffId } from './ids.ts'
import type { Refusal } from './refusal.ts'

/** Wrong PINs in a row, of one person or at one kiosk. A right one, or a new PIN, resets the count. */
export interface Tries {
  readonly failures: number
  /** When the last failure was. */
  readonly lastAtMs: number
  /** Locked until an administrator gives a new PIN. */
  readonly isLocked: boolean
}

export interface Member {
  readonly entry: StaffEntry
  readonly hasPin: boolean
  readonly tries: Tries
}

export const noTries: Tries = { failures: 0, lastAtMs: 0, isLocked: false }

/** Four typing errors cost nothing; the fifth wrong PIN begins the first wait (SECURITY 6.2). */
export const FREE_TRIES = 5
const FIRST_WAIT_MS = 30 * SECOND_MS
/** Long enough that guessing four digits takes a hundred days, short enough that the evening can go on. */
const LONGEST_WAIT_MS = 15 * MINUTE_MS
/** Nobody mistypes this often over hours of waiting. */
export const LOCK_AT = 20

/** When the next attempt is accepted: the wait doubles from the fifth failure on. Before that, the time of the last failure: at once. */
export function heardAgainMs({ failures, lastAtMs }: Tries): number {
  if (failures < FREE_TRIES) return lastAtMs
  // 2^10 times the first wait is already far beyond the longest.
  const doublings = Math.min(failures - FREE_TRIES, 10)
  return lastAtMs + Math.min(FIRST_WAIT_MS * 2 ** doublings, LONGEST_WAIT_MS)
}

/** Can sign in, after waiting if need be, and give others a new PIN: a house that asks for PINs always has one such person [A7]. */
export function isAbleAdmin({ entry, hasPin, tries }: Member): boolean {
  return isAdminWithPin({ entry, hasPin }) && !tries.isLocked
}

/** As soon as there is one, the house asks everybody to sign in. */
export function isAdminWithPin({ entry, hasPin }: Pick<Member, 'entry' | 'hasPin'>): boolean {
  return entry.active && entry.role === 'admin' && hasPin
}

export interface SignInFound {
  readonly member: Member | null
  readonly atKiosk: Tries
  /** Somebody other than the member could still give people a new PIN; otherwise the member is never locked out for good. */
  readonly hasOtherAdmin: boolean
}

/** [I41] Checked before any PIN: no attempt is accepted, right or wrong, while the person or the kiosk has to wait. */
export function refusalIfWaiting({ member, atKiosk }: SignInFound, nowMs: number): Refusal | null {
  if (member?.tries.isLocked === true) return { code: 'SIGN_IN_LOCKED', of: 'staff', untilMs: null }
  const ofStaffMs = member ? heardAgainMs(member.tries) : 0
  const ofKioskMs = heardAgainMs(atKiosk)
  const untilMs = Math.max(ofStaffMs, ofKioskMs)
  if (nowMs >= untilMs) return null
  return { code: 'SIGN_IN_LOCKED', of: ofStaffMs >= ofKioskMs ? 'staff' : 'kiosk', untilMs }
}

/** `isRight`: the result of comparing the PIN; null where it was not compared. */
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

/** The failure is an event of its own: it is journaled along with the refusal, so that the count outlives a restart. */
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
