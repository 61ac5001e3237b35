// [S5] The one offer to join that a hub has open: its code, how long it counts, how often it may be tried, and who waits to be let in.
// Owns that life; must never know over what channel the tries come.

import { base32 } from '../../shared/lib/ulid.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import type { Chance } from '../engine/ports.ts'
import type { Pin } from './identity.ts'
import { CODE_LETTERS, type PairingFacts, isProofOf } from './pairing-proof.ts'

/** Long enough to walk to the other counter; ASVS 6.5.5 allows ten minutes at most. */
const OFFER_MS = 10 * MINUTE_MS
/** Enough for typing errors; too few to guess. */
const TRIES_MAX = 5
/** Five bits a letter. */
const CODE_BYTES = (CODE_LETTERS * 5) / 8

export interface Offer {
  readonly code: string
  readonly untilMs: number
}

/** A kiosk that has proven that it knows the code. */
export interface Waiting {
  readonly name: string
  readonly pin: Pin
}

/** `closed`: there is no offer, it has ended, was used, or was tried too often. */
export type TryResult = 'right' | 'wrong' | 'closed'

export class PairingOffer {
  readonly #chance: Chance
  readonly #elapsedMs: () => number
  #offer: { readonly code: string; readonly endsMs: number; tries: number } | null = null
  #waiting: Waiting | null = null

  /** `elapsedMs`: a clock that never steps, so that setting a clock back does not reopen an offer. */
  constructor(chance: Chance, elapsedMs: () => number) {
    this.#chance = chance
    this.#elapsedMs = elapsedMs
  }

  /** A new code; the previous one, and whoever waited by it, no longer count. */
  open(nowMs: number): Offer {
    const code = base32(this.#chance.bytes(CODE_BYTES)).slice(0, CODE_LETTERS)
    this.#offer = { code, endsMs: this.#elapsedMs() + OFFER_MS, tries: 0 }
    this.#waiting = null
    return { code: spaced(code), untilMs: nowMs + OFFER_MS }
  }

  close(): void {
    this.#offer = null
    this.#waiting = null
  }

  get isOpen(): boolean {
    return this.#offer !== null && this.#elapsedMs() < this.#offer.endsMs
  }

  get waiting(): Waiting | null {
    return this.#waiting
  }

  /** One right try uses the code up: nobody else comes in by it. `code` is returned then, for the hub's own proof. */
  try(
    facts: Omit<PairingFacts, 'code'>,
    proof: string,
  ): { readonly result: TryResult; readonly code: string } {
    if (!this.#offer || !this.isOpen) return { result: 'closed', code: '' }
    const { code } = this.#offer
    if (!isProofOf('kiosk', { ...facts, code }, proof)) {
      this.#offer.tries += 1
      if (this.#offer.tries >= TRIES_MAX) this.#offer = null
      return { result: this.#offer ? 'wrong' : 'closed', code: '' }
    }
    this.#offer = null
    this.#waiting = { name: facts.name, pin: facts.kioskPin }
    return { result: 'right', code }
  }

  /** The waiting kiosk has been let in, was refused or has gone. */
  settle(pin: Pin): void {
    if (this.#waiting?.pin === pin) this.#waiting = null
  }
}

/** In groups of four, as it is read aloud. */
function spaced(code: string): string {
  return [0, 4, 8, 12].map((at) => code.slice(at, at + 4)).join('-')
}
