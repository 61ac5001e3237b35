// Where PINs and passwords are compared and hashed: one at a time, because each takes a third of a second and 128 MiB. Owns that
// queue; what comes in here goes nowhere else [I42].

import { timingSafeEqual } from 'node:crypto'
import type { KioskId, StaffId } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { People } from './people.ts'
import type { Chance, PinHasher } from './ports.ts'

/** 128 bits: no two PINs of any house share a salt. */
const SALT_BYTES = 16
/** Kiosks that may wait their turn, one try each: the last waits six seconds. More than that is abuse. */
const WAITING_MAX = 16

interface Digest {
  readonly salt: Uint8Array
  readonly digest: Uint8Array
}

/** A secret that somebody gives as theirs. */
export interface Claim {
  readonly of: 'pin' | 'password'
  readonly staffId: StaffId
  readonly text: string
}

/** What a decision is told of the claims. */
export interface Proof {
  /** Whether all of them are right; null: not compared. */
  readonly isRight: boolean | null
  /** The salts of what was compared with, concatenated: by the time of the decision there may be a new PIN. */
  readonly against: Uint8Array | null
  readonly made: Digest | null
}

export interface PinWork {
  readonly compare: readonly Claim[]
  readonly make: string | null
}

interface Parts {
  readonly pinHasher: PinHasher
  readonly chance: Chance
  readonly people: People
}

export class PinDesk {
  readonly #parts: Parts
  readonly #waiting = new Set<KioskId>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async prove(kioskId: KioskId, work: PinWork): Promise<Proof | Refusal> {
    if (work.compare.length === 0 && work.make === null) return { isRight: null, against: null, made: null }
    if (this.#waiting.has(kioskId) || this.#waiting.size >= WAITING_MAX)
      return { code: 'BUSY', limit: 'sign-ins' }
    this.#waiting.add(kioskId)
    const turn = this.#last.then(() => this.#work(work))
    this.#last = turn.catch(() => {})
    try {
      return await turn
    } finally {
      this.#waiting.delete(kioskId)
    }
  }

  async #work({ compare, make }: PinWork): Promise<Proof> {
    const known = compare.map(({ of, staffId }) => this.#parts.people.secretOf(of, staffId))
    const isRight = await this.#areRight(compare, known)
    // If the old secret was wrong, no new one is made.
    const made = make !== null && isRight !== false ? await this.#make(make) : null
    return { isRight, against: isRight === null ? null : saltsOf(known), made }
  }

  /** All are compared, even after a wrong one, so that the time taken does not tell which was wrong. */
  async #areRight(claims: readonly Claim[], known: readonly (Digest | undefined)[]): Promise<boolean | null> {
    if (claims.length === 0 || known.includes(undefined)) return null
    let areRight = true
    for (const [index, { text }] of claims.entries()) {
      const digest = known[index]
      // oxlint-disable-next-line no-await-in-loop -- one at a time: each takes 128 MiB
      const isRight = digest !== undefined && (await this.#isRight(text, digest))
      areRight &&= isRight
    }
    return areRight
  }

  async #isRight(pin: string, { salt, digest }: Digest): Promise<boolean> {
    const given = await this.#parts.pinHasher.digest(pin, salt)
    return given.length === digest.length && timingSafeEqual(given, digest)
  }

  async #make(pin: string): Promise<Digest> {
    const salt = this.#parts.chance.bytes(SALT_BYTES)
    return { salt, digest: await this.#parts.pinHasher.digest(pin, salt) }
  }
}

export function saltsOf(known: readonly (Pick<Digest, 'salt'> | undefined)[]): Uint8Array {
  return Buffer.concat(known.flatMap((one) => one?.salt ?? []))
}
