// Examines a database file from anywhere before anything in it is trusted [SECURITY 6.5]. Owns what makes it a house of ours;
// must never run any SQL that the file brought.

import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { migrations } from '../../../db/migrations/index.ts'
import { StartRefused } from './open-database.ts'
import { guarded } from './sqlite-errors.ts'

/** The first bytes of every SQLite file. */
const FIRST_BYTES = 'SQLite format 3\0'

interface Declared {
  readonly type: string
  readonly name: string
  readonly sql: string | null
}

/**
 * Refuses anything but a backup of a house: another kind of file, one of a newer version, one whose last sales are in a log
 * beside it, or one with a table, index, trigger or view that this version would not have made itself. Returns the schema's
 * number, which may be an older one.
 */
export function refuseForeign(path: string): number {
  refuseOtherKinds(path)
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    const version = guarded(() => Number(db.pragma('user_version', { simple: true })))
    if (version > migrations.length)
      throw new StartRefused('this version of Guichet is new enough', `schema ${version}`)
    if (version < 1) throw new StartRefused('it is a house', `schema ${version}`)
    refuseOtherSchema(db, version)
    return version
  } catch (error) {
    throw error instanceof StartRefused ? error : new StartRefused('it can be read', String(error))
  } finally {
    db.close()
  }
}

function refuseOtherKinds(path: string): void {
  if (!existsSync(path) || !statSync(path).isFile()) throw new StartRefused('the backup is there', path)
  const log = `${path}-wal`
  if (existsSync(log) && statSync(log).size > 0)
    throw new StartRefused(
      'it is one whole file',
      `${log} has what was sold last: make a backup of that house`,
    )
  const first = Buffer.alloc(FIRST_BYTES.length)
  const file = openSync(path, 'r')
  readSync(file, first)
  closeSync(file)
  if (first.toString('latin1') !== FIRST_BYTES) throw new StartRefused('it is a database', path)
}

/**
 * Compares the text of every declaration with that of the migrations up to this version. A trigger could sell unnoticed; a view
 * could deceive a check.
 */
function refuseOtherSchema(db: Database.Database, version: number): void {
  const ours = new Map(declaredIn(schemaAt(version)).map((one) => [one.name, one]))
  for (const { type, name, sql } of declaredIn(db)) {
    const own = ours.get(name)
    if (own?.type !== type || own.sql !== sql)
      throw new StartRefused('its schema is ours', `${type} ${name} is not what schema ${version} has`)
    ours.delete(name)
  }
  const [missing] = ours.keys()
  if (missing !== undefined) throw new StartRefused('its schema is ours', `it has no ${missing}`)
}

function declaredIn(db: Database.Database): Declared[] {
  return guarded(() =>
    db.prepare<[], Declared>('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all(),
  )
}

function schemaAt(version: number): Database.Database {
  const db = new Database(':memory:')
  for (const { statements } of migrations.slice(0, version))
    for (const statement of statements) db.exec(statement)
  return db
}
