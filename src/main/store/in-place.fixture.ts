import type Database from 'better-sqlite3'

/** What lies beside its event, put where it is found before there are 256 rows of it: as an older version had it, and as SQL can change it. */
export function putInPlace(db: Database.Database): void {
  db.exec(`
    INSERT OR IGNORE INTO command SELECT * FROM kept_command;
    INSERT OR IGNORE INTO transfer SELECT * FROM every_transfer;
    UPDATE journal SET kept = NULL, moved = NULL`)
}
