// A second, read-only connection to a house's database, for inspection. Owns the checks of whether the file itself is sound; must
// never migrate or repair.

import Database from 'better-sqlite3'
import { migrations } from '../../../db/migrations/index.ts'
import { StartRefused } from './open-database.ts'
import { guarded } from './sqlite-errors.ts'

/** Damages listed at most: what is wrong with one page is often wrong with the next. */
const DAMAGES_MAX = 20

export function openForReading(path: string): Database.Database {
  let db: Database.Database
  try {
    db = new Database(path, { readonly: true, fileMustExist: true })
  } catch (error) {
    throw new StartRefused('the file opens', String(error))
  }
  try {
    db.pragma('trusted_schema = OFF')
    refuseOtherVersion(Number(db.pragma('user_version', { simple: true })))
    return db
  } catch (error) {
    db.close()
    throw error instanceof StartRefused ? error : new StartRefused('the file is a house', String(error))
  }
}

/** Other versions have other columns. */
function refuseOtherVersion(schema: number): void {
  if (schema === migrations.length) return
  if (schema === 0) throw new StartRefused('it is a house', 'schema 0')
  const next =
    schema < migrations.length ? 'start the house once, which brings it up to date' : 'update this machine'
  throw new StartRefused('it is of this version', `schema ${schema}, not ${migrations.length}: ${next}`)
}

/** One fact of the file, whatever its version; null: it has none of that name. */
export function metaOf(path: string, key: string): string | null {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const read = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck()
    return guarded(() => read.get(key)) ?? null
  } catch {
    // Whatever is wrong with the file is reported when it is opened properly.
    return null
  } finally {
    db.close()
  }
}

/** The hash of one journal row; null: there is no such row. */
export function journalRow(path: string, sequence: number): Uint8Array | null {
  const db = openForReading(path)
  try {
    const read = db.prepare<[number], Uint8Array>('SELECT hash FROM journal WHERE sequence = ?').pluck()
    return guarded(() => read.get(sequence)) ?? null
  } finally {
    db.close()
  }
}

/**
 * [I43] Checks the pages, every index against its table (which quick_check does not do), and the foreign keys. Table by table,
 * because a check that SQLite has begun cannot be interrupted, and a house that closes waits for it.
 */
export function damagesOf(db: Database.Database): string[] {
  const tables = guarded(() =>
    db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all(),
  )
  const damages = tables.flatMap((table) => {
    const said = guarded(() => db.pragma(`integrity_check("${table}")`)) as { integrity_check: string }[]
    return said.map((line) => line.integrity_check).filter((line) => line !== 'ok')
  })
  const orphans = guarded(() => db.pragma('foreign_key_check')) as { table: string; parent: string }[]
  const pointing = orphans.map(({ table, parent }) => `a row of ${table} points at no ${parent}`)
  return [...damages, ...pointing].slice(0, DAMAGES_MAX)
}
