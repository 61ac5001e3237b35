import { useFormats, useSay } from '../../ui/words.tsx'
import type { ReportTable } from './report-table.ts'

/** How a column's numbers are written for people; nothing to say is a dash. */
export function useValueText({ columns, currency }: Pick<ReportTable, 'columns' | 'currency'>) {
  const say = useSay()
  const { money, number } = useFormats()
  return (value: number | null, column: number): string => {
    if (value === null) return '–'
    const kind = columns[column]?.kind
    if (kind === 'money') return money(value, currency)
    return kind === 'percent' ? say('reports.percent', { percent: value }) : number(value)
  }
}
