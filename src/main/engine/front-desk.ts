// The entrance for every call: who is asking, whether they may, and the commands about people themselves. Owns the answer to
// "who" for each call [I40]; what they may do and when a PIN is accepted is decided in src/shared/domain.

import type { Actor, Role } from '../../shared/domain/catalogue.ts'
import { type Context, type Decision, accept } from '../../shared/domain/decision.ts'
import type { KioskId, StaffId } from '../../shared/domain/ids.ts'
import { type Refusal, isRefusal } from '../../shared/domain/refusal.ts'
import { isBeforeSignIn, refusalIfNotAllowed } from '../../shared/domain/rights.ts'
import {
  type SignInFound,
  decideSignIn,
  decideSignOut,
  refusalIfWaiting,
} from '../../shared/domain/sign-in.ts'
import {
  type PasswordFound,
  decideLeaveKiosk,
  decideSetPassword,
  isTrivialPassword,
} from '../../shared/domain/password.ts'
import { decideSaveStaff, decideSetPin, isTrivialPin } from '../../shared/domain/staff.ts'
import { houseTerms } from '../../shared/domain/terms.ts'
import { type Input, type OperationName, type Output, operations } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import { staffCommands } from '../../shared/contract/staff-operations.ts'
import { known } from '../../shared/lib/assert.ts'
import type { News, Topic } from '../../shared/contract/topics.ts'
import { isKnownPassword } from './known-password.ts'
import { sameBytes } from '../store/journal.ts'
import { put } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import type { Incidents } from './incidents.ts'
import { KioskTopics, type Subscribe } from './kiosk-topics.ts'
import type { People } from './people.ts'
import { type Claim, PinDesk, type Proof, saltsOf } from './pin-desk.ts'
import type { EngineParts } from './ports.ts'
import type { Reader } from './reader.ts'
import { SignIns } from './sign-ins.ts'
import { type ToldOfLeaving, asKept, passwordOf } from './told-without-pins.ts'

/** `standIn`: who asks as long as nobody has to sign in. `isTrusted`: `standIn` in any case, for programs that have the house's folder. */
export interface Asking {
  readonly standIn: Actor
  readonly isTrusted: boolean
}

export type StaffCommand = keyof typeof staffCommands

export function isStaffCommand(name: OperationName): name is StaffCommand {
  return Object.hasOwn(staffCommands, name)
}

type NotDone = Exclude<Answer<never>, { kind: 'done' }>

const nothingProven: Proof = { isRight: null, against: null, made: null }

interface Parts extends Pick<EngineParts, 'store' | 'chance' | 'pinHasher' | 'houseTerms'> {
  readonly reader: Reader
  readonly subscribe: Subscribe
  readonly incidents: Incidents
  readonly nowMs: () => number
}

export class FrontDesk {
  readonly #store: Store
  readonly #people: People
  readonly #nowMs: () => number
  readonly #pins: PinDesk
  readonly #signIns: SignIns
  readonly #incidents: Incidents
  readonly #topics: KioskTopics

  constructor(parts: Parts) {
    this.#store = parts.store
    this.#people = parts.reader.people
    this.#nowMs = parts.nowMs
    this.#incidents = parts.incidents
    this.#pins = new PinDesk({ ...parts, people: this.#people })
    this.#topics = new KioskTopics(parts.subscribe)
    this.#signIns = new SignIns(parts.houseTerms.autoLockMs ?? houseTerms.autoLockMs)
  }

  /** Who is asking, if they may. */
  admit(asking: Asking, operation: OperationName): Actor | Refusal {
    const actor = this.whoAsks(asking)
    if (!actor)
      return isBeforeSignIn(operation) ? nobodyAt(asking.standIn.kioskId) : { code: 'SIGN_IN_REQUIRED' }
    const roles: readonly Role[] = operations[operation].roles
    return refusalIfNotAllowed({ operation, roles }, actor, this.#people.isOpen) ?? actor
  }

  /** [I40] With the role that the house's rows give them at this moment; null: nobody. */
  whoAsks({ standIn, isTrusted }: Asking): Actor | null {
    if (isTrusted || this.#people.isOpen) return standIn
    const { kioskId } = standIn
    const signIn = this.#signIns.at(kioskId, this.#nowMs())
    const member = signIn && this.#people.member(signIn.staffId)
    if (!member?.entry.active || !member.hasPin) return null
    const { staffId, name, role } = member.entry
    return { staffId, name, role, kioskId }
  }

  /** A kiosk hears of its topics only while somebody is signed in. */
  follow(asking: Asking, topic: Topic, listener: (news: News) => void): () => void {
    const isIn = () => this.whoAsks(asking) !== null
    return this.#topics.follow(asking.standIn.kioskId, { topic, listener, isIn })
  }

  /** Called for a command, or when a screen was touched. */
  touch(kioskId: KioskId): void {
    if (this.#signIns.has(kioskId)) this.#signIns.touch(kioskId, this.#nowMs())
  }

  /** When the desk will lock by itself; null: nobody is signed in, so it will not. */
  lockAtMs(kioskId: KioskId): number | null {
    return this.#signIns.has(kioskId) ? (this.#signIns.at(kioskId, this.#nowMs())?.lockAtMs ?? null) : null
  }

  /** [I42] Runs before the command queue: PINs are compared and hashed here, and are not passed on. */
  async prove(actor: Actor, name: StaffCommand, input: unknown): Promise<Proof | NotDone> {
    try {
      const proof = await this.#prove(actor, name, input)
      return isRefusal(proof) ? { kind: 'refused', refusal: proof } : proof
    } catch (error) {
      return this.#incidents.fault(error, { command: name })
    }
  }

  decide(name: StaffCommand, told: unknown, context: Context, proof: Proof): Decision<unknown> {
    const { actor } = context
    const { kioskId } = actor
    if (name === 'sign-out') return decideSignOut(this.#signIns.at(kioskId, context.nowMs)?.staffId ?? null)
    if (name === 'save-staff') {
      const found = { members: this.#people.members(), nextStaffId: this.#people.nextStaffId() }
      return decideSaveStaff(found, told as Input<'save-staff'>)
    }
    if (name === 'leave-kiosk') return this.#decideLeaveKiosk(told as ToldOfLeaving, context, proof)
    const { staffId } = told as { readonly staffId: StaffId }
    if (name === 'set-password') return this.#decideSetPassword(staffId, context, proof)
    if (name === 'sign-in') return this.#decideSignIn(staffId, context, proof)
    return this.#decideSetPin(staffId, context, proof)
  }

  /** After the commit: updates who is signed in and who no longer is. */
  settle(name: StaffCommand, told: unknown, kioskId: KioskId): void {
    if (name === 'sign-out') return this.#signIns.end(kioskId)
    if (name !== 'set-pin' && name !== 'sign-in') return
    const { staffId } = told as { readonly staffId: StaffId }
    if (name === 'set-pin') this.#signIns.endElsewhere(staffId, kioskId)
    if (name !== 'sign-in') return
    this.#signIns.begin(kioskId, staffId, this.#nowMs())
    this.#topics.resume(kioskId)
  }

  async #prove(actor: Actor, name: StaffCommand, input: unknown): Promise<Proof | Refusal> {
    if (name === 'sign-in') return this.#proveSignIn(actor.kioskId, input as Input<'sign-in'>)
    if (name === 'set-pin') return this.#proveNewPin(actor, input as Input<'set-pin'>)
    if (name === 'set-password') return this.#proveNewPassword(actor, input as Input<'set-password'>)
    if (name === 'leave-kiosk') return this.#proveLeaving(actor.kioskId, input as Input<'leave-kiosk'>)
    return nothingProven
  }

  async #proveSignIn(kioskId: KioskId, { staffId, pin }: Input<'sign-in'>): Promise<Proof | Refusal> {
    const found = this.#found(staffId, kioskId)
    // No PIN would let this person in now, so none is compared.
    if (!found.member?.hasPin || refusalIfWaiting(found, this.#nowMs())) return nothingProven
    return this.#pins.prove(kioskId, { compare: [{ of: 'pin', staffId, text: pin }], make: null })
  }

  async #proveNewPin(
    { staffId: own, kioskId }: Actor,
    { staffId, pin, oldPin }: Input<'set-pin'>,
  ): Promise<Proof | Refusal> {
    if (isTrivialPin(pin)) return { code: 'INVALID_INPUT', field: 'pin', problem: 'too-easy', detail: '' }
    const found = this.#found(staffId, kioskId)
    const isAsked = own === staffId && oldPin !== null && !refusalIfWaiting(found, this.#nowMs())
    const compare: readonly Claim[] = isAsked ? [{ of: 'pin', staffId, text: oldPin }] : []
    return this.#pins.prove(kioskId, { compare, make: pin })
  }

  async #proveNewPassword(
    { staffId: own, kioskId }: Actor,
    { staffId, password, oldPassword }: Input<'set-password'>,
  ): Promise<Proof | Refusal> {
    if (isTrivialPassword(password))
      return { code: 'INVALID_INPUT', field: 'password', problem: 'too-easy', detail: '' }
    if (isKnownPassword(password))
      return { code: 'INVALID_INPUT', field: 'password', problem: 'well-known', detail: '' }
    const found = this.#found(staffId, kioskId)
    const isAsked = own === staffId && oldPassword !== null && !refusalIfWaiting(found, this.#nowMs())
    const compare = isAsked ? [passwordOf(staffId, oldPassword)] : []
    return this.#pins.prove(kioskId, { compare, make: asKept(password) })
  }

  /** [I41] For somebody who has to wait, or has no password at all, nothing is compared. */
  async #proveLeaving(kioskId: KioskId, { person }: Input<'leave-kiosk'>): Promise<Proof | Refusal> {
    if (!person) return nothingProven
    const { staffId, pin, password } = person
    const found = this.#found(staffId, kioskId)
    if (!found.member?.hasPin || refusalIfWaiting(found, this.#nowMs())) return nothingProven
    const compare: readonly Claim[] = [{ of: 'pin', staffId, text: pin }, passwordOf(staffId, password)]
    return this.#pins.prove(kioskId, { compare, make: null })
  }

  #decideSignIn(staffId: StaffId, context: Context, proof: Proof): Decision<Output<'sign-in'>> {
    const found = this.#found(staffId, context.actor.kioskId)
    const isRight = this.#rightToday(proof, staffId, ['pin'])
    const decision = decideSignIn(found, { staffId, isRight }, context)
    if (!decision.accepted) return decision
    const { name, role } = decision.value
    return accept(decision.events, { staffId, name, role, lockAtMs: this.#signIns.lockAtMs(context.nowMs) })
  }

  #decideSetPin(staffId: StaffId, context: Context, proof: Proof): Decision<unknown> {
    const found = { ...this.#found(staffId, context.actor.kioskId), isOpen: this.#people.isOpen }
    const isOldRight = this.#rightToday(proof, staffId, ['pin'])
    const decision = decideSetPin(found, { staffId, isOldRight }, context)
    if (decision.accepted) this.#store.write([put('pin', { staffId, ...known(proof.made, 'digest') })])
    return decision
  }

  #decideSetPassword(staffId: StaffId, context: Context, proof: Proof): Decision<unknown> {
    const isOldRight = this.#rightToday(proof, staffId, ['password'])
    const found = this.#foundWithPassword(staffId, context.actor.kioskId)
    const decision = decideSetPassword(found, { staffId, isOldRight }, context)
    if (decision.accepted) this.#store.write([put('password', { staffId, ...known(proof.made, 'digest') })])
    return decision
  }

  #decideLeaveKiosk(
    { staffId }: ToldOfLeaving,
    context: Context,
    proof: Proof,
  ): Decision<Output<'leave-kiosk'>> {
    const isRight = staffId === null ? null : this.#rightToday(proof, staffId, ['pin', 'password'])
    const found = this.#foundWithPassword(staffId ?? context.actor.staffId, context.actor.kioskId)
    const decision = decideLeaveKiosk(found, { person: staffId, isRight }, context)
    if (!decision.accepted) return decision
    const { value } = decision
    return accept(decision.events, {
      by: value && { staffId: value.staffId, name: value.name, role: value.role },
    })
  }

  /** The result of the comparison, if the secret it was compared with is still the current one; otherwise null. */
  #rightToday({ isRight, against }: Proof, staffId: StaffId, of: readonly Claim['of'][]): boolean | null {
    const today = saltsOf(of.map((one) => this.#people.secretOf(one, staffId)))
    return against !== null && sameBytes(against, today) ? isRight : null
  }

  #foundWithPassword(staffId: StaffId, kioskId: KioskId): PasswordFound {
    const hasPassword = this.#people.secretOf('password', staffId) !== undefined
    return { ...this.#found(staffId, kioskId), isOpen: this.#people.isOpen, hasPassword }
  }

  #found(staffId: StaffId, kioskId: KioskId): SignInFound {
    return {
      member: this.#people.member(staffId),
      atKiosk: this.#people.triesAt(kioskId),
      hasOtherAdmin: this.#people.hasAbleAdminBut(staffId),
    }
  }
}

/** Nobody signed in: with the lowest role there is. */
export function nobodyAt(kioskId: KioskId): Actor {
  return { staffId: 0 as StaffId, name: '', role: 'self-service', kioskId }
}
