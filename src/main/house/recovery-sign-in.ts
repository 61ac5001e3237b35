// [SYNC 4.7] [A7] A manager at a desk of a house that waits for its kiosks: signs in for what the window's menu does, and leaves a locked
// screen, a kiosk's too. Owns who is signed in; nothing of it is recorded, for the journal stands still, and nothing is sold.

import type { Input, OperationName, Output } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import type { SignedInView } from '../../shared/contract/staff-shapes.ts'
import type { StaffEntry } from '../../shared/domain/catalogue.ts'
import type { KioskId, StaffId } from '../../shared/domain/ids.ts'
import { type Refusal, isRefusal } from '../../shared/domain/refusal.ts'
import { isOfOffice } from '../../shared/domain/rights.ts'
import { houseTerms } from '../../shared/domain/terms.ts'
import type { People } from '../engine/people.ts'
import type { Claim } from '../engine/pin-desk.ts'
import type { Clock, Log } from '../engine/ports.ts'
import { signInNames } from '../engine/staff-rows.ts'
import { passwordOf } from '../engine/told-without-pins.ts'
import type { RecoveryTries } from './recovery-tries.ts'

export interface SignInParts {
  readonly clock: Clock
  readonly log: Log
  readonly people: People
  readonly tries: RecoveryTries
  readonly version: string
  /** Throws the reason why there is none. */
  readonly backUp: () => Promise<void>
}

interface SignedIn {
  readonly view: SignedInView
  readonly untilMs: number
}

export class RecoverySignIn {
  readonly #parts: SignInParts
  readonly #in = new Map<KioskId, SignedIn>()

  constructor(parts: SignInParts) {
    this.#parts = parts
  }

  /** Null: this must wait until the house sells. */
  answer(kioskId: KioskId, name: OperationName, input: unknown): Promise<Answer<object>> | null {
    if (name === 'house') return done(this.#house(kioskId))
    if (name === 'sign-in-names') return done({ staff: [...signInNames(this.#parts.people)] })
    if (name === 'sign-in') return this.#signIn(kioskId, input as Input<'sign-in'>)
    if (name === 'leave-kiosk') return this.#leave(kioskId, input as Input<'leave-kiosk'>)
    if (name === 'back-up') return this.#backUp(kioskId)
    // Nobody can be buying: holds that came with the backup wait like everything else.
    return name === 'hold-rows' ? done({ rows: [], isMore: false }) : null
  }

  #house(kioskId: KioskId): Output<'house'> {
    const { people, version } = this.#parts
    const actor = this.#now(kioskId)
    return { version, kioskId, actor, isOpen: people.isOpen, hasTerminal: false, kiosks: [], venues: [] }
  }

  /** A desk that is untouched for the usual auto-lock time has nobody signed in any more. */
  #now(kioskId: KioskId): SignedInView | null {
    const found = this.#in.get(kioskId)
    return found && this.#parts.clock.elapsedMs() < found.untilMs ? found.view : null
  }

  async #signIn(kioskId: KioskId, { staffId, pin }: Input<'sign-in'>): Promise<Answer<SignedInView>> {
    const { clock, log } = this.#parts
    const found = await this.#proven(kioskId, staffId, [{ of: 'pin', staffId, text: pin }])
    if (isRefusal(found)) return { kind: 'refused', refusal: found }
    const lockAtMs = clock.nowMs() + houseTerms.autoLockMs
    const view = { staffId, name: found.name, role: found.role, lockAtMs }
    this.#in.set(kioskId, { view, untilMs: clock.elapsedMs() + houseTerms.autoLockMs })
    log.info({ kiosk: kioskId, staffId }, 'a manager signed in at a house that waits for its kiosks')
    return { kind: 'done', value: view }
  }

  async #leave(kioskId: KioskId, { person }: Input<'leave-kiosk'>): Promise<Answer<Output<'leave-kiosk'>>> {
    const { people, log } = this.#parts
    if (people.isOpen) return { kind: 'done', value: { by: null } }
    if (!person) return { kind: 'refused', refusal: { code: 'SIGN_IN_REQUIRED' } }
    const { staffId, pin, password } = person
    const claims = [{ of: 'pin', staffId, text: pin } as const, passwordOf(staffId, password)]
    const found = await this.#proven(kioskId, staffId, claims)
    if (isRefusal(found)) return { kind: 'refused', refusal: found }
    const by = { staffId, name: found.name, role: found.role }
    log.info({ kiosk: kioskId, staffId }, 'a manager left the locked screen of a house that waits')
    return { kind: 'done', value: { by } }
  }

  /** Answered once the backup is there, not when it is asked for: no screen would say later how it went. */
  async #backUp(kioskId: KioskId): Promise<Answer<Output<'back-up'>>> {
    const { people, backUp, clock, log } = this.#parts
    if (!people.isOpen && !this.#now(kioskId))
      return { kind: 'refused', refusal: { code: 'SIGN_IN_REQUIRED' } }
    try {
      await backUp()
    } catch (error) {
      log.error({ error: String(error) }, 'a backup could not be made as it should')
      return { kind: 'fault', incidentId: String(clock.nowMs()), reason: 'storage' }
    }
    return { kind: 'done', value: { isAsked: false } }
  }

  /** The person must work in the office, and all claims must be right. */
  async #proven(kioskId: KioskId, staffId: StaffId, claims: readonly Claim[]): Promise<StaffEntry | Refusal> {
    const { people, tries } = this.#parts
    const entry = people.member(staffId)?.entry
    if (!entry?.active) return { code: 'NOT_FOUND', what: 'staff', id: String(staffId) }
    if (!isOfOffice(entry)) return { code: 'NOT_ALLOWED', role: entry.role }
    const needsPassword = claims.some(({ of }) => of === 'password')
    if (needsPassword && people.secretOf('password', staffId) === undefined)
      return { code: 'INVALID_INPUT', field: 'password', problem: 'empty', detail: '' }
    return (await tries.refusalOf(kioskId, claims)) ?? entry
  }
}

async function done<Value extends object>(value: Value): Promise<Answer<Value>> {
  return { kind: 'done', value }
}
