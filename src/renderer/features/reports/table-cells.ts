import type { FileCell } from '../../../shared/domain/reports/table-file.ts'
import { decimalText } from '../../../shared/lib/money.ts'
import { unisolated } from '../../messages/isolated.ts'
import type { ReportTable } from './report-table.ts'

/** A report's table as cells of a file. The first row is the head. */
export function cellsOf({
  columns,
  rows,
  total,
  rowWords,
  currency,
}: ReportTable): readonly (readonly FileCell[])[] {
  const cell = (value: number | null, column: number): FileCell =>
    value !== null && columns[column]?.kind === 'money' ? { exact: decimalText(value, currency) } : value
  const lines = [...rows, ...(total ? [total] : [])].map((row) => [
    row.cell ?? unisolated(row.name),
    ...row.values.map(cell),
  ])
  const head = columns.map(({ words, kind }) => (kind === 'money' ? `${words} (${currency})` : words))
  return [[rowWords, ...head], ...lines]
}
