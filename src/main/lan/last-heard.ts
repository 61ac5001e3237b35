// Who is signed in at a kiosk, as its hub said last [S3]. Owns how long that counts while the hub cannot be asked; must never let anybody
// in.

import type { Actor } from '../../shared/domain/catalogue.ts'
import type { OperationName, Output } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'

type House = Output<'house'>

export class LastHeard {
  #house: House | null = null
  /** How long an untouched desk stays signed in, as the hub's answers show. */
  #termMs = 0

  /** Called with every answer of the hub. */
  note(name: OperationName, answer: Answer<unknown>, nowMs: number): void {
    if (answer.kind !== 'done') return
    if (name === 'house') this.#house = answer.value as House
    if (name === 'sign-out') this.signOut()
    if (name === 'sign-in') this.#become(answer.value as House['actor'])
    if (name === 'stay-signed-in') this.#lockAt((answer.value as Output<'stay-signed-in'>).lockAtMs)
    const lockAtMs = this.#house?.actor?.lockAtMs ?? null
    if (lockAtMs !== null) this.#termMs = Math.max(this.#termMs, lockAtMs - nowMs)
  }

  /** Needs no permission from the hub: it only takes away. */
  signOut(): void {
    this.#become(null)
  }

  /** Somebody touched the screen: a desk that is not locked yet stays open as long as the hub would let it. Returns when it locks. */
  touch(nowMs: number): number | null {
    if (this.actor(nowMs) === null || this.#house?.actor?.lockAtMs === null) return null
    this.#lockAt(nowMs + this.#termMs)
    return nowMs + this.#termMs
  }

  /** As the hub's answer to `house` would be; null: it was never asked. */
  house(nowMs: number): House | null {
    return this.#house && { ...this.#house, actor: this.#in(nowMs) }
  }

  /** Null: somebody must sign in, and only the hub can let them. */
  actor(nowMs: number): Actor | null {
    const actor = this.#in(nowMs)
    if (!actor || !this.#house) return null
    const { staffId, name, role } = actor
    return { staffId, name, role, kioskId: this.#house.kioskId }
  }

  #in(nowMs: number): House['actor'] {
    const actor = this.#house?.actor ?? null
    const isLocked = actor !== null && actor.lockAtMs !== null && nowMs >= actor.lockAtMs
    return isLocked ? null : actor
  }

  #become(actor: House['actor']): void {
    if (this.#house) this.#house = { ...this.#house, actor }
  }

  #lockAt(lockAtMs: number | null): void {
    const actor = this.#house?.actor
    if (actor) this.#become({ ...actor, lockAtMs })
  }
}
