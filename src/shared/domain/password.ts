// The office's passwords, and their only use: unlocking a customer's screen [A7]. Owns who may set one, what it may be, and when it
// unlocks; must never see one except to judge whether it is too easy.

import type { StaffEntry } from './catalogue.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { StaffId } from './ids.ts'
import { isOfOffice } from './rights.ts'
import { type SignInFound, refuseWrongPin, refusalIfWaiting } from './sign-in.ts'

/** SECURITY 6.2: four short words reach the minimum; nobody types more than the maximum from memory. */
export const PASSWORD_LETTERS = { min: 12, max: 128 }
/** With fewer distinct characters than this it is one word, or one key, repeated. */
const DIFFERENT_MIN = 6
/** What lists of stolen passwords of that length begin with: a well-known word followed by digits. */
const known =
  /^(password|passw0rd|qwerty(uiop)?|letmein|welcome|iloveyou|administrator|admin|manager|guichet)[\d\W_]*$/

export function isTrivialPassword(password: string): boolean {
  const plain = password.toLowerCase()
  return new Set(plain).size < DIFFERENT_MIN || isRun(plain) || known.test(plain)
}

/** `123456789012`, `abcdefghijkl`: each character follows the one before; 0 follows 9, as on keyboards. */
function isRun(text: string): boolean {
  return Array.from(text).every((letter, index, all) => {
    const before = all[index - 1]
    if (before === undefined) return true
    const step = letter.charCodeAt(0) - before.charCodeAt(0)
    return step === 1 || (before === '9' && letter === '0')
  })
}

export interface PasswordFound extends SignInFound {
  readonly isOpen: boolean
  readonly hasPassword: boolean
}

/** An administrator sets the password of anyone in the office; everybody there changes their own by giving the old one. */
export function decideSetPassword(
  found: PasswordFound,
  { staffId, isOldRight }: { readonly staffId: StaffId; readonly isOldRight: boolean | null },
  { nowMs, actor }: Pick<Context, 'nowMs' | 'actor'>,
): Decision<Record<string, never>> {
  const { member, isOpen, hasPassword } = found
  if (isOpen) return refuse({ code: 'ADMIN_FIRST' })
  const isOwn = actor.staffId === staffId
  if (!isOwn && actor.role !== 'admin') return refuse({ code: 'NOT_ALLOWED', role: actor.role })
  if (!member) return refuse({ code: 'NOT_FOUND', what: 'staff', id: String(staffId) })
  const { role } = member.entry
  if (!isOfOffice({ role })) return refuse({ code: 'NOT_ALLOWED', role })
  if (isOwn && hasPassword) {
    const refusal = refusalIfWaiting(found, nowMs)
    if (refusal) return refuse(refusal)
    if (isOldRight === null)
      return refuse({ code: 'INVALID_INPUT', field: 'oldPassword', problem: 'empty', detail: '' })
    if (!isOldRight) return refuseWrongPin(found, member, nowMs)
  }
  return accept([{ type: 'password-set', staffId }], {})
}

/**
 * [A7] [I41] A locked screen opens to a manager's PIN and password together. Which of them was wrong is not said, and either counts
 * as a wrong PIN. `person` null: nobody was named, as in a house where nobody has a PIN and there is nothing to ask for.
 */
export function decideLeaveKiosk(
  found: PasswordFound,
  { person, isRight }: { readonly person: StaffId | null; readonly isRight: boolean | null },
  { nowMs, actor }: Pick<Context, 'nowMs' | 'actor'>,
): Decision<StaffEntry | null> {
  const { member } = found
  if (found.isOpen) return accept([{ type: 'kiosk-left', staffId: actor.staffId }], null)
  if (person === null) return refuse({ code: 'SIGN_IN_REQUIRED' })
  if (!member?.entry.active || !member.hasPin)
    return refuse({ code: 'NOT_FOUND', what: 'staff', id: String(person) })
  const { role } = member.entry
  if (!isOfOffice({ role })) return refuse({ code: 'NOT_ALLOWED', role })
  if (!found.hasPassword)
    return refuse({ code: 'INVALID_INPUT', field: 'password', problem: 'empty', detail: '' })
  const refusal = refusalIfWaiting(found, nowMs)
  if (refusal) return refuse(refusal)
  if (isRight === null) return refuse({ code: 'BUSY', limit: 'sign-ins' })
  if (!isRight) return refuseWrongPin(found, member, nowMs)
  return accept([{ type: 'kiosk-left', staffId: person }], member.entry)
}
