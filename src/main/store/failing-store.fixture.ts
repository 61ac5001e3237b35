import type { Column, Columns, ColumnsQuery, Query, Row, TableName, Write } from './rows.ts'
import { type Store, StorageFault, type StorageTrouble } from './store.ts'

/** A store whose k-th step fails as on a full disk. Steps are single writes and commits; `trace` lists the steps that succeeded. */
export class FailingStore implements Store {
  readonly #inner: Store
  readonly trace: string[] = []
  /** Counts down at each step; at zero that step fails, once. */
  failAfter = Number.POSITIVE_INFINITY
  /** The storage trouble that the failing step reports. */
  trouble: StorageTrouble = 'full'
  /** While true, every read fails. */
  isBlind = false

  constructor(inner: Store) {
    this.#inner = inner
  }

  get<Name extends TableName>(table: Name, ...key: readonly (string | number)[]): Row<Name> | undefined {
    this.#look()
    return this.#inner.get(table, ...key)
  }

  select<Name extends TableName, Of extends Column<Name> = Column<Name>>(
    query: Query<Name, Of>,
    ...values: readonly (string | number)[]
  ): Pick<Row<Name>, Of>[] {
    this.#look()
    return this.#inner.select(query, ...values)
  }

  columns<Name extends TableName, Of extends Column<Name>>(
    query: ColumnsQuery<Name, Of>,
    ...values: readonly (string | number)[]
  ): Columns<Name, Of> {
    this.#look()
    return this.#inner.columns(query, ...values)
  }

  all<Name extends TableName>(table: Name): Row<Name>[] {
    this.#look()
    return this.#inner.all(table)
  }

  each<Name extends TableName>(table: Name): Iterable<Row<Name>> {
    this.#look()
    return this.#inner.each(table)
  }

  write(writes: readonly Write[]): void {
    for (const write of writes) {
      this.#step(describe(write))
      this.#inner.write([write])
    }
  }

  transaction<Result>(work: () => Result): Result {
    this.trace.push('begin')
    return this.#inner.transaction(() => {
      const result = work()
      this.#step('commit')
      return result
    })
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

  #look(): void {
    if (this.isBlind) throw new StorageFault('SQLITE_IOERR: the disk does not answer')
  }

  #step(name: string): void {
    this.failAfter -= 1
    if (this.failAfter === 0) {
      throw new StorageFault('SQLITE_FULL: no room', { trouble: this.trouble })
    }
    this.trace.push(name)
  }
}

function describe(write: Write): string {
  if ('put' in write) return `put ${write.put}`
  if ('changeAll' in write) return `change ${write.changeAll}`
  return 'drop' in write ? `drop ${write.drop}` : `change ${write.change}`
}
