import { expect, test } from 'vitest'
import { paidBooking } from '../../shared/domain/sale.fixture.ts'
import type { Account } from '../../shared/domain/tender.ts'
import { waysBetween } from './money-ways.ts'

test('[P10] what went back is told by where it went, without what went back before', () => {
  const part = (amountMinor: number, account: string) => ({ amountMinor, account: account as Account })
  const first = paidBooking().payments.map((one) => ({ ...one, refunds: [part(10_00, 'drawer:desk-1')] }))
  const then = first.map((one) => ({
    ...one,
    refunds: [...one.refunds, part(20_00, 'wallet:7'), part(5_00, 'drawer:desk-1'), part(1_00, 'wallet:7')],
  }))
  expect(waysBetween(paidBooking(), paidBooking({ payments: first }))).toEqual([part(10_00, 'drawer:desk-1')])
  expect(waysBetween(paidBooking({ payments: first }), paidBooking({ payments: then }))).toEqual([
    part(21_00, 'wallet:7'),
    part(5_00, 'drawer:desk-1'),
  ])
  expect(waysBetween(paidBooking(), paidBooking())).toEqual([])
})
