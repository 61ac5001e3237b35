import { expect, test } from 'vitest'
import { known } from '../lib/assert.ts'
import type { HouseEvent, SeatsHeld } from './events.ts'
import { heldBooking, paidBooking } from './sale.fixture.ts'
import { seatSteps } from './seat-steps.ts'

const held = heldBooking()
const ids = { bookingId: held.bookingId, showId: held.showId }
const seatIds = held.lines.map((line) => line.seatId)
const paid = paidBooking()
const payment = known(paid.payments[0], 'payment')
const { claimsAtPayment: _none, ...given } = held
const heldNow = { ...given, type: 'seats-held' } as unknown as SeatsHeld
const asked = { ...payment, state: 'pending' as const, untilMs: 77 }
const moved = {
  lines: held.lines,
  totals: held.totals,
  tickets: [],
  payment: null,
  payments: [],
  refunds: [],
}

const row = {
  revision: 3,
  atMs: 9,
  bookingId: held.bookingId,
  seatIds,
  untilMs: null,
  onSale: null,
  planId: null,
}

test.for<[HouseEvent, readonly object[]]>([
  [heldNow, [{ ...row, state: 'held', untilMs: held.expiresAtMs }]],
  [{ type: 'payment-begun', ...ids, seatIds, payment: asked }, [{ ...row, state: 'paying', untilMs: 77 }]],
  [{ type: 'payment-begun', ...ids, seatIds, payment }, [{ ...row, state: 'paying' }]],
  [{ type: 'hold-lapsed', ...ids, seatIds }, [{ ...row, seatIds: [], state: null }]],
  [{ type: 'tickets-reprinted', ...ids, copy: 1 }, [{ ...row, seatIds: [], state: null }]],
  [
    { type: 'booking-reseated', ...ids, ...moved, freed: seatIds, taken: [] },
    [
      { ...row, state: 'available' },
      { ...row, seatIds: [], state: 'sold' },
    ],
  ],
  [
    { type: 'prices-set', showId: held.showId, version: 2, prices: [[100, null], [null]] },
    [{ ...row, bookingId: null, seatIds: [], state: null, onSale: [true, false] }],
  ],
])('[A6] $0.type, as what it did to its seats', ([event, steps]) => {
  expect(seatSteps(event, 3, 9)).toEqual(steps)
})

test('[L4] a show on another version of its plan is a step that says which', () => {
  const event = {
    type: 'show-replanned',
    showId: held.showId,
    planId: 2,
    insteadOf: 1,
  } as unknown as HouseEvent
  expect(seatSteps(event, 3, 9)).toEqual([{ ...row, bookingId: null, seatIds: [], state: null, planId: 2 }])
})
