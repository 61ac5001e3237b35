import type { Paper, PaperBlock } from '../../../shared/domain/paper.ts'
import type { PaperWords } from '../../papers/paper-words.ts'
import type { ReportRow, ReportTable } from './report-table.ts'
import { valueText } from './value-text.ts'

/**
 * A report as blocks, for a receipt roll or a sheet: the plotted value beside each name, all others under it. `days`: the days it
 * covers.
 */
export function tablePaper(table: ReportTable, days: string, words: PaperWords): Paper {
  const { language, direction } = words
  const { title, rowWords, columns, drawn, rows, total } = table
  const drawnWords = columns[drawn]?.words ?? ''
  const blocks: readonly PaperBlock[] = [
    { kind: 'title', text: title },
    { kind: 'line', text: days },
    { kind: 'rule' },
    { kind: 'pair', start: rowWords, end: drawnWords },
    { kind: 'rule' },
    ...rows.flatMap((row) => rowBlocks(table, row, words)),
    ...(total ? [{ kind: 'rule' } as const, ...rowBlocks(table, total, words, true)] : []),
  ]
  return { name: title, language, direction, blocks }
}

function rowBlocks(
  { columns, drawn, currency }: ReportTable,
  { name, values }: ReportRow,
  words: PaperWords,
  isStrong = false,
): PaperBlock[] {
  const text = (column: number) => valueText(values[column] ?? null, columns[column], currency, words)
  const others = columns.flatMap(({ words: head }, column) => {
    const isSaid = column !== drawn && values[column] !== null && values[column] !== 0
    return isSaid ? [`${head} ${text(column)}`] : []
  })
  return [
    { kind: 'pair', start: name, end: text(drawn), isStrong },
    ...(others.length > 0 ? [{ kind: 'line', text: others.join(' · '), look: 'quiet' } as const] : []),
  ]
}
