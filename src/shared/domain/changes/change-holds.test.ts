import { expect, test } from 'vitest'
import type { Booking } from '../booking.ts'
import type { BookingId, PaymentId } from '../ids.ts'
import { heldBooking, holdMs, paidBooking, start } from '../sale.fixture.ts'
import type { Payment } from '../tender.ts'
import { hasWayBack } from './change.ts'
import { partOf } from './decide-change.ts'

const release = { of: 'holds', kind: 'release', reason: 'left' } as const
const payment: Payment = {
  paymentId: 'p' as PaymentId,
  mode: 'CARD',
  state: 'pending',
  amountMinor: 100,
  tenderedMinor: 100,
  changeMinor: 0,
  untilMs: start + 10 * holdMs,
}

function held(bookingId: string, turned: Partial<Booking> = {}): Booking {
  return heldBooking({ bookingId: bookingId as BookingId, ...turned })
}

function outcomesOf(rows: readonly Booking[], nowMs = start, ids = rows.map(({ bookingId }) => bookingId)) {
  const part = partOf({ of: 'holds', rows }, release, ids, nowMs)
  return { events: part.events, words: part.outcomes.map(({ id, reason }) => `${id} ${reason ?? 'changes'}`) }
}

test('[H12] a hold is released with its reason, once, however often it is named', () => {
  const id = 'a' as BookingId
  const { events, words } = outcomesOf([held('a')], start, [id, id, 'none' as BookingId])
  expect(words).toEqual(['a changes', 'none not-found'])
  expect(events).toEqual([
    { type: 'booking-cancelled', bookingId: 'a', showId: 1, seatIds: [0, 1], reason: 'left' },
  ])
})

test('[H12] [H6] what is promised, being paid or paid in part stays and says why, and is no part of what is journaled', () => {
  const { events, words } = outcomesOf([
    held('later', { purpose: 'reservation' }),
    held('card', { payments: [payment] }),
    held('part', { payments: [{ ...payment, mode: 'CASH', state: 'success' }] }),
  ])
  expect(words).toEqual(['later promised', 'card paying', 'part part-paid'])
  expect(events).toEqual([])
})

test('[H4] at its very end a hold is nobody’s any more, nor is what was sold meanwhile', () => {
  const sold = paidBooking({ bookingId: 'sold' as BookingId })
  expect(outcomesOf([held('a'), sold], start + holdMs - 1).words).toEqual(['a changes', 'sold over'])
  expect(outcomesOf([held('a')], start + holdMs).words).toEqual(['a over'])
})

test('[H12] only what was released has no way back', () => {
  expect(hasWayBack(release)).toBe(false)
  expect(hasWayBack({ of: 'seats' })).toBe(true)
})
