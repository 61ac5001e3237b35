// Whether the other end of a socket still takes what it is sent [SYNC 5.7] [V13]. Owns when to ping and when patience ends; must never
// touch the socket.

import { SECOND_MS } from '../../shared/lib/time.ts'

/** Often enough that a patience of ten seconds does not become fifteen. */
export const LOOK_EVERY_MS = SECOND_MS
const PING_EVERY_MS = 5 * SECOND_MS
/**
 * Within this time a ping must be answered, and something must leave while anything waits: three pings that were due. The largest answer
 * there is, some megabytes, takes less on any network that a counter can work on.
 */
const PATIENCE_MS = 10 * SECOND_MS
/** More than this waiting for that long means a screen that takes less than it asks for. */
const BACKLOG_BYTES_MAX = 1024 * 1024
/** Twice the largest frame that a kiosk takes: a client that asks for more at once than it can hold is not ours. */
export const WAITING_BYTES_MAX = 64 * 1024 * 1024

/** `ping`: send one now. `cut`: the other end is gone, whatever its socket says. */
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
