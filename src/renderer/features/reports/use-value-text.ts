import { useFormats, useSay } from '../../ui/words.tsx'
import type { ReportTable } from './report-table.ts'
import { valueText } from './value-text.ts'

export function useValueText({ columns, currency }: Pick<ReportTable, 'columns' | 'currency'>) {
  const say = useSay()
  const formats = useFormats()
  return (value: number | null, column: number): string =>
    valueText(value, columns[column], currency, { say, formats })
}
