import { join } from 'node:path'
import { type DestinationStream, type Logger, pino } from 'pino'

/** [C6] JSON lines, a file a day; synchronous, so that the last line before a crash is there. */
export function openLog(logs: string, nowMs: number): Logger {
  const day = new Date(nowMs).toISOString().slice(0, 10)
  const file: DestinationStream = pino.destination({
    dest: join(logs, `guichet-${day}.log`),
    sync: true,
    mkdir: true,
  })
  return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, file)
}
