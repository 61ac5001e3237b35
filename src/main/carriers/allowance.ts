import { SECOND_MS } from '../../shared/lib/time.ts'

/** Lines of the log about those who were turned away: enough to see who knocks; no stranger fills the disk with them. All are counted. */
export const TURNED_AWAY_LOGGED = { aSecond: 1, burst: 60 }

/** A token bucket: a burst at once, and then so much per second, refilled as time passes. */
export class Allowance {
  readonly #rate: { readonly aSecond: number; readonly burst: number }
  readonly #elapsedMs: () => number
  #left: number
  #filledAtMs: number

  constructor(rate: { readonly aSecond: number; readonly burst: number }, elapsedMs: () => number) {
    this.#rate = rate
    this.#elapsedMs = elapsedMs
    this.#left = rate.burst
    this.#filledAtMs = elapsedMs()
  }

  /** Takes one and returns true while there is something left. */
  take(): boolean {
    const nowMs = this.#elapsedMs()
    const earned = (Math.max(0, nowMs - this.#filledAtMs) / SECOND_MS) * this.#rate.aSecond
    this.#left = Math.min(this.#rate.burst, this.#left + earned)
    this.#filledAtMs = nowMs
    if (this.#left < 1) return false
    this.#left -= 1
    return true
  }
}
