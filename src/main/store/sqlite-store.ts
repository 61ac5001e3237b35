// The store on SQLite: the only SQL that sales run through. Every statement is built once from the schema and prepared once.
// Must never know a rule; whether a claim is double is the index's word, whether it may be made is the engine's.

import type Database from 'better-sqlite3'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { known } from '../../shared/lib/assert.ts'
import {
  type Column,
  type Query,
  type Row,
  type TableName,
  type Write,
  keys,
  replaceable,
  tables,
} from './rows.ts'
import { type ClaimStrategy, Conflict, StorageFault, type Store } from './store.ts'

type Value = string | number | bigint | Uint8Array | null
type Cells = Record<string, unknown>

interface Shape {
  /** The SQL name and the names and kinds of its columns. */
  readonly name: string
  readonly columns: readonly { readonly key: string; readonly name: string; readonly kind: string }[]
  /** Columns that SQLite keeps in another type than the row has. */
  readonly coded: readonly { readonly key: string; readonly kind: string }[]
}

const shapes = new Map<TableName, Shape>()

function shapeOf(table: TableName): Shape {
  const ready = shapes.get(table)
  if (ready) return ready
  const byColumn = new Map(Object.entries(tables[table]).map(([key, column]) => [column, key]))
  const columns = getTableConfig(tables[table]).columns.map((column) => ({
    key: known(byColumn.get(column as never), column.name),
    name: column.name,
    kind: column.columnType,
  }))
  const coded = columns.filter(({ kind }) => kind === 'SQLiteBoolean' || kind === 'SQLiteTextJson')
  const shape = { name: getTableConfig(tables[table]).name, columns, coded }
  shapes.set(table, shape)
  return shape
}

const begins: Readonly<Record<ClaimStrategy, string>> = { pessimistic: 'BEGIN IMMEDIATE' }

export class SqliteStore implements Store {
  readonly #db: Database.Database
  readonly #begin: string
  readonly #prepared = new Map<string, Database.Statement<Value[]>>()
  readonly #asked = new Map<object, Database.Statement<Value[], Cells>>()

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

  select<Name extends TableName>(query: Query<Name>, ...values: readonly (string | number)[]): Row<Name>[] {
    let statement = this.#asked.get(query)
    if (!statement) {
      statement = this.#db.prepare<Value[], Cells>(questionSql(query))
      this.#asked.set(query, statement)
    }
    return guarded(() => statement.all(...values)).map((cells) => decode<Name>(query.from, cells))
  }

  all<Name extends TableName>(table: Name): Row<Name>[] {
    const order = keys[table].map((column) => sqlName(table, column)).join(', ')
    const sql = `SELECT ${selection(table)} FROM ${shapeOf(table).name} ORDER BY ${order}`
    return guarded(() => this.#db.prepare<Value[], Cells>(sql).all()).map((cells) =>
      decode<Name>(table, cells),
    )
  }

  write(writes: readonly Write[]): void {
    guarded(() => {
      for (const write of writes) this.#writeOne(write)
    })
  }

  transaction<Result>(work: () => Result): Result {
    guarded(() => this.#db.exec(this.#begin))
    try {
      const result = work()
      guarded(() => this.#db.exec('COMMIT'))
      return result
    } catch (error) {
      if (this.#db.inTransaction) guarded(() => this.#db.exec('ROLLBACK'))
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
      const table = write.put
      const shape = shapeOf(table)
      const statement = this.#prepare(`put ${table}`, () => {
        const verb = replaceable.has(table) ? 'INSERT OR REPLACE' : 'INSERT'
        const columns = shape.columns.map((column) => column.name).join(', ')
        return `${verb} INTO ${shape.name} (${columns}) VALUES (${shape.columns.map(() => '?').join(', ')})`
      })
      const cells = write.row as Cells
      statement.run(...shape.columns.map(({ key, kind }) => encode(cells[key], kind)))
      return
    }
    this.#changeOne(write.change, write.where, write.set)
  }

  #changeOne(table: TableName, where: Cells, set: Cells): void {
    const setKeys = Object.keys(set)
    const whereKeys = Object.keys(where)
    const statement = this.#prepare(`change ${table} ${setKeys.join()} ${whereKeys.join()}`, () => {
      const assignments = setKeys.map((key) => `${sqlName(table, key)} = ?`).join(', ')
      const conditions = whereKeys.map((key) => `${sqlName(table, key)} = ?`).join(' AND ')
      return `UPDATE ${shapeOf(table).name} SET ${assignments} WHERE ${conditions}`
    })
    const kinds = shapeOf(table).columns
    const cell = (cells: Cells) => (key: string) =>
      encode(cells[key], kinds.find((one) => one.key === key)?.kind ?? '')
    statement.run(...setKeys.map(cell(set)), ...whereKeys.map(cell(where)))
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

function sqlName(table: TableName, key: string): string {
  return known(
    shapeOf(table).columns.find((column) => column.key === key),
    `${table}.${key}`,
  ).name
}

function selection(table: TableName): string {
  return shapeOf(table)
    .columns.map(({ key, name }) => `${name} AS "${key}"`)
    .join(', ')
}

/** Constants of `among` and `isNull` are written into the text: SQLite uses a partial index only for what it can read. */
function questionSql<Name extends TableName>(query: Query<Name>): string {
  const name = (column: Column<Name>) => sqlName(query.from, column)
  const conditions = [
    ...(query.equal ?? []).map((column) => `${name(column)} = ?`),
    ...(query.atMost ? [`${name(query.atMost)} <= ?`] : []),
    ...(query.above ? [`${name(query.above)} > ?`] : []),
    ...(query.among ? [amongSql(name(query.among.column), query.among.values)] : []),
    ...(query.isNull ? [`${name(query.isNull)} IS NULL`] : []),
    ...(query.notNull ? [`${name(query.notNull)} IS NOT NULL`] : []),
  ]
  return [
    `SELECT ${selection(query.from)} FROM ${shapeOf(query.from).name}`,
    conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '',
    query.orderBy ? `ORDER BY ${name(query.orderBy)} ${query.newestFirst ? 'DESC' : ''}` : '',
    query.hasLimit ? 'LIMIT ?' : '',
  ].join(' ')
}

function amongSql(column: string, values: readonly string[]): string {
  const quoted = values.map((value) => `'${value.replaceAll("'", "''")}'`)
  return quoted.length === 1 ? `${column} = ${quoted[0]}` : `${column} IN (${quoted.join(', ')})`
}

function decode<Name extends TableName>(table: Name, cells: Cells): Row<Name> {
  for (const { key, kind } of shapeOf(table).coded) {
    cells[key] = kind === 'SQLiteBoolean' ? cells[key] === 1 : JSON.parse(String(cells[key]))
  }
  return cells as Row<Name>
}

function encode(value: unknown, kind: string): Value {
  if (kind === 'SQLiteTextJson') return JSON.stringify(value)
  if (typeof value === 'boolean') return value ? 1 : 0
  return value as Value
}

/** What SQLite says, as the engine understands it: a key that is there already, or a world that failed. */
export function guarded<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
      throw new Conflict(String(error), { cause: error })
    }
    const isWorld = /^SQLITE_(FULL|IOERR|READONLY|CORRUPT|CANTOPEN|NOTADB|BUSY|LOCKED|NOMEM)/.test(code)
    throw isWorld ? new StorageFault(`${code}: ${String(error)}`, { cause: error }) : error
  }
}
