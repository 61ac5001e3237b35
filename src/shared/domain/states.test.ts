// Checks every decision against the table of states: from each state, allowed steps are accepted, and all others are refused with
// both states named.

import { expect, test } from 'vitest'
import { type Booking, type BookingState, arrivals, bookingStates, mayBeOwed, mayBecome } from './booking.ts'
import { decideDelete } from './booking-delete.ts'
import type { Decision } from './decision.ts'
import { decideDefer } from './hold-longer.ts'
import { decidePay } from './payment.ts'
import { decideCancel, decideReturnMoney, decideReturnSeats } from './refund.ts'
import { decideReseat } from './reseat.ts'
import {
  actorAt,
  contextAt,
  eventsOf,
  heldBooking,
  paidBooking,
  refundFound,
  refusalOf,
  sampleShow,
  seatNumber,
  start,
} from './sale.fixture.ts'
import { nothingAround } from './seat-plan/seats-around.ts'
import { decideGiveUp } from './settle.ts'

const states = Object.keys(bookingStates) as BookingState[]
const context = contextAt(start + 1, actorAt('desk-1', 'manager'))

function bookingIn(state: BookingState): Booking {
  const base = state === 'reserved' ? heldBooking() : paidBooking({ state })
  return mayBeOwed(state) ? { ...base, payments: [] } : base
}

const seatsOf = (booking: Booking) => booking.lines.map(({ seatId }) => seatNumber(seatId, 0, booking))
const found = (booking: Booking) => ({
  ...refundFound(booking),
  seatsOf: seatsOf(booking),
  seats: [seatNumber(5)],
  wallet: null,
  ticketsRow: 7,
  aroundMoved: nothingAround,
})

/** Which state each decision leads to, and from which states. */
const decisions: readonly (readonly [
  string,
  { readonly to: BookingState; readonly from: readonly BookingState[] },
  (booking: Booking) => Decision<unknown>,
])[] = [
  [
    'pay',
    { to: 'confirmed', from: ['reserved'] },
    (booking) =>
      decidePay(
        found(booking),
        { bookingId: booking.bookingId, mode: 'CASH', totalMinor: 420_00, tenderedMinor: 420_00 },
        context,
      ),
  ],
  [
    'cancel',
    { to: 'cancelled', from: ['reserved', 'confirmed'] },
    (booking) => decideCancel(found(booking), { bookingId: booking.bookingId, reason: '' }, context),
  ],
  [
    'give up',
    { to: 'payment_failed', from: ['reserved'] },
    (booking) => decideGiveUp(found(booking), { bookingId: booking.bookingId }, context),
  ],
  [
    'delete',
    { to: 'deleted', from: ['payment_failed', 'expired', 'cancelled', 'completed', 'refunded'] },
    // The show's sales are over; before that, guests in their seats keep them.
    (booking) =>
      decideDelete(
        found(booking),
        { bookingId: booking.bookingId, reason: '' },
        contextAt(sampleShow.salesCloseAtMs),
      ),
  ],
]

test.for(
  decisions.flatMap(([name, way, decide]) => states.map((state) => [name, state, way, decide] as const)),
)(
  '[A4] %s from %s: as the table says, stamped with its own time, or refused with both states named',
  ([, state, { to, from }, decide]) => {
    const decision = decide(bookingIn(state))
    if (from.includes(state)) {
      expect(mayBecome(state, to)).toBe(true)
      expect(eventsOf(decision).map(({ type }) => type)).toContain(arrivals[to].event)
      return
    }
    const refusal = refusalOf(decision)
    if (refusal?.code !== 'HOLD_EXPIRED')
      expect(refusal).toMatchObject({ code: 'WRONG_STATE', from: state, to })
    else expect(state).toBe('expired')
  },
)

const onlyConfirmed: readonly (readonly [string, (booking: Booking) => Decision<unknown>])[] = [
  [
    'giving seats back',
    (booking) =>
      decideReturnSeats(
        found(booking),
        { bookingId: booking.bookingId, seatIds: [0 as never], reason: '' },
        context,
      ),
  ],
  [
    'moving',
    (booking) =>
      decideReseat(
        found(booking),
        {
          bookingId: booking.bookingId,
          showId: sampleShow.showId,
          moves: [{ from: 0 as never, to: 5 as never }],
          differenceMinor: 0,
          mode: 'CASH',
          tenderedMinor: 0,
        },
        context,
      ),
  ],
]

test.for(onlyConfirmed.flatMap(([name, decide]) => states.map((state) => [name, state, decide] as const)))(
  '[P10] [T4] %s of a booking that is %s: only of one that is confirmed',
  ([, state, decide]) => {
    const refusal = refusalOf(decide(bookingIn(state)))
    if (state === 'confirmed') expect(refusal).toBeNull()
    else expect(refusal).toMatchObject({ code: 'WRONG_STATE', from: state })
  },
)

test.for(states)('[H16] paying later from %s: only of what is pending', (state) => {
  const booking = bookingIn(state)
  const refusal = refusalOf(decideDefer(found(booking), { bookingId: booking.bookingId }, context))
  if (state === 'reserved') expect(refusal).toBeNull()
  else expect(['WRONG_STATE', 'HOLD_EXPIRED']).toContain(refusal?.code)
})

test.for(states)(
  '[P10] fetching money from %s, where none was paid: only of what ended without being cancelled',
  (state) => {
    const booking = bookingIn(state)
    const refusal = refusalOf(decideReturnMoney(found(booking), { bookingId: booking.bookingId }, context))
    if (state === 'expired' || state === 'payment_failed') expect(refusal).toBeNull()
    else expect(refusal).toMatchObject({ code: 'WRONG_STATE', from: state })
  },
)
