import { expect, test } from 'vitest'
import { known } from '../lib/assert.ts'
import { DAY_MS } from '../lib/time.ts'
import type { Found } from './asks.ts'
import type { Booking } from './booking.ts'
import { type HoldRequest, decideHold, holdReads } from './hold.ts'
import type { BookingId, CartId, CustomerId, ShowId, TicketTypeId } from './ids.ts'
import {
  actorAt,
  contextAt,
  eventsOf,
  graceMs,
  heldBooking,
  holdMs,
  paidBooking,
  refusalOf,
  sampleCoupon,
  sampleCustomer,
  sampleShow,
  seatNumber,
  start,
  wanted,
} from './sale.fixture.ts'
import { nothingAround } from './seat-plan/seats-around.ts'

type HoldFound = Found<'show' | 'seats' | 'around' | 'cart' | 'customer' | 'coupon' | 'freeSeats' | 'changed'>

const request: HoldRequest = {
  showId: sampleShow.showId,
  cartId: 'cart-2' as CartId,
  lines: wanted(0, 1),
  customerId: null,
  couponCode: null,
}

/** Two free seats, nothing else. */
const found: HoldFound = {
  show: sampleShow,
  seats: [seatNumber(0), seatNumber(1)],
  around: nothingAround,
  cart: null,
  customer: null,
  coupon: null,
  freeSeats: 4,
  changed: [],
}

const other = heldBooking({ bookingId: 'other' as BookingId, kioskId: actorAt('desk-9').kioskId })

/** The answer to a hold of seats 0 and 1 while seat 0 is claimed by the given booking. */
function holdOver(claimedBy: Booking, nowMs: number) {
  const seats = [seatNumber(0, 0, claimedBy), seatNumber(1)]
  return decideHold({ ...found, seats }, request, contextAt(nowMs))
}

test('[H1] two free seats are held at once, with their prices and their end', () => {
  const decision = decideHold(found, request, contextAt(start))
  expect(eventsOf(decision)).toMatchObject([
    {
      type: 'seats-held',
      bookingId: 'booking-1',
      purpose: 'hold',
      kioskId: 'desk-1',
      totals: { baseMinor: 400_00, discountMinor: 0, feeMinor: 20_00, totalMinor: 420_00, currency: 'INR' },
      priceVersion: 1,
      expiresAtMs: start + 300_000,
      graceEndsAtMs: start + 330_000,
    },
  ])
  expect(decision).toMatchObject({
    accepted: true,
    value: { booking: { state: 'reserved', reservedAtMs: start, payments: [], tickets: [] } },
  })
})

test('[H1] one seat that cannot be had refuses all, and every such seat is named with its reason', () => {
  const seats = [
    seatNumber(0, 0, other),
    seatNumber(1, 0, paidBooking({ bookingId: 'sold' as BookingId })),
    seatNumber(2),
    seatNumber(3, 2),
    seatNumber(4, 0, { ...other, purpose: 'reservation' }),
  ]
  const lines = wanted(0, 1, 2, 3, 4)
  expect(refusalOf(decideHold({ ...found, seats }, { ...request, lines }, contextAt(start + 1)))).toEqual({
    code: 'SEAT_NOT_AVAILABLE',
    seats: [
      { seatId: 0, label: 'A1', reason: 'held' },
      { seatId: 1, label: 'A2', reason: 'sold' },
      { seatId: 3, label: 'A4', reason: 'blocked' },
      { seatId: 4, label: 'A5', reason: 'reserved' },
    ],
  })
})

test('[C2] a seat that changed since it was seen is named and refused, free or not; others that changed are nobody’s matter', () => {
  const [first, second] = found.seats
  const changed = known(second, 'seat').seatId
  expect(refusalOf(decideHold({ ...found, changed: [changed] }, request, contextAt(start)))).toEqual({
    code: 'CONCURRENT_MODIFICATION',
    what: 'seats',
    seats: ['A2'],
  })
  const taken = [seatNumber(0, 0, other), seatNumber(1)]
  const both = { ...found, seats: taken, changed: [known(first, 'seat').seatId] }
  expect(refusalOf(decideHold(both, request, contextAt(start)))).toMatchObject({ seats: ['A1'] })
  const elsewhere = { ...found, changed: [seatNumber(4).seatId] }
  expect(refusalOf(decideHold(elsewhere, request, contextAt(start)))).toBeNull()
})

test('[H4] a seat is free at the very millisecond its hold ends', () => {
  expect(refusalOf(holdOver(other, other.expiresAtMs - 1))).toMatchObject({ code: 'SEAT_NOT_AVAILABLE' })
  expect(refusalOf(holdOver(other, other.expiresAtMs))).toBeNull()
})

test('[H5] taking a seat of a lapsed hold ends the whole lapsed booking first, in its grace and after it', () => {
  for (const nowMs of [other.expiresAtMs, other.graceEndsAtMs - 1, other.graceEndsAtMs]) {
    expect(eventsOf(holdOver(other, nowMs))).toMatchObject([
      { type: 'booking-expired', bookingId: 'other', seatIds: [0, 1] },
      { type: 'seats-held' },
    ])
  }
})

test('[H5] two lapsed bookings under one wish are each ended, once', () => {
  const third = { ...other, bookingId: 'third' as BookingId }
  const seats = [seatNumber(0, 0, other), seatNumber(1, 0, other), seatNumber(2, 0, third)]
  const events = eventsOf(
    decideHold({ ...found, seats }, { ...request, lines: wanted(0, 1, 2) }, contextAt(other.expiresAtMs)),
  )
  expect(events.map((event) => [event.type, event.bookingId])).toEqual([
    ['booking-expired', 'other'],
    ['booking-expired', 'third'],
    ['seats-held', 'booking-1'],
  ])
})

test('[H1] a sold seat stays sold however late it is', () => {
  const sold = paidBooking()
  expect(refusalOf(holdOver(sold, sold.graceEndsAtMs + 1_000_000))).toMatchObject({
    seats: [{ reason: 'sold' }],
  })
})

test('[H2] a VIP customer gets 600 s, another 300 s', () => {
  const asked = { ...request, customerId: sampleCustomer.customerId }
  const held = (vip: boolean) =>
    eventsOf(decideHold({ ...found, customer: { ...sampleCustomer, vip } }, asked, contextAt(start)))[0]
  expect(held(true)).toMatchObject({ holdMs: 600_000, expiresAtMs: start + 600_000 })
  expect(held(false)).toMatchObject({ holdMs: 300_000, expiresAtMs: start + 300_000, customerId: 7 })
})

test("[H2] the lengths are the show's terms, not numbers of the code", () => {
  const terms = { ...sampleShow.terms, holdMs: 7_000, graceMs: 3_000, feeMinor: 1 }
  const decision = decideHold({ ...found, show: { ...sampleShow, terms } }, request, contextAt(start))
  expect(eventsOf(decision)).toMatchObject([
    { expiresAtMs: start + 7_000, graceEndsAtMs: start + 10_000, totals: { feeMinor: 2 } },
  ])
})

test('[H8] ten seats are a booking, eleven are refused with what was asked, allowed and left', () => {
  const many = (count: number) => {
    const seatIds = Array.from({ length: count }, (_, index) => index)
    const seats = seatIds.map((seatId) => seatNumber(seatId))
    return decideHold(
      { ...found, seats, freeSeats: 44 },
      { ...request, lines: wanted(...seatIds) },
      contextAt(start),
    )
  }
  expect(refusalOf(many(10))).toBeNull()
  expect(refusalOf(many(11))).toEqual({ code: 'TOO_MANY_SEATS', asked: 11, limit: 10, left: 44 })
})

test('[H8] a seat twice is refused by its name', () => {
  expect(refusalOf(decideHold(found, { ...request, lines: wanted(0, 1, 1) }, contextAt(start)))).toEqual({
    code: 'INVALID_INPUT',
    field: 'lines',
    problem: 'duplicate-seat',
    detail: 'A2',
  })
})

test('[H8] a seat that the show does not have is refused by its number', () => {
  expect(refusalOf(decideHold(found, { ...request, lines: wanted(0, 77) }, contextAt(start)))).toEqual({
    code: 'INVALID_INPUT',
    field: 'lines',
    problem: 'unknown-seat',
    detail: '77',
  })
})

test('[P2] a ticket type that a seat does not admit is refused with both names', () => {
  const lines = wanted(0).map((line) => ({ ...line, ticketTypeId: 1 as TicketTypeId }))
  const seats = [seatNumber(0, 1)]
  expect(refusalOf(decideHold({ ...found, seats }, { ...request, lines }, contextAt(start)))).toMatchObject({
    code: 'INVALID_INPUT',
    problem: 'type-not-admitted',
    detail: 'A1 · Student',
  })
})

test('[H1] sale ends at the very millisecond that the show says', () => {
  const at = (nowMs: number) => refusalOf(decideHold(found, request, contextAt(nowMs)))
  expect(at(sampleShow.salesCloseAtMs - 1)).toBeNull()
  expect(at(sampleShow.salesCloseAtMs)).toEqual({
    code: 'SHOW_CLOSED',
    reason: 'sales-over',
    closedAtMs: sampleShow.salesCloseAtMs,
  })
})

test('[A2] a show that is switched off sells nothing', () => {
  const show = { ...sampleShow, active: false }
  expect(refusalOf(decideHold({ ...found, show }, request, contextAt(start)))).toMatchObject({
    code: 'SHOW_CLOSED',
    reason: 'inactive',
  })
})

test('[C5] a show or customer that is not there is named', () => {
  expect(refusalOf(decideHold({ ...found, show: null }, request, contextAt(start)))).toEqual({
    code: 'NOT_FOUND',
    what: 'show',
    id: '1',
  })
  const asked = { ...request, customerId: 404 as CustomerId }
  expect(refusalOf(decideHold(found, asked, contextAt(start)))).toMatchObject({ what: 'customer', id: '404' })
})

const own = heldBooking({ cartId: request.cartId })
/** The cart holds seats 0 and 1; now 1 and 2 are wanted. */
const again: HoldRequest = { ...request, lines: wanted(1, 2) }
const foundAgain: HoldFound = { ...found, cart: own, seats: [seatNumber(1, 0, own), seatNumber(2)] }

test("[H9] selecting again replaces the cart's earlier selection, and its own seats are not taken from it", () => {
  expect(eventsOf(decideHold(foundAgain, again, contextAt(start + 5)))).toMatchObject([
    { type: 'booking-cancelled', bookingId: 'held-1', seatIds: [0, 1], reason: 'replaced' },
    { type: 'seats-held', expiresAtMs: start + 5 + holdMs, graceEndsAtMs: start + 5 + holdMs + graceMs },
  ])
})

test('[H9] selecting again after the end of the hold expires the earlier one instead of cancelling it', () => {
  const types = (nowMs: number) =>
    eventsOf(decideHold(foundAgain, again, contextAt(nowMs))).map(({ type }) => type)
  expect(types(own.expiresAtMs - 1)).toEqual(['booking-cancelled', 'seats-held'])
  expect(types(own.expiresAtMs)).toEqual(['booking-expired', 'seats-held'])
})

test('[H9] a refused selection leaves the earlier one as it was: there are no events', () => {
  const seats = [seatNumber(1, 0, own), seatNumber(2, 0, other)]
  const decision = decideHold({ ...foundAgain, seats }, again, contextAt(start + 5))
  expect(decision).toEqual({
    accepted: false,
    refusal: { code: 'SEAT_NOT_AVAILABLE', seats: [{ seatId: 2, label: 'A3', reason: 'held' }] },
  })
})

test("[P11] another kiosk cannot replace a cart's selection; a manager can", () => {
  const asking = (role: 'clerk' | 'manager') =>
    refusalOf(decideHold(foundAgain, again, contextAt(start + 5, actorAt('desk-2', role))))
  expect(asking('clerk')).toEqual({ code: 'NOT_YOURS', bookingId: 'held-1' })
  expect(asking('manager')).toBeNull()
})

test('[A7] a customer’s own screen holds seats for whoever stands there, in nobody’s name', () => {
  const asking = (turn: Partial<HoldRequest>) =>
    refusalOf(decideHold(found, { ...request, ...turn }, contextAt(start, actorAt('hall', 'self-service'))))
  expect(asking({})).toBeNull()
  expect(asking({ customerId: 5 as CustomerId })).toEqual({ code: 'NOT_ALLOWED', role: 'self-service' })
})

test('[P4] a coupon that may not be used refuses the hold, it is never swallowed', () => {
  const asked = { ...request, couponCode: 'TENOFF' }
  expect(refusalOf(decideHold(found, asked, contextAt(start)))).toEqual({
    code: 'INVALID_COUPON',
    coupon: 'TENOFF',
    reason: 'unknown',
  })
  const held = decideHold({ ...found, coupon: sampleCoupon }, asked, contextAt(start))
  expect(eventsOf(held)).toMatchObject([
    { couponCode: 'TENOFF', totals: { discountMinor: 40_00, totalMinor: 380_00 } },
  ])
})

test("[P4] the last use of a coupon stays the cart's when it selects again, and is refused to others", () => {
  const coupon = { ...sampleCoupon, usesMax: 1, uses: 1 }
  const carrying = { ...own, couponCode: 'TENOFF' }
  const asked = { ...again, couponCode: 'TENOFF' }
  const seats = [seatNumber(1, 0, carrying), seatNumber(2)]
  expect(
    refusalOf(decideHold({ ...foundAgain, seats, coupon, cart: carrying }, asked, contextAt(start))),
  ).toBeNull()
  expect(refusalOf(decideHold({ ...foundAgain, coupon }, asked, contextAt(start)))).toMatchObject({
    code: 'INVALID_COUPON',
    reason: 'used-up',
  })
})

test('[P4] [H4] a cart past its grace has no use of its coupon any more: who used it since keeps it, recorded or not', () => {
  const carrying = { ...own, couponCode: 'TENOFF' }
  const coupon = { ...sampleCoupon, usesMax: 1, uses: 1 }
  const takenAgain = (nowMs: number) =>
    decideHold(
      { ...foundAgain, coupon, cart: carrying },
      { ...again, couponCode: 'TENOFF' },
      contextAt(nowMs),
    )
  expect(refusalOf(takenAgain(own.graceEndsAtMs - 1))).toBeNull()
  expect(refusalOf(takenAgain(own.graceEndsAtMs))).toMatchObject({ reason: 'used-up' })
})

test('[H1] a hold reads the show, exactly the wanted seats and what is around them, the cart, customer, coupon and what is free now', () => {
  const asked = { ...request, showId: 9 as ShowId, couponCode: 'X', customerId: 7 as CustomerId }
  expect(holdReads(asked, 5)).toEqual({
    show: 9,
    seats: { showId: 9, seatIds: [0, 1] },
    around: { showId: 9, cartId: 'cart-2', seatIds: [0, 1], nowMs: 5 },
    changed: { showId: 9, seatIds: [0, 1], sinceRevision: null },
    cart: 'cart-2',
    customer: 7,
    coupon: { code: 'X', nowMs: 5 },
    freeSeats: { showId: 9, nowMs: 5 },
  })
})

test('[H10] where seats are claimed when they are paid, a hold says so', () => {
  const show = { ...sampleShow, claimPolicy: 'on-payment' as const }
  expect(eventsOf(decideHold({ ...found, show }, request, contextAt(start)))).toMatchObject([
    { claimsAtPayment: true },
  ])
  expect(eventsOf(decideHold(found, request, contextAt(start)))[0]).not.toHaveProperty('claimsAtPayment')
})

test('[L6] a hotel’s night that is over is not on sale, to the millisecond', () => {
  const show = { ...sampleShow, sort: 'hotel' as const, startsAtMs: start - DAY_MS, zone: 'UTC' }
  const seats = [
    { ...seatNumber(1), night: 0 },
    { ...seatNumber(2), night: 1 },
  ]
  const at = (nowMs: number) => refusalOf(decideHold({ ...found, show, seats }, again, contextAt(nowMs)))
  expect(at(start - 1)).toBeNull()
  const over = { seatId: 1, label: 'A2', reason: 'blocked' }
  expect(at(start)).toEqual({ code: 'SEAT_NOT_AVAILABLE', seats: [over] })
})
