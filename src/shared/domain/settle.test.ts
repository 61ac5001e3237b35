import { expect, test } from 'vitest'
import { nothingAround } from './seat-plan/seats-around.ts'
import { type Booking, type BookingState, payEndMs } from './booking.ts'
import type { BookingId, PaymentId } from './ids.ts'
import {
  actorAt,
  contextAt,
  eventsOf,
  freshIds,
  heldBooking,
  paidBooking,
  refusalOf,
  sampleShow,
  seatNumber,
  start,
} from './sale.fixture.ts'
import {
  type TerminalAnswer,
  decideGiveUp,
  decideRefundSettled,
  decideReviewProof,
  decideSettle,
  settleReads,
} from './settle.ts'
import type { FoundShow } from './show.ts'
import type { Account, Payment } from './tender.ts'

const paymentId = 'card-1' as PaymentId
const untilMs = start + 60_000
const card: Payment = {
  paymentId,
  mode: 'CARD',
  state: 'pending',
  amountMinor: 420_00,
  tenderedMinor: 420_00,
  changeMinor: 0,
  account: 'terminal:CARD',
  currency: 'INR',
  untilMs,
}
const yes: TerminalAnswer = { kind: 'approved', reference: 'R1', amountMinor: 420_00, currency: 'INR' }
const no: TerminalAnswer = { kind: 'declined' }
const waiting = (turned: Partial<Payment> = {}, ofBooking: Partial<Booking> = {}) =>
  heldBooking({ payments: [{ ...card, ...turned }], ...ofBooking })

interface Turn {
  readonly nowMs?: number
  readonly show?: FoundShow | null
  readonly claimedBy?: Booking | null
  readonly paymentId?: PaymentId
}

function settle(booking: Booking | null, answer: TerminalAnswer, turn: Turn = {}) {
  const { nowMs = start + 1, show = sampleShow, claimedBy = booking } = turn
  const seatsOf = [0, 1].map((seatId) => seatNumber(seatId, 0, claimedBy))
  const nothing = {
    aroundMoved: nothingAround,
    offered: sampleShow,
    nearest: null,
    walletOf: null,
    couponOf: null,
  }
  const found = { booking, showOf: show, seatsOf, ...nothing, nextIds: freshIds }
  const request = { bookingId: 'held-1' as BookingId, paymentId: turn.paymentId ?? paymentId, answer }
  return decideSettle(found, request, contextAt(nowMs))
}

test('[P6] a yes for the whole sum confirms; its reference is kept and its time is not', () => {
  const decision = settle(waiting(), yes)
  expect(decision).toMatchObject({ value: { outcome: 'confirmed', booking: { state: 'confirmed' } } })
  expect(eventsOf(decision)).toMatchObject([
    { type: 'booking-confirmed', payment: { state: 'success', reference: 'R1' } },
  ])
  expect(eventsOf(decision)[0]).not.toHaveProperty('payment.untilMs')
  expect(settleReads({ bookingId: 'b' as BookingId, paymentId, answer: yes }, 7)).toMatchObject({
    offered: 'b',
    nearest: { bookingId: 'b', nowMs: 7 },
    nextIds: true,
  })
})

test('[P5] [P6] a yes for a part is taken, and its seats wait as they did before', () => {
  const decision = settle(waiting({ amountMinor: 20_00 }), { ...yes, amountMinor: 20_00 })
  expect(decision).toMatchObject({ value: { outcome: 'taken', booking: { state: 'reserved' } } })
  expect(eventsOf(decision)).toMatchObject([{ type: 'payment-taken', seatIds: [0, 1] }])
})

test.for<[what: string, answer: TerminalAnswer]>([
  ['another sum', { ...yes, amountMinor: 419_99 }],
  ['another currency', { ...yes, currency: 'EUR' }],
])('[P6] a yes to %s is no yes', ([, answer]) => {
  const decision = settle(waiting(), answer)
  expect(decision).toMatchObject({ value: { outcome: 'mismatch', booking: { state: 'reserved' } } })
  expect(eventsOf(decision)).toMatchObject([
    { type: 'payment-failed', payment: { failure: 'mismatch', reference: 'R1' } },
  ])
})

test('[P7] a no is recorded; the last that the terms allow frees the seats', () => {
  expect(eventsOf(settle(waiting(), no))).toMatchObject([
    { type: 'payment-failed', seatIds: [0, 1], payment: { failure: 'declined' } },
  ])
  const declined: Payment = {
    ...card,
    paymentId: 'before' as PaymentId,
    state: 'failed',
    failure: 'declined',
  }
  const third = waiting({}, { payments: [declined, declined, card] })
  const over = settle(third, no)
  expect(eventsOf(over)).toMatchObject([
    { type: 'payment-failed' },
    { type: 'booking-failed', reason: 'declined' },
  ])
  expect(over).toMatchObject({ value: { outcome: 'declined', booking: { state: 'payment_failed' } } })
})

test.for(['expired', 'deleted'] as const)('[P7] a no to a booking that is %s changes no seat', (state) => {
  expect(eventsOf(settle(waiting({}, { state }), no))).toMatchObject([
    { type: 'payment-failed', seatIds: [] },
  ])
})

test('[P7] a no to what was given up is kept beside it and counts for nothing', () => {
  const given = waiting({ state: 'failed', failure: 'given-up' }, { state: 'payment_failed' })
  expect(eventsOf(settle(given, no))).toMatchObject([
    { type: 'payment-failed', payment: { failure: 'declined' } },
  ])
})

test('[P6] an answer that came before changes nothing, and one to no payment is refused', () => {
  for (const state of ['success', 'refunded', 'failed'] as const)
    expect(settle(waiting({ state }), yes)).toMatchObject({ events: [], value: { outcome: 'ignored' } })
  expect(refusalOf(settle(waiting(), yes, { paymentId: 'other' as PaymentId }))).toMatchObject({
    code: 'NOT_FOUND',
    what: 'payment',
  })
  expect(refusalOf(settle(null, yes))).toMatchObject({ code: 'NOT_FOUND', what: 'booking' })
  expect(refusalOf(settle(waiting(), yes, { show: null }))).toMatchObject({
    code: 'NOT_FOUND',
    what: 'booking',
  })
})

test.for<[what: string, booking: Booking, turn?: Turn]>([
  ['the end of its time', waiting(), { nowMs: payEndMs(waiting()) }],
  ['its booking ended', waiting({}, { state: 'expired' })],
  ['it was given up', waiting({ state: 'failed', failure: 'given-up' })],
  [
    'another had its seats',
    waiting({}, { claimsAtPayment: true }),
    { claimedBy: paidBooking({ bookingId: 'x' as BookingId }) },
  ],
])('[P8] a yes after %s is not lost', ([, booking, turn]) => {
  const events = eventsOf(settle(booking, yes, turn))
  expect(events.map(({ type }) => type)).toContain('payment-late')
  expect(events.map(({ type }) => type)).toContain('money-returned')
})

test('[H10] [P8] a yes in time takes free seats that were not held', () => {
  const decision = settle(waiting({}, { claimsAtPayment: true }), yes, { claimedBy: null })
  expect(eventsOf(decision)).toMatchObject([{ type: 'booking-confirmed', ticketTypeIds: [0, 0] }])
})

const giveUp = (booking: Booking | null, kiosk = 'desk-1') =>
  decideGiveUp({ booking }, { bookingId: 'held-1' as BookingId }, contextAt(start, actorAt(kiosk)))

test('[P7] given up: the seats are free at once, and the try is over if there was one', () => {
  expect(eventsOf(giveUp(heldBooking()))).toMatchObject([
    { type: 'booking-failed', reason: 'given-up', seatIds: [0, 1] },
  ])
  expect(eventsOf(giveUp(waiting()))).toMatchObject([
    { type: 'payment-failed', payment: { failure: 'given-up' } },
    { type: 'booking-failed' },
  ])
  expect(refusalOf(giveUp(null))).toMatchObject({ code: 'NOT_FOUND' })
  expect(refusalOf(giveUp(heldBooking(), 'desk-2'))).toMatchObject({ code: 'NOT_YOURS' })
  expect(refusalOf(giveUp(paidBooking()))).toEqual({
    code: 'WRONG_STATE',
    from: 'confirmed',
    to: 'payment_failed',
  })
})

const picture: Payment = { ...card, mode: 'PROOF', state: 'success', account: 'bank:proof', review: 'open' }
const review = (booking: Booking | null, accepted: boolean) =>
  decideReviewProof(
    { booking },
    { bookingId: 'held-1' as BookingId, paymentId, accepted },
    contextAt(start + 5),
  )
const shown = (state: BookingState, ...others: Payment[]) =>
  paidBooking({ state, payments: [...others, picture] })

test('[P5] a picture is accepted once, and nothing else of its booking changes', () => {
  const decision = review(shown('confirmed'), true)
  expect(eventsOf(decision)).toMatchObject([
    { type: 'proof-reviewed', payment: { review: 'accepted', state: 'success' } },
  ])
  const accepted = paidBooking({ payments: [{ ...picture, review: 'accepted' }] })
  expect(refusalOf(review(accepted, false))).toMatchObject({ code: 'NOT_FOUND', what: 'payment' })
  expect(refusalOf(review(null, true))).toMatchObject({ code: 'NOT_FOUND', what: 'booking' })
  expect(
    refusalOf(review(heldBooking({ payments: [picture, { ...card, paymentId: 'c' as PaymentId }] }), true)),
  ).toMatchObject({ code: 'PAYMENT_IN_FLIGHT' })
})

test('[P5] a rejected picture cancels, and what else was paid waits for its customer', () => {
  const types = (booking: Booking) => eventsOf(review(booking, false)).map(({ type }) => type)
  expect(types(shown('confirmed'))).toEqual(['proof-reviewed', 'booking-cancelled'])
  expect(types(shown('reserved'))).toEqual(['proof-reviewed', 'booking-cancelled'])
  const cash: Payment = {
    ...card,
    paymentId: 'cash' as PaymentId,
    mode: 'CASH',
    state: 'success',
    account: 'drawer:x' as Account,
  }
  const split = review(shown('confirmed', cash), false)
  expect(split).toMatchObject({ value: { booking: { state: 'cancelled' } } })
  expect(split).toHaveProperty('value.booking.payments.0.state', 'success')
})

test('[P5] what has ended stays ended; who was let in is not cancelled', () => {
  expect(eventsOf(review(shown('expired'), false)).map(({ type }) => type)).toEqual(['proof-reviewed'])
  expect(refusalOf(review(shown('completed'), false))).toEqual({
    code: 'WRONG_STATE',
    from: 'completed',
    to: 'cancelled',
  })
})

test('[P6] what a terminal gave back is told once', () => {
  const booking = paidBooking()
  expect(eventsOf(decideRefundSettled({ booking, taskOpen: true }, '7-0'))).toMatchObject([
    { type: 'refund-settled', taskKey: '7-0' },
  ])
  expect(decideRefundSettled({ booking, taskOpen: false }, '7-0')).toMatchObject({ events: [] })
  expect(decideRefundSettled({ booking: null, taskOpen: true }, '7-0')).toMatchObject({ events: [] })
})
