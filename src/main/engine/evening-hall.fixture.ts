import type { Sale } from './evening.fixture.ts'
import { seatCount, show2 } from './test-house.ts'

/** Short, so that holds and graces often end; the lengths are terms, and no rule depends on them. */
export const terms = {
  holdMs: 1000,
  vipHoldMs: 2000,
  graceMs: 300,
  reservationMs: 5000,
  paymentCapMs: 600,
  refundPercent: 90,
  feeRefundPercent: 0,
  // A refund of three seats of the hall exceeds this, of two it does not.
  refundAloneMaxMinor: 400_00,
  feeMinor: 1000,
  declinesMax: 3,
}
/** The test house's hall: Stalls of two rows, a Balcony for Normal only, one seat that is not sold. */
export const hall = {
  rows: Array.from({ length: seatCount }, (_, seat) => Math.min(2, Math.floor(seat / 5))),
  prices: Array.from({ length: seatCount }, (_, seat) =>
    seat < 10 ? [200_00, 150_00] : seat < 13 ? [100_00, null] : [null, null],
  ),
  unheldShows: [show2],
  vips: [1],
}

/** Somebody takes the seats of a booking that has ended before its money comes. */
export const takeOver: Sale = {
  do: 'hold',
  kiosk: 'desk-3',
  cart: 2,
  show: 1,
  seats: [0],
  isAfter: true,
  isTwice: false,
  coupon: false,
  customer: null,
}
