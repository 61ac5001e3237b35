// The columns that sheets are made of: what a cell is of a row, how it is read and written. Owns the kinds of cells; which columns a sheet
// has is said beside. Must never read what it would write otherwise.

import { readInstantIn, readWhole, readYes, writeInstant } from './cell-values.ts'
import type { LineProblem } from './sheet.ts'

export type Value = string | number | boolean | readonly string[] | null
export type Fields = Readonly<Record<string, Value>>

export interface Column {
  /** As the head of the file has it. */
  readonly name: string
  readonly field: string
  /** Of its details: a listing's stars, amenities. Nothing there is no such detail. */
  readonly isDetail?: true
  /** What a row was made with stays so. */
  readonly isFixed?: true
  /** `zone`: of days and times that say none; null: there is none. */
  readonly read: (
    text: string,
    zone: string | null,
  ) => { readonly value: Value } | { readonly problem: LineProblem }
  readonly write: (value: Value) => string
  /** What an empty cell says, and a column that a new row's file has not; left out: it has to say something. */
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

/** A reading that answers null where it is none. */
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

/** As the table of listings takes them: fifty, of sixty letters. */
const WORDS_MAX = 50
const WORD_CHARS_MAX = 60

/** Some words in one cell, parted by commas, each once. */
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

/** A detail that a row need not have. */
export function detail(column: Column): Column {
  return {
    ...column,
    isDetail: true,
    empty: null,
    write: (value) => (value === null ? '' : column.write(value)),
  }
}
