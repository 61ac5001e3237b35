import { expect, test } from 'vitest'
import { heldBooking } from '../../shared/domain/sale.fixture.ts'
import { keptExchanges } from './kept-exchanges.ts'

function shelfWith(text: string | null) {
  let kept = text
  return {
    getItem: () => kept,
    removeItem: () => {
      kept = null
    },
  }
}

const exchange = {
  booking: heldBooking(),
  customer: null,
  startsAtMs: 1_000,
  zone: 'Asia/Kolkata',
  cartId: '01JCARTCARTCARTCARTCARTCAR',
  seatIds: [3],
  worthMinor: 200_00,
}

test('[T4] an exchange is found as it was kept, and stays kept', () => {
  const shelf = shelfWith(JSON.stringify([exchange]))
  expect(keptExchanges(shelf)).toEqual([exchange])
  expect(shelf.getItem()).not.toBeNull()
  expect(keptExchanges(shelfWith(null))).toEqual([])
})

test.for(['', '[{"booking":', '\u0000\u0000', 'null', '5', '{}'])(
  '[C3] what cannot be read is none, and is gone before the next start: %s',
  (text) => {
    const shelf = shelfWith(text)
    expect(keptExchanges(shelf)).toEqual([])
    expect(shelf.getItem()).toBeNull()
  },
)

test.for([
  null,
  {},
  { ...exchange, booking: null },
  { ...exchange, booking: { ...exchange.booking, lines: 5 } },
  { ...exchange, booking: { ...exchange.booking, totals: undefined } },
  { ...exchange, seatIds: ['D10'] },
  { ...exchange, worthMinor: '200' },
  { ...exchange, cartId: null },
  { ...exchange, zone: 5 },
])('[C3] a damaged one among others is left out, and they are found: %j', (damaged) => {
  expect(keptExchanges(shelfWith(JSON.stringify([exchange, damaged])))).toEqual([exchange])
})
