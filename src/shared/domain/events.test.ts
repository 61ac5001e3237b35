import { expect, test } from 'vitest'
import { type HouseEvent, seatChange, showOf } from './events.ts'
import { heldBooking, paidBooking } from './sale.fixture.ts'

const held = heldBooking()
const ids = { bookingId: held.bookingId, showId: held.showId }
const seatIds = held.lines.map((line) => line.seatId)
const { payments, tickets } = paidBooking()
const [payment] = payments

const changes: readonly (readonly [HouseEvent, string | null])[] = [
  [{ ...held, type: 'seats-held' }, 'held'],
  [{ ...held, type: 'seats-held', purpose: 'reservation' }, 'reserved'],
  [{ type: 'booking-confirmed', ...ids, seatIds, payment: null, tickets }, 'sold'],
  [{ type: 'hold-lapsed', ...ids, seatIds }, 'available'],
  [{ type: 'booking-expired', ...ids, seatIds }, 'available'],
  [{ type: 'booking-cancelled', ...ids, seatIds, reason: '' }, 'available'],
  [{ type: 'hold-extended', ...ids, expiresAtMs: 1, graceEndsAtMs: 1 }, null],
  [{ type: 'tickets-chosen', ...ids, lines: held.lines, totals: held.totals, couponCode: null }, null],
  ...(payment ? [[{ type: 'payment-taken', ...ids, payment }, null] as const] : []),
  [{ type: 'booking-refunded', ...ids, refundMinor: 1 }, null],
  [{ type: 'tickets-reprinted', ...ids, copy: 1 }, null],
  [{ type: 'prices-set', showId: held.showId, version: 1, prices: [] }, null],
]

test.for(changes)(
  '[S1] $0.type makes its seats $1 on every screen, and belongs to its show',
  ([event, state]) => {
    expect(seatChange(event)).toEqual(state === null ? null : { seatIds, state })
    expect(showOf(event)).toBe(1)
  },
)

test('[S2] an entry of the catalogue advances a show only if it is that show; a plan none', () => {
  expect(showOf({ type: 'plan-imported', planId: 1 as never, name: '', seats: 0, digest: '' })).toBeNull()
  const wallet = { kind: 'wallet', walletId: 1, customerId: 1 as never, currency: 'INR' } as const
  expect(showOf({ type: 'entry-saved', entry: wallet })).toBeNull()
  expect(seatChange({ type: 'entry-saved', entry: wallet })).toBeNull()
})
