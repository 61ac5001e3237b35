import { expect, test } from 'vitest'
import type { BookingId, ShowId } from '../ids.ts'
import { cartsByShow, percentOf } from './carts-table.ts'

test('[K3] carts that were paid, of all that took seats, show by show', () => {
  const cart = (show: number, bookingId: string, isSold: boolean) => {
    return { showId: show as ShowId, bookingId: bookingId as BookingId, isSold }
  }
  expect(
    cartsByShow([cart(2, 'a', true), cart(1, 'b', false), cart(2, 'c', false), cart(2, 'd', true)]),
  ).toEqual([
    { showId: 2, carts: 3, sold: 2, percent: 67, bookingIds: ['a', 'c', 'd'] },
    { showId: 1, carts: 1, sold: 0, percent: 0, bookingIds: ['b'] },
  ])
  expect(cartsByShow([])).toEqual([])
})

test('[K3] of nothing there is no share', () => {
  expect([percentOf(0, 0), percentOf(1, 8), percentOf(8, 8)]).toEqual([null, 13, 100])
})
