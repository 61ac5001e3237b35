// The house's log file. Owns how lines reach the disk; must never stop a sale, nor hold a line over a turn.

import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'

export interface OpenLog {
  readonly log: Logger
  readonly close: () => void
}

/** [C6] JSON lines, a file a day. */
export function openLog(logs: string, nowMs: number): OpenLog {
  const day = new Date(nowMs).toISOString().slice(0, 10)
  const file = openSync(join(logs, `guichet-${day}.log`), 'a', 0o600)
  const lines = new TurnLines(file)
  const flush = () => lines.flush()
  process.once('exit', flush)
  return {
    log: pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, lines),
    close: () => {
      process.off('exit', flush)
      lines.end()
    },
  }
}

/**
 * All lines of one turn of the event loop in one write: a commit of many sales says many. A process that ends, be it by an
 * error, still says its last ones; after a kill the journal knows more than they did.
 */
class TurnLines {
  readonly #file: number
  #isOpen = true
  #waiting = ''

  constructor(file: number) {
    this.#file = file
  }

  write(line: string): void {
    if (this.#waiting === '') setImmediate(() => this.flush())
    this.#waiting += line
  }

  flush(): void {
    const text = this.#waiting
    this.#waiting = ''
    if (text === '' || !this.#isOpen) return
    try {
      writeSync(this.#file, text)
    } catch {
      // A log that cannot be written must never stop a sale: on a full disk the house says so on its screens.
    }
  }

  /** What is said after this is said to nobody: the number of a closed file may be another file's by then. */
  end(): void {
    this.flush()
    this.#isOpen = false
    closeSync(this.#file)
  }
}
