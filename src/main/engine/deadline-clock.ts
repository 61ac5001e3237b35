// The house's alarm clock [H7]. Owns when the engine is woken; must never decide what has ended.

import { nextGraceEnd, nextHoldEnd } from '../store/queries.ts'
import type { JournalEntry } from '../store/journal.ts'
import type { Store } from '../store/store.ts'
import type { Scheduler } from './ports.ts'

/** [H7] Wakes for the next hold or grace that ends. It only wakes: what has ended is decided by the rule [H4]. */
export class DeadlineClock {
  readonly #store: Store
  readonly #scheduler: Scheduler
  readonly #wake: () => void
  #nextMs = Number.POSITIVE_INFINITY
  /** It woke, and nobody has looked for the next deadline since. */
  #isSpent = false
  #callOff: () => void = () => {}

  constructor(store: Store, scheduler: Scheduler, wake: () => void) {
    this.#store = store
    this.#scheduler = scheduler
    this.#wake = wake
  }

  /** Looks for the next deadline. `notBeforeMs`: after a failed try, when to try again. */
  reset(notBeforeMs = 0): void {
    this.#isSpent = false
    this.#wakeAt(Math.max(this.#next(), notBeforeMs))
  }

  /**
   * After every commit: an end that comes sooner than the one waited for. One that is paid meanwhile wakes in vain, once: that
   * is cheaper than looking for the next after every sale.
   */
  follow(recorded: readonly JournalEntry[]): void {
    if (this.#isSpent) return this.reset()
    const ends = recorded.flatMap(({ event }) => ('expiresAtMs' in event ? event.expiresAtMs : []))
    const soonest = Math.min(...ends, this.#nextMs)
    if (soonest < this.#nextMs) this.#wakeAt(soonest)
  }

  #wakeAt(nextMs: number): void {
    if (nextMs === this.#nextMs) return
    this.stop()
    this.#nextMs = nextMs
    if (nextMs === Number.POSITIVE_INFINITY) return
    this.#callOff = this.#scheduler.at(nextMs, () => {
      this.#nextMs = Number.POSITIVE_INFINITY
      this.#isSpent = true
      this.#wake()
    })
  }

  stop(): void {
    this.#callOff()
    this.#callOff = () => {}
    this.#nextMs = Number.POSITIVE_INFINITY
  }

  #next(): number {
    const hold = this.#store.select(nextHoldEnd, 1)[0]
    const grace = this.#store.select(nextGraceEnd, 1)[0]
    return Math.min(
      hold?.expiresAtMs ?? Number.POSITIVE_INFINITY,
      grace?.graceEndsAtMs ?? Number.POSITIVE_INFINITY,
    )
  }
}
