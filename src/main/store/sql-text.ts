// The SQL for tables and queries: the columns of each table as the schema names them, and the text of a query. Built once; must
// never run anything.

import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { known } from '../../shared/lib/assert.ts'
import { type Column, type Query, type TableName, keys, tables } from './rows.ts'

/** How a field is stored in SQLite: as it is, as 0 or 1, as JSON text, or, for a booking's id, as the booking's sequence. */
export type Coding = 'plain' | 'flag' | 'json' | 'booking'

export interface ColumnShape {
  readonly key: string
  readonly name: string
  readonly coding: Coding
}

interface Shape {
  /** The SQL name of the table, to which rows are written. */
  readonly name: string
  /** What rows are read from: the table, or a view that includes rows stored elsewhere for now. */
  readonly readFrom: string
  readonly columns: readonly ColumnShape[]
  /** Columns that SQLite stores as another type than the row has. */
  readonly coded: readonly ColumnShape[]
  /** Columns that are NULL if a row leaves them out. */
  readonly nullable: readonly string[]
}

const views: Partial<Record<TableName, string>> = { command: 'kept_command', transfer: 'every_transfer' }
/** Columns that are not part of the rows that callers see. */
const own: Partial<Record<TableName, readonly string[]>> = { journal: ['kept', 'moved'] }

const shapes = new Map<TableName, Shape>()

export function shapeOf(table: TableName): Shape {
  const ready = shapes.get(table)
  if (ready) return ready
  const byColumn = new Map(Object.entries(tables[table]).map(([key, column]) => [column, key]))
  const { name, columns: declared } = getTableConfig(tables[table])
  const keyOf = (column: (typeof declared)[number]) => known(byColumn.get(column as never), column.name)
  const columns = declared.map((column) => ({
    key: keyOf(column),
    name: column.name,
    coding: codingOf(column.columnType),
  }))
  const coded = columns.filter(({ coding }) => coding === 'flag' || coding === 'json')
  const nullable = declared.filter(({ notNull, hasDefault }) => !notNull && !hasDefault).map(keyOf)
  const shape = { name, readFrom: views[table] ?? name, columns, coded, nullable }
  shapes.set(table, shape)
  return shape
}

function codingOf(columnType: string): Coding {
  if (columnType === 'SQLiteTextJson') return 'json'
  if (columnType === 'SQLiteCustomColumn') return 'booking'
  return columnType === 'SQLiteBoolean' ? 'flag' : 'plain'
}

/** Takes one parameter, a JSON list of keys. */
export function amongKeys(table: TableName): string {
  return `${sqlName(table, keys[table][0])} IN (SELECT value FROM json_each(?))`
}

/** Of these columns, or of all, those that must be decoded when read. */
export function codedIn(table: TableName, only?: readonly string[]): readonly ColumnShape[] {
  const { coded } = shapeOf(table)
  return only ? coded.filter(({ key }) => only.includes(key)) : coded
}

export function columnOf(table: TableName, key: string): ColumnShape {
  return known(
    shapeOf(table).columns.find((column) => column.key === key),
    `${table}.${key}`,
  )
}

export function sqlName(table: TableName, key: string): string {
  return columnOf(table, key).name
}

export function selection(table: TableName, only?: readonly string[]): string {
  const seen = () => shapeOf(table).columns.filter(({ key }) => !own[table]?.includes(key))
  const columns = only ? only.map((key) => columnOf(table, key)) : seen()
  return columns.map((column) => `${read(table, column)} AS "${column.key}"`).join(', ')
}

/** The expression to read a column; a booking's sequence is read as its id. */
function read(table: TableName, { name, coding }: ColumnShape): string {
  if (coding !== 'booking') return name
  return `(SELECT booking_id FROM booking WHERE booking.sequence = ${shapeOf(table).name}.${name})`
}

/** The placeholder for a value that is written or compared. */
export function mark({ coding }: ColumnShape): string {
  return coding === 'booking' ? '(SELECT sequence FROM booking WHERE booking_id = ?)' : '?'
}

/** `name = ?` */
export function equals(table: TableName, key: string): string {
  const column = columnOf(table, key)
  return `${column.name} = ${mark(column)}`
}

/** Constants of `among`, `notAmong` and `isTrue` are written into the text: SQLite uses a partial index only if it can see them there. */
export function questionSql<Name extends TableName, Of extends Column<Name>>(query: Query<Name, Of>): string {
  const name = (column: Column<Name>) => sqlName(query.from, column)
  const conditions = [
    ...(query.isByKeys ? [amongKeys(query.from)] : []),
    ...(query.equal ?? []).map((column) => equals(query.from, column)),
    ...(query.above ? [`${name(query.above)} > ?`] : []),
    ...(query.below ? [`${name(query.below)} < ?`] : []),
    ...(query.among ? [amongSql(name(query.among.column), query.among.values)] : []),
    ...(query.notAmong ? [notAmongSql(name(query.notAmong.column), query.notAmong.values)] : []),
    ...(query.isTrue ? [`${name(query.isTrue)} = 1`] : []),
  ]
  return [
    `SELECT ${selection(query.from, query.only)} FROM ${query.through ?? shapeOf(query.from).readFrom}`,
    conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '',
    query.orderBy ? `ORDER BY ${name(query.orderBy)} ${query.newestFirst ? 'DESC' : ''}` : '',
    query.hasLimit ? 'LIMIT ?' : '',
  ].join(' ')
}

function amongSql(column: string, values: readonly string[]): string {
  const words = values.map(quoted)
  return words.length === 1 ? `${column} = ${words[0]}` : `${column} IN (${words.join(', ')})`
}

/** Term by term, as in the index's own condition. */
function notAmongSql(column: string, values: readonly string[]): string {
  return values.map((value) => `${column} <> ${quoted(value)}`).join(' AND ')
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}
