// Reads what every screen asks for first, the seats of all shows, while the first page is still loading. Owns when; must never hold up a
// request: it reads one show per turn, and one that cannot be read is left to whoever needs it.

import type { BoxOffice } from '../../shared/contract/port.ts'
import type { Clock, Scheduler } from '../engine/ports.ts'
import { allShows } from '../store/queries.ts'
import type { Store } from '../store/store.ts'

/** Where no page starts with the house: a browser that connects has its files by then, or connects later. */
const FILES_FIRST_MS = 100

interface Parts {
  /** The desk of somebody who may see everything. */
  readonly desk: Pick<BoxOffice, 'subscribe'>
  readonly store: Store
  readonly clock: Clock
  readonly scheduler: Scheduler
  /**
   * Resolves when the page that starts with the house has its files and is busy with them for longer than this takes; any earlier, the
   * page would wait for us.
   */
  readonly pageStill?: Promise<void> | undefined
}

/** Looking at a show leaves its seats in memory. The returned function ends it. */
export function readAhead({ desk, store, clock, scheduler, pageStill }: Parts): () => void {
  const waiting = store.select(allShows)
  const next = () => {
    const show = waiting.shift()
    if (show === undefined) return
    try {
      desk.subscribe({ kind: 'seats', showId: show.showId, afterRevision: null }, () => {})()
    } catch {
      // Whoever needs it asks again, and is told why not.
    }
    scheduler.soon(next)
  }
  const callOff = pageStill ? null : scheduler.at(clock.nowMs() + FILES_FIRST_MS, next)
  void pageStill?.then(next)
  return () => {
    callOff?.()
    waiting.length = 0
  }
}
