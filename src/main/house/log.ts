// The house's log file. Owns how lines reach the disk; must never stop a sale, nor hold a line back for long.

import type { Clock, Log } from '../engine/ports.ts'
import { DayFiles } from './day-files.ts'

export interface OpenLog {
  readonly log: Log
  readonly close: () => void
}

/** The numeric levels that readers of such logs (bunyan, pino) know. Debug lines are not written. */
const levels = { info: 30, error: 50 }

/** [C6] JSON lines in the folder `logs`, one file a day. Throws if not even the first file can be opened. */
export function openLog(logs: string, clock: Pick<Clock, 'nowMs'>): OpenLog {
  const lines = new GatheredLines(new DayFiles(logs, clock.nowMs()))
  const flush = () => lines.flush()
  process.once('exit', flush)
  return {
    log: {
      error: (facts, message) => lines.say({ level: levels.error, atMs: clock.nowMs(), facts, message }),
      info: (facts, message) => lines.say({ level: levels.info, atMs: clock.nowMs(), facts, message }),
      debug: () => {},
    },
    close: () => {
      process.off('exit', flush)
      lines.end()
    },
  }
}

interface Said {
  readonly level: number
  readonly atMs: number
  readonly facts: object | (() => object)
  readonly message: string
}

/**
 * One line of JSON. The facts are serialised in one piece: a sale logs two lines, and a logger that goes field by field took three times
 * as long.
 */
function lineOf({ level, atMs, facts, message }: Said): string {
  const said = JSON.stringify(typeof facts === 'function' ? facts() : facts)
  const inside = said === '{}' ? '' : `,${said.slice(1, -1)}`
  const time = new Date(atMs).toISOString()
  return `{"level":${level},"time":"${time}"${inside},"msg":${JSON.stringify(message)}}\n`
}

/** Lines are gathered for this long and written together: long compared with a sale, short for somebody following the log. */
const GATHER_MS = 20

/**
 * Lines that come close together are formatted and written at once, so that no sale waits for its log lines; a commit of many writes
 * many. A process that ends, even by an error, still writes its last lines; after a kill the journal knows more than they did.
 */
class GatheredLines {
  readonly #files: DayFiles
  #isOpen = true
  /** The disk took only a part of a line: the next one begins on a line of its own. */
  #isCut = false
  #waiting: Said[] = []

  constructor(files: DayFiles) {
    this.#files = files
  }

  say(line: Said): void {
    if (this.#waiting.length === 0) setTimeout(() => this.flush(), GATHER_MS).unref()
    this.#waiting.push(line)
  }

  flush(): void {
    const lines = this.#waiting
    this.#waiting = []
    const last = lines.at(-1)
    if (!last || !this.#isOpen) return
    let bytes = Buffer.alloc(0)
    let written = 0
    if (this.#files.follow(last.atMs)) this.#isCut = false
    try {
      bytes = Buffer.from((this.#isCut ? '\n' : '') + lines.map(lineOf).join(''))
      while (written < bytes.length) written += this.#files.write(bytes, written)
    } catch {
      // A log that cannot be written must never stop a sale: on a full disk the house says so on its screens.
    }
    this.#isCut = written > 0 ? written < bytes.length : this.#isCut
  }

  /** Lines said after this are dropped: the descriptor of a closed file may belong to another file by then. */
  end(): void {
    this.flush()
    this.#isOpen = false
    this.#files.close()
  }
}
