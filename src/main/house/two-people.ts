// [SYNC 4.7] Decisions that one person may not take alone: they need a manager and somebody else who works here. Owns how the two prove
// who they are while nobody can sign in; must never keep a PIN, nor let it be tried without limit [I41].

import type { Input } from '../../shared/contract/operations.ts'
import type { KioskId, StaffId } from '../../shared/domain/ids.ts'
import { type Refusal, isRefusal } from '../../shared/domain/refusal.ts'
import { isOfOffice } from '../../shared/domain/rights.ts'
import type { People } from '../engine/people.ts'
import type { RecoveryTries } from './recovery-tries.ts'

export interface Proven {
  readonly actor: {
    readonly staffId: StaffId
    readonly name: string
    readonly role: 'manager' | 'admin'
  } | null
  readonly secondStaffId: StaffId | null
}

type Person = NonNullable<Input<'open-restored'>['first']>

export class TwoPeople {
  readonly #people: People
  readonly #tries: RecoveryTries

  constructor(people: People, tries: RecoveryTries) {
    this.#people = people
    this.#tries = tries
  }

  async prove(kioskId: KioskId, { first, second }: Input<'open-restored'>): Promise<Proven | Refusal> {
    // Nobody has a PIN, so people cannot be told apart: whoever stands here counts as the manager.
    if (this.#people.isOpen) return { actor: null, secondStaffId: null }
    if (!first || !second) return { code: 'SIGN_IN_REQUIRED' }
    if (first.staffId === second.staffId)
      return { code: 'INVALID_INPUT', field: 'second', problem: 'taken', detail: '' }
    const proven = await this.#proven(kioskId, first.staffId, [first, second])
    return isRefusal(proven) ? proven : { ...proven, secondStaffId: second.staffId }
  }

  /** What one person may decide alone: a manager. */
  async proveOne(kioskId: KioskId, person: Person | null): Promise<Proven | Refusal> {
    if (this.#people.isOpen) return { actor: null, secondStaffId: null }
    return person ? this.#proven(kioskId, person.staffId, [person]) : { code: 'SIGN_IN_REQUIRED' }
  }

  async #proven(kioskId: KioskId, managerId: StaffId, people: readonly Person[]): Promise<Proven | Refusal> {
    const manager = this.#people.member(managerId)?.entry
    if (!manager || (manager.role !== 'manager' && manager.role !== 'admin') || !isOfOffice(manager))
      return { code: 'NOT_ALLOWED', role: manager?.role ?? 'clerk' }
    for (const { staffId, pin } of people) {
      const isHere = this.#people.member(staffId)?.entry.active === true
      const compare = isHere ? [{ of: 'pin', staffId, text: pin } as const] : []
      // oxlint-disable-next-line no-await-in-loop -- one after the other: the first that is wrong is said
      const refusal = await this.#tries.refusalOf(kioskId, compare)
      if (refusal) return refusal
    }
    const { staffId, name, role } = manager
    return { actor: { staffId, name, role }, secondStaffId: null }
  }
}
