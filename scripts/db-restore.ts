// `npm run db:restore`: a house from a backup, here or on a clean machine. Owns the command line and its output; the house's own code
// decides what is done, and what is refused.

import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { defaultDataFolder } from '../src/main/house/data-folder.ts'
import { type Restored, restoreHouse } from '../src/main/house/restore-house.ts'
import { systemChance, systemClock } from '../src/main/house/world.ts'
import { messageOf, notUnderstood } from './said-of-errors.ts'

const helpText = `Puts a backup in the place of a house. The house must be closed; it is moved aside, never overwritten.

  npm run db:restore -- --from FILE [options]

  --from FILE  the backup, as npm run db:backup or the house itself made it
  --data DIR   the data folder to restore into (default ${defaultDataFolder()})
  --help       this text

Ends with 0 where the house can be started, 1 where the backup was refused and nothing was changed, 2 where it was not understood.`

/** Returns the exit code. */
export function restore(args: readonly string[], say: (line: string) => void): number {
  const wish = wishOf(args)
  if ('say' in wish) {
    say(wish.say)
    return wish.code
  }
  try {
    const beganMs = performance.now()
    const restored = restoreHouse({ ...wish, clock: systemClock, chance: systemChance })
    sayRestored(restored, say)
    say(`✓ it can be started (${((performance.now() - beganMs) / 1000).toFixed(1)} s)`)
    return 0
  } catch (error) {
    say(`✗ nothing was restored: ${messageOf(error)}`)
    return 1
  }
}

function sayRestored(
  { epoch, sequence, atMs, aside, awaits, lostPins }: Restored,
  say: (line: string) => void,
): void {
  say(`  all of it holds, up to row ${sequence.toLocaleString('en')} of ${wordsOf(atMs)}`)
  say(`  it is house number ${epoch} now; what was sold after that row is not in it`)
  if (aside !== null) say(`  the house that was here is in ${aside}`)
  if (lostPins) say('  its PINs count no more: the key that they were made with is not in this folder')
  if (awaits.length > 0)
    say(`  it sells nothing before ${awaits.length} of its kiosks have spoken, or two people open it`)
}

interface Wish {
  readonly data: string
  readonly from: string
}

function wishOf(args: readonly string[]): Wish | { readonly say: string; readonly code: number } {
  try {
    const options = {
      data: { type: 'string' },
      from: { type: 'string' },
      help: { type: 'boolean' },
    } as const
    const { values } = parseArgs({ args: [...args], options })
    if (values.help) return { say: helpText, code: 0 }
    const { data = defaultDataFolder(), from } = values
    if (from === undefined) return { say: 'Which backup? Say --from FILE, or --help.', code: 2 }
    // Before a data folder is made for it.
    return existsSync(from) ? { data, from } : { say: `there is no backup ${from}`, code: 2 }
  } catch (error) {
    return { say: notUnderstood(error), code: 2 }
  }
}

/** “2026-11-22 14:57 UTC”: the reader's time zone is unknown. */
function wordsOf(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

if (import.meta.main) process.exitCode = restore(process.argv.slice(2), (line) => console.log(line))
