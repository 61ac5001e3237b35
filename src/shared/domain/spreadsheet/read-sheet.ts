// From the text of a file to lines with named cells. Owns the head line: which columns there are and which are missing; must never
// know what a row means.

import { withoutGuard } from '../plan-import/text-cells.ts'
import { type CutLine, type Delimiter, cutCells, delimiters } from './cut-cells.ts'
import {
  type LineFault,
  SHEET_CHARS_MAX,
  SHEET_LINES_MAX,
  type SheetLine,
  type SheetTable,
  fault,
} from './sheet.ts'

/** Longer than any stored value: fifty amenities of sixty letters. */
const CELL_CHARS_MAX = 4000
/** Control characters other than tabs and line ends. */
const unseen = /[^\P{Cc}\t\r\n]/u

/**
 * `columns`: the known ones; the first identifies the row of a line. `needed`: what the head must have if it has not that one, since
 * then every row is new; left out: that one itself.
 */
export function readSheet(
  text: string,
  columns: readonly string[],
  needed: readonly string[] = columns.slice(0, 1),
): SheetTable {
  const [key = ''] = columns
  if (text.length > SHEET_CHARS_MAX) return none(fault(1, '', 'too-large', String(text.length)))
  const plain = text.replace(/^\uFEFF+/, '')
  const { lines: cut, faults } = cutCells(plain, delimiterOf(plain, columns))
  const [head, ...rows] = cut
  if (!head) return none(...(faults.length > 0 ? faults : [fault(1, '', 'no-head')]))
  const names = head.cells.map(nameOf)
  const missing = names.includes(key) ? [] : needed.filter((name) => !names.includes(name))
  if (missing.length > 0) return none(...missing.map((name) => fault(head.line, name, 'missing-column')))
  if (rows.length > SHEET_LINES_MAX) return none(fault(head.line, '', 'too-many-lines', String(rows.length)))
  const wrong = [...faultsOfHead(head, names, columns), ...faults]
  if (rows.length === 0 && wrong.length === 0) wrong.push(fault(head.line, '', 'no-lines'))
  const read = rows.map((row) => lineOf(row, names))
  const lines = read.flatMap((one) => (one.faults.length > 0 ? [] : [one.line]))
  return { lines, faults: [...wrong, ...read.flatMap((one) => one.faults)] }
}

function none(...faults: readonly LineFault[]): SheetTable {
  return { lines: [], faults }
}

/** The delimiter by which most columns of the first line are recognised. */
function delimiterOf(text: string, columns: readonly string[]): Delimiter {
  const [head = ''] = /[^\r\n]+/.exec(text) ?? []
  const known = (delimiter: Delimiter) =>
    head.split(delimiter).filter((cell) => columns.includes(nameOf(cell.replaceAll('"', '')))).length
  return delimiters.reduce((best, one) => (known(one) > known(best) ? one : best))
}

function nameOf(cell: string): string {
  return cell.trim().toLowerCase()
}

function faultsOfHead(
  { line, cells }: CutLine,
  names: readonly string[],
  columns: readonly string[],
): LineFault[] {
  return names.flatMap((name, index) => {
    if (name === '') return []
    if (!columns.includes(name)) return [fault(line, name, 'unknown-column', cells[index])]
    return names.indexOf(name) < index ? [fault(line, name, 'column-twice', cells[index])] : []
  })
}

function lineOf(
  { line, cells }: CutLine,
  names: readonly string[],
): { readonly line: SheetLine; readonly faults: readonly LineFault[] } {
  const found = new Map<string, string>()
  const faults: LineFault[] = []
  for (const [index, cell] of cells.entries()) {
    const name = names[index] ?? ''
    if (cell.length > CELL_CHARS_MAX) {
      faults.push(fault(line, name, 'too-long', cell))
      continue
    }
    const text = withoutGuard(cell.trim()).trim()
    if (name === '' && text !== '') faults.push(fault(line, '', 'more-cells', text))
    // Half a character or a control character: what would be stored is not what was meant.
    else if (!text.isWellFormed() || unseen.test(text)) faults.push(fault(line, name, 'not-text', text))
    else if (name !== '') found.set(name, text)
  }
  return { line: { line, cells: found }, faults }
}
