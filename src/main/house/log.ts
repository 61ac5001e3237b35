import { join } from 'node:path'
import { type Logger, pino } from 'pino'

/** [C6] JSON lines, a file a day; synchronous, so that the last line before a crash is there. */
export function openLog(logs: string, nowMs: number): Logger {
  const day = new Date(nowMs).toISOString().slice(0, 10)
  const file = pino.destination({
    dest: join(logs, `guichet-${day}.log`),
    sync: true,
    mkdir: true,
  })
  // A log that cannot be written must never stop a sale: on a full disk the house says so on its screens.
  file.on('error', () => {})
  return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, file)
}
