import { useStore } from 'zustand'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { percentOf } from '../../../shared/domain/reports/carts-table.ts'
import { refusalReasons, refusalsBy } from '../../../shared/domain/reports/refusals-table.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import { hourInZone } from '../../../shared/lib/zone-day.ts'
import { type Facts, reports } from '../../stores/reports.ts'
import { shows } from '../../stores/shows.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import type { ReportTable } from './report-table.ts'
import { useShowName } from './use-report-tables.ts'

/** [K3] Why holds were refused, when, and for which show. */
export function useRefusalsTable({ refusals }: Facts, currency: Currency): ReportTable {
  const say = useSay()
  const { clock } = useFormats()
  const showName = useShowName()
  const { rows: showRows } = useStore(shows)
  const { refusalsBy: grouping } = useStore(reports)
  const zoneOf = (showId: ShowId) => showRows.get(showId)?.zone ?? 'UTC'
  const rows = refusalsBy(refusals, grouping, ({ atMs, showId }) => hourInZone(atMs, zoneOf(showId)))
  const all = rows.reduce((sum, { count }) => sum + count, 0)
  const nameOf = (key: string) => {
    if (grouping === 'show') return showName(Number(key) as ShowId)
    if (grouping === 'hour') return clock(Date.UTC(2026, 0, 1, Number(key)), 'UTC')
    return say(`reports.reason.${refusalReasons.find((reason) => reason === key) ?? 'OTHER'}`)
  }
  const rowOf = (key: string, name: string, count: number, own: Facts['refusals']) => ({
    key,
    name,
    values: [count, percentOf(count, all)],
    of: 'refusals' as const,
    count: own.length,
    leadOf: () => ({ of: 'refusals' as const, refusals: own }),
  })
  return {
    title: say('reports.refusals'),
    fileName: `${say('reports.refusals')} ${say(`reports.by.${grouping}`)}`,
    rowWords: say(`reports.by.${grouping}`),
    columns: [
      { words: say('reports.refusals.count'), kind: 'count' },
      { words: say('reports.refusals.share'), kind: 'percent' },
    ],
    drawn: 0,
    rows: rows.map((row) => rowOf(row.key, nameOf(row.key), row.count, row.refusals)),
    total: rows.length > 0 ? rowOf('total', say('reports.total'), all, refusals) : null,
    currency,
  }
}
