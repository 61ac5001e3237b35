// `npm run db:validate`: is this house's database whole, and its demo data the same as in every other house [D2]. Owns the command line
// and what two houses are compared by; reads only, so that the house may be open.

import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { type Line, type Report, validateHouse } from '../db/validate.ts'
import { defaultDataFolder } from '../src/main/house/data-folder.ts'
import { messageOf, notUnderstood } from './said-of-errors.ts'

const helpText = `Checks a house's database and its demo data; changes nothing.

  npm run db:validate -- [options]

  --data DIR           the house's data folder (default ${defaultDataFolder()})
  --against DIR | URL  compare its demo data with another house's: a data folder, or a running hub
                       (http://127.0.0.1:8480)
  --help               this text`

/** A hub on this machine or the next one answers in milliseconds. */
const HUB_PATIENCE_MS = 5000

/** Returns the exit code: 0 all holds, 1 something does not, 2 not understood. */
export async function validate(args: readonly string[], say: (line: string) => void): Promise<number> {
  let wish: { data?: string; against?: string; help?: boolean }
  try {
    const options = {
      data: { type: 'string' },
      against: { type: 'string' },
      help: { type: 'boolean' },
    } as const
    wish = parseArgs({ args: [...args], options }).values
  } catch (error) {
    say(notUnderstood(error))
    return 2
  }
  if (wish.help) {
    say(helpText)
    return 0
  }
  const data = wish.data ?? defaultDataFolder()
  const report = reportOf(data)
  const compared = wish.against === undefined || !report ? [] : await compare(report, wish.against)
  const lines = report
    ? [...report.lines, ...compared]
    : [{ holds: false, text: `there is no house in ${data}` }]
  say(data)
  for (const line of lines) say(lineText(line))
  if (report) say(`  ${report.since}`)
  const wrong = lines.filter((line) => line.holds === false).length
  say(wrong === 0 ? '✓ all of it holds' : `✗ ${wrong} of ${lines.length} do not hold`)
  return wrong === 0 ? 0 : 1
}

async function compare(report: Report, against: string): Promise<Line[]> {
  if (/^https?:\/\//.test(against)) return compareHub(report, against)
  const other = reportOf(against)
  if (!other) return [{ holds: false, text: `there is no house in ${against}` }]
  const wrong = other.lines.filter((line) => line.holds === false)
  return [
    ...wrong.map(({ text }) => ({ holds: false, text: `${against}: ${text}` })),
    { holds: report.schema === other.schema, text: `same schema as ${against}` },
    sameSeed(report.seed, other.seed, against),
    { holds: null, text: `${against}: ${other.since}` },
  ]
}

async function compareHub(report: Report, address: string): Promise<Line[]> {
  try {
    const signal = AbortSignal.timeout(HUB_PATIENCE_MS)
    const response = await fetch(new URL('/healthz', address), { signal })
    const { seed, version } = (await response.json()) as { seed?: string | null; version?: string }
    return [sameSeed(report.seed, seed ?? null, `the hub at ${address} (Guichet ${version ?? '?'})`)]
  } catch (error) {
    return [{ holds: false, text: `no hub answers at ${address}: ${messageOf(error)}` }]
  }
}

function sameSeed(own: string | null, other: string | null, name: string): Line {
  const holds = own !== null && own === other
  const text = holds
    ? `same demo data as ${name}`
    : `other demo data than ${name}: ${short(own)}, there ${short(other)}`
  return { holds, text }
}

function short(checksum: string | null): string {
  return checksum === null ? 'none' : checksum.slice(0, 12)
}

/** Null where there is no database. `place`: a data folder, or the file itself. */
function reportOf(place: string): Report | null {
  const file = existsSync(place) && statSync(place).isDirectory() ? join(place, 'house.db') : place
  if (!existsSync(file)) return null
  try {
    return validateFile(file)
  } catch (error) {
    const line = { holds: false, text: `the database cannot be read: ${messageOf(error)}` }
    return { lines: [line], seed: null, schema: 0, since: 'nothing is known of what happened since' }
  }
}

function validateFile(file: string): Report {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    return validateHouse(db)
  } finally {
    db.close()
  }
}

function lineText({ holds, text }: Line): string {
  return `${holds === null ? ' ' : holds ? '✓' : '✗'} ${text}`
}

if (import.meta.main) process.exitCode = await validate(process.argv.slice(2), (line) => console.log(line))
