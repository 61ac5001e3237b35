import { expect, test } from 'vitest'
import { isolated } from '../../messages/isolated.ts'
import type { ReportRow, ReportTable } from './report-table.ts'
import { cellsOf } from './table-cells.ts'

const row = (name: string, minor: number | null, cell?: string): ReportRow => ({
  key: name,
  name,
  values: [2, minor],
  of: 'bookings',
  count: 0,
  ...(cell !== undefined && { cell }),
  leadOf: () => ({ of: 'bookings', bookingIds: [] }),
})
const table: ReportTable = {
  title: '',
  fileName: '',
  rowWords: 'Show',
  drawn: 0,
  currency: 'KWD',
  columns: [
    { words: 'Seats', kind: 'count' },
    { words: 'Net', kind: 'money' },
  ],
  rows: [row(`${isolated('Rain')} · Fri 20 Nov`, 12_500), row('Fri', null, '2026-11-20')],
  total: row('All', -500),
}

test('[A6] a file has names without invisible marks, days by their numbers, amounts with the digits of their currency', () => {
  expect(cellsOf(table)).toEqual([
    ['Show', 'Seats', 'Net (KWD)'],
    ['Rain · Fri 20 Nov', 2, { exact: '12.500' }],
    ['2026-11-20', 2, null],
    ['All', 2, { exact: '-0.500' }],
  ])
})
