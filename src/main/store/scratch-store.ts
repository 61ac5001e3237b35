import Database from 'better-sqlite3'
import { migrations } from '../../../db/migrations/index.ts'
import { SqliteStore } from './sqlite-store.ts'

/** 64 MB in memory; what is more goes to a file that SQLite deletes by itself, so that a long history needs disk, not memory. */
const CACHE_KIB = 64 * 1024

/**
 * An empty house to replay a journal into and throw away. It accepts whatever the journal says (no indexes, no foreign keys, no
 * key of claims), so that errors are found by comparison and do not stop the replay.
 */
export function openScratch(): SqliteStore {
  const db = new Database('')
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = OFF')
  db.pragma(`cache_size = -${CACHE_KIB}`)
  for (const { statements } of migrations) for (const statement of statements) db.exec(statement)
  const made = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    .pluck()
    .all()
  for (const name of made) db.exec(`DROP INDEX "${String(name)}"`)
  unkeyClaims(db)
  return new SqliteStore(db)
}

/** Lets a seat have two claims, for tests that look for those. Claims are still found by seat. */
export function unkeyClaims(db: Database.Database): void {
  db.exec(`
    CREATE TABLE unkeyed AS SELECT * FROM claim;
    DROP TABLE claim;
    ALTER TABLE unkeyed RENAME TO claim;
    CREATE INDEX claim_by_seat ON claim (show_id, seat_id);
  `)
}
