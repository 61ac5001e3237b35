// The store on SQLite: the only SQL that sales run through. Every statement is built once from the schema and prepared once; new
// rows of a sale wait until somebody reads, or their transaction ends. Must never know a rule: a double claim is detected by the
// index, and whether a claim may be made is decided by the engine.

import type Database from 'better-sqlite3'
import type { CommandId } from '../../shared/domain/ids.ts'
import { Bug } from '../../shared/lib/assert.ts'
import {
  type Column,
  type Columns,
  type ColumnsQuery,
  type Query,
  type Row,
  type TableName,
  type Write,
  keys,
} from './rows.ts'
import { KeptIds } from './late-rows.ts'
import { type Cells, SqlPens, type Value } from './sql-pens.ts'
import { type ColumnShape, codedIn, questionSql, selection, shapeOf, sqlName } from './sql-text.ts'
import { guarded } from './sqlite-errors.ts'
import { type ClaimStrategy, Conflict, StorageFault, type Store } from './store.ts'
import { WaitingRows } from './waiting-rows.ts'

/** A plain BEGIN takes no lock before the first write, and that write fails if another process wrote since the first read. */
const begins: Readonly<Record<ClaimStrategy, string>> = {
  pessimistic: 'BEGIN IMMEDIATE',
  optimistic: 'BEGIN',
  'in-process': 'BEGIN',
}

interface Asked {
  readonly statement: Database.Statement<Value[], Cells>
  /** Of the columns that it reads, those that must be decoded. */
  readonly coded: readonly ColumnShape[]
}

type AskedColumn = readonly [key: string, statement: Database.Statement<Value[], Value>]

export class SqliteStore implements Store {
  readonly #db: Database.Database
  readonly #begin: string
  readonly #prepared = new Map<string, Database.Statement<Value[]>>()
  readonly #asked = new Map<object, Asked>()
  readonly #askedByColumn = new Map<object, readonly AskedColumn[]>()
  readonly #pens: SqlPens
  readonly #waiting = new WaitingRows()
  readonly #kept: KeptIds
  /** The `foreignVersion` for which `#kept` is valid. */
  #keptOf: number | null = null
  /** The `foreignVersion` of the running transaction, which sees one instant. */
  #version: number | null = null
  #askVersion: Database.Statement<[], number> | null = null
  #isInside = false
  #prepareFile: (() => void) | null

  /** `prepareFile`: to be run once, before the first commit. */
  constructor(
    db: Database.Database,
    strategy: ClaimStrategy = 'pessimistic',
    prepareFile: (() => void) | null = null,
  ) {
    this.#db = db
    this.#begin = begins[strategy]
    this.#pens = new SqlPens(db)
    this.#kept = new KeptIds(db)
    this.#prepareFile = prepareFile
  }

  /** Does now what the first commit would have to do first; nothing if it is done. */
  prepareToWrite(): void {
    const prepareFile = this.#prepareFile
    this.#prepareFile = null
    if (prepareFile) guarded(prepareFile)
  }

  get<Name extends TableName>(table: Name, ...key: readonly (string | number)[]): Row<Name> | undefined {
    const statement = this.#prepare(`get ${table}`, () => {
      const where = keys[table].map((column) => `${sqlName(table, column)} = ?`).join(' AND ')
      return `SELECT ${selection(table)} FROM ${shapeOf(table).readFrom} WHERE ${where}`
    })
    const cells = guarded(() => {
      this.#writeWaiting()
      return statement.get(...key)
    }) as Cells | undefined
    return cells && decode<Name>(shapeOf(table).coded, cells)
  }

  select<Name extends TableName, Of extends Column<Name> = Column<Name>>(
    query: Query<Name, Of>,
    ...values: readonly (string | number)[]
  ): Pick<Row<Name>, Of>[] {
    const { statement, coded } = this.#asked.get(query) ?? this.#ask(query)
    const found = guarded(() => {
      this.#writeWaiting()
      return statement.all(...values)
    })
    if (coded.length === 0) return found as unknown as Pick<Row<Name>, Of>[]
    return found.map((cells) => decode<Name>(coded, cells))
  }

  columns<Name extends TableName, Of extends Column<Name>>(
    query: ColumnsQuery<Name, Of>,
    ...values: readonly (string | number)[]
  ): Columns<Name, Of> {
    const statements = this.#askedByColumn.get(query) ?? this.#askByColumn(query)
    const read = () => {
      this.#writeWaiting()
      return statements.map(([key, statement]) => [key, statement.all(...values)])
    }
    return this.snapshot(() => Object.fromEntries(guarded(read)) as Columns<Name, Of>)
  }

  all<Name extends TableName>(table: Name): Row<Name>[] {
    return [...this.each(table)]
  }

  *each<Name extends TableName>(table: Name): Generator<Row<Name>> {
    const order = keys[table].map((column) => sqlName(table, column)).join(', ')
    const sql = `SELECT ${selection(table)} FROM ${shapeOf(table).readFrom} ORDER BY ${order}`
    const { coded } = shapeOf(table)
    const rows = guarded(() => {
      this.#writeWaiting()
      return this.#db.prepare<Value[], Cells>(sql).iterate()
    })
    try {
      for (let next = guarded(() => rows.next()); !next.done; next = guarded(() => rows.next()))
        yield decode<Name>(coded, next.value)
    } finally {
      rows.return?.()
    }
  }

  write(writes: readonly Write[]): void {
    guarded(() => {
      for (const write of writes) this.#writeOne(write)
      if (!this.#isInside) this.#writeWaiting()
    })
  }

  transaction<Result>(work: () => Result): Result {
    if (this.#prepareFile) this.prepareToWrite()
    return this.#from(this.#begin, work)
  }

  snapshot<Result>(work: () => Result): Result {
    return this.#db.inTransaction ? work() : this.#from('BEGIN', work)
  }

  #from<Result>(begin: string, work: () => Result): Result {
    this.#run(begin)
    this.#isInside = true
    this.#version = null
    try {
      const result = work()
      this.#run('COMMIT')
      return result
    } catch (error) {
      this.#waiting.forget()
      if (this.#db.inTransaction) this.#run('ROLLBACK')
      throw error
    } finally {
      this.#isInside = false
      this.#version = null
    }
  }

  part<Result>(work: () => Result): Result {
    this.#run('SAVEPOINT part')
    try {
      const result = work()
      this.#run('RELEASE part')
      return result
    } catch (error) {
      this.#waiting.forget()
      // A full disk may have ended the whole transaction already; then there is no part to go back to.
      if (!this.#db.inTransaction)
        throw error instanceof StorageFault ? error : new StorageFault(String(error))
      this.#run('ROLLBACK TO part')
      this.#run('RELEASE part')
      throw error
    }
  }

  foreignVersion(): number {
    if (this.#version !== null) return this.#version
    this.#askVersion ??= this.#db.prepare<[], number>('PRAGMA data_version').pluck()
    const statement = this.#askVersion
    const version = guarded(() => statement.get()) as number
    if (this.#isInside) this.#version = version
    return version
  }

  close(): void {
    this.#db.close()
  }

  #run(sql: string): void {
    const statement = this.#prepare(sql, () => sql)
    guarded(() => {
      this.#writeWaiting()
      statement.run()
    })
  }

  #writeOne(write: Write): void {
    if ('put' in write && write.put === 'command') this.#keepOnce(write.row.commandId)
    if (this.#waiting.take(write)) return
    if (!this.#waiting.isBeside(write)) this.#writeWaiting()
    this.#pens.write(write)
  }

  /** [C3] Checked here, because the index of `command` does not cover answers that are stored beside their events. */
  #keepOnce(commandId: CommandId): void {
    if (this.#wasKept(commandId)) throw new Conflict(`command ${commandId}`)
    this.#kept.add(commandId)
  }

  #wasKept(commandId: CommandId): boolean {
    const version = this.foreignVersion()
    if (version !== this.#keptOf) this.#kept.forget()
    this.#keptOf = version
    if (this.#kept.isNewest(commandId)) return false
    this.#writeWaiting()
    return this.#kept.has(commandId)
  }

  #writeWaiting(): void {
    this.#waiting.drain((table, rows) => this.#pens.put(table, rows))
  }

  #ask<Name extends TableName, Of extends Column<Name>>(query: Query<Name, Of>): Asked {
    const asked = {
      statement: this.#db.prepare<Value[], Cells>(questionSql(query)),
      coded: codedIn(query.from, query.only),
    }
    this.#asked.set(query, asked)
    return asked
  }

  /** One statement per column: SQLite returns single values faster than rows. */
  #askByColumn<Name extends TableName, Of extends Column<Name>>(
    query: ColumnsQuery<Name, Of>,
  ): readonly AskedColumn[] {
    const [coded] = codedIn(query.from, query.only)
    if (coded) throw new Bug(`${query.from}.${coded.key} is not kept as it is`)
    const statements = query.only.map((key) => {
      const sql = questionSql({ ...query, only: [key] })
      return [key, this.#db.prepare<Value[], Value>(sql).pluck()] as const
    })
    this.#askedByColumn.set(query, statements)
    return statements
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

function decode<Name extends TableName>(coded: readonly ColumnShape[], cells: Cells): Row<Name> {
  for (const { key, coding } of coded) {
    const cell = cells[key]
    if (coding === 'flag') cells[key] = cell === 1
    else if (typeof cell === 'string') cells[key] = JSON.parse(cell)
  }
  return cells as Row<Name>
}
