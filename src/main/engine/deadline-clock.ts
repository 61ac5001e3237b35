// The house's alarm clock [H7]. Owns when the engine is woken; must never decide what has ended.

import type { HouseEvent } from '../../shared/domain/events.ts'
import type { JournalEntry } from '../store/journal.ts'
import type { Scheduler } from './ports.ts'

/** [H7] Wakes for the next hold or grace that ends. It only wakes: what has ended is decided by the rule [H4]. */
export class DeadlineClock {
  /** The instant of the next deadline that is not recorded yet; infinite if there is none. */
  readonly #nextEndMs: () => number
  readonly #scheduler: Scheduler
  readonly #wake: () => void
  #nextMs = Number.POSITIVE_INFINITY
  /** It woke, and the next deadline has not been looked for since. */
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
   * After every commit: takes over a deadline that comes sooner than the one waited for. If that booking is paid meanwhile, the
   * clock wakes once in vain; that is cheaper than looking for the next deadline after every sale.
   */
  follow(recorded: readonly JournalEntry[]): void {
    if (this.#isSpent || recorded.some(({ event }) => bringsEndNearer(event))) return this.reset()
    const ends = recorded.flatMap(({ event }) => ('expiresAtMs' in event ? event.expiresAtMs : []))
    const soonest = Math.min(...ends, this.#nextMs)
    if (soonest < this.#nextMs) this.wakeAt(soonest)
  }

  /** Wakes at this instant, whether or not anything ends then; infinite: not at all. */
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

/** [H6] A booking that waited for a terminal ends at its own time again, which may be in the past. */
function bringsEndNearer({ type }: HouseEvent): boolean {
  return type === 'payment-failed' || type === 'payment-taken'
}
