import { expect, test } from 'vitest'
import {
  type BookingState,
  bookingStates,
  dueMinor,
  evolveBooking,
  holdEndMs,
  mayBecome,
  payEndMs,
} from './booking.ts'
import type { BookingEvent, SeatsHeld } from './events.ts'
import type { PaymentId, SeatId } from './ids.ts'
import { Bug, known } from '../lib/assert.ts'
import { heldBooking, paidBooking, start } from './sale.fixture.ts'

const states = Object.keys(bookingStates) as BookingState[]

/** The table of MISSION.md, copied by hand. */
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

const copied = { number: 'TKT-20261120-00000000', seatId: 1 as SeatId, secret: 'NEW' }

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
  // As older versions wrote it, and as it is written now.
  [{ type: 'tickets-reprinted', ...ids, copy: 1 }, {}],
  [{ type: 'tickets-reprinted', ...ids, copy: 1, tickets: [copied], replaces: 1 }, { tickets: [copied] }],
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

const { payments } = paidBooking()
const paid = known(payments[0], 'payment')

test.for<[event: BookingEvent, turned: object]>([
  [{ type: 'payment-begun', ...ids, seatIds, payment: paid }, { payments }],
  [
    { type: 'payment-taken', ...ids, payment: paid, others: payments },
    { payments: [paid, paid], lapsedAtMs: null },
  ],
  [
    { type: 'payment-failed', ...ids, seatIds, payment: paid },
    { payments, lapsedAtMs: null },
  ],
  [{ type: 'payment-late', ...ids, payment: paid }, { payments }],
  [{ type: 'proof-reviewed', ...ids, payment: paid }, { payments }],
  [{ type: 'money-returned', ...ids, refunds: [], payments, currency: 'INR' }, { payments }],
  [
    { type: 'booking-failed', ...ids, seatIds, reason: 'declined' },
    { state: 'payment_failed', paymentFailedAtMs: 9 },
  ],
  [
    { type: 'booking-deleted', ...ids, reason: '' },
    { state: 'deleted', deletedAtMs: 9 },
  ],
  [{ type: 'ticket-checked-in', ...ids, number: '', isLast: false }, { state: 'reserved' }],
  [
    { type: 'ticket-checked-in', ...ids, number: '', isLast: true },
    { state: 'completed', completedAtMs: 9 },
  ],
  [{ type: 'refund-settled', ...ids, taskKey: '' }, {}],
  [
    { type: 'hold-deferred', ...ids, seatIds, holdMs: 1, expiresAtMs: 2, graceEndsAtMs: 3 },
    { purpose: 'reservation', holdMs: 1, expiresAtMs: 2, graceEndsAtMs: 3, lapsedAtMs: null },
  ],
])('[I25] what $0.type makes of a booking', ([event, turned]) => {
  const before = { ...held, lapsedAtMs: 5 }
  expect(evolveBooking(before, event, 9)).toEqual({ ...before, ...turned })
})

test('[P10] [T4] seats that went back take their tickets along; a move says all that it has now', () => {
  const { lines, totals, tickets } = paidBooking()
  const rest = { lines: lines.slice(1), totals, payments, refunds: [] }
  const gone = { ...known(lines[0], 'line'), refundMinor: 1, returnedAtMs: 2 }
  const back = {
    type: 'seats-returned',
    ...ids,
    ...rest,
    seatIds: [gone.seatId],
    returned: [gone],
    reason: '',
  } as const
  expect(evolveBooking(paidBooking(), back, 9)).toMatchObject({
    lines: [{ seatId: 1 }],
    tickets: [{ seatId: 1 }],
    returned: [gone],
  })
  expect(evolveBooking(paidBooking(), { ...back, earlier: [gone] }, 9).returned).toEqual([gone, gone])
  const move = {
    type: 'booking-reseated',
    ...ids,
    ...rest,
    freed: [],
    taken: [],
    tickets: [],
    payment: null,
  } as const
  expect(evolveBooking(paidBooking({ tickets }), move, 9)).toMatchObject({ lines: rest.lines, tickets: [] })
})

test('[P10] a refund of an older version gave every payment back whole; a newer one says which', () => {
  const older = { type: 'booking-refunded', ...ids, refundMinor: 1 } as const
  expect(evolveBooking(paidBooking(), older, 9)).toMatchObject({
    state: 'refunded',
    payments: [{ state: 'refunded' }],
  })
  expect(evolveBooking(paidBooking(), { ...older, payments: [] }, 9).payments).toEqual([])
})

test('[H6] a payment in flight puts the end off, never nearer; what is due is the rest', () => {
  const flying = (untilMs: number) => ({
    ...held,
    payments: [{ ...paid, state: 'pending' as const, untilMs }],
  })
  expect(holdEndMs(flying(held.expiresAtMs + 1))).toBe(held.expiresAtMs + 1)
  expect(holdEndMs(flying(1))).toBe(held.expiresAtMs)
  expect(holdEndMs(held)).toBe(held.expiresAtMs)
  expect(payEndMs(flying(held.graceEndsAtMs + 1))).toBe(held.graceEndsAtMs + 1)
  expect(payEndMs(held)).toBe(held.graceEndsAtMs)
  expect([dueMinor(held), dueMinor(paidBooking())]).toEqual([420_00, 0])
})

test('[I8] an event that there is not makes nothing of a booking', () => {
  expect(() => evolveBooking(held, { type: 'dance' } as never, 1)).toThrow()
})
