// A table as a workbook with one sheet (XLSX). Owns its few parts; a cell is text or a number, and must never be a formula.

import { strToU8, zipSync } from 'fflate'
import type { FileCell } from '../../shared/domain/reports/table-file.ts'
import { saveFile } from './save-file.ts'

const prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const office = 'http://schemas.openxmlformats.org'
const book = `${office}/officeDocument/2006/relationships`
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const parts = {
  '[Content_Types].xml': `${prolog}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
  '_rels/.rels': `${prolog}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${book}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `${prolog}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${book}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/workbook.xml': `${prolog}<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${book}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
}

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function saveWorkbook(name: string, rows: readonly (readonly FileCell[])[]): void {
  saveFile({ name, ending: 'xlsx', type: XLSX_TYPE, text: Uint8Array.from(workbookOf(rows)) })
}

/** The first row is the head. */
export function workbookOf(rows: readonly (readonly FileCell[])[]): Uint8Array {
  const cells = rows.map((row) => row.map(cellOf))
  const sheet = `${prolog}<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>${cells.map(rowOf).join('')}</sheetData></worksheet>`
  const all = { ...parts, 'xl/worksheets/sheet1.xml': sheet }
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, part]) => [name, strToU8(part)])))
}

function cellOf(cell: FileCell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return words(cell)
  return `<v>${typeof cell === 'number' ? cell : cell.exact}</v>`
}

function rowOf(cells: readonly string[], index: number): string {
  const row = index + 1
  const all = cells.map((cell, column) => {
    const at = ` r="${columnName(column)}${row}"`
    if (cell === '') return ''
    return cell.startsWith('<v>') ? `<c${at}>${cell}</c>` : `<c${at} t="inlineStr">${cell}</c>`
  })
  return `<row r="${row}">${all.join('')}</row>`
}

/** A, B, … Z, AA: our tables have about ten columns. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

function words(text: string): string {
  if (text === '') return ''
  const safe = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // Escapes text that looks like this format's character escape.
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('\r', '_x000D_')
  return `<is><t xml:space="preserve">${safe}</t></is>`
}
