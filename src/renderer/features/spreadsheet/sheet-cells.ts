// A sheet that goes out as a workbook. Owns which of its cells are numbers; must never make one of what only looks like it.

import { withoutGuard } from '../../../shared/domain/plan-import/text-cells.ts'
import type { FileCell } from '../../../shared/domain/reports/table-file.ts'
import { cutCells } from '../../../shared/domain/spreadsheet/cut-cells.ts'

/** What a spreadsheet may add up; a telephone number is none. */
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
/** Digits that a spreadsheet keeps as they are. */
const plainNumber = /^\d{1,15}(\.\d{1,6})?$/

/** `text`: the table as CSV, with its head. */
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
