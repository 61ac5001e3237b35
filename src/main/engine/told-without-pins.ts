// What of the commands that carry a PIN or a password is passed on, and whose secret it was. Owns the removal of secrets [I42];
// must never keep one.

import type { Actor } from '../../shared/domain/catalogue.ts'
import type { Decision } from '../../shared/domain/decision.ts'
import type { StaffId } from '../../shared/domain/ids.ts'
import type { Input, OperationName, Output } from '../../shared/contract/operations.ts'
import type { Claim } from './pin-desk.ts'

/** [I42] What remains of `leave-kiosk` without PIN and password. */
export interface ToldOfLeaving {
  readonly staffId: StaffId | null
}

/** Unicode can encode one letter in two ways, and another keyboard may use the other: both count as the same. */
export function asKept(password: string): string {
  return password.normalize('NFC')
}

export function passwordOf(staffId: StaffId, password: string): Claim {
  return { of: 'password', staffId, text: asKept(password) }
}

/** [I42] The part of a staff command that may be hashed, kept and decided on. */
export function withoutPins(name: OperationName, input: unknown): unknown {
  if (name === 'leave-kiosk') return { staffId: (input as Input<'leave-kiosk'>).person?.staffId ?? null }
  if (name !== 'sign-in' && name !== 'set-pin' && name !== 'set-password') return input
  const { staffId } = input as { readonly staffId: StaffId }
  return { staffId }
}

/** In whose name a decision is recorded: somebody who signs in does so in their own name. */
export function doerOf(operation: OperationName, decision: Decision<unknown>, asker: Actor): Actor {
  const person = decision.accepted ? personOf(operation, decision.value) : null
  if (!person) return asker
  const { staffId, name, role } = person
  return { staffId, name, role, kioskId: asker.kioskId }
}

/** The person whose PIN was given with the command. */
function personOf(operation: OperationName, value: unknown): Omit<Actor, 'kioskId'> | null {
  if (operation === 'leave-kiosk') return (value as Output<'leave-kiosk'>).by
  return operation === 'sign-in' ? (value as Output<'sign-in'>) : null
}
