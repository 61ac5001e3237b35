// The house's log file. Owns how lines reach the disk; must never stop a sale, nor keep a line back for long.

import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../engine/ports.ts'

export interface OpenLog {
  readonly log: Log
  readonly close: () => void
}

/** The numbers that readers of such logs (bunyan, pino) know. What is for debugging alone is not written. */
const levels = { info: 30, error: 50 }

/** [C6] JSON lines, a file a day. */
export function openLog(logs: string, nowMs: number): OpenLog {
  const day = new Date(nowMs).toISOString().slice(0, 10)
  const file = openSync(join(logs, `guichet-${day}.log`), 'a', 0o600)
  const lines = new GatheredLines(file)
  const flush = () => lines.flush()
  process.once('exit', flush)
  return {
    log: {
      error: (facts, message) => lines.write(lineOf(levels.error, facts, message)),
      info: (facts, message) => lines.write(lineOf(levels.info, facts, message)),
      debug: () => {},
    },
    close: () => {
      process.off('exit', flush)
      lines.end()
    },
  }
}

/** One line of JSON. The facts are written as they stand, in one piece: a sale writes two lines, and a logger that goes by field took three times as long. */
function lineOf(level: number, facts: object, message: string): string {
  const said = JSON.stringify(facts)
  const inside = said === '{}' ? '' : `,${said.slice(1, -1)}`
  return `{"level":${level}${timestamp()}${inside},"msg":${JSON.stringify(message)}}\n`
}

let lastTime = { ms: Number.NaN, text: '' }

/** The instant, spelled out once a millisecond. */
function timestamp(): string {
  const ms = Date.now()
  if (ms !== lastTime.ms) lastTime = { ms, text: `,"time":"${new Date(ms).toISOString()}"` }
  return lastTime.text
}

/** Lines of so long are one write: long for a sale, short for whoever reads along. */
const GATHER_MS = 20

/**
 * Lines that come close together in one write: a commit of many sales says many. A process that ends, be it by an error, still
 * says its last ones; after a kill the journal knows more than they did.
 */
class GatheredLines {
  readonly #file: number
  #isOpen = true
  /** The disk took a part of a line: the next begins on a line of its own. */
  #isCut = false
  #waiting = ''

  constructor(file: number) {
    this.#file = file
  }

  write(line: string): void {
    if (this.#waiting === '') setTimeout(() => this.flush(), GATHER_MS).unref()
    this.#waiting += line
  }

  flush(): void {
    const bytes = Buffer.from((this.#isCut ? '\n' : '') + this.#waiting)
    const isEmpty = this.#waiting === ''
    this.#waiting = ''
    if (isEmpty || !this.#isOpen) return
    let written = 0
    try {
      while (written < bytes.length) written += writeSync(this.#file, bytes, written)
    } catch {
      // A log that cannot be written must never stop a sale: on a full disk the house says so on its screens.
    }
    this.#isCut = written > 0 ? written < bytes.length : this.#isCut
  }

  /** What is said after this is said to nobody: the number of a closed file may be another file's by then. */
  end(): void {
    this.flush()
    this.#isOpen = false
    closeSync(this.#file)
  }
}
