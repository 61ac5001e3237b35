// A small sale for the tests of decisions: a show of four seats, a hold on two of them, and a context whose ids count up.
// Owns plain values only; must never hide what a test is about (each test says the field it turns on).

import type { Booking } from './booking.ts'
import type { Actor, Role } from './catalogue.ts'
import type { Context, Decision } from './decision.ts'
import type { BookingEvent } from './events.ts'
import type {
  BookingId,
  CartId,
  ChangeId,
  CustomerId,
  KioskId,
  ListingId,
  PaymentId,
  SeatId,
  ShowId,
  StaffId,
  TicketTypeId,
} from './ids.ts'
import { type FoundCoupon, type WantedLine, priceLines } from './pricing.ts'
import { type Refusal, isRefusal } from './refusal.ts'
import type { FoundSeat, FoundShow } from './show.ts'
import type { Account } from './tender.ts'
import { houseTerms } from './terms.ts'
import { Bug } from '../lib/assert.ts'

/** The start of everything here: an evening in Mumbai, on the 20th there and in UTC. */
export const start = Date.UTC(2026, 10, 20, 12)
export const { holdMs, graceMs } = houseTerms

/** Category 0 at ₹200 and ₹150, category 1 at ₹100 for Normal only; category 2 is not on sale. */
export const sampleShow: FoundShow = {
  showId: 1 as ShowId,
  active: true,
  claimPolicy: 'on-checkout',
  startsAtMs: start + 7_200_000,
  listingId: 1 as ListingId,
  sort: 'performance',
  salesCloseAtMs: start + 9_000_000,
  zone: 'Asia/Kolkata',
  currency: 'INR',
  terms: houseTerms,
  ticketTypes: ['Normal', 'Student'],
  priceVersion: 1,
  prices: [
    [200_00, 150_00],
    [100_00, null],
    [null, null],
  ],
}

export function seatNumber(seatId: number, category = 0, claimedBy: Booking | null = null): FoundSeat {
  return { seatId: seatId as SeatId, label: `A${seatId + 1}`, section: 'Stalls', category, claimedBy }
}

export function wanted(...seatIds: number[]): WantedLine[] {
  return seatIds.map((seatId) => ({ seatId: seatId as SeatId, ticketTypeId: 0 as TicketTypeId }))
}

export function actorAt(kiosk: string, role: Role = 'clerk'): Actor {
  return { staffId: 1 as StaffId, name: 'Asha', role, kioskId: kiosk as KioskId }
}

export function contextAt(nowMs: number, actor: Actor = actorAt('desk-1')): Context {
  let drawn = 0
  const next = (word: string) => `${word}-${(drawn += 1)}`
  return {
    nowMs,
    actor,
    newBookingId: () => next('booking') as BookingId,
    newPaymentId: () => next('payment') as PaymentId,
    newCartId: () => next('cart') as CartId,
    newChangeId: () => next('change') as ChangeId,
    newTicketDigits: () => String((drawn += 1)).padStart(8, '0'),
    newSecret: () => next('SECRET'),
  }
}

/** Seats 0 and 1 (₹400 and ₹20 fee), held at `start` by desk-1 in cart-1. */
export function heldBooking(turned: Partial<Booking> = {}, seatIds: readonly number[] = [0, 1]): Booking {
  const seats = seatIds.map((seatId) => seatNumber(seatId))
  const priced = priceLines(sampleShow, seats, wanted(...seatIds), null)
  if (isRefusal(priced)) throw new Bug('the sample has prices')
  return {
    bookingId: 'held-1' as BookingId,
    showId: sampleShow.showId,
    state: 'reserved',
    purpose: 'hold',
    claimsAtPayment: false,
    cartId: 'cart-1' as CartId,
    customerId: null,
    kioskId: 'desk-1' as KioskId,
    staffId: 1 as StaffId,
    ...priced,
    couponCode: null,
    priceVersion: 1,
    holdMs,
    reservedAtMs: start,
    expiresAtMs: start + holdMs,
    graceEndsAtMs: start + holdMs + graceMs,
    extendedAtMs: null,
    lapsedAtMs: null,
    confirmedAtMs: null,
    expiredAtMs: null,
    cancelledAtMs: null,
    refundedAtMs: null,
    paymentFailedAtMs: null,
    completedAtMs: null,
    deletedAtMs: null,
    returned: [],
    payments: [],
    tickets: [],
    ...turned,
  }
}

/** The same, paid in cash and confirmed. */
export function paidBooking(turned: Partial<Booking> = {}): Booking {
  const held = heldBooking()
  const amountMinor = held.totals.totalMinor
  return {
    ...held,
    state: 'confirmed',
    confirmedAtMs: start + 1000,
    payments: [
      {
        paymentId: 'paid-1' as PaymentId,
        mode: 'CASH',
        state: 'success',
        amountMinor,
        tenderedMinor: amountMinor,
        changeMinor: 0,
        account: 'drawer:desk-1' as Account,
        currency: 'INR',
      },
    ],
    tickets: held.lines.map(({ seatId }) => ({
      number: `TKT-20261120-0000000${seatId}`,
      seatId,
      secret: 'S',
    })),
    ...turned,
  }
}

/** 10 %, at most ₹100, valid for an hour from `start`. */
export const sampleCoupon: FoundCoupon = {
  kind: 'coupon',
  code: 'TENOFF',
  percent: 10,
  discountMaxMinor: 100_00,
  validFromMs: start,
  validUntilMs: start + 3_600_000,
  active: true,
  usesMax: null,
  uses: 0,
}

export const sampleCustomer = {
  kind: 'customer',
  customerId: 7 as CustomerId,
  name: 'Ravi',
  phone: '',
  email: '',
  vip: false,
} as const

export function refusalOf(decision: Decision<unknown>): Refusal | null {
  return decision.accepted ? null : decision.refusal
}

export function eventsOf(decision: Decision<unknown>): readonly BookingEvent[] {
  return decision.accepted ? (decision.events as readonly BookingEvent[]) : []
}

export const freshIds = { listing: 11, show: 12, plan: 13, venue: 14, wallet: 15, customer: 16 }

/** What a refund reads: no wallet yet. */
export function refundFound(booking: Booking, show = sampleShow) {
  return { booking, showOf: show, walletOf: null, nextIds: freshIds }
}
