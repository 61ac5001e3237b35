// A sheet exported as a workbook. Owns which of its cells are numbers; must never turn into a number what only looks like one.

import { withoutGuard } from '../../../shared/domain/plan-import/text-cells.ts'
import type { FileCell } from '../../../shared/domain/reports/table-file.ts'
import { cutCells } from '../../../shared/domain/spreadsheet/cut-cells.ts'

/** Columns that a spreadsheet may add up; telephone numbers are none. */
const numbers: ReadonlySet<string> = new Set([
  'id',
  'show',
  'like',
  'listing',
  'price',
  'percent',
  'discount_max',
  'uses_max',
  'stars',
  'nights',
  'minutes',
  'from_minor',
])
/** Digits that a spreadsheet keeps unchanged. */
const plainNumber = /^\d{1,15}(\.\d{1,6})?$/

/** `text`: the table as CSV, including its head. */
export function cellsOf(text: string): readonly (readonly FileCell[])[] {
  const [names = [], ...lines] = cutCells(text.replace(/^\uFEFF/, ''), ',').lines.map(({ cells }) => cells)
  const rows = lines.map((cells) =>
    cells.map((cell, index): FileCell => {
      const isNumber = numbers.has(names[index] ?? '') && plainNumber.test(cell)
      return isNumber ? { exact: cell } : withoutGuard(cell)
    }),
  )
  return [names, ...rows]
}
