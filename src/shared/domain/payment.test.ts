import { expect, test } from 'vitest'
import { type BookingState, bookingStates } from './booking.ts'
import type { BookingId } from './ids.ts'
import { decidePay } from './payment.ts'
import {
  actorAt,
  contextAt,
  eventsOf,
  heldBooking,
  refusalOf,
  sampleShow,
  seatNumber,
  start,
} from './sale.fixture.ts'

const held = heldBooking()
const states = Object.keys(bookingStates) as BookingState[]

interface Turn {
  readonly nowMs?: number
  readonly booking?: typeof held
  readonly totalMinor?: number
  readonly tenderedMinor?: number
  readonly actor?: ReturnType<typeof actorAt>
  /** Who claims seat 0 and 1 now; the booking itself where nothing is said. */
  readonly claimedBy?: typeof held | null
}

function pay({ nowMs = start + 1, booking = held, actor = actorAt('desk-1'), ...turn }: Turn) {
  const claimedBy = turn.claimedBy === undefined ? booking : turn.claimedBy
  const seatsOf = booking.lines.map(({ seatId }) => seatNumber(seatId, 0, claimedBy))
  const { totalMinor = 420_00, tenderedMinor = 420_00 } = turn
  return decidePay(
    { booking, seatsOf, showOf: sampleShow, wallet: null },
    { bookingId: booking.bookingId, mode: 'CASH', totalMinor, tenderedMinor },
    contextAt(nowMs, actor),
  )
}

test('[P7] paying and confirming are one fact: the payment, and tickets for every seat', () => {
  const decision = pay({})
  const money = { mode: 'CASH', state: 'success', amountMinor: 420_00, changeMinor: 0 }
  expect(eventsOf(decision)).toMatchObject([
    {
      type: 'booking-confirmed',
      seatIds: [0, 1],
      payment: { paymentId: 'payment-1', ...money },
      tickets: [{ seatId: 0 }, { seatId: 1 }],
    },
  ])
  expect(decision).toMatchObject({
    value: { booking: { state: 'confirmed', confirmedAtMs: start + 1 }, changeMinor: 0 },
  })
})

test('[P5] change is what was tendered above the total', () => {
  const decision = pay({ tenderedMinor: 500_00 })
  expect(decision).toMatchObject({ value: { changeMinor: 80_00 } })
  expect(eventsOf(decision)).toMatchObject([
    { payment: { amountMinor: 420_00, tenderedMinor: 500_00, changeMinor: 80_00 } },
  ])
})

test('[P5] a paisa too little is refused with what is due; the exact sum is enough', () => {
  expect(refusalOf(pay({ tenderedMinor: 419_99 }))).toEqual({
    code: 'PAYMENT_FAILED',
    reason: 'too-little',
    dueMinor: 420_00,
    tenderedMinor: 419_99,
    currency: 'INR',
  })
  expect(refusalOf(pay({ tenderedMinor: 420_00 }))).toBeNull()
})

test('[C2] a total other than the one the customer saw is refused, be it more or less', () => {
  const changed = { code: 'CONCURRENT_MODIFICATION', what: 'total' }
  expect(refusalOf(pay({ totalMinor: 419_99, tenderedMinor: 999_00 }))).toEqual(changed)
  expect(refusalOf(pay({ totalMinor: 420_01, tenderedMinor: 999_00 }))).toEqual(changed)
})

test('[H5] the holder may pay until the millisecond before the end of the grace', () => {
  expect(refusalOf(pay({ nowMs: held.expiresAtMs - 1 }))).toBeNull()
  expect(refusalOf(pay({ nowMs: held.expiresAtMs }))).toBeNull()
  expect(refusalOf(pay({ nowMs: held.graceEndsAtMs - 1 }))).toBeNull()
  expect(refusalOf(pay({ nowMs: held.graceEndsAtMs }))).toEqual({
    code: 'HOLD_EXPIRED',
    expiredAtMs: held.expiresAtMs,
    taken: [],
  })
})

test('[H5] a recorded end of the hold does not shorten the grace', () => {
  const booking = heldBooking({ lapsedAtMs: held.expiresAtMs })
  expect(refusalOf(pay({ booking, nowMs: held.graceEndsAtMs - 1 }))).toBeNull()
})

test('[H5] once others took a seat the holder cannot pay, grace or not, and hears which seats are gone', () => {
  const thief = heldBooking({ bookingId: 'thief' as BookingId })
  const booking = heldBooking({ state: 'expired' })
  expect(refusalOf(pay({ booking, claimedBy: thief, nowMs: held.expiresAtMs + 1 }))).toEqual({
    code: 'HOLD_EXPIRED',
    expiredAtMs: held.expiresAtMs,
    taken: ['A1', 'A2'],
  })
})

test.for(states.filter((state) => state !== 'reserved' && state !== 'expired'))(
  '[C5] a booking that is %s cannot be paid: both states are named',
  (state) => {
    expect(refusalOf(pay({ booking: heldBooking({ state }) }))).toEqual({
      code: 'WRONG_STATE',
      from: state,
      to: 'confirmed',
    })
  },
)

test('[P11] another kiosk cannot pay a booking; a manager can', () => {
  expect(refusalOf(pay({ actor: actorAt('desk-2') }))).toEqual({ code: 'NOT_YOURS', bookingId: 'held-1' })
  expect(refusalOf(pay({ actor: actorAt('desk-2', 'manager') }))).toBeNull()
})

test('[P7] what does not exist cannot be paid', () => {
  const request = { bookingId: 'x' as BookingId, mode: 'CASH', totalMinor: 0, tenderedMinor: 0 } as const
  const nothing = { booking: null, seatsOf: [], showOf: null, wallet: null }
  expect(refusalOf(decidePay(nothing, request, contextAt(start)))).toMatchObject({
    code: 'NOT_FOUND',
    what: 'booking',
  })
})

test('[T1] a ticket has the day of the venue, eight digits of its own, and a secret of its own', () => {
  const lateInMumbai = Date.UTC(2026, 10, 20, 18, 30)
  const booking = heldBooking({ expiresAtMs: lateInMumbai + 1, graceEndsAtMs: lateInMumbai + 2 })
  const before = eventsOf(pay({ booking, nowMs: lateInMumbai - 1 }))[0]
  const after = eventsOf(pay({ booking, nowMs: lateInMumbai }))[0]
  expect(before).toMatchObject({
    tickets: [
      { number: 'TKT-20261120-00000002', secret: 'SECRET-3' },
      { number: 'TKT-20261120-00000004', secret: 'SECRET-5' },
    ],
  })
  expect(after).toMatchObject({ tickets: [{ number: 'TKT-20261121-00000002' }, {}] })
})

test('[P7] a booking that costs nothing is paid with nothing', () => {
  const free = heldBooking()
  const booking = { ...free, totals: { ...free.totals, totalMinor: 0 } }
  expect(refusalOf(pay({ booking, totalMinor: 0, tenderedMinor: 0 }))).toBeNull()
})
