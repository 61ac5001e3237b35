import type { Currency } from '../../../shared/lib/money.ts'
import type { PaperWords } from '../../papers/paper-words.ts'
import type { ReportColumn } from './report-table.ts'

/** A column's number formatted for people; a dash if there is nothing to say. */
export function valueText(
  value: number | null,
  column: ReportColumn | undefined,
  currency: Currency,
  { say, formats }: Pick<PaperWords, 'say' | 'formats'>,
): string {
  if (value === null) return '–'
  if (column?.kind === 'money') return formats.money(value, currency)
  return column?.kind === 'percent' ? say('reports.percent', { percent: value }) : formats.number(value)
}
