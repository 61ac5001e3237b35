import { MINUTE_MS, SECOND_MS } from '../../../shared/lib/time.ts'

/** [H11] Said when so much is left, never each second: the first gives time to plan, the last to finish. */
const SAID_AT_MS = [2 * MINUTE_MS, MINUTE_MS, 20 * SECOND_MS] as const

/** Which of the marks the time left has passed; null: none yet, or none that a hold so short would have. */
export function passedMark(leftMs: number, holdMs: number): number | null {
  return SAID_AT_MS.findLast((markMs) => leftMs <= markMs && markMs < holdMs) ?? null
}
