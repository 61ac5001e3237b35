// A house as an older version of Guichet left it: sold by this version, then written with only the first migrations applied. Owns
// that conversion back, which works only as far as later versions added things that this house does not use; must never change a
// row that it carries.

import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { migrations } from '../db/migrations/index.ts'
import { deskActor } from '../src/main/house/open-house.ts'
import { putInPlace } from '../src/main/store/in-place.fixture.ts'
import { assert } from '../src/shared/lib/assert.ts'
import { digestOf } from './digest.ts'
import type { Dice } from './dice.ts'
import { furnishHall } from './hall.ts'
import { Load } from './load.ts'
import { openOwnHouse } from './own-house.ts'

/** Commands: sales, returns, reprints, holds that stand. */
const COMMANDS = 150
/** Longer than any run: a hold that stands in the older house stands in the newer one. */
const HOLD_MS = 86_400_000

/** Before this schema lines were kept with their booking: such a house cannot be made from one of today. */
export const OLDEST = 4
export const newest = migrations.length

/** A house that was sold from, and closed. */
export async function soldHouse(file: string, dice: Dice): Promise<void> {
  const { engine } = openOwnHouse(file, [])
  furnishHall(engine, { holdMs: HOLD_MS })
  const load = new Load(dice, `m${dice.below(2 ** 31)}`)
  for (let asked = 0; asked < COMMANDS; asked += 1) {
    const next = load.next()
    // oxlint-disable-next-line no-await-in-loop -- what is asked next follows from the answer
    const answer = await engine.deskFor(deskActor(next.kiosk)).call(next.name, next.input as never, next.id)
    load.heard(next, answer)
  }
  engine.close()
  const db = new Database(file)
  putInPlace(db)
  db.close()
}

/** The same house as the version with this many migrations would have it. */
export function asOlder(file: string, older: string, form: number): void {
  assert(!existsSync(older), 'an older house is made anew')
  const db = new Database(older)
  try {
    db.pragma('page_size = 4096')
    db.pragma('journal_mode = WAL')
    db.pragma('foreign_keys = OFF')
    for (const { statements } of migrations.slice(0, form)) for (const one of statements) db.exec(one)
    db.exec(`ATTACH '${file}' AS today`)
    for (const table of tablesOf(db, 'today')) carry(db, table)
    db.exec('DETACH today')
    db.pragma(`user_version = ${form}`)
  } finally {
    db.close()
  }
}

/** What this version keeps in another column, in the older form: the old column, from today's row. */
const earlierWords: Readonly<
  Record<string, { readonly was: string; readonly is: string; readonly sql: string }>
> = {
  claim: {
    was: 'booking_id',
    is: 'booking',
    sql: '(SELECT booking_id FROM today.booking WHERE sequence = today.claim.booking)',
  },
}

/** Tables that a migration fills from other tables' rows. */
const derived: ReadonlySet<string> = new Set(['show_row'])

function carry(db: Database.Database, table: string): void {
  const columns = columnsOf(db, 'main', table)
  if (columns.length === 0 && derived.has(table)) return
  if (columns.length === 0) {
    const many = db.prepare(`SELECT count(*) FROM today."${table}"`).pluck().get()
    assert(many === 0, `${table}, which the older version does not know, is empty`)
    return
  }
  const names = columns.map(({ name }) => `"${name}"`)
  const word = earlierWords[table]
  const read = columns.map(({ name }) => (name === word?.was ? word.sql : `"${name}"`))
  for (const { name, dflt_value: usual } of columnsOf(db, 'today', table)) {
    if (name === word?.is || columns.some((column) => column.name === name)) continue
    const others = db.prepare(
      `SELECT count(*) FROM today."${table}" WHERE "${name}" IS NOT ${usual ?? 'NULL'}`,
    )
    assert(others.pluck().get() === 0, `${table}.${name} says nothing that an older version could not`)
  }
  db.exec(`INSERT INTO main."${table}" (${names.join(', ')}) SELECT ${read.join(', ')} FROM today."${table}"`)
}

interface Column {
  readonly name: string
  readonly dflt_value: string | null
}

function columnsOf(db: Database.Database, schema: string, table: string): readonly Column[] {
  return db.prepare('SELECT name, dflt_value FROM pragma_table_info(?, ?)').all(table, schema) as Column[]
}

function tablesOf(db: Database.Database, schema: string): readonly string[] {
  const sql = `SELECT name FROM ${schema}.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`
  return db.prepare(sql).pluck().all() as string[]
}

/** A digest of every row of every table, and of the schema. */
export function contentOf(file: string): string {
  const db = new Database(file, { readonly: true })
  try {
    const schema = db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').raw().all()
    const rows = tablesOf(db, 'main').map((table) => [
      table,
      sorted(db.prepare(`SELECT * FROM "${table}"`).raw().all()),
    ])
    return digestOf([schema, rows])
  } finally {
    db.close()
  }
}

function sorted(rows: unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row)).toSorted()
}
