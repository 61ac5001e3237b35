import type { KioskId } from '../../shared/domain/ids.ts'
import { type Refusal, isRefusal } from '../../shared/domain/refusal.ts'
import { FREE_TRIES, heardAgainMs } from '../../shared/domain/sign-in.ts'
import { type Claim, PinDesk } from '../engine/pin-desk.ts'
import type { People } from '../engine/people.ts'
import type { Chance, Clock, PinHasher } from '../engine/ports.ts'

export interface TriesParts {
  readonly clock: Clock
  readonly chance: Chance
  readonly pinHasher: PinHasher
  readonly people: People
}

/** PINs and passwords tried at a house that waits, whose journal takes no row of it: counted here, and limited [I41]. */
export class RecoveryTries {
  readonly #clock: Clock
  readonly #pins: PinDesk
  /** Wrong tries in a row at this house. Restarting it resets the count, but whoever can do that has the folder anyway. */
  #failures = 0
  #lastMs = 0

  constructor(parts: TriesParts) {
    this.#clock = parts.clock
    this.#pins = new PinDesk(parts)
  }

  /** Null: all of it is right. Claims of somebody who does not work here never are. */
  async refusalOf(kioskId: KioskId, compare: readonly Claim[]): Promise<Refusal | null> {
    const nowMs = this.#clock.elapsedMs()
    const untilMs = heardAgainMs({ failures: this.#failures, lastAtMs: this.#lastMs, isLocked: false })
    if (untilMs > nowMs)
      return { code: 'SIGN_IN_LOCKED', of: 'kiosk', untilMs: this.#clock.nowMs() + untilMs - nowMs }
    const proof = await this.#pins.prove(kioskId, { compare, make: null })
    if (isRefusal(proof)) return proof
    if (proof.isRight === true) {
      this.#failures = 0
      return null
    }
    this.#failures += 1
    this.#lastMs = this.#clock.elapsedMs()
    return { code: 'WRONG_PIN', left: Math.max(0, FREE_TRIES - this.#failures), untilMs: null }
  }
}
