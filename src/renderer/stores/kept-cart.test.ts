import { expect, test } from 'vitest'
import { type Kept, keptCart } from './kept-cart.ts'

function shelfWith(text: string | null) {
  let kept = text
  return {
    getItem: () => kept,
    removeItem: () => {
      kept = null
    },
  }
}

const cart = {
  cartId: 'cart-1',
  showId: 1,
  lines: [{ seatId: 3, ticketTypeId: 1 }],
  couponCode: null,
  customerId: null,
  bookingId: null,
  taken: null,
  atMs: 1_000,
} as unknown as Kept

test('[C3] a cart is found as it was kept, and stays kept', () => {
  const shelf = shelfWith(JSON.stringify(cart))
  expect(keptCart(shelf)).toEqual(cart)
  expect(shelf.getItem()).not.toBeNull()
  expect(keptCart(shelfWith(null))).toBeNull()
})

test.for([
  '',
  '{"cartId":"cart-1","li',
  '\u0000\u0000\u0000',
  'null',
  '5',
  '[]',
  '{}',
  JSON.stringify({ ...cart, lines: 5 }),
  JSON.stringify({ ...cart, lines: [null] }),
  JSON.stringify({ ...cart, lines: [{ seatId: 'D10', ticketTypeId: 1 }] }),
  JSON.stringify({ ...cart, cartId: null }),
  JSON.stringify({ ...cart, showId: {} }),
  JSON.stringify({ ...cart, bookingId: undefined }),
  JSON.stringify({ ...cart, couponCode: {} }),
  JSON.stringify({ ...cart, atMs: 'yesterday' }),
])('[C3] a damaged cart is none, and is gone before the next start: %s', (text) => {
  const shelf = shelfWith(text)
  expect(keptCart(shelf)).toBeNull()
  expect(shelf.getItem()).toBeNull()
})

test('[P5] [SYNC 4.7] what was taken for its hold is kept with it; what cannot be read of that takes no cart away', () => {
  const taken = { currency: 'INR', parts: [{ mode: 'CASH', amountMinor: 100_00 }] }
  expect(keptCart(shelfWith(JSON.stringify({ ...cart, taken })))).toEqual({ ...cart, taken })
  const worn = { ...cart, taken: { ...taken, parts: [{ mode: 'SHELLS' }] } }
  for (const one of [worn, { ...cart, taken: undefined }])
    expect(keptCart(shelfWith(JSON.stringify(one)))).toEqual(cart)
})
