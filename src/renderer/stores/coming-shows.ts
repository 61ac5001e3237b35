import type { ShowRow } from '../../shared/contract/shapes.ts'
import { soughtText } from '../../shared/lib/sought-text.ts'

/** Shows on sale that are not over, soonest first. */
export function comingShows(rows: Iterable<ShowRow>, nowMs: number): ShowRow[] {
  return [...rows]
    .filter((row) => row.active && row.salesCloseAtMs > nowMs)
    .toSorted((a, b) => a.startsAtMs - b.startsAtMs || a.showId - b.showId)
}

/** Matches any part of its title or its venue. */
export function isCalled({ title, venue }: ShowRow, text: string): boolean {
  return soughtText(`${title} ${venue}`).includes(soughtText(text.trim()))
}
