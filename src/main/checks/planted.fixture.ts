// What the planted violations are made from: one evening, and bookings and money that it never had. Owns no violation of its own.

import type { HouseEvent, SeatsHeld } from '../../shared/domain/events.ts'
import type { BookingId, PaymentId, SeatId } from '../../shared/domain/ids.ts'
import { type Account, type Payment, type Refund, withRefunds } from '../../shared/domain/tender.ts'
import { seatLabel } from '../../shared/domain/seat-plan/plan.ts'
import { known } from '../../shared/lib/assert.ts'
import { show1, smallPlan } from '../engine/test-house.ts'
import { Evening, type Spoiled } from './forge.fixture.ts'

/** `ids`: the invariants that must break, and no others. */
export type Plant = readonly [ids: string, what: string, plant: () => Spoiled]

export const evening = await Evening.make()
export const untouched = () => evening.append([])
export const seatIds = (numbers: readonly number[]) => numbers as readonly SeatId[]

/** A booking of these seats by a stranger, as if nobody had them. */
export function strangers(numbers: readonly number[]): SeatsHeld {
  const held = evening.event('seats-held', 'sold')
  const line = known(held.lines[0], 'line')
  const lines = numbers.map((seat) => {
    const named = { seatId: seat as SeatId, label: seatLabel(smallPlan, seat as SeatId) }
    return { ...line, ...named, discountMinor: 0 }
  })
  const baseMinor = lines.length * line.priceMinor
  const feeMinor = lines.length * line.feeMinor
  const totals = { ...held.totals, baseMinor, feeMinor, discountMinor: 0, totalMinor: baseMinor + feeMinor }
  const expiresAtMs = known(evening.told.at(-1), 'last').atMs + 1 + held.holdMs
  const ends = { expiresAtMs, graceEndsAtMs: expiresAtMs + 1 }
  return { ...held, bookingId: 'stranger' as BookingId, lines, totals, couponCode: null, ...ends }
}

/** A manager sets how often a coupon may be used. */
export function couponLimit(code: string, before: number | null, after: number | null): HouseEvent {
  const alike = [{ ids: [code], before: { usesMax: before }, after: { usesMax: after } }]
  return { type: 'rows-changed', of: 'coupons', alike }
}

/** The ids of the evening's bookings that expired or are held, and of a stranger's. */
export const expired = () => ({ bookingId: evening.id('expired'), showId: show1 })
export const held = () => ({ bookingId: evening.id('held'), showId: show1 })
export const stranger = { bookingId: 'stranger' as BookingId, showId: show1 }

export const money = (id: string, turned: Partial<Payment> = {}): Payment => ({
  paymentId: id as PaymentId,
  mode: 'CARD',
  state: 'success',
  amountMinor: 100,
  tenderedMinor: 100,
  changeMinor: 0,
  account: 'terminal:CARD',
  currency: 'INR',
  ...turned,
})
/** A terminal approved a payment for a booking that had ended, and these refunds were made of it. */
export const cameLate = (refunds: readonly Refund[]): HouseEvent[] => {
  const payment = money('late')
  const payments = withRefunds([payment], refunds)
  return [
    { type: 'payment-late', ...expired(), payment },
    { type: 'money-returned', ...expired(), refunds, payments, currency: 'INR' },
  ]
}
export const back = (amountMinor: number, turned: Partial<Refund> = {}): Refund => ({
  paymentId: 'late' as PaymentId,
  amountMinor,
  account: 'drawer:desk-1' as Account,
  ...turned,
})
