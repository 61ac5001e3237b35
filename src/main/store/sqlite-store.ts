// The store on SQLite: the only SQL that sales run through. Every statement is built once from the schema and prepared once.
// Must never know a rule; whether a claim is double is the index's word, whether it may be made is the engine's.

import type Database from 'better-sqlite3'
import { type Column, type Query, type Row, type TableName, type Write, keys, replaceable } from './rows.ts'
import {
  type Coding,
  type ColumnShape,
  amongKeys,
  columnOf,
  questionSql,
  selection,
  shapeOf,
  sqlName,
} from './sql-text.ts'
import { guarded } from './sqlite-errors.ts'
import { type ClaimStrategy, StorageFault, type Store } from './store.ts'

type Value = string | number | bigint | Uint8Array | null
type Cells = Record<string, unknown>

/** A prepared INSERT, UPDATE or DELETE and the fields that it takes, in the order of its question marks. */
interface Pen {
  readonly statement: Database.Statement<[Value[]]>
  readonly takes: readonly ColumnShape[]
  /** What is bound, filled anew for each row. */
  readonly values: Value[]
}

/** A plain BEGIN locks nothing before the first write, and that write fails where another process wrote since the first read. */
const begins: Readonly<Record<ClaimStrategy, string>> = {
  pessimistic: 'BEGIN IMMEDIATE',
  optimistic: 'BEGIN',
  'in-process': 'BEGIN',
}

export class SqliteStore implements Store {
  readonly #db: Database.Database
  readonly #begin: string
  readonly #prepared = new Map<string, Database.Statement<Value[]>>()
  readonly #asked = new Map<object, Database.Statement<Value[], Cells>>()
  readonly #putPens = new Map<TableName, Pen>()
  readonly #changePens = new Map<string, Pen>()

  constructor(db: Database.Database, strategy: ClaimStrategy = 'pessimistic') {
    this.#db = db
    this.#begin = begins[strategy]
  }

  get<Name extends TableName>(table: Name, ...key: readonly (string | number)[]): Row<Name> | undefined {
    const statement = this.#prepare(`get ${table}`, () => {
      const where = keys[table].map((column) => `${sqlName(table, column)} = ?`).join(' AND ')
      return `SELECT ${selection(table)} FROM ${shapeOf(table).name} WHERE ${where}`
    })
    const cells = guarded(() => statement.get(...key)) as Cells | undefined
    return cells && decode<Name>(table, cells)
  }

  select<Name extends TableName, Of extends Column<Name> = Column<Name>>(
    query: Query<Name, Of>,
    ...values: readonly (string | number)[]
  ): Pick<Row<Name>, Of>[] {
    let statement = this.#asked.get(query)
    if (!statement) {
      statement = this.#db.prepare<Value[], Cells>(questionSql(query))
      this.#asked.set(query, statement)
    }
    return guarded(() => statement.all(...values)).map((cells) => decode<Name>(query.from, cells))
  }

  all<Name extends TableName>(table: Name): Row<Name>[] {
    return [...this.each(table)]
  }

  *each<Name extends TableName>(table: Name): Generator<Row<Name>> {
    const order = keys[table].map((column) => sqlName(table, column)).join(', ')
    const sql = `SELECT ${selection(table)} FROM ${shapeOf(table).name} ORDER BY ${order}`
    const rows = guarded(() => this.#db.prepare<Value[], Cells>(sql).iterate())
    try {
      for (let next = guarded(() => rows.next()); !next.done; next = guarded(() => rows.next()))
        yield decode<Name>(table, next.value)
    } finally {
      rows.return?.()
    }
  }

  write(writes: readonly Write[]): void {
    guarded(() => {
      for (const write of writes) this.#writeOne(write)
    })
  }

  transaction<Result>(work: () => Result): Result {
    return this.#from(this.#begin, work)
  }

  snapshot<Result>(work: () => Result): Result {
    return this.#db.inTransaction ? work() : this.#from('BEGIN', work)
  }

  #from<Result>(begin: string, work: () => Result): Result {
    this.#run(begin)
    try {
      const result = work()
      this.#run('COMMIT')
      return result
    } catch (error) {
      if (this.#db.inTransaction) this.#run('ROLLBACK')
      throw error
    }
  }

  part<Result>(work: () => Result): Result {
    this.#run('SAVEPOINT part')
    try {
      const result = work()
      this.#run('RELEASE part')
      return result
    } catch (error) {
      // A full disk may have ended the whole transaction already; then there is no part to go back to.
      if (!this.#db.inTransaction)
        throw error instanceof StorageFault ? error : new StorageFault(String(error))
      this.#run('ROLLBACK TO part')
      this.#run('RELEASE part')
      throw error
    }
  }

  foreignVersion(): number {
    const statement = this.#prepare('data_version', () => 'PRAGMA data_version').pluck()
    return guarded(() => statement.get()) as number
  }

  close(): void {
    this.#db.close()
  }

  #run(sql: string): void {
    const statement = this.#prepare(sql, () => sql)
    guarded(() => statement.run())
  }

  #writeOne(write: Write): void {
    if ('put' in write) {
      const pen = this.#putPen(write.put)
      fill(pen, 0, write.row)
      pen.statement.run(pen.values)
      return
    }
    if ('changeAll' in write) return this.#writeAll(write)
    const set = 'set' in write ? Object.keys(write.set) : []
    const pen = this.#changePen(write, set, Object.keys(write.where))
    if ('set' in write) fill(pen, 0, write.set, set.length)
    fill(pen, set.length, write.where)
    pen.statement.run(pen.values)
  }

  #writeAll({ changeAll: table, keys: among, set }: Extract<Write, { changeAll: unknown }>): void {
    const fields = Object.keys(set)
    const pen = this.#changePen({ change: table, where: {}, set } as never, fields, [])
    fill(pen, 0, set, fields.length)
    pen.values[fields.length] = JSON.stringify(among)
    pen.statement.run(pen.values)
  }

  #putPen(table: TableName): Pen {
    const ready = this.#putPens.get(table)
    if (ready) return ready
    const { name, columns } = shapeOf(table)
    const verb = replaceable.has(table) ? 'INSERT OR REPLACE' : 'INSERT'
    const names = columns.map((column) => column.name).join(', ')
    const marks = columns.map(() => '?').join(', ')
    const statement = this.#db.prepare<[Value[]]>(`${verb} INTO ${name} (${names}) VALUES (${marks})`)
    const pen = { statement, takes: columns, values: [] }
    this.#putPens.set(table, pen)
    return pen
  }

  #changePen(
    write: Exclude<Write, { put: unknown } | { changeAll: unknown }>,
    set: readonly string[],
    where: readonly string[],
  ): Pen {
    const isDrop = 'drop' in write
    const table = isDrop ? write.drop : write.change
    const named = `${isDrop ? 'drop' : 'change'} ${table} ${set.join()} ${where.join()}`
    const ready = this.#changePens.get(named)
    if (ready) return ready
    const takes = [...set, ...where].map((key) => columnOf(table, key))
    const assignments = set.map((key) => `${sqlName(table, key)} = ?`).join(', ')
    const conditions = where.map((key) => `${sqlName(table, key)} = ?`).join(' AND ') || amongKeys(table)
    const { name } = shapeOf(table)
    const verb = isDrop ? `DELETE FROM ${name}` : `UPDATE ${name} SET ${assignments}`
    const pen = { statement: this.#db.prepare<[Value[]]>(`${verb} WHERE ${conditions}`), takes, values: [] }
    this.#changePens.set(named, pen)
    return pen
  }

  #prepare(name: string, sql: () => string): Database.Statement<Value[]> {
    let statement = this.#prepared.get(name)
    if (!statement) {
      statement = this.#db.prepare<Value[]>(sql())
      this.#prepared.set(name, statement)
    }
    return statement
  }
}

function decode<Name extends TableName>(table: Name, cells: Cells): Row<Name> {
  for (const { key, coding } of shapeOf(table).coded) {
    const cell = cells[key]
    if (coding === 'flag' && key in cells) cells[key] = cell === 1
    else if (typeof cell === 'string') cells[key] = JSON.parse(cell)
  }
  return cells as Row<Name>
}

/** Question marks `from` to `to`. One array serves all rows: making one costs as much as binding it. */
function fill({ takes, values }: Pen, from: number, cells: Cells, to = takes.length): void {
  for (let at = from; at < to; at += 1) {
    const column = takes[at]
    if (column) values[at] = encode(cells[column.key], column.coding)
  }
}

function encode(value: unknown, coding: Coding): Value {
  if (coding === 'json') return value === null ? null : JSON.stringify(value)
  if (coding === 'flag') return value === true ? 1 : 0
  return value as Value
}
