import type { ShowRow } from '../../shared/contract/shapes.ts'
import type { ShowId } from '../../shared/domain/ids.ts'
import { HOUR_MS } from '../../shared/lib/time.ts'

/** Latecomers come after the start, and long shows let people back in. */
const AFTER_START_MS = 12 * HOUR_MS
/** A door is for today; whoever opens it in the morning finds the night. */
const BEFORE_START_MS = 24 * HOUR_MS

/** What one may stand at the door of, soonest first. A hotel has no door; where nothing is near, whatever comes next. */
export function doorShows(rows: Iterable<ShowRow>, nowMs: number): ShowRow[] {
  const all = [...rows]
    .filter(({ active, sort }) => active && sort !== 'hotel')
    .toSorted((a, b) => a.startsAtMs - b.startsAtMs || a.showId - b.showId)
  const near = all.filter(
    ({ startsAtMs }) => startsAtMs > nowMs - AFTER_START_MS && startsAtMs < nowMs + BEFORE_START_MS,
  )
  return near.length > 0 ? near : all.filter(({ startsAtMs }) => startsAtMs >= nowMs)
}

/** The one chosen, while it is near; else the next to start; else the one that started last. */
export function doorShow(shown: readonly ShowRow[], chosen: ShowId | null, nowMs: number): ShowRow | null {
  const kept = shown.find(({ showId }) => showId === chosen)
  return kept ?? shown.find(({ startsAtMs }) => startsAtMs >= nowMs) ?? shown.at(-1) ?? null
}
