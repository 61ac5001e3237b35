import { SECOND_MS } from '../../shared/lib/time.ts'
import type { Clock, Log, Scheduler } from '../engine/ports.ts'
import type { SqliteStore } from '../store/sqlite-store.ts'

/** The first map is drawn by then, and the check of the books has not begun. */
const PREPARED_AFTER_MS = 2 * SECOND_MS

interface Parts {
  readonly store: Pick<SqliteStore, 'prepareToWrite'>
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly log: Log
}

/**
 * Does what the first sale of a start would otherwise have to do, if there is a quiet moment before it. The returned function calls it
 * off.
 */
export function prepareInCalm({ store, clock, scheduler, log }: Parts): () => void {
  return scheduler.at(clock.nowMs() + PREPARED_AFTER_MS, () => {
    try {
      store.prepareToWrite()
    } catch (error) {
      // The next commit meets the same disk, and its caller is told.
      log.error({ error: String(error) }, 'the log could not be given its length')
    }
  })
}
