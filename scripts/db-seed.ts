// `npm run db:seed`: demo data in a new house, the same everywhere [D1]. Owns the command line and the refusal to touch a house that has
// sold; must never write except by opening the house itself.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import packageJson from '../package.json' with { type: 'json' }
import { defaultDataFolder } from '../src/main/house/data-folder.ts'
import { openHouse } from '../src/main/house/open-house.ts'
import { quietOptions } from '../src/main/house/options.ts'
import { type Seed, seedOf } from '../src/main/house/seed.ts'
import { lastJournalRow } from '../src/main/store/queries.ts'
import { SqliteStore } from '../src/main/store/sqlite-store.ts'
import { messageOf, notUnderstood } from './said-of-errors.ts'

const helpText = `Makes a house with demo data in an empty folder.

  npm run db:seed -- [options]

  --data DIR   where (default ${defaultDataFolder()})
  --at TIME    the instant its dates count from, with its zone: 2026-11-20T18:00+05:30 (default: now);
               taken down to the half hour
  --help       this text`

interface Wish {
  readonly data: string
  /** Null: now. */
  readonly atMs: number | null
  readonly isHelp: boolean
}

/** Returns the exit code: 0 seeded, 1 refused, 2 not understood. */
export function seed(args: readonly string[], say: (line: string) => void): number {
  const wish = readWish(args)
  if (typeof wish === 'string') return said(say, wish, 2)
  if (wish.isHelp) return said(say, helpText, 0)
  const { data, atMs } = wish
  try {
    const found = lookInto(data)
    if (found) return said(say, ...aboutFound(found, wish))
    const house = openHouse(quietOptions(data), packageJson.version, { seedAtMs: atMs ?? Date.now() })
    house.close()
  } catch (error) {
    return said(say, `✗ ${messageOf(error)}. Nothing was written.`, 1)
  }
  const made = lookInto(data)?.seed
  say(
    `✓ demo data in ${data}: dates count from ${dateText(made)}, content ${made?.checksum.slice(0, 12) ?? '?'}`,
  )
  return said(say, `Next: npm start -- --data ${data}, or npm run db:validate -- --data ${data}`, 0)
}

function readWish(args: readonly string[]): Wish | string {
  try {
    const options = { data: { type: 'string' }, at: { type: 'string' }, help: { type: 'boolean' } } as const
    const { values } = parseArgs({ args: [...args], options })
    const atMs = values.at === undefined ? null : readInstant(values.at)
    if (Number.isNaN(atMs))
      return `--at takes an instant with its zone, as 2026-11-20T18:00+05:30, not “${values.at}”.`
    return { data: values.data ?? defaultDataFolder(), atMs, isHelp: values.help ?? false }
  } catch (error) {
    return notUnderstood(error)
  }
}

/** [E3] No time without a zone. NaN: not an instant. */
function readInstant(text: string): number {
  const hasZone = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text)
  const instantMs = hasZone ? Date.parse(text) : Number.NaN
  return instantMs >= 0 ? instantMs : Number.NaN
}

interface Found {
  readonly seed: Seed | null
  readonly rows: number
}

/** The journal of the house in this folder; null where there is no house, or nothing in it. */
function lookInto(data: string): Found | null {
  const file = join(data, 'house.db')
  if (!existsSync(file)) return null
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    if (db.pragma('user_version', { simple: true }) === 0) return null
    const store = new SqliteStore(db)
    const rows = store.select(lastJournalRow, 1)[0]?.sequence ?? 0
    return rows === 0 ? null : { seed: seedOf(store), rows }
  } finally {
    db.close()
  }
}

/** A house is never written over another; where the same demo is already there, that is no fault. */
function aboutFound({ seed, rows }: Found, { data, atMs }: Wish): [string, number] {
  const elsewhere = 'Choose another folder with --data, or move this one away.'
  if (!seed) return [`✗ ${data} has a house without demo data. ${elsewhere} Nothing was written.`, 1]
  const later = rows - seed.rows.length
  if (later > 0)
    return [
      `✗ ${data} has a house that was worked in: ${later} entries (holds, sales, changes) after its demo data. ${elsewhere} Nothing was written.`,
      1,
    ]
  if (atMs !== null && atMs - (atMs % HALF_HOUR_MS) !== seed.atMs)
    return [
      `✗ ${data} has demo data already, laid out for ${dateText(seed)}. ${elsewhere} Nothing was written.`,
      1,
    ]
  return [`✓ ${data} has its demo data already, laid out for ${dateText(seed)}.`, 0]
}

function dateText(seed: Seed | null | undefined): string {
  return seed ? new Date(seed.atMs).toISOString() : '?'
}

/** The demo rounds its instant down to this. */
const HALF_HOUR_MS = 30 * 60_000

function said(say: (line: string) => void, line: string, code: number): number {
  say(line)
  return code
}

if (import.meta.main) process.exitCode = seed(process.argv.slice(2), (line) => console.log(line))
