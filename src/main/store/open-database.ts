// Opens the house's database file, or refuses to sell from it and says why [I43]. Owns the pragmas, the migrations and the
// checks at start; must never repair anything.

import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  statSync,
  statfsSync,
} from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { migrations } from '../../../db/migrations/index.ts'
import { guarded } from './sqlite-errors.ts'

/** Before this version, a reset of the write-ahead log could corrupt the file. */
const SQLITE_OLDEST = '3.51.3'
/** 4 kB: what one commit of many sales appends falls on few pages; with 1 kB it took a fifth longer for 32 sellers. */
const PAGE_BYTES = 4096
/**
 * Pages in the log before a checkpoint, 8 MB: what is written again and again is checkpointed once. The commit that triggers it waits for
 * it, and so does everybody who comes meanwhile (`hold.p99Ms`): at eight times as many pages the wait was several times as long.
 */
const CHECKPOINT_PAGES = 2000
/**
 * How much is written to lay out the log once: twice what it needs, for the times when somebody reads the house and it cannot be
 * checkpointed; in pieces, so that memory need not hold it.
 */
const LOG_FILLING_BYTES = 2 * CHECKPOINT_PAGES * (PAGE_BYTES + 24)
const LOG_PIECE_BYTES = 1_000_000
/** On a disk with room for fewer logs than this the log grows as needed: what is left is for sales. */
const ROOM_FOR_LOGS = 10
const LOG_BYTES_MAX = 128 * 1024 * 1024
/** [C4] How long a command waits for another process's write before it refuses. */
const LOCK_WAIT_MS = 2000

/**
 * A file up to this size is checked to its end before the first sale: 0.2 s. A larger one is checked in the background
 * (`checks/check-file.ts`): a million journal rows are 1 GB, and reading that from a slow disk would close the counter for many seconds.
 */
const READ_WHOLE_BYTES = 128 * 1024 * 1024
/** Where SQLite's header stores the number of pages of the file. */
const HEADER_PAGES = { at: 28, bytes: 4 }

/** Why the house does not open. `check`: what failed; `found`: what was there. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
  readonly check: string
  constructor(check: string, found: string) {
    super(`cannot sell from here: the check “${check}” failed (${found})`)
    this.check = check
  }
}

/** How to open a file that is not opened the usual way. */
export interface Opening {
  /** No other process has it open, so it may be migrated. */
  readonly isAlone?: boolean
  /** Files up to this size are checked to their end now. */
  readonly readWholeBytes?: number
}

/** `path`: a file, or `:memory:` for tests that need no file. */
export function openDatabase(
  path: string,
  { isAlone = true, readWholeBytes = READ_WHOLE_BYTES }: Opening = {},
): Database.Database {
  checkMode(path)
  let db: Database.Database
  try {
    db = new Database(path, { timeout: LOCK_WAIT_MS })
  } catch (error) {
    throw new StartRefused('the file opens', String(error))
  }
  try {
    prepare(db)
    checkVersion(db)
    const isMigrated = db.pragma('user_version', { simple: true }) === migrations.length
    // A file that is about to be migrated is checked whole first, however long that takes.
    const readsWhole = !isMigrated || path === ':memory:' || statSync(path).size <= readWholeBytes
    if (readsWhole) checkPages(db)
    else checkLength(db, path)
    migrate(db, isAlone)
    checkWrites(db)
    checkSettings(db, path)
    if (readsWhole) checkReferences(db)
    return db
  } catch (error) {
    db.close()
    throw error instanceof StartRefused ? error : new StartRefused('the file can be used', String(error))
  }
}

/**
 * [V11] Before SQLite looks: beside a read-only file it would create a read-only log, which would get in the way once the file
 * can be written again.
 */
export function checkMode(path: string): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`].filter((one) => existsSync(one))) {
    try {
      accessSync(file, constants.R_OK | constants.W_OK)
    } catch (error) {
      throw new StartRefused('its files can be read and written', String(error))
    }
  }
}

function prepare(db: Database.Database): void {
  guarded(() => {
    db.pragma(`page_size = ${PAGE_BYTES}`)
    db.pragma('journal_mode = WAL')
    // Not the default: without this line every later start runs NORMAL, and a power cut takes confirmed sales with it.
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('trusted_schema = OFF')
    db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    db.pragma(`journal_size_limit = ${LOG_BYTES_MAX}`)
  })
}

function checkVersion(db: Database.Database): void {
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get())
  if (compareVersions(version, SQLITE_OLDEST) < 0) throw new StartRefused('SQLite is new enough', version)
}

function checkPages(db: Database.Database): void {
  const damage = db.pragma('quick_check(1)', { simple: true })
  if (damage !== 'ok') throw new StartRefused('quick_check', String(damage))
}

/**
 * A commit that makes the log longer must also commit the file's new length, which costs as much as the sale itself. So the log
 * gets its whole length before the first sale: a transaction is spilled into it and rolled back; nothing of it is ever read. No
 * first screen needs to wait for it.
 */
export function layLog(db: Database.Database): void {
  if (!hasRoomForLogs(db)) return
  const cache = Number(db.pragma('cache_size', { simple: true }))
  db.pragma('cache_size = 50')
  try {
    db.exec('BEGIN IMMEDIATE; CREATE TABLE filling (piece BLOB)')
    const fill = db.prepare('INSERT INTO filling VALUES (zeroblob(?))')
    for (let laid = 0; laid < LOG_FILLING_BYTES; laid += LOG_PIECE_BYTES) fill.run(LOG_PIECE_BYTES)
  } catch {
    // If the disk cannot hold it after all, the house sells on with a short log.
  }
  if (db.inTransaction) db.exec('ROLLBACK')
  db.pragma(`cache_size = ${cache}`)
}

/** False if the disk does not say: it is then used as it is. */
function hasRoomForLogs(db: Database.Database): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(db.name))
    return bavail * bsize >= ROOM_FOR_LOGS * LOG_FILLING_BYTES
  } catch {
    return false
  }
}

/** A file that can only be read is no till: this is found out now, not at the first sale. */
function checkWrites(db: Database.Database): void {
  db.pragma(`user_version = ${migrations.length}`)
}

function checkSettings(db: Database.Database, path: string): void {
  const mode = path === ':memory:' ? 'memory' : 'wal'
  const wanted = { journal_mode: mode, synchronous: 2, foreign_keys: 1, user_version: migrations.length }
  for (const [name, value] of Object.entries(wanted)) {
    const found = db.pragma(name, { simple: true })
    if (found !== value) throw new StartRefused(`${name} = ${value}`, String(found))
  }
}

function checkReferences(db: Database.Database): void {
  const orphans = db.pragma('foreign_key_check') as unknown[]
  if (orphans.length > 0) throw new StartRefused('foreign_key_check', `${orphans.length} rows`)
}

/**
 * Detects a file that was cut short without reading it: its header knows how many pages there were. Tested only if the log has
 * been checkpointed whole, since after a crash the rest of the file may still be in there.
 */
function checkLength(db: Database.Database, path: string): void {
  const [folded] = guarded(() => db.pragma('wal_checkpoint(PASSIVE)')) as {
    log: number
    checkpointed: number
  }[]
  if (!folded || folded.log !== folded.checkpointed) return
  const header = Buffer.alloc(HEADER_PAGES.bytes)
  const file = openSync(path, 'r')
  readSync(file, header, 0, HEADER_PAGES.bytes, HEADER_PAGES.at)
  closeSync(file)
  const wanted = header.readUInt32BE() * Number(db.pragma('page_size', { simple: true }))
  const { size } = statSync(path)
  if (size < wanted) throw new StartRefused('the file has its whole length', `${size} of ${wanted} bytes`)
}

/** Each migration is one transaction together with its number: after a power cut it is there wholly or not at all. */
function migrate(db: Database.Database, isAlone: boolean): void {
  const done = db.pragma('user_version', { simple: true }) as number
  if (done > migrations.length)
    throw new StartRefused('this version of Guichet is new enough', `schema ${done}`)
  if (done === migrations.length) return
  if (!isAlone) throw new StartRefused('nobody else has a house open that must be migrated', `schema ${done}`)
  // Rebuilding a table drops for a moment the one that others refer to; foreign_key_check looks at the end.
  db.pragma('foreign_keys = OFF')
  migrations.slice(done).forEach(({ statements }, index) => {
    db.transaction(() => {
      for (const statement of statements) db.exec(statement)
      db.pragma(`user_version = ${done + index + 1}`)
    }).immediate()
  })
  db.pragma('foreign_keys = ON')
  // Frees what dropped tables left behind: damage in pages that nobody reads is never found.
  db.exec('VACUUM')
}

function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number)
  const right = b.split('.').map(Number)
  return left.reduce((order, part, index) => order || part - (right[index] ?? 0), 0)
}
