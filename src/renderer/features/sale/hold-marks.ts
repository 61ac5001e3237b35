import { MINUTE_MS, SECOND_MS } from '../../../shared/lib/time.ts'

/** [H11] Announced when so much time is left, not every second: the first leaves time to plan, the last to finish. */
const SAID_AT_MS = [2 * MINUTE_MS, MINUTE_MS, 20 * SECOND_MS] as const

/** The latest mark that the time left has passed; null if none yet, or none that applies to a hold so short. */
export function passedMark(leftMs: number, holdMs: number): number | null {
  return SAID_AT_MS.findLast((markMs) => leftMs <= markMs && markMs < holdMs) ?? null
}
