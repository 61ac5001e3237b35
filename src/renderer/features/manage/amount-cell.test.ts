import { expect, test } from 'vitest'
import { AMOUNT_MAX_MINOR } from '../../../shared/lib/money.ts'
import { sheetColumns } from '../../../shared/domain/spreadsheet/sheet-columns.ts'
import { amountCell } from './amount-cell.ts'

const reads = (cell: string) =>
  sheetColumns.coupons.find(({ name }) => name === 'discount_max')?.read(cell, null)

test('[A3] [P4] a typed amount is a cell of minor units; nothing is an empty one', () => {
  expect(amountCell('1,500', 'INR')).toBe('150000')
  expect(amountCell('۴۲۰٫۵', 'INR')).toBe('42050')
  expect(amountCell(' ', 'INR')).toBe('')
})

test('[A3] [P4] what is no amount is refused by the sheet, also where it would be one in minor units', () => {
  expect(reads(amountCell('ten', 'INR'))).toEqual({ problem: 'number' })
  expect(reads(amountCell('12.345678', 'INR'))).toEqual({ problem: 'number' })
  expect(reads(amountCell('50000000000', 'INR'))).toEqual({ problem: 'number' })
  expect(reads(amountCell('10000000000', 'INR'))).toEqual({ value: AMOUNT_MAX_MINOR })
})
