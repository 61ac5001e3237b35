// The files of the log, one for each day. Owns their names and how many there are; must never know what a line says.

import { closeSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** A season's worth: whoever looks into something weeks later still finds it, and a house that never closes does not fill its disk. */
const KEPT = 90
const NAME = /^guichet-\d{4}-\d{2}-\d{2}\.log$/

export class DayFiles {
  readonly #folder: string
  #name: string
  #file: number

  constructor(folder: string, nowMs: number) {
    this.#folder = folder
    this.#name = nameOf(nowMs)
    this.#file = openSync(join(folder, this.#name), 'a', 0o600)
    this.#dropOld()
  }

  /** True: another day has begun, and with it another file. Where that cannot be opened, lines go on into the one before. */
  follow(nowMs: number): boolean {
    const name = nameOf(nowMs)
    if (name === this.#name) return false
    try {
      const file = openSync(join(this.#folder, name), 'a', 0o600)
      closeSync(this.#file)
      this.#file = file
    } catch {
      return false
    }
    this.#name = name
    this.#dropOld()
    return true
  }

  /** Returns how many bytes behind `from` the disk took. */
  write(bytes: Buffer, from: number): number {
    return writeSync(this.#file, bytes, from)
  }

  close(): void {
    closeSync(this.#file)
  }

  /** The file in use stays, whatever the clock says. */
  #dropOld(): void {
    try {
      const names = readdirSync(this.#folder).filter((name) => NAME.test(name) && name !== this.#name)
      const old = names
        .toSorted()
        .toReversed()
        .slice(KEPT - 1)
      for (const name of old) rmSync(join(this.#folder, name), { force: true })
    } catch {
      // They are tried again the next day.
    }
  }
}

function nameOf(nowMs: number): string {
  return `guichet-${new Date(nowMs).toISOString().slice(0, 10)}.log`
}
