import { describeError } from '../engine/operations-log.ts'
import type { Log } from '../engine/ports.ts'

/**
 * Logs what nobody took care of. A promise that failed belongs to something beside the sales, which are decided in one piece: the house
 * goes on, as it does under Electron. An exception may come out of the middle of such a piece: it still ends a hub, whose next start
 * reads all there is from the disk, and Electron shows it.
 */
export function noteFailures(log: () => Log): void {
  process.on('unhandledRejection', (error) =>
    log().error({ error: describeError(error) }, 'something failed beside the sales'),
  )
  process.on('uncaughtExceptionMonitor', (error) =>
    log().error({ error: describeError(error) }, 'main failed'),
  )
}
