import { expect, test } from 'vitest'
import type { ShowId } from '../ids.ts'
import { cartsByShow, percentOf } from './carts-table.ts'

test('[K3] carts that were paid, of all that took seats, show by show', () => {
  const cart = (show: number, isSold: boolean) => {
    return { showId: show as ShowId, isSold }
  }
  const carts = [cart(2, true), cart(1, false), cart(2, false), cart(2, true)]
  const none = { refused: 0, successPercent: 100 }
  expect(cartsByShow(carts, [])).toEqual([
    { showId: 2, carts: 3, sold: 2, percent: 67, ...none },
    { showId: 1, carts: 1, sold: 0, percent: 0, ...none },
  ])
  expect(cartsByShow([], [])).toEqual([])
})

test('[K3] of those who asked for seats, how many got them: who was refused for another reason had not chosen badly', () => {
  const refused = (show: number, code: string, count: number) => ({ showId: show as ShowId, code, count })
  const carts = [{ showId: 1 as ShowId, isSold: true }]
  const taken = [refused(1, 'SEAT_NOT_AVAILABLE', 2), refused(1, 'SEAT_NOT_AVAILABLE', 1)]
  expect(
    cartsByShow(carts, [...taken, refused(1, 'SHOW_CLOSED', 9), refused(2, 'SEAT_NOT_AVAILABLE', 1)]),
  ).toMatchObject([
    { showId: 1, carts: 1, refused: 3, successPercent: 25 },
    { showId: 2, carts: 0, refused: 1, percent: null, successPercent: 0 },
  ])
})

test('[K3] of nothing there is no share', () => {
  expect([percentOf(0, 0), percentOf(1, 8), percentOf(8, 8)]).toEqual([null, 13, 100])
})
