// A report's table as a file for spreadsheets. Must never write a text that a spreadsheet would execute.

import Papa from 'papaparse'
import { withGuard } from '../plan-import/text-cells.ts'

/** Text, a number, or a number to write with exactly these digits ("12.50"). Null: an empty cell. */
export type FileCell = string | number | { readonly exact: string } | null

/** Delimiters other than the comma, in some countries and programs: a cell that contains one is quoted, to stay one cell there too. */
const otherDelimiter = /[;\t]/

/** Begins with the byte order mark, by which spreadsheets recognise UTF-8. Text is guarded against formulas; numbers need no guard. */
export function writeTable(head: readonly string[], rows: readonly (readonly FileCell[])[]): string {
  const data = rows.map((row) => row.map(written))
  const table = Papa.unparse(
    { fields: head.map(withGuard), data },
    { quotes: (cell: string) => otherDelimiter.test(cell) },
  )
  return `\uFEFF${table}\r\n`
}

function written(cell: FileCell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return withGuard(cell)
  return typeof cell === 'number' ? String(cell) : cell.exact
}
