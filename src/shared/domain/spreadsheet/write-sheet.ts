// Writes catalogue rows as the sheet that `readSheet` reads. Owns quotation marks and the formula guard; must never write a cell that
// a spreadsheet would execute.

import { withGuard } from '../plan-import/text-cells.ts'
import { written } from './decide-sheet.ts'
import { sheetColumns } from './sheet-columns.ts'
import type { SheetEntry, EntryKind } from './sheet.ts'

/** The byte order mark, by which spreadsheets recognise UTF-8, and the names of the columns. */
export function sheetHead(of: EntryKind): string {
  return `\uFEFF${sheetColumns[of].map(({ name }) => name).join(',')}\r\n`
}

export function sheetLines(of: EntryKind, entries: readonly SheetEntry[]): string {
  return entries
    .map((entry) => `${sheetColumns[of].map((column) => cellOf(written(column, entry))).join(',')}\r\n`)
    .join('')
}

/** Quotes a cell that contains any country's delimiter, or begins or ends with a space. */
export function cellOf(text: string): string {
  const guarded = withGuard(text)
  return /[",;\t\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
