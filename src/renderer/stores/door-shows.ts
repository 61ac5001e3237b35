import type { ShowRow } from '../../shared/contract/shapes.ts'
import type { ShowId } from '../../shared/domain/ids.ts'
import { HOUR_MS } from '../../shared/lib/time.ts'

/** Latecomers arrive after the start, and long shows readmit people. */
const AFTER_START_MS = 12 * HOUR_MS
/** A door is for the day; opened in the morning, it already offers the evening's show. */
const BEFORE_START_MS = 24 * HOUR_MS

/** Shows whose door may be staffed now, soonest first. Hotels are left out; if no show is near, the next one to come. */
export function doorShows(rows: Iterable<ShowRow>, nowMs: number): ShowRow[] {
  const all = [...rows]
    .filter(({ active, sort }) => active && sort !== 'hotel')
    .toSorted((a, b) => a.startsAtMs - b.startsAtMs || a.showId - b.showId)
  const near = all.filter(
    ({ startsAtMs }) => startsAtMs > nowMs - AFTER_START_MS && startsAtMs < nowMs + BEFORE_START_MS,
  )
  return near.length > 0 ? near : all.filter(({ startsAtMs }) => startsAtMs >= nowMs)
}

/** The chosen show while it is near; otherwise the next to start; otherwise the one that started last. */
export function doorShow(shown: readonly ShowRow[], chosen: ShowId | null, nowMs: number): ShowRow | null {
  const kept = shown.find(({ showId }) => showId === chosen)
  return kept ?? shown.find(({ startsAtMs }) => startsAtMs >= nowMs) ?? shown.at(-1) ?? null
}
