import { lastJournalRow } from '../store/queries.ts'
import type { Store } from '../store/store.ts'

/**
 * The first journal row recorded later than an instant, or the next sequence if there is none. A binary search: time in the
 * journal never goes back.
 */
export function sequenceAfter(store: Store, atMs: number): number {
  let low = 1
  let high = (store.select(lastJournalRow, 1)[0]?.sequence ?? 0) + 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const row = store.get('journal', middle)
    if (row && row.atMs > atMs) high = middle
    else low = middle + 1
  }
  return low
}
