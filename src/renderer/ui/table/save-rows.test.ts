import { expect, test } from 'vitest'
import type { Column } from './column.ts'
import { withCurrency } from './save-rows.ts'

interface Row {
  readonly currency: 'INR' | 'JPY'
}
const total: Column<Row> = {
  id: 'total',
  head: 'Total',
  kind: 'number',
  value: () => 1,
  text: () => '1',
  currency: ({ currency }) => currency,
  width: '',
}
const headsOf = (rows: readonly Row[], column = total) =>
  withCurrency(column, rows, 'Currency').map(({ head }) => head)

test('[A3] [P1] an amount in a file says its currency: in its head, or row by row where there are several', () => {
  expect(headsOf([{ currency: 'JPY' }, { currency: 'JPY' }])).toEqual(['Total (JPY)'])
  expect(headsOf([{ currency: 'JPY' }, { currency: 'INR' }])).toEqual(['Total', 'Currency'])
  const [, code] = withCurrency(total, [{ currency: 'JPY' }, { currency: 'INR' }], 'Currency')
  expect(code?.text({ currency: 'INR' })).toBe('INR')
  expect(headsOf([])).toEqual(['Total'])
  const { currency: _none, ...name } = total
  expect(headsOf([{ currency: 'JPY' }], name)).toEqual(['Total'])
})
