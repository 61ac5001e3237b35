import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PaperShelf } from '../engine/ports.ts'
import { systemChance, systemClock } from './world.ts'

const ENDING = '.json'
/** Fixed digits for an instant and a count: sorted by name, papers are in their order. */
const INSTANT_DIGITS = 15
const COUNT_DIGITS = 6

/**
 * [T2] Papers that wait for a printer, a file each, accessible to the house's owner alone. Written beside its place and moved, so that
 * none is found in half; not synced: a killed process loses nothing by it, a power cut at most one paper, which its sale prints again.
 * `isAlone`: no other process may be printing the papers found there.
 */
export function openPaperShelf(folder: string, isAlone: boolean): PaperShelf {
  let count = 0
  const drop = (name: string) => rmSync(join(folder, name), { force: true })
  return {
    keep: (text) => {
      const order = `${digits(systemClock.nowMs(), INSTANT_DIGITS)}-${digits((count += 1), COUNT_DIGITS)}`
      const name = `${order}-${Buffer.from(systemChance.bytes(4)).toString('hex')}${ENDING}`
      const beside = join(folder, `${name}.new`)
      writeFileSync(beside, text, { mode: 0o600 })
      renameSync(beside, join(folder, name))
      return name
    },
    drop,
    kept: () => {
      if (!isAlone) return []
      const names = readdirSync(folder).toSorted()
      for (const name of names) if (!name.endsWith(ENDING)) drop(name)
      return names
        .filter((name) => name.endsWith(ENDING))
        .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
    },
  }
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
