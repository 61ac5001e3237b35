// Writes rows of the catalogue as the sheet that `readSheet` reads. Owns quotation marks and the guard; must never write a cell that
// a spreadsheet would run.

import { withGuard } from '../plan-import/text-cells.ts'
import { written } from './decide-sheet.ts'
import { sheetColumns } from './sheet-columns.ts'
import type { SheetEntry, EntryKind } from './sheet.ts'

/** The mark by which spreadsheets know UTF-8, and the names of the columns. */
export function sheetHead(of: EntryKind): string {
  return `\uFEFF${sheetColumns[of].map(({ name }) => name).join(',')}\r\n`
}

export function sheetLines(of: EntryKind, entries: readonly SheetEntry[]): string {
  return entries
    .map((entry) => `${sheetColumns[of].map((column) => cellOf(written(column, entry))).join(',')}\r\n`)
    .join('')
}

/** A cell with what parts cells in any country, or that begins or ends with a space, stands in quotation marks. */
export function cellOf(text: string): string {
  const guarded = withGuard(text)
  return /[",;\t\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
