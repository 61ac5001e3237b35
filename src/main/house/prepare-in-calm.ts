import { SECOND_MS } from '../../shared/lib/time.ts'
import type { Clock, Log, Scheduler } from '../engine/ports.ts'
import type { SqliteStore } from '../store/sqlite-store.ts'

/** The first map is drawn by then, and the look at all the books has not begun. */
const PREPARED_AFTER_MS = 2 * SECOND_MS

interface Parts {
  readonly store: Pick<SqliteStore, 'prepareToWrite'>
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly log: Log
}

/** What the first sale of a start would have to do is done before there is one, if there is a moment. The returned function calls it off. */
export function prepareInCalm({ store, clock, scheduler, log }: Parts): () => void {
  return scheduler.at(clock.nowMs() + PREPARED_AFTER_MS, () => {
    try {
      store.prepareToWrite()
    } catch (error) {
      // The next commit meets the same disk, and whoever waits for it is told.
      log.error({ error: String(error) }, 'the log could not be given its length')
    }
  })
}
