// Converts a workbook to the text of a table: its first sheet, cell by cell; the text is then checked like any other file. Owns the
// limits that are checked before anything is unpacked or built; must never execute the content of a cell.

import { unzipSync, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { withGuard } from '../../../shared/domain/plan-import/text-cells.ts'
import { MINUTE_MS } from '../../../shared/lib/time.ts'
import { plainNumber, withPercents } from './percent-cells.ts'

/** File size: the longest table that one import accepts takes a tenth of it. The time of unpacking grows with it. */
export const XLSX_BYTES_MAX = 1024 * 1024
/** Unpacked size as declared in the file; fflate gives no part more room than declared. */
const UNPACKED_BYTES_MAX = 24 * 1024 * 1024
/** Sheets, styles, strings: the workbook of a large house has thirty parts. */
const PARTS_MAX = 200
/** Allowed cell positions: 702 columns, 9,999 rows. One cell far out would create a table of everything in between. */
const place = /^(?:[A-Z]{1,2})?\d{1,4}$/
const places = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Recognised by content: a workbook is a zip archive. */
export function isXlsx(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/** Null if it cannot be read. */
export async function readXlsx(bytes: Uint8Array): Promise<{ readonly text: string } | 'too-large' | null> {
  if (bytes.length > XLSX_BYTES_MAX) return 'too-large'
  try {
    const parts = unpacked(bytes)
    if (parts === null) return 'too-large'
    // Repacked without compression: the reader unpacks large parts in a worker, which the page forbids, but takes uncompressed ones
    // as they are.
    const { buffer } = zipSync(withPercents(parts), { level: 0 })
    const read = await readSheet(buffer, 1, { parseNumber: plainNumber })
    // Its types are wrong about dates: they give the class instead of an instance.
    const rows = read as unknown as readonly (readonly (string | boolean | Date | null)[])[]
    return { text: rows.map((row) => row.map(cellText).join(',')).join('\r\n') }
  } catch {
    return null
  }
}

/** Null if larger than a page has room for. */
function unpacked(bytes: Uint8Array): Record<string, Uint8Array> | null {
  let room = UNPACKED_BYTES_MAX
  let count = 0
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(xml|rels)$/.test(name)) return false
      room -= originalSize
      count += 1
      return room >= 0 && count <= PARTS_MAX
    },
  })
  const isInside = room >= 0 && count <= PARTS_MAX && Object.values(parts).every(isNear)
  return isInside ? parts : null
}

function isNear(part: Uint8Array): boolean {
  const text = new TextDecoder().decode(part)
  for (const [, double, single] of text.matchAll(places))
    if (!place.test(double ?? single ?? '')) return false
  return true
}

/** A date in a workbook has no zone: it is passed on as written, and the house knows whose clock it means. */
function cellText(cell: string | boolean | Date | null): string {
  if (cell === null) return ''
  const text = cell instanceof Date ? wallText(cell) : String(cell)
  return `"${withGuard(text).replaceAll('"', '""')}"`
}

/** Rounded to the minute: a workbook stores a time as a fraction of a day, which is seldom exact. */
function wallText(day: Date): string {
  return new Date(Math.round(day.getTime() / MINUTE_MS) * MINUTE_MS).toISOString().slice(0, 16)
}
