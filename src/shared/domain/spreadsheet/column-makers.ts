// The kinds of columns in sheets: which field of a row a cell is, how it is read and written. Owns the kinds; which columns a sheet has
// is in sheet-columns.ts. Must never read a cell to a value that it would write differently.

import { readInstantIn, readWhole, readYes, writeInstant } from './cell-values.ts'
import type { LineProblem } from './sheet.ts'

export type Value = string | number | boolean | readonly string[] | null
export type Fields = Readonly<Record<string, Value>>

export interface Column {
  /** The column's title in the file. */
  readonly name: string
  readonly field: string
  /** One of a listing's `details`, such as stars or amenities; an empty cell means there is none. */
  readonly isDetail?: true
  /** Cannot change after the row was created. */
  readonly isFixed?: true
  /** `zone`: for days and times without an offset; null: none. */
  readonly read: (
    text: string,
    zone: string | null,
  ) => { readonly value: Value } | { readonly problem: LineProblem }
  readonly write: (value: Value) => string
  /** The value of an empty cell, and of a missing column for a new row; left out: a value is required. */
  readonly empty?: Value
}

export function textColumn(name: string, max: number): Column {
  return {
    name,
    field: name,
    read: (cell) => (cell.length > max ? { problem: 'too-long' } : { value: cell }),
    write: String,
  }
}

/** Makes a `read` from a function that returns null for an invalid cell. */
export function reading(of: (cell: string) => Value, problem: LineProblem): Column['read'] {
  return (cell) => {
    const value = of(cell)
    return value === null ? { problem } : { value }
  }
}

export function yesNoColumn(name: string, field: string): Column {
  return { name, field, read: reading(readYes, 'yes-no'), write: writeYes }
}

export function writeYes(value: Value): string {
  return value === true ? 'yes' : 'no'
}

export function instantColumn(name: string, field: string): Column {
  return { name, field, read: readInstantIn, write: (value) => writeInstant(Number(value)) }
}

export function wholeColumn(name: string, field: string, max: number): Column {
  const read = reading((cell) => readWhole(cell, max), 'number')
  return { name, field, read, write: (value) => (value === null ? '' : String(value)) }
}

/** The same limits as in the table of listings: fifty words of sixty letters. */
const WORDS_MAX = 50
const WORD_CHARS_MAX = 60

/** Several words in one cell, separated by commas, each only once. */
export function listColumn(name: string): Column {
  return {
    name,
    field: name,
    read: (cell) => {
      const all = [...new Set(cell.split(/[,،]/).map((one) => one.trim()))].filter((one) => one !== '')
      const isLong = all.length > WORDS_MAX || all.some(({ length }) => length > WORD_CHARS_MAX)
      return isLong ? { problem: 'too-long' } : { value: all }
    },
    write: (value) => (Array.isArray(value) ? value.join(', ') : String(value)),
  }
}

/** Makes a column an optional detail. */
export function detail(column: Column): Column {
  return {
    ...column,
    isDetail: true,
    empty: null,
    write: (value) => (value === null ? '' : column.write(value)),
  }
}
