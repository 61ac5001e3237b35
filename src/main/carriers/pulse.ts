// Whether the other end of a socket still takes what it is sent [SYNC 5.7] [V13]. Owns when it is asked and when patience ends; must never touch
// the socket.

import { SECOND_MS } from '../../shared/lib/time.ts'

/** Often enough that who is patient for ten seconds is not so for fifteen. */
export const LOOK_EVERY_MS = SECOND_MS
const PING_EVERY_MS = 5 * SECOND_MS
/**
 * In which a ping is answered, and something leaves while anything waits: three pings that were due. The largest answer there is, some
 * megabytes, takes less on any network that a counter can work on.
 */
const PATIENCE_MS = 10 * SECOND_MS
/** More than this waiting for so long is a screen that takes less than it asks for. */
const BACKLOG_BYTES_MAX = 1024 * 1024
/** Twice the largest frame that a kiosk takes: what asks for more at once than it can hold is none of ours. */
export const WAITING_BYTES_MAX = 64 * 1024 * 1024

/** `ping`: it is to be asked now. `cut`: it is gone, whatever its socket says. */
export type Verdict = 'ping' | 'cut' | 'wait'

export class Pulse {
  #askedAtMs: number
  #unansweredSinceMs: number | null = null
  #undrainedSinceMs: number | null = null
  #fullSinceMs: number | null = null

  constructor(nowMs: number) {
    this.#askedAtMs = nowMs
  }

  /** A ping was answered. */
  answered(): void {
    this.#unansweredSinceMs = null
  }

  /** Something that waited has left. */
  left(): void {
    this.#undrainedSinceMs = null
  }

  look(nowMs: number, waitingBytes: number): Verdict {
    this.#undrainedSinceMs = waitingBytes > 0 ? (this.#undrainedSinceMs ?? nowMs) : null
    this.#fullSinceMs = waitingBytes > BACKLOG_BYTES_MAX ? (this.#fullSinceMs ?? nowMs) : null
    const since = [this.#unansweredSinceMs, this.#undrainedSinceMs, this.#fullSinceMs]
    const isOver = since.some((beganMs) => beganMs !== null && nowMs - beganMs >= PATIENCE_MS)
    if (isOver || waitingBytes > WAITING_BYTES_MAX) return 'cut'
    if (nowMs - this.#askedAtMs < PING_EVERY_MS) return 'wait'
    this.#askedAtMs = nowMs
    this.#unansweredSinceMs ??= nowMs
    return 'ping'
  }
}
