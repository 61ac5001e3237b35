import type Database from 'better-sqlite3'

/**
 * Moves what is stored beside events to its own tables before there are 256 rows of it: as in an older version, and so that SQL
 * can change it.
 */
export function putInPlace(db: Database.Database): void {
  db.exec(`
    INSERT OR IGNORE INTO command SELECT * FROM kept_command;
    INSERT OR IGNORE INTO transfer SELECT * FROM every_transfer;
    UPDATE journal SET kept = NULL, moved = NULL`)
}
