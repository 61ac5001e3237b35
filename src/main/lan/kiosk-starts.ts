// [SYNC 4.7] Two machines with one key, because a disk was copied, told apart by the start of their programs: one that ended does not come
// back, so one that comes back although another has the kiosk's line since is a second machine. Owns who of them has the line; must never
// keep a new start waiting, which may be the only one that is alive.

import type { KioskId } from '../../shared/domain/ids.ts'

/** Starts of one kiosk that are remembered: more than it has in a bad week, and somebody with its key must not fill the hub. */
const STARTS_MAX = 64

export class KioskStarts {
  readonly #heard = new Map<KioskId, Set<string>>()
  readonly #here = new Map<KioskId, { readonly start: string | null }>()

  /** `start` null: it is of an earlier version, and does not say. */
  admits(kioskId: KioskId, start: string | null): boolean {
    const here = this.#here.get(kioskId)?.start ?? null
    if (start === null || here === null || here === start) return true
    return this.#heard.get(kioskId)?.has(start) !== true
  }

  /** It has the line now; the returned function: it has it no more. */
  arrive(kioskId: KioskId, start: string | null): () => void {
    const here = { start }
    this.#here.set(kioskId, here)
    if (start !== null) this.#remember(kioskId, start)
    return () => {
      if (this.#here.get(kioskId) === here) this.#here.delete(kioskId)
    }
  }

  #remember(kioskId: KioskId, start: string): void {
    const heard = this.#heard.get(kioskId) ?? new Set()
    this.#heard.set(kioskId, heard.add(start))
    const [oldest] = heard
    if (heard.size > STARTS_MAX && oldest !== undefined) heard.delete(oldest)
  }
}
