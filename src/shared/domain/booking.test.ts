import { expect, test } from 'vitest'
import { type BookingState, bookingStates, evolveBooking, mayBecome } from './booking.ts'
import type { BookingEvent, SeatsHeld } from './events.ts'
import type { PaymentId } from './ids.ts'
import { Bug } from '../lib/assert.ts'
import { heldBooking, start } from './sale.fixture.ts'

const states = Object.keys(bookingStates) as BookingState[]

/** The table of MISSION.md, written again by hand. */
const legal = new Set([
  'reserved confirmed',
  'reserved payment_failed',
  'reserved expired',
  'reserved cancelled',
  'confirmed completed',
  'confirmed cancelled',
  'cancelled refunded',
  'payment_failed deleted',
  'expired deleted',
  'cancelled deleted',
  'completed deleted',
  'refunded deleted',
])
const pairs = states.flatMap((from) => states.map((to) => [from, to] as const))

test.for(pairs.filter(([from, to]) => legal.has(`${from} ${to}`)))('[I8] %s may become %s', ([from, to]) => {
  expect(mayBecome(from, to)).toBe(true)
})

test.for(pairs.filter(([from, to]) => !legal.has(`${from} ${to}`)))(
  '[I8] %s may not become %s',
  ([from, to]) => {
    expect(mayBecome(from, to)).toBe(false)
  },
)

const held = heldBooking()
const ids = { bookingId: held.bookingId, showId: held.showId }
const seatIds = held.lines.map((line) => line.seatId)

function born(): SeatsHeld {
  const { purpose, cartId, customerId, kioskId, staffId, lines, totals, couponCode, priceVersion } = held
  const { holdMs, expiresAtMs, graceEndsAtMs } = held
  return {
    type: 'seats-held',
    ...ids,
    purpose,
    cartId,
    customerId,
    kioskId,
    staffId,
    lines,
    totals,
    couponCode,
    priceVersion,
    holdMs,
    expiresAtMs,
    graceEndsAtMs,
  }
}

test('[I8] a booking begins reserved, stamped with its time, without payments or tickets', () => {
  expect(evolveBooking(null, born(), start)).toEqual(held)
})

const payment = {
  paymentId: 'p' as PaymentId,
  mode: 'CASH',
  state: 'success',
  amountMinor: 1,
  tenderedMinor: 1,
  changeMinor: 0,
} as const

const steps: readonly (readonly [BookingEvent, object])[] = [
  [
    { type: 'hold-extended', ...ids, expiresAtMs: 5, graceEndsAtMs: 6 },
    { expiresAtMs: 5, graceEndsAtMs: 6, extendedAtMs: 99, state: 'reserved' },
  ],
  [
    { type: 'tickets-chosen', ...ids, lines: [], totals: held.totals, couponCode: 'X' },
    { lines: [], couponCode: 'X', state: 'reserved' },
  ],
  [
    { type: 'hold-lapsed', ...ids, seatIds },
    { lapsedAtMs: 99, state: 'reserved' },
  ],
  [
    { type: 'booking-expired', ...ids, seatIds },
    { state: 'expired', expiredAtMs: 99 },
  ],
  [
    { type: 'booking-cancelled', ...ids, seatIds, reason: '' },
    { state: 'cancelled', cancelledAtMs: 99 },
  ],
  [
    { type: 'payment-taken', ...ids, payment },
    { payments: [payment], state: 'reserved' },
  ],
  [
    { type: 'booking-confirmed', ...ids, seatIds, payment, tickets: [] },
    { state: 'confirmed', confirmedAtMs: 99, payments: [payment] },
  ],
  [
    { type: 'booking-confirmed', ...ids, seatIds, payment: null, tickets: [] },
    { state: 'confirmed', confirmedAtMs: 99 },
  ],
  [
    { type: 'booking-refunded', ...ids, refundMinor: 1 },
    { state: 'refunded', refundedAtMs: 99 },
  ],
  [{ type: 'tickets-reprinted', ...ids, copy: 1 }, {}],
]

test.for(steps)('[I8] $0.type stamps its own time and changes nothing else', ([event, change]) => {
  expect(evolveBooking(held, event, 99)).toEqual({ ...held, ...change })
})

test('[P7] a refund turns every payment of the booking to refunded', () => {
  const paid = { ...held, payments: [payment, { ...payment, paymentId: 'q' as PaymentId }] }
  const after = evolveBooking(paid, { type: 'booking-refunded', ...ids, refundMinor: 2 }, 99)
  expect(after.payments.map(({ state }) => state)).toEqual(['refunded', 'refunded'])
})

test('[I8] an event before the hold is a bug', () => {
  expect(() => evolveBooking(null, { type: 'hold-lapsed', ...ids, seatIds }, 1)).toThrow(Bug)
})
