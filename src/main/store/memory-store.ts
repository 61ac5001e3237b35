// The store in memory: for the engine's tests, and to compare the SQLite store with. Owns nothing that outlives the process; must
// never be used to sell.

import { known } from '../../shared/lib/assert.ts'
import {
  type Column,
  type Columns,
  type ColumnsQuery,
  type Query,
  type Row,
  type TableName,
  type Write,
  keys,
  replaceable,
} from './rows.ts'
import { Conflict, type Store } from './store.ts'

type Cells = Record<string, unknown>

/** Rows are never changed in place, so going back only means dropping the new maps. */
type Rows = Map<TableName, Map<string, Cells>>

export class MemoryStore implements Store {
  #rows: Rows = new Map(Object.keys(keys).map((table) => [table as TableName, new Map()]))

  get<Name extends TableName>(table: Name, ...key: readonly (string | number)[]): Row<Name> | undefined {
    return copy<Name>(this.#table(table).get(key.join('|')))
  }

  select<Name extends TableName, Of extends Column<Name> = Column<Name>>(
    query: Query<Name, Of>,
    ...values: readonly (string | number)[]
  ): Pick<Row<Name>, Of>[] {
    const given = [...values]
    const among = query.isByKeys ? new Set(JSON.parse(String(given.shift())) as unknown[]) : null
    const limit = query.hasLimit ? Number(given.pop()) : Number.POSITIVE_INFINITY
    const isAsked = (row: Cells) => among?.has(row[keys[query.from][0]]) ?? true
    const found = [...this.#table(query.from).values()].filter(
      (row) => isAsked(row) && fits(row, query, given),
    )
    const { orderBy } = query
    if (orderBy) found.sort((a, b) => compare(a[orderBy], b[orderBy]) * (query.newestFirst ? -1 : 1))
    return found.slice(0, limit).map((row) => known(copy<Name>(picked(row, query.only)), 'row'))
  }

  columns<Name extends TableName, Of extends Column<Name>>(
    query: ColumnsQuery<Name, Of>,
    ...values: readonly (string | number)[]
  ): Columns<Name, Of> {
    const rows = this.select(query, ...values)
    const columns = query.only.map((key) => [key, rows.map((row) => row[key])])
    return Object.fromEntries(columns) as Columns<Name, Of>
  }

  all<Name extends TableName>(table: Name): Row<Name>[] {
    const byKey = (a: Cells, b: Cells) =>
      keys[table].reduce((order, column) => order || compare(a[column], b[column]), 0)
    return [...this.#table(table).values()].toSorted(byKey).map((row) => known(copy<Name>(row), 'row'))
  }

  each<Name extends TableName>(table: Name): Iterable<Row<Name>> {
    return this.all(table)
  }

  write(writes: readonly Write[]): void {
    for (const write of writes) {
      if ('put' in write) this.#put(write.put, write.row)
      else if ('drop' in write) this.#drop(write.drop, write.where)
      else if ('changeAll' in write) this.#changeAll(write.changeAll, write.keys, write.set)
      else this.#change(write.change, write.where, write.set)
    }
  }

  transaction<Result>(work: () => Result): Result {
    return this.part(work)
  }

  part<Result>(work: () => Result): Result {
    const before: Rows = new Map([...this.#rows].map(([table, rows]) => [table, new Map(rows)]))
    try {
      return work()
    } catch (error) {
      this.#rows = before
      throw error
    }
  }

  snapshot<Result>(work: () => Result): Result {
    return work()
  }

  foreignVersion(): number {
    return 0
  }

  close(): void {}

  #table(table: TableName): Map<string, Cells> {
    return known(this.#rows.get(table), table)
  }

  #put(table: TableName, row: Cells): void {
    const key = keyOf(table, row)
    if (this.#table(table).has(key) && !replaceable.has(table)) throw new Conflict(`${table} ${key}`)
    this.#table(table).set(key, { ...row })
  }

  #change(table: TableName, where: Cells, set: Cells): void {
    for (const [key, row] of this.#table(table)) {
      if (!Object.entries(where).every(([column, value]) => row[column] === value)) continue
      this.#table(table).set(key, { ...row, ...set })
    }
  }

  #changeAll(table: TableName, among: readonly (string | number)[], set: Cells): void {
    for (const key of among) {
      const row = this.#table(table).get(String(key))
      if (row) this.#table(table).set(String(key), { ...row, ...set })
    }
  }

  #drop(table: TableName, where: Cells): void {
    for (const [key, row] of this.#table(table)) {
      if (Object.entries(where).every(([column, value]) => row[column] === value))
        this.#table(table).delete(key)
    }
  }
}

function keyOf(table: TableName, row: Cells): string {
  return keys[table].map((column) => row[column]).join('|')
}

function picked(row: Cells, only: readonly string[] | undefined): Cells {
  return only ? Object.fromEntries(only.map((column) => [column, row[column]])) : row
}

function fits<Name extends TableName, Of extends Column<Name>>(
  row: Cells,
  query: Query<Name, Of>,
  values: readonly (string | number)[],
): boolean {
  let next = 0
  const equal = (query.equal ?? []).every((column) => row[column] === values[next++])
  const above = query.above ? compare(row[query.above], values[next++]) > 0 : true
  const below = query.below ? compare(row[query.below], values[next++]) < 0 : true
  const among = query.among ? isAmong(row, query.among) : true
  const notAmong = query.notAmong ? !isAmong(row, query.notAmong) : true
  const isTrue = query.isTrue ? row[query.isTrue] === true : true
  return equal && above && below && among && notAmong && isTrue
}

function isAmong(row: Cells, { column, values }: { column: string; values: readonly string[] }): boolean {
  return values.includes(String(row[column]))
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0
}

function copy<Name extends TableName>(row: Cells | undefined): Row<Name> | undefined {
  return row ? (structuredClone(row) as Row<Name>) : undefined
}
