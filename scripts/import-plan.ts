// `npm run import -- FILE`: a seating plan from a file into a house, by the same check and the same commands as the Import screen [L4].
// Owns reading the file and what is said about it; must never write the house except through its engine.

import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import packageJson from '../package.json' with { type: 'json' }
import { CHUNK_CHARS } from '../src/shared/contract/limits.ts'
import { type Input, operations } from '../src/shared/contract/operations.ts'
import type { Answer, BoxOffice } from '../src/shared/contract/port.ts'
import { planLimits } from '../src/shared/domain/plan-import/limits.ts'
import { readPlanFile } from '../src/shared/domain/plan-import/read-plan-file.ts'
import { isImportable } from '../src/shared/domain/plan-import/tally.ts'
import { defaultDataFolder } from '../src/main/house/data-folder.ts'
import { deskActor, type House, openHouse } from '../src/main/house/open-house.ts'
import { quietOptions } from '../src/main/house/options.ts'
import { StartRefused } from '../src/main/store/open-database.ts'
import { planReport } from './plan-report.ts'
import { messageOf, notUnderstood } from './said-of-errors.ts'

const helpText = `Imports a seating plan into a closed house: pretix JSON, a seats.io chart, or a list of seats (JSON, or a table: CSV with a
comma, a semicolon or a tab, one line a seat, whose first line names its columns).

  npm run import -- FILE [options]

  --data DIR    the house's data folder (default ${defaultDataFolder()})
  --name NAME   what to call the plan (default: its name in the file)
  --check       only look it over; import nothing
  --help        this text

Columns of a table, in any order: section, row, number, x, y, category, kind (seat, standing, gap), flags (wheelchair,
companion, restricted view, aisle, ladies), id, radius, color, block (which part of a row that an aisle splits), places
(how many stand here). Only the number (or places) must be there. Without x and y, rows stand one behind the other in order
of their letters and seats side by side in order of their numbers; a missing number leaves no gap, a line of kind gap does.`

/** UTF-8 uses at most four bytes per character: a larger file is too large whatever it contains. */
const FILE_BYTES_MAX = planLimits.text * 4
/** The longest plan name that the contract allows. */
const NAME_CHARS_MAX = 120

interface Wish {
  readonly file: string
  readonly data: string
  readonly name: string | undefined
  readonly isCheck: boolean
}

/** What the command line asks for; or a text to show where it asks for help or cannot be understood. */
function readWish(args: readonly string[]): Wish | { readonly say: string; readonly code: number } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        name: { type: 'string' },
        check: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
    const [file, ...others] = positionals
    if (values.help) return { say: helpText, code: 0 }
    if (file === undefined || others.length > 0)
      return { say: 'Name one file: npm run import -- FILE. Try --help.', code: 2 }
    const { data = defaultDataFolder(), name, check: isCheck = false } = values
    // npm runs this in the project's folder, wherever the user stands who names the file.
    return { file: resolve(process.env['INIT_CWD'] ?? '', file), data, name, isCheck }
  } catch (error) {
    return { say: notUnderstood(error), code: 2 }
  }
}

/** Returns the exit code: 0 imported (or, with `--check`, in order), 1 not, 2 not understood. */
export async function importPlan(args: readonly string[], say: (line: string) => void): Promise<number> {
  const wish = readWish(args)
  if ('say' in wish) return said(say, wish.say, wish.code)
  const text = readText(wish.file)
  if ('problem' in text) return said(say, text.problem, 2)
  const { draft, findings } = readPlanFile(text.text)
  const name = (wish.name ?? (draft?.name || basename(wish.file, extname(wish.file))))
    .trim()
    .slice(0, NAME_CHARS_MAX)
  say(`${basename(wish.file)}: “${name}”`)
  for (const line of planReport(draft, findings)) say(line)
  if (!draft || !isImportable(findings)) return said(say, 'Nothing was imported.', 1)
  const command = operations['import-plan'].input.safeParse({ uploadId: 'import', name })
  if (!command.success)
    return said(say, `✗ “${name}” is no name for a plan: say another with --name. Nothing was imported.`, 2)
  if (wish.isCheck) return said(say, 'Only looked over: nothing was imported.', 0)
  return importInto(wish, { command: command.data, text: text.text }, say)
}

interface Import {
  readonly command: Input<'import-plan'>
  readonly text: string
}

async function importInto(wish: Wish, given: Import, say: (line: string) => void): Promise<number> {
  // Opening would make one, and a demo at that: in a folder that was mistyped, or for a house that was to be somebody's own.
  if (!existsSync(join(wish.data, 'house.db'))) return said(say, noHouse(wish.data), 1)
  let house: House
  try {
    house = openHouse(quietOptions(wish.data), packageJson.version)
  } catch (error) {
    return said(say, whyClosed(error, wish.data), 1)
  }
  try {
    const answer = await sendPlan(house.engine.deskFor(deskActor('import')), given)
    if (answer.kind !== 'done') return said(say, `✗ ${refusalText(answer)} Nothing was imported.`, 1)
    const { planId, seats } = answer.value
    say(`✓ imported as plan ${planId}: ${seats.toLocaleString('en')} seats, into ${wish.data}`)
    say(`Next: npm start -- --data ${wish.data}, then Manage › Seating plans › Edit a copy › Put on sale…`)
    return 0
  } finally {
    house.close()
  }
}

/** As a screen sends it: piece by piece, then the one command. */
async function sendPlan(desk: BoxOffice, { command, text }: Import) {
  const { uploadId } = command
  const count = Math.ceil(text.length / CHUNK_CHARS)
  for (let index = 0; index < count; index += 1) {
    const piece = text.slice(index * CHUNK_CHARS, (index + 1) * CHUNK_CHARS)
    const answer = await desk.call('put-chunk', { uploadId, index, count, text: piece })
    if (answer.kind !== 'done') return answer
  }
  return desk.call('import-plan', command)
}

function readText(file: string): { readonly text: string } | { readonly problem: string } {
  try {
    if (statSync(file).size > FILE_BYTES_MAX) return { problem: `${file} is too large for a seating plan.` }
    return { text: readFileSync(file, 'utf8') }
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return { problem: isMissing ? `There is no file ${file}.` : `Cannot read ${file}: ${messageOf(error)}` }
  }
}

function noHouse(data: string): string {
  return `✗ There is no house in ${data}. Start one there first: npm start -- --no-demo --data DIR. Nothing was imported.`
}

function whyClosed(error: unknown, data: string): string {
  if (error instanceof StartRefused && error.check.startsWith('no other Guichet'))
    return `✗ The house in ${data} is open in another Guichet: import on its Import screen, or close it first. Nothing was imported.`
  return `✗ Guichet ${messageOf(error)}. Nothing was imported.`
}

function refusalText(answer: Exclude<Answer<never>, { kind: 'done' }>): string {
  return answer.kind === 'refused'
    ? `Refused: ${JSON.stringify(answer.refusal)}.`
    : `The house failed (${answer.reason}, incident ${answer.incidentId}): see its log.`
}

function said(say: (line: string) => void, line: string, code: number): number {
  say(line)
  return code
}

if (import.meta.main) process.exitCode = await importPlan(process.argv.slice(2), (line) => console.log(line))
