// Saves what a table shows as a file for any spreadsheet: its columns, its rows, its order. Owns how a cell is written; text is
// protected against being executed by the program that opens it.

import { type FileCell, writeTable } from '../../../shared/domain/reports/table-file.ts'
import { saveFile } from '../save-file.ts'
import type { Column } from './column.ts'

/** Rows written before the screen may render again: some ten milliseconds of work. */
const SLICE = 2000

interface Shown<Row> {
  readonly name: string
  readonly rows: readonly Row[]
  /** If some rows are selected, only those. */
  readonly isSelected: (row: Row) => boolean
  readonly columns: readonly Column<Row>[]
  /** The head of a column of currencies. */
  readonly currency: string
}

export async function saveRows<Row>(asked: Shown<Row>): Promise<void> {
  const { name, rows: shown, isSelected, columns, currency } = asked
  const selected = shown.filter(isSelected)
  const rows = selected.length > 0 ? selected : shown
  const written = columns
    .filter(({ isTools = false }) => !isTools)
    .flatMap((column) => withCurrency(column, rows, currency))
  const lines: FileCell[][] = []
  for (let from = 0; from < rows.length; from += SLICE) {
    for (const row of rows.slice(from, from + SLICE)) lines.push(written.map((column) => cellOf(column, row)))
    // oxlint-disable-next-line no-await-in-loop -- between two slices the screen draws
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  const head = written.map((column) => column.head)
  saveFile({ name, ending: 'csv', type: 'text/csv', text: writeTable(head, lines) })
}

/** An amount's currency is in its head; if the rows have several, in a column beside it. */
export function withCurrency<Row>(
  column: Column<Row>,
  rows: readonly Row[],
  head: string,
): readonly Column<Row>[] {
  const { currency } = column
  const all = new Set(currency && rows.map(currency))
  const [only] = all
  if (!currency || only === undefined) return [column]
  if (all.size === 1) return [{ ...column, head: `${column.head} (${only})` }]
  return [column, { id: 'currency', head, kind: 'text', value: currency, text: currency, width: '' }]
}

/** Numbers as numbers and times in the form of spreadsheets; everything else as displayed. */
function cellOf<Row>({ kind, value, text, plain, edit }: Column<Row>, row: Row): FileCell {
  if (plain) return plain(row)
  if (kind === 'day' && edit) return edit.text(row)
  const cell = value(row)
  return kind === 'number' && (typeof cell === 'number' || cell === null) ? cell : text(row)
}
