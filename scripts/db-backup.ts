// `npm run db:backup`: one backup of a house, open or closed, checked before it counts [I44]. Owns the command line and its output; must
// never write into the house.

import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultDataFolder } from '../src/main/house/data-folder.ts'
import { backupName } from '../src/main/house/backup-names.ts'
import { writeBackup } from '../src/main/house/make-backup.ts'
import { messageOf, notUnderstood } from './said-of-errors.ts'

const helpText = `Makes a backup of a house and checks it, while the house sells or not.

  npm run db:backup -- [options]

  --data DIR   the house's data folder (default ${defaultDataFolder()})
  --to FILE    where to (default: the folder backups of the data folder); must not be there yet
  --help       this text

Ends with 0 where there is a new backup, 1 where none could be made, 2 where it was not understood.
Keys are not in it: docs/operating.md says how they are kept.`

interface Wish {
  readonly data: string
  /** Null: among the house's own backups. */
  readonly to: string | null
}

/** Returns the exit code. */
export async function backup(args: readonly string[], say: (line: string) => void): Promise<number> {
  const wish = wishOf(args)
  if ('say' in wish) {
    say(wish.say)
    return wish.code
  }
  try {
    const beganMs = performance.now()
    const { file, sequence } = await write(wish)
    const took = `${((performance.now() - beganMs) / 1000).toFixed(1)} s`
    say(`✓ ${file}: up to row ${sequence.toLocaleString('en')}, all of it holds (${took})`)
    return 0
  } catch (error) {
    say(`✗ no backup was made: ${messageOf(error)}`)
    return 1
  }
}

function write({ data, to }: Wish) {
  const path = join(data, 'house.db')
  const folder = to === null ? join(data, 'backups') : dirname(resolve(to))
  if (to === null) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const atMs = Date.now()
  const name = (sequence: number) => (to === null ? backupName(atMs, sequence) : basename(to))
  return writeBackup({ path, folder, atMs, atLeast: null }, (sequence) => join(folder, name(sequence)))
}

function wishOf(args: readonly string[]): Wish | { readonly say: string; readonly code: number } {
  try {
    const options = {
      data: { type: 'string' },
      to: { type: 'string' },
      help: { type: 'boolean' },
    } as const
    const { values } = parseArgs({ args: [...args], options })
    if (values.help) return { say: helpText, code: 0 }
    const { data = defaultDataFolder(), to = null } = values
    if (!existsSync(join(data, 'house.db'))) return { say: `there is no house in ${data}`, code: 2 }
    if (to !== null && existsSync(to)) return { say: `${to} is there already`, code: 2 }
    // Never made: where a stick is not plugged in, a folder of its name would lie on this very disk.
    if (to !== null && !existsSync(dirname(resolve(to))))
      return { say: `there is no folder ${dirname(resolve(to))}`, code: 2 }
    return { data, to }
  } catch (error) {
    return { say: notUnderstood(error), code: 2 }
  }
}

if (import.meta.main) process.exitCode = await backup(process.argv.slice(2), (line) => console.log(line))
