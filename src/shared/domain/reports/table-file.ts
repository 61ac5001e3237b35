// A report's table as a file for spreadsheets. Must never write a text that a spreadsheet would run.

import Papa from 'papaparse'
import { withGuard } from '../plan-import/text-cells.ts'

/** Text, a number, or a number whose digits are all meant ("12.50"). None: an empty cell. */
export type FileCell = string | number | { readonly exact: string } | null

/** What parts cells beside the comma, in some countries and programs: a cell with it is one cell there too. */
const otherDelimiter = /[;\t]/

/** Begins with the mark by which spreadsheets know UTF-8. Text is guarded; a number is none, not even one below zero. */
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
