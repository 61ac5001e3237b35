// Cells as text for the clipboard, to and from spreadsheets: lines, with tabs between cells. Owns both directions; what a cell
// can be changed to is up to its column.

import type { Column, Edited } from './column.ts'
import type { Block } from './cursor.ts'

export function copied<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { top, bottom, first, last }: Block,
): string {
  const chosen = columns.slice(first, last + 1)
  return rows
    .slice(top, bottom + 1)
    .map((row) => chosen.map(({ text, edit }) => cellText(edit ? edit.text(row) : text(row))).join('\t'))
    .join('\n')
}

/** As spreadsheets write it: a cell containing a tab, a line break or a quotation mark is quoted. */
function cellText(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [, quoted, plain = '', end] = match
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '') break
    if (end !== '\t') rows.push([])
  }
  // Spreadsheets end the text with a line break, which adds no row.
  const isEnded = rows.length > 1 && rows.at(-1)?.join('') === '' && /[\r\n]$/.test(text)
  return isEnded ? rows.slice(0, -1) : rows
}

/** Pastes from the first marked cell on; cells that cannot be edited are skipped. */
export function pastedAt<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { cells, block }: PastedCells,
): readonly Edited<Row>[] {
  // A single cell fills everything that is marked.
  const only = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined
  const widest = Math.max(...cells.map(({ length }) => length))
  const height = only === undefined ? cells.length : block.bottom - block.top + 1
  const width = only === undefined ? widest : block.last - block.first + 1
  const into = columns.slice(block.first, block.first + width)
  return rows.slice(block.top, block.top + height).flatMap((row, line) =>
    into.flatMap((column, place) => {
      const text = only ?? cells[line]?.[place]
      return column.edit && text !== undefined ? [{ row, column, text }] : []
    }),
  )
}

export interface PastedCells {
  readonly cells: readonly (readonly string[])[]
  readonly block: Block
}
