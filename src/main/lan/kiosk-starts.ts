// [SYNC 4.7] Two machines with one key, because a disk was copied, told apart by the starts of their programs: a start that ended does
// not come back, so one that comes back after another took the kiosk's line is a second machine. Owns which of them has the line; must
// never keep a new start waiting, which may be the only one that is alive.

import type { KioskId } from '../../shared/domain/ids.ts'

/** How many starts of one kiosk are remembered: more than it has in a bad week; somebody with its key must not fill the hub's memory. */
const STARTS_MAX = 64

export class KioskStarts {
  readonly #heard = new Map<KioskId, Set<string>>()
  readonly #here = new Map<KioskId, { readonly start: string | null }>()

  /** `start` null: an earlier version, which does not say. */
  admits(kioskId: KioskId, start: string | null): boolean {
    const here = this.#here.get(kioskId)?.start ?? null
    if (start === null || here === null || here === start) return true
    return this.#heard.get(kioskId)?.has(start) !== true
  }

  /** This start has the line now; the returned function: it has lost it. */
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
