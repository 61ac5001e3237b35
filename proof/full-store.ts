// A store whose disk is full at the k-th write of a commit: SQLite itself is made to report it there, inside the transaction.
// Owns the table that is filled for that; must never pass off an error of its own as SQLite's.

import type Database from 'better-sqlite3'
import type { Column, Columns, ColumnsQuery, Query, Row, TableName, Write } from '../src/main/store/rows.ts'
import { guarded } from '../src/main/store/sqlite-errors.ts'
import type { Store } from '../src/main/store/store.ts'

/** More than could be free by chance in a database that may not grow. */
const FILLING_BYTES = 1_000_000
/** SQLite's own default. */
const NO_LIMIT = 4_294_967_294

export class FullStore implements Store {
  readonly #inner: Store
  readonly #database: Database.Database
  #failAt: number | null = null
  #written = 0
  /** The write that was reached last. */
  at = ''

  constructor(inner: Store, database: Database.Database) {
    this.#inner = inner
    this.#database = database
    database.exec('CREATE TABLE IF NOT EXISTS filling (piece BLOB)')
  }

  /** Fails at the k-th write from now; null: never. */
  failAt(k: number | null): void {
    this.#failAt = k
    this.#written = 0
  }

  /** Allows this many pages more than there are; null: no limit. */
  room(pages: number | null): void {
    const now = Number(this.#database.pragma('page_count', { simple: true }))
    this.#database.pragma(`max_page_count = ${pages === null ? NO_LIMIT : now + pages}`)
  }

  get<Name extends TableName>(table: Name, ...key: readonly (string | number)[]): Row<Name> | undefined {
    return this.#inner.get(table, ...key)
  }

  select<Name extends TableName, Of extends Column<Name> = Column<Name>>(
    query: Query<Name, Of>,
    ...values: readonly (string | number)[]
  ): Pick<Row<Name>, Of>[] {
    return this.#inner.select(query, ...values)
  }

  columns<Name extends TableName, Of extends Column<Name>>(
    query: ColumnsQuery<Name, Of>,
    ...values: readonly (string | number)[]
  ): Columns<Name, Of> {
    return this.#inner.columns(query, ...values)
  }

  all<Name extends TableName>(table: Name): Row<Name>[] {
    return this.#inner.all(table)
  }

  each<Name extends TableName>(table: Name): Iterable<Row<Name>> {
    return this.#inner.each(table)
  }

  write(writes: readonly Write[]): void {
    for (const write of writes) {
      this.at = describe(write)
      this.#written += 1
      if (this.#written === this.#failAt) this.#fill()
      this.#inner.write([write])
    }
  }

  transaction<Result>(work: () => Result): Result {
    return this.#inner.transaction(work)
  }

  part<Result>(work: () => Result): Result {
    return this.#inner.part(work)
  }

  snapshot<Result>(work: () => Result): Result {
    return this.#inner.snapshot(work)
  }

  foreignVersion(): number {
    return this.#inner.foreignVersion()
  }

  close(): void {
    this.#inner.close()
  }

  #fill(): void {
    this.room(0)
    guarded(() => this.#database.prepare('INSERT INTO filling VALUES (zeroblob(?))').run(FILLING_BYTES))
  }
}

function describe(write: Write): string {
  if ('put' in write) return `put ${write.put}`
  if ('changeAll' in write) return `change ${write.changeAll}`
  return 'drop' in write ? `drop ${write.drop}` : `change ${write.change}`
}
