import { expect, test } from 'vitest'
import { Bug } from '../lib/assert.ts'
import type { HouseEvent } from './events.ts'
import type { PlanId, SeatId } from './ids.ts'
import { heldBooking } from './sale.fixture.ts'
import { reasonOf, seatMomentKind, seatMomentKinds } from './seat-moments.ts'

const { bookingId, showId } = heldBooking()
const seatIds = [4 as SeatId]
const others = [5 as SeatId]
const seat = {
  seatId: 4 as SeatId,
  category: 0,
  hasTicket: (number: string) => number === 'T4',
  wasThere: true,
  isThere: true,
}

/** Only the fields that determine the kind; the rest of an event says nothing about a single seat. */
function event(type: HouseEvent['type'], facts: object = {}): HouseEvent {
  return { type, bookingId, showId, ...facts } as unknown as HouseEvent
}

const told: readonly (readonly [HouseEvent, string | null])[] = [
  [event('seats-held', { purpose: 'hold' }), 'held'],
  [event('seats-held', { purpose: 'reservation' }), 'reserved'],
  [event('hold-extended'), 'hold-extended'],
  [event('hold-deferred'), 'hold-deferred'],
  [event('tickets-chosen'), 'tickets-chosen'],
  [event('customer-chosen'), 'customer-chosen'],
  [event('payment-begun'), 'payment-begun'],
  [event('payment-taken'), 'payment-taken'],
  [event('payment-failed'), 'payment-failed'],
  [event('payment-late'), 'payment-late'],
  [event('proof-reviewed'), 'proof-reviewed'],
  [event('money-returned'), 'money-returned'],
  [event('refund-settled'), 'refund-settled'],
  [event('booking-confirmed'), 'sold'],
  [event('booking-refunded'), 'refunded'],
  [event('booking-expired'), 'expired'],
  [event('booking-cancelled'), 'cancelled'],
  [event('booking-failed'), 'failed'],
  [event('seats-returned', { seatIds }), 'returned'],
  [event('seats-returned', { seatIds: others }), null],
  [event('booking-reseated', { freed: seatIds, taken: others }), 'moved-away'],
  [event('booking-reseated', { freed: others, taken: seatIds }), 'moved-here'],
  [event('booking-reseated', { freed: others, taken: [] }), null],
  [event('tickets-reprinted'), 'reprinted'],
  [event('ticket-checked-in', { number: 'T4' }), 'checked-in'],
  [event('ticket-checked-in', { number: 'T5' }), null],
  [event('booking-deleted'), 'deleted'],
  [event('hold-lapsed'), null],
  [{ type: 'prices-set', showId, version: 1, prices: [[100]] }, 'put-on-sale'],
  [{ type: 'prices-set', showId, version: 1, prices: [[null]] }, 'taken-off-sale'],
  [{ type: 'seats-blocked', showId, seatIds, reason: 'broken' }, 'taken-off-sale'],
  [{ type: 'seats-unblocked', showId, seatIds, reason: 'broken' }, 'put-on-sale'],
  [{ type: 'standby-left', showId, cartId: 'c' as never }, null],
]

test.for(told)('[A6] $0.type is “$1” in the story of a seat', ([one, kind]) => {
  expect(seatMomentKind(one, seat)).toBe(kind)
})

test('[L4] a seat comes on sale with the version of the plan that has it, and leaves with one that has it not', () => {
  const moved = { type: 'show-replanned', showId, planId: 2 as PlanId, insteadOf: 1 as PlanId } as const
  const kinds = [false, true].flatMap((wasThere) =>
    [false, true].map((isThere) => seatMomentKind(moved, { ...seat, wasThere, isThere })),
  )
  expect(kinds).toEqual([null, 'put-on-sale', 'taken-off-sale', null])
})

test('[A6] an event that nobody knows is a bug, not a silence', () => {
  expect(() => seatMomentKind(event('nonsense' as HouseEvent['type']), seat)).toThrow(Bug)
})

test('[A6] why is what somebody wrote, not a word of ours', () => {
  const reason = 'Customer cannot come'
  for (const type of ['seats-blocked', 'booking-cancelled', 'seats-returned', 'booking-deleted'] as const)
    expect(reasonOf(event(type, { reason }))).toBe(reason)
  expect(reasonOf(event('booking-failed', { reason: 'declined' }))).toBe('')
})

test('[A6] every kind is told by some event', () => {
  expect(seatMomentKinds.filter((kind) => told.every(([, one]) => one !== kind))).toEqual([])
})
