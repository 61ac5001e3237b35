// `npm run db:check`: is this house consistent [I1 to I25, I43]. Owns the command line and its output; reads only, so that the house may
// be open.

import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkFile } from '../src/main/checks/check-file.ts'
import type { Verdict } from '../src/main/checks/findings.ts'
import { defaultDataFolder } from '../src/main/house/data-folder.ts'
import { messageOf, notUnderstood } from './said-of-errors.ts'

const helpText = `Checks every invariant of a house over all it ever recorded; changes nothing.

  npm run db:check -- [options] [FILE]

  --data DIR   the house's data folder (default ${defaultDataFolder()})
  --help       this text

Ends with 0 where all holds, 1 where something does not, 2 where it cannot be opened.`

/** The longest of our claims. */
const CLAIM_CHARS = 58

/** Returns the exit code. */
export function check(args: readonly string[], say: (line: string) => void): number {
  const file = fileOf(args)
  if ('say' in file) {
    say(file.say)
    return file.code
  }
  say(file.path)
  try {
    const beganMs = performance.now()
    const { verdicts } = checkFile(file.path, { elapsedMs: () => performance.now() })
    for (const verdict of verdicts) sayVerdict(verdict, say)
    const wrong = verdicts.filter(({ broken }) => broken > 0)
    const took = `${((performance.now() - beganMs) / 1000).toFixed(1)} s`
    const ids = wrong.map(({ id }) => id).join(', ')
    say(wrong.length === 0 ? `✓ all of it holds (${took})` : `✗ these do not hold: ${ids} (${took})`)
    return wrong.length === 0 ? 0 : 1
  } catch (error) {
    say(`✗ it cannot be checked: ${messageOf(error)}`)
    return 2
  }
}

function fileOf(args: readonly string[]): { path: string } | { say: string; code: number } {
  try {
    const options = { data: { type: 'string' }, help: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (values.help) return { say: helpText, code: 0 }
    if (positionals.length > 1 || (positionals[0] !== undefined && values.data !== undefined))
      return { say: 'One house at a time: --data or a file. Try --help.', code: 2 }
    const place = positionals[0] ?? values.data ?? defaultDataFolder()
    const path = existsSync(place) && statSync(place).isDirectory() ? join(place, 'house.db') : place
    return existsSync(path) ? { path } : { say: `there is no house in ${place}`, code: 2 }
  } catch (error) {
    return { say: notUnderstood(error), code: 2 }
  }
}

function sayVerdict(
  { id, claim, looked, broken, findings, tookMs }: Verdict,
  say: (line: string) => void,
): void {
  const rows = `${looked.toLocaleString('en')} rows`.padStart(16)
  const took = `${Math.round(tookMs)} ms`.padStart(10)
  say(`${broken === 0 ? '✓' : '✗'} ${id.padEnd(4)} ${claim.padEnd(CLAIM_CHARS)}${rows}${took}`)
  for (const { where, found } of findings) say(`       ${where}: ${found}`)
  if (broken > findings.length) say(`       and ${(broken - findings.length).toLocaleString('en')} more`)
}

if (import.meta.main) process.exitCode = check(process.argv.slice(2), (line) => console.log(line))
