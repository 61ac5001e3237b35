// A workbook that came, as the text of a table: its first sheet, cell by cell, then looked at like any other file. Owns the limits that are
// looked at before anything is unpacked or built; must never run what a cell says.

import { unzipSync, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { withGuard } from '../../../shared/domain/plan-import/text-cells.ts'
import { MINUTE_MS } from '../../../shared/lib/time.ts'

/** Of the file: a table as long as one import takes is a tenth of it. Unpacking goes on for as long as the packed file is. */
export const XLSX_BYTES_MAX = 1024 * 1024
/** Of what is in it, as it says itself; fflate gives no part more room than it said. */
const UNPACKED_BYTES_MAX = 24 * 1024 * 1024
/** Sheets, styles, words: a workbook of a large house has thirty. */
const PARTS_MAX = 200
/** Where a cell may stand: 702 columns, 9,999 lines. One far out would make a table of all that lies between. */
const place = /^(?:[A-Z]{1,2})?\d{1,4}$/
const places = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** By what is in it: a workbook is a packed folder. */
export function isXlsx(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/** Null: none that can be read. */
export async function readXlsx(bytes: Uint8Array): Promise<{ readonly text: string } | 'too-large' | null> {
  if (bytes.length > XLSX_BYTES_MAX) return 'too-large'
  try {
    const parts = unpacked(bytes)
    if (parts === null) return 'too-large'
    // Packed anew without pressing: the reader unpacks large parts in a worker, which the page forbids, and these it takes as they are.
    const { buffer } = zipSync(parts, { level: 0 })
    const read = await readSheet(buffer, 1, { parseNumber: (text: string) => text })
    // Its types name the class of a day where it gives one.
    const rows = read as unknown as readonly (readonly (string | boolean | Date | null)[])[]
    return { text: rows.map((row) => row.map(cellText).join(',')).join('\r\n') }
  } catch {
    return null
  }
}

/** Null: more than a page has room for. */
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

/** A day of a workbook has no zone: it is told as it stands, and whose clock it is, the house knows. */
function cellText(cell: string | boolean | Date | null): string {
  if (cell === null) return ''
  const text = cell instanceof Date ? wallText(cell) : String(cell)
  return `"${withGuard(text).replaceAll('"', '""')}"`
}

/** To the nearest minute: a workbook keeps a clock as a part of a day, which is seldom the whole of it. */
function wallText(day: Date): string {
  return new Date(Math.round(day.getTime() / MINUTE_MS) * MINUTE_MS).toISOString().slice(0, 16)
}
