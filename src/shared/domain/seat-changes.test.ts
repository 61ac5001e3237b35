import { expect, test } from 'vitest'
import { known } from '../lib/assert.ts'
import type { Account } from './tender.ts'
import type { HouseEvent, SeatsHeld } from './events.ts'
import { heldBooking, paidBooking } from './sale.fixture.ts'
import { seatChanges, showOf } from './seat-changes.ts'

const held = heldBooking()
const ids = { bookingId: held.bookingId, showId: held.showId }
const seatIds = held.lines.map((line) => line.seatId)
const { payments, tickets } = paidBooking()
const payment = known(payments[0], 'payment')
const lines = held.lines
const { totals } = held
const { claimsAtPayment: _none, ...given } = held
const heldNow = { ...given, type: 'seats-held' } as unknown as SeatsHeld

const changes: readonly (readonly [HouseEvent, string | null])[] = [
  [heldNow, 'held'],
  [{ ...heldNow, purpose: 'reservation' }, 'reserved'],
  [{ ...heldNow, claimsAtPayment: true }, null],
  [{ type: 'hold-deferred', ...ids, seatIds, holdMs: 1, expiresAtMs: 1, graceEndsAtMs: 1 }, 'reserved'],
  [{ type: 'alert-ended', showId: held.showId, alertId: 1 }, null],
  [{ type: 'payment-begun', ...ids, seatIds, payment }, 'paying'],
  [{ type: 'payment-taken', ...ids, seatIds, payment }, 'pending'],
  [{ type: 'payment-failed', ...ids, seatIds, payment }, 'pending'],
  [{ type: 'booking-failed', ...ids, seatIds, reason: 'declined' }, 'available'],
  [
    {
      type: 'seats-returned',
      ...ids,
      seatIds,
      returned: [],
      refunds: [],
      payments,
      lines,
      totals,
      reason: '',
    },
    'available',
  ],
  [{ type: 'booking-confirmed', ...ids, seatIds, payment: null, tickets }, 'sold'],
  [{ type: 'hold-lapsed', ...ids, seatIds }, 'available'],
  [{ type: 'booking-expired', ...ids, seatIds }, 'available'],
  [{ type: 'booking-cancelled', ...ids, seatIds, reason: '' }, 'available'],
  [{ type: 'hold-extended', ...ids, expiresAtMs: 1, graceEndsAtMs: 1 }, null],
  [{ type: 'tickets-chosen', ...ids, lines: held.lines, totals: held.totals, couponCode: null }, null],
  [{ type: 'payment-taken', ...ids, payment }, null],
  [{ type: 'payment-late', ...ids, payment }, null],
  [{ type: 'proof-reviewed', ...ids, payment }, null],
  [{ type: 'money-returned', ...ids, refunds: [], payments, currency: 'INR' }, null],
  [{ type: 'ticket-checked-in', ...ids, number: '', isLast: true }, null],
  [{ type: 'booking-deleted', ...ids, reason: '' }, null],
  [{ type: 'booking-deleted', ...ids, seatIds, reason: '' }, 'available'],
  [{ type: 'booking-refunded', ...ids, refundMinor: 1 }, null],
  [{ type: 'tickets-reprinted', ...ids, copy: 1 }, null],
  [{ type: 'prices-set', showId: held.showId, version: 1, prices: [] }, null],
  [{ type: 'seats-blocked', showId: held.showId, seatIds, reason: 'a camera' }, 'blocked'],
  [{ type: 'seats-unblocked', showId: held.showId, seatIds, reason: 'a camera' }, 'available'],
]

test.for(changes)(
  '[S1] $0.type makes its seats $1 on every screen, and belongs to its show',
  ([event, state]) => {
    expect(seatChanges(event)).toEqual(state === null ? [] : [{ seatIds, state }])
    expect(showOf(event)).toBe(1)
  },
)

test('[S2] an entry of the catalogue advances a show only if it is that show; a plan none', () => {
  expect(showOf({ type: 'plan-imported', planId: 1 as never, name: '', seats: 0, digest: '' })).toBeNull()
  const wallet = { kind: 'wallet', walletId: 1 as never, customerId: 1 as never, currency: 'INR' } as const
  expect(showOf({ type: 'entry-saved', entry: wallet })).toBeNull()
  expect(seatChanges({ type: 'entry-saved', entry: wallet })).toEqual([])
  const show = { kind: 'show', showId: 7 } as never
  expect(showOf({ type: 'entry-saved', entry: show })).toBe(7)
  const account = 'drawer:desk-1' as Account
  const amount = { amountMinor: 1, currency: 'INR', account, paymentId: '1' as never } as const
  expect(showOf({ type: 'wallet-topped-up', walletId: 1 as never, ...amount })).toBeNull()
})

test('[T4] [S1] a move frees the old seats and sells the new ones', () => {
  const [freed, taken] = [[0], [5]] as never[][]
  const rest = { lines, totals, tickets, payment: null, refunds: [], payments }
  const event: HouseEvent = {
    type: 'booking-reseated',
    ...ids,
    freed: freed ?? [],
    taken: taken ?? [],
    ...rest,
  }
  expect(seatChanges(event)).toEqual([
    { seatIds: [0], state: 'available' },
    { seatIds: [5], state: 'sold' },
  ])
})

test('[S2] an event that there is not changes no seat by chance', () => {
  expect(() => seatChanges({ type: 'dance' } as never)).toThrow()
})

test('[A2] a change to many rows changes no seat by itself, and belongs to no one show', () => {
  const event: HouseEvent = { type: 'rows-changed', of: 'shows', alike: [] }
  expect(seatChanges(event)).toEqual([])
  expect(showOf(event)).toBeNull()
})
