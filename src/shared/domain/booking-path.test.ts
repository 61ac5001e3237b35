import { expect, test } from 'vitest'
import { type Booking, bookingStates, mayBecome } from './booking.ts'
import { pathOf } from './booking-path.ts'
import { heldBooking, paidBooking, start } from './sale.fixture.ts'

const states = (booking: Booking) => pathOf(booking).map(({ state }) => state)
const refunded = paidBooking({ state: 'refunded', cancelledAtMs: start + 5, refundedAtMs: start + 5 })
const ways: readonly Booking[] = [
  heldBooking(),
  heldBooking({ state: 'expired', expiredAtMs: start + 9 }),
  heldBooking({ state: 'cancelled', cancelledAtMs: start + 9 }),
  paidBooking(),
  refunded,
]

test('[A4] a path begins reserved, ends in the state the booking is in, and every step carries its own time', () => {
  expect(pathOf(refunded)).toEqual([
    { state: 'reserved', atMs: start },
    { state: 'confirmed', atMs: start + 1000 },
    { state: 'cancelled', atMs: start + 5 },
    { state: 'refunded', atMs: start + 5 },
  ])
  for (const booking of ways) expect(states(booking).at(-1)).toBe(booking.state)
})

test('[A4] [I8] every step of a path is one that the table of states allows', () => {
  for (const booking of ways) {
    const path = states(booking)
    path.slice(1).forEach((to, index) => expect(mayBecome(path[index] ?? 'deleted', to)).toBe(true))
  }
})

test('[A4] a state without a time of its own is still where the booking is', () => {
  for (const state of Object.keys(bookingStates) as Booking['state'][]) {
    expect(states(heldBooking({ state })).at(-1)).toBe(state)
  }
})
