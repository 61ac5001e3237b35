// The listings of a house in a table of their own on better-sqlite3, and the least that changes them all: one UPDATE a row by its number,
// in one transaction, as durable as the house. Owns what a bulk change is compared with; keeps no journal and cannot undo.

import Database from 'better-sqlite3'

export class RawRows {
  readonly #db: Database.Database
  readonly #rows: number

  constructor(path: string, rows: number) {
    const db = new Database(path)
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.exec(`CREATE TABLE listing (listing_id INTEGER PRIMARY KEY, sort TEXT NOT NULL, title TEXT NOT NULL,
      active INTEGER NOT NULL, terms TEXT NOT NULL, details TEXT NOT NULL) STRICT`)
    const put = db.prepare('INSERT INTO listing VALUES (?, ?, ?, 1, ?, ?)')
    db.transaction(() => {
      for (let id = 1; id <= rows; id += 1)
        put.run(id, 'hotel', `Hotel ${id}`, '{}', '{"amenities":["WiFi"]}')
    })()
    this.#db = db
    this.#rows = rows
  }

  /** How long it took, in ms. */
  changeAll(active: boolean): number {
    const change = this.#db.prepare('UPDATE listing SET active = ? WHERE listing_id = ?')
    const beganMs = performance.now()
    this.#db.transaction(() => {
      for (let id = 1; id <= this.#rows; id += 1) change.run(active ? 1 : 0, id)
    })()
    return performance.now() - beganMs
  }

  close(): void {
    this.#db.close()
  }
}
