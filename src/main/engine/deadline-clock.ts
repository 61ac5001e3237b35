// The house's alarm clock [H7]. Owns when the engine is woken; must never decide what has ended.

import type { HouseEvent } from '../../shared/domain/events.ts'
import type { JournalEntry } from '../store/journal.ts'
import type { Scheduler } from './ports.ts'

/** [H7] Wakes for the next hold or grace that ends. It only wakes: what has ended is decided by the rule [H4]. */
export class DeadlineClock {
  /** The instant of the next deadline that is not recorded; infinite where there is none. */
  readonly #nextEndMs: () => number
  readonly #scheduler: Scheduler
  readonly #wake: () => void
  #nextMs = Number.POSITIVE_INFINITY
  /** It woke, and nobody has looked for the next deadline since. */
  #isSpent = false
  #callOff: () => void = () => {}

  constructor(nextEndMs: () => number, scheduler: Scheduler, wake: () => void) {
    this.#nextEndMs = nextEndMs
    this.#scheduler = scheduler
    this.#wake = wake
  }

  /** Looks for the next deadline. */
  reset(): void {
    this.wakeAt(this.#nextEndMs())
    this.#isSpent = false
  }

  /** Another process wrote: the next deadline is looked for after the commit. */
  lookAgain(): void {
    this.#isSpent = true
  }

  /**
   * After every commit: an end that comes sooner than the one waited for. One that is paid meanwhile wakes in vain, once: that
   * is cheaper than looking for the next after every sale.
   */
  follow(recorded: readonly JournalEntry[]): void {
    if (this.#isSpent || recorded.some(({ event }) => bringsEndNearer(event))) return this.reset()
    const ends = recorded.flatMap(({ event }) => ('expiresAtMs' in event ? event.expiresAtMs : []))
    const soonest = Math.min(...ends, this.#nextMs)
    if (soonest < this.#nextMs) this.wakeAt(soonest)
  }

  /** At the instant, whatever ends then; infinite: not at all. */
  wakeAt(nextMs: number): void {
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
}

/** [H6] What waited for a terminal ends at its own time again, which may be over. */
function bringsEndNearer({ type }: HouseEvent): boolean {
  return type === 'payment-failed' || type === 'payment-taken'
}
