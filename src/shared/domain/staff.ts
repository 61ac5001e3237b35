// Who works here and their PINs: saving a member of staff, setting a PIN. Owns what a PIN may be, and that a house that asks for PINs
// always keeps an administrator who can give them; must never see a PIN except to judge whether it is too easy.

import { known } from '../lib/assert.ts'
import type { Role, StaffEntry } from './catalogue.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { StaffId } from './ids.ts'
import type { Refusal } from './refusal.ts'
import {
  type Member,
  type SignInFound,
  isAbleAdmin,
  isAdminWithPin,
  refuseWrongPin,
  refusalIfWaiting,
} from './sign-in.ts'

/** Four digits, as on every till; more than twelve nobody types the same way twice. */
export const PIN_DIGITS = { min: 4, max: 12 }

/** Digits in equal steps (1111, 1234, 9876, 2468, 7890) or one pair repeated (1212): what is guessed first. */
export function isTrivialPin(pin: string): boolean {
  const digits = Array.from(pin, Number)
  const steps = digits.slice(1).map((digit, index) => (digit - known(digits[index], 'digit') + 10) % 10)
  const isEven = steps.every((step) => step === steps[0])
  return isEven || digits.slice(2).every((digit, index) => digit === digits[index])
}

export interface SaveStaffRequest {
  /** Null: a new member of staff. */
  readonly staffId: StaffId | null
  readonly name: string
  readonly role: Role
  readonly active: boolean
}

export interface StaffFound {
  readonly members: readonly Member[]
  readonly nextStaffId: StaffId
}

export function decideSaveStaff(
  { members, nextStaffId }: StaffFound,
  { staffId, ...wanted }: SaveStaffRequest,
): Decision<{ readonly staffId: StaffId }> {
  const before = members.find(({ entry }) => entry.staffId === staffId)
  if (staffId !== null && !before) return refuse({ code: 'NOT_FOUND', what: 'staff', id: String(staffId) })
  const others = members.filter((member) => member !== before)
  if (wanted.active && others.some(({ entry }) => entry.active && sameName(entry.name, wanted.name)))
    return refuse({ code: 'INVALID_INPUT', field: 'name', problem: 'taken', detail: wanted.name })
  const entry: StaffEntry = { kind: 'staff', staffId: staffId ?? nextStaffId, ...wanted }
  const refusal = refusalIfLastAdmin(members, before, entry)
  if (refusal) return refuse(refusal)

  const isSame = before !== undefined && sameEntry(before.entry, entry)
  return accept(isSame ? [] : [{ type: 'entry-saved', entry }], { staffId: entry.staffId })
}

/** Two people with the same name cannot be told apart where they sign in. */
function sameName(one: string, other: string): boolean {
  return one.trim().toLocaleLowerCase('und') === other.trim().toLocaleLowerCase('und')
}

function sameEntry(one: StaffEntry, other: StaffEntry): boolean {
  return one.name === other.name && one.role === other.role && one.active === other.active
}

/** The person who changes or leaves must not be the last one who could give others access. */
function refusalIfLastAdmin(
  members: readonly Member[],
  before: Member | undefined,
  entry: StaffEntry,
): Refusal | null {
  if (!before || !isAbleAdmin(before) || isAbleAdmin({ ...before, entry })) return null
  const isOther = members.some((member) => member !== before && isAbleAdmin(member))
  return isOther ? null : { code: 'LAST_ADMIN' }
}

export interface SetPinRequest {
  readonly staffId: StaffId
  /** The result of comparing the old PIN; null where none was given, or there was nothing to compare. */
  readonly isOldRight: boolean | null
}

/** An administrator sets anyone's PIN; everybody changes their own by giving the old one. A house's first PIN is an administrator's. */
export function decideSetPin(
  found: SignInFound & { readonly isOpen: boolean },
  { staffId, isOldRight }: SetPinRequest,
  { nowMs, actor }: Pick<Context, 'nowMs' | 'actor'>,
): Decision<Record<string, never>> {
  const { member, isOpen } = found
  const isOwn = !isOpen && actor.staffId === staffId
  if (!isOpen && !isOwn && actor.role !== 'admin') return refuse({ code: 'NOT_ALLOWED', role: actor.role })
  if (!member) return refuse({ code: 'NOT_FOUND', what: 'staff', id: String(staffId) })
  if (isOpen && !isAdminWithPin({ entry: member.entry, hasPin: true })) return refuse({ code: 'ADMIN_FIRST' })
  if (isOwn && member.hasPin) {
    const refusal = refusalIfWaiting(found, nowMs)
    if (refusal) return refuse(refusal)
    if (isOldRight === null)
      return refuse({ code: 'INVALID_INPUT', field: 'oldPin', problem: 'empty', detail: '' })
    if (!isOldRight) return refuseWrongPin(found, member, nowMs)
  }
  return accept([{ type: 'pin-set', staffId }], {})
}
