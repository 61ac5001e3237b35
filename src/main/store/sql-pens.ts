// How rows get into SQLite: each INSERT, UPDATE and DELETE is prepared once and bound again each time, many rows to a statement
// if they are consecutive. Owns the statements that write; must never know when a transaction begins or ends.

import type Database from 'better-sqlite3'
import { known } from '../../shared/lib/assert.ts'
import { type TableName, type Write, replaceable } from './rows.ts'
import { type Coding, type ColumnShape, amongKeys, columnOf, equals, mark, shapeOf } from './sql-text.ts'

export type Value = string | number | bigint | Uint8Array | null
export type Cells = Record<string, unknown>
type Change = Exclude<Write, { put: unknown } | { changeAll: unknown }>

/** Rows per statement, largest first: beyond sixteen nothing more is saved. */
const BATCHES = [16, 4, 1] as const
/** Of a number that is used as a bit set. */
const BITS = 31

/** A prepared statement, and the fields it takes in the order of its question marks; an INSERT takes them again for each row. */
interface Pen {
  readonly statement: Database.Statement<[Value[]]>
  readonly takes: readonly ColumnShape[]
  /** Rows of an INSERT. */
  readonly many: number
  /** The bound values, filled again each time: creating an array costs as much as binding it. */
  readonly values: Value[]
}

/** For an UPDATE or a DELETE: the fields that it sets and those that it finds rows by, in that order. */
interface ChangePen extends Pen {
  readonly verb: 'UPDATE' | 'DELETE'
  readonly set: readonly string[]
  readonly where: readonly string[]
}

/** The INSERTs of a table: one for each set of nullable columns left empty, and each size of `BATCHES` that was needed. */
interface Inserts {
  /** The columns that a row may leave empty. */
  readonly nullable: readonly string[]
  /** By the set of columns left empty (as bits), then by the number of rows. */
  readonly pens: Map<number, Map<number, Pen>>
}

export class SqlPens {
  readonly #db: Database.Database
  readonly #inserts = new Map<TableName, Inserts>()
  readonly #changes = new Map<TableName, readonly ChangePen[]>()

  constructor(db: Database.Database) {
    this.#db = db
  }

  /** Puts as many at once as are consecutive and leave the same columns empty. */
  put(table: TableName, rows: readonly Cells[]): void {
    const inserts = this.#insertsOf(table)
    for (let at = 0; at < rows.length; ) {
      const empty = emptyOf(inserts, rows[at])
      let end = at + 1
      while (end < rows.length && emptyOf(inserts, rows[end]) === empty) end += 1
      while (at < end) at = putBatch(this.#insertPen(table, inserts, empty, sizeFor(end - at)), rows, at)
    }
  }

  write(write: Write): void {
    if ('put' in write) return this.put(write.put, [write.row])
    if ('changeAll' in write) return this.#changeAll(write)
    const set = 'set' in write ? Object.keys(write.set) : []
    const pen = this.#changePen(write, set, Object.keys(write.where))
    if ('set' in write) fill(pen, write.set, 0, set.length)
    fill(pen, write.where, set.length)
    pen.statement.run(pen.values)
  }

  #changeAll({ changeAll: table, keys: among, set }: Extract<Write, { changeAll: unknown }>): void {
    const fields = Object.keys(set)
    const pen = this.#changePen({ change: table, where: {}, set } as never, fields, [])
    fill(pen, set, 0, fields.length)
    pen.values[fields.length] = JSON.stringify(among)
    pen.statement.run(pen.values)
  }

  #insertsOf(table: TableName): Inserts {
    const ready = this.#inserts.get(table)
    if (ready) return ready
    const inserts: Inserts = { nullable: shapeOf(table).nullable.slice(0, BITS), pens: new Map() }
    this.#inserts.set(table, inserts)
    return inserts
  }

  /** Empty columns are not bound: of a new booking's 34 columns every third is empty, and binding one costs as much as writing it. */
  #insertPen(table: TableName, inserts: Inserts, empty: number, many: number): Pen {
    const ready = inserts.pens.get(empty)?.get(many)
    if (ready) return ready
    const { name, columns } = shapeOf(table)
    const takes = columns.filter(({ key }) => (empty & (1 << inserts.nullable.indexOf(key))) === 0)
    const verb = replaceable.has(table) ? 'INSERT OR REPLACE' : 'INSERT'
    const names = takes.map((column) => column.name).join(', ')
    const marks = `(${takes.map(mark).join(', ')})`
    const rows = Array.from({ length: many }, () => marks).join(', ')
    const statement = this.#db.prepare<[Value[]]>(`${verb} INTO ${name} (${names}) VALUES ${rows}`)
    const pen: Pen = { statement, takes, many, values: [] }
    inserts.pens.set(empty, (inserts.pens.get(empty) ?? new Map<number, Pen>()).set(many, pen))
    return pen
  }

  #changePen(write: Change, set: readonly string[], where: readonly string[]): Pen {
    const verb = 'drop' in write ? 'DELETE' : 'UPDATE'
    const table = 'drop' in write ? write.drop : write.change
    const pens = this.#changes.get(table) ?? []
    // Compared field by field rather than looked up under a joined string: a table is changed in only a few ways, and the string
    // would be built for each sale.
    const ready = pens.find((pen) => pen.verb === verb && isSame(pen.set, set) && isSame(pen.where, where))
    if (ready) return ready
    const made = this.#makeChangePen(verb, table, set, where)
    this.#changes.set(table, [...pens, made])
    return made
  }

  #makeChangePen(
    verb: ChangePen['verb'],
    table: TableName,
    set: readonly string[],
    where: readonly string[],
  ): ChangePen {
    const assignments = set.map((key) => equals(table, key)).join(', ')
    const conditions = where.map((key) => equals(table, key)).join(' AND ') || amongKeys(table)
    const { name } = shapeOf(table)
    const begins = verb === 'DELETE' ? `DELETE FROM ${name}` : `UPDATE ${name} SET ${assignments}`
    const statement = this.#db.prepare<[Value[]]>(`${begins} WHERE ${conditions}`)
    const takes = [...set, ...where].map((key) => columnOf(table, key))
    return { statement, takes, many: 1, values: [], verb, set, where }
  }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false
  for (let at = 0; at < some.length; at += 1) if (some[at] !== others[at]) return false
  return true
}

/** Which of the nullable columns a row leaves empty, as bits. */
function emptyOf({ nullable }: Inserts, row: Cells | undefined): number {
  let empty = 0
  for (let at = 0; at < nullable.length; at += 1) {
    const key = nullable[at]
    if (key !== undefined && (row?.[key] ?? null) === null) empty |= 1 << at
  }
  return empty
}

function sizeFor(many: number): number {
  return BATCHES.find((size) => size <= many) ?? 1
}

/** Puts as many rows from `at` on as the pen takes; returns where the next begin. Plain loops, because every sale runs this. */
function putBatch(pen: Pen, rows: readonly Cells[], at: number): number {
  const { takes, many } = pen
  for (let row = 0; row < many; row += 1) {
    const cells = known(rows[at + row], 'row')
    for (let nth = 0; nth < takes.length; nth += 1) bind(pen, row * takes.length + nth, takes[nth], cells)
  }
  pen.statement.run(pen.values)
  return at + many
}

/** Binds question marks `from` to `to`. */
function fill(pen: Pen, cells: Cells, from: number, to = pen.takes.length): void {
  for (let nth = from; nth < to; nth += 1) bind(pen, nth, pen.takes[nth], cells)
}

function bind({ values }: Pen, nth: number, column: ColumnShape | undefined, cells: Cells): void {
  if (column) values[nth] = encode(cells[column.key], column.coding)
}

function encode(value: unknown, coding: Coding): Value {
  if (coding === 'json') return value === null ? null : JSON.stringify(value)
  if (coding === 'flag') return value === true ? 1 : 0
  return value as Value
}
