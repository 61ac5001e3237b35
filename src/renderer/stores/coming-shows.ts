import type { ShowRow } from '../../shared/contract/shapes.ts'

/** On sale and not over, soonest first. */
export function comingShows(rows: Iterable<ShowRow>, nowMs: number): ShowRow[] {
  return [...rows]
    .filter((row) => row.active && row.salesCloseAtMs > nowMs)
    .toSorted((a, b) => a.startsAtMs - b.startsAtMs || a.showId - b.showId)
}

/** By any part of its title or its venue. */
export function isCalled({ title, venue }: ShowRow, text: string): boolean {
  return `${title} ${venue}`.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase())
}
