import { expect, test } from 'vitest'
import type { PaymentId } from './ids.ts'
import { paidBooking } from './sale.fixture.ts'
import {
  type Account,
  type Payment,
  beside,
  inFlight,
  isTerminalMode,
  keptMinor,
  originsOf,
  paidMinor,
  paymentModes,
  paymentStates,
  withRefunds,
} from './tender.ts'

const payment = (id: string, turned: Partial<Payment> = {}): Payment => ({
  paymentId: id as PaymentId,
  mode: 'CASH',
  state: 'success',
  amountMinor: 100,
  tenderedMinor: 100,
  changeMinor: 0,
  ...turned,
})
const refund = (id: string, amountMinor: number) => ({
  paymentId: id as PaymentId,
  amountMinor,
  account: 'drawer:d' as Account,
})

test('[P6] a terminal answers for cards, UPI and net banking, and for nothing else', () => {
  expect(paymentModes.filter(isTerminalMode)).toEqual(['CARD', 'UPI', 'NET_BANKING'])
})

test('[I16] only what came in and is still here counts as paid', () => {
  const of = paymentStates.map((state) => [state, keptMinor(payment('a', { state, refundedMinor: 30 }))])
  expect(of).toEqual([
    ['pending', 0],
    ['success', 70],
    ['failed', 0],
    ['refunded', 0],
  ])
  expect(paidMinor([payment('a'), payment('b', { refundedMinor: 1 })])).toBe(199)
})

test('[H6] the payment in flight is the pending one, if any', () => {
  const flying = payment('b', { state: 'pending' })
  expect(inFlight([payment('a'), flying])).toBe(flying)
  expect(inFlight(paidBooking().payments)).toBeNull()
})

test('[I18] an event says of other payments only if there are any', () => {
  const [a, b] = [payment('a'), payment('b')]
  expect(beside([a, b], b)).toEqual({ others: [a] })
  expect(beside([b], b)).toEqual({})
})

test('[P10] a payment says where each part of it went, the first first', () => {
  const [once] = withRefunds([payment('a')], [refund('a', 30)])
  const [twice] = withRefunds(
    [once ?? payment('a')],
    [{ ...refund('a', 20), account: 'wallet:7' as Account }],
  )
  expect(twice?.refunds).toEqual([
    { amountMinor: 30, account: 'drawer:d' },
    { amountMinor: 20, account: 'wallet:7' },
  ])
})

test('[P10] [I20] what goes back is counted on its own payment, which is refunded when nothing is left', () => {
  const before = [payment('a'), payment('b', { refundedMinor: 40 }), payment('c')]
  expect(withRefunds(before, [refund('a', 99), refund('b', 30), refund('b', 30)])).toMatchObject([
    { state: 'success', refundedMinor: 99 },
    { state: 'refunded', refundedMinor: 100 },
    before[2] ?? {},
  ])
})

test('[T4] what a payment is of: itself, or what came over, from the first on, less what went back', () => {
  const paid = { ...payment('p'), amountMinor: 300, account: 'drawer:desk-1' as Account }
  expect(originsOf(paid, 200)).toEqual([{ mode: 'CASH', amountMinor: 200, account: 'drawer:desk-1' }])
  const older: Payment = { ...payment('p'), amountMinor: 300, reference: 'R' }
  expect(originsOf(older, 300)).toEqual([{ mode: 'CASH', amountMinor: 300, reference: 'R' }])
  const origins = [
    { mode: 'CASH', amountMinor: 100 },
    { mode: 'CARD', amountMinor: 150, account: 'terminal:CARD', reference: 'R' },
    { mode: 'UPI', amountMinor: 50, account: 'terminal:UPI' },
  ] as const
  const over: Payment = { ...paid, origins }
  expect(originsOf(over, 300)).toEqual(origins)
  expect(originsOf({ ...over, refundedMinor: 120 }, 140)).toEqual([
    { ...origins[1], amountMinor: 130 },
    { ...origins[2], amountMinor: 10 },
  ])
})
