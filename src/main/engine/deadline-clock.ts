import { gracesEnding, holdsEnding } from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import type { Scheduler } from './ports.ts'

/** [H7] Wakes for the next hold or grace that ends. It only wakes: what has ended is decided by the rule [H4]. */
export class DeadlineClock {
  readonly #store: Store
  readonly #scheduler: Scheduler
  readonly #wake: () => void
  #nextMs = Number.POSITIVE_INFINITY
  #callOff: () => void = () => {}

  constructor(store: Store, scheduler: Scheduler, wake: () => void) {
    this.#store = store
    this.#scheduler = scheduler
    this.#wake = wake
  }

  /** After every commit: the next deadline may have moved. `notBeforeMs`: after a failed try, when to try again. */
  reset(notBeforeMs = 0): void {
    const nextMs = Math.max(this.#next(), notBeforeMs)
    if (nextMs === this.#nextMs) return
    this.stop()
    this.#nextMs = nextMs
    if (nextMs === Number.POSITIVE_INFINITY) return
    this.#callOff = this.#scheduler.at(nextMs, () => {
      this.#nextMs = Number.POSITIVE_INFINITY
      this.#wake()
    })
  }

  stop(): void {
    this.#callOff()
    this.#callOff = () => {}
    this.#nextMs = Number.POSITIVE_INFINITY
  }

  #next(): number {
    const hold = this.#store.select(holdsEnding, Number.MAX_SAFE_INTEGER, 1)[0]
    const grace = this.#store.select(gracesEnding, Number.MAX_SAFE_INTEGER, 1)[0]
    return Math.min(
      hold?.expiresAtMs ?? Number.POSITIVE_INFINITY,
      grace?.graceEndsAtMs ?? Number.POSITIVE_INFINITY,
    )
  }
}
