import type { Refusal } from '../../shared/domain/refusal.ts'
import type { ClaimStrategy } from '../store/store.ts'
import type { Scheduler } from './ports.ts'

/** Retries made at once: another process's commit is over in about a millisecond. */
const AT_ONCE = 20
/** After those, the pause between retries, so that a process that writes for long is not asked thousands of times. */
const PAUSE_MS = 2
/** [C4] Two seconds of pauses: as long as a command waits for the lock under the locking strategy. */
const TRIES_MAX = AT_ONCE + 1000

interface Parts {
  readonly scheduler: Scheduler
  readonly claims: ClaimStrategy
  readonly nowMs: () => number
}

/** How often the current turn lost against another process, and when it runs again. */
export class Races {
  readonly #parts: Parts
  #lost = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /**
   * Runs the turn again, now or soon; false: it has lost too often. Under the locking strategy there is no retry: waiting for the
   * lock took long enough.
   */
  again(run: () => void): boolean {
    const { scheduler, claims, nowMs } = this.#parts
    this.#lost += 1
    if (claims !== 'optimistic' || this.#lost >= TRIES_MAX) return false
    if (this.#lost <= AT_ONCE) scheduler.soon(run)
    else scheduler.at(nowMs() + PAUSE_MS, run)
    return true
  }

  over(): void {
    this.#lost = 0
  }
}

/** [C4] [C5] The refusal for a command that lost too often, or waited too long for the lock. */
export function lostRefusal(claims: ClaimStrategy): Refusal {
  if (claims === 'optimistic') return { code: 'CONCURRENT_MODIFICATION', what: 'seats', seats: [] }
  return { code: 'BUSY', limit: 'house' }
}
