import { expect, test } from 'vitest'
import type { BookingId, KioskId } from '../ids.ts'
import { type DrawerMove, drawerMoves, movesByDrawer } from './drawer-fact.ts'

const desk = 'desk-1' as KioskId
const of = { kioskId: desk, staffId: 1, number: 1 }
const payment = { amountMinor: 50, currency: 'INR', account: 'drawer:desk-2', state: 'success' }
const moves = (event: object) => drawerMoves(event as never, desk)

test('[A6] [A5] each movement of cash says why, and whether it came or went', () => {
  const cause = (event: object) => moves(event).map((move) => [move.drawer, move.cause, move.amountMinor])
  const bookingId = 'b'
  expect(cause({ type: 'payment-taken', bookingId, payment })).toEqual([['desk-2', 'sale', 50]])
  const refunds = [{ amountMinor: 20, account: 'drawer:desk-1' }]
  expect(cause({ type: 'money-returned', bookingId, refunds, currency: 'INR' })).toEqual([
    ['desk-1', 'refund', -20],
  ])
  const topUp = {
    type: 'wallet-topped-up',
    walletId: 3,
    amountMinor: 70,
    currency: 'INR',
    account: 'drawer:desk-1',
  }
  expect(cause(topUp)).toEqual([['desk-1', 'top-up', 70]])
  const moved = { type: 'cash-moved', ...of, currency: 'INR', amountMinor: 5 }
  expect(cause({ ...moved, direction: 'in' })).toEqual([['desk-1', 'cash-in', 5]])
  expect(cause({ ...moved, direction: 'out' })).toEqual([['desk-1', 'cash-out', -5]])
  const floats = [{ currency: 'INR', amountMinor: 100, foundMinor: 30, pieces: [] }]
  expect(cause({ type: 'shift-opened', ...of, floats })).toEqual([
    ['desk-1', 'shift', -30],
    ['desk-1', 'shift', 100],
  ])
})

test('[A6] what touches no drawer is none of it, nor what an older journal did not say the currency of', () => {
  const bookingId = 'b'
  expect(
    moves({ type: 'payment-taken', bookingId, payment: { ...payment, account: 'terminal:CARD' } }),
  ).toEqual([])
  expect(moves({ type: 'booking-refunded', bookingId, refundMinor: 20 })).toEqual([])
})

test('[A6] a drawer’s sums by cause add up to what it had more', () => {
  const one: DrawerMove = {
    drawer: desk,
    cause: 'sale',
    amountMinor: 50,
    currency: 'INR',
    bookingId: 'a' as BookingId,
  }
  const rows = movesByDrawer([
    { ...one, drawer: 'desk-2' as KioskId },
    one,
    one,
    { ...one, cause: 'cash-out', amountMinor: -30, bookingId: null },
  ])
  const nothing = { refund: 0, 'top-up': 0, 'cash-in': 0, 'cash-out': 0, shift: 0 }
  expect(rows).toEqual([
    {
      drawer: 'desk-1',
      byCause: { ...nothing, sale: 100, 'cash-out': -30 },
      changeMinor: 70,
      moves: 3,
    },
    { drawer: 'desk-2', byCause: { ...nothing, sale: 50 }, changeMinor: 50, moves: 1 },
  ])
})
