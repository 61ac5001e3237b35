import { SECOND_MS } from '../../shared/lib/time.ts'

/**
 * The clock may be set during a sleep, so it is read again after at most this long: nothing is later than half the minute within which an
 * end is recorded [I6]. A timer by itself counts elapsed time, whatever the clock says.
 */
const LONGEST_SLEEP_MS = 30 * SECOND_MS

interface Sleeping {
  readonly instantMs: number
  /** The clock that the instant is meant by. */
  readonly nowMs: () => number
  /** A timer: the returned function calls it off. */
  readonly sleep: (ms: number, work: () => void) => () => void
}

/** Runs `work` once, at the instant or soon after; the returned function calls it off. */
export function sleepUntil({ instantMs, nowMs, sleep }: Sleeping, work: () => void): () => void {
  let callOff: (() => void) | null = null
  const next = () => {
    const leftMs = instantMs - nowMs()
    const pieceMs = Math.max(0, Math.min(leftMs, LONGEST_SLEEP_MS))
    callOff = sleep(pieceMs, leftMs > LONGEST_SLEEP_MS ? next : work)
  }
  next()
  return () => callOff?.()
}
