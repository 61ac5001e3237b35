import { expect, test } from 'vitest'
import type { Booking, BookingState } from './booking.ts'
import { bookingStates, mayBecome } from './booking.ts'
import { decideChooseTickets } from './hold.ts'
import { decideDefer, decideExtend } from './hold-longer.ts'
import { decideReleaseHolds, decideSweep } from './hold-end.ts'
import { refusalIfOver } from './pending.ts'
import { decideCancel } from './refund.ts'
import type { BookingId, PaymentId, TicketTypeId } from './ids.ts'
import {
  actorAt,
  contextAt,
  eventsOf,
  heldBooking,
  holdMs,
  paidBooking,
  refundFound,
  refusalOf,
  sampleCoupon,
  sampleShow,
  seatNumber,
  start,
  wanted,
} from './sale.fixture.ts'
import type { Account, Payment } from './tender.ts'

const held = heldBooking()
const ownSeats = (booking: Booking) => booking.lines.map(({ seatId }) => seatNumber(seatId, 0, booking))
const foundOf = (booking: Booking) => ({ booking, seatsOf: ownSeats(booking), showOf: sampleShow })
const states = Object.keys(bookingStates) as BookingState[]

function extendAt(nowMs: number, booking = held, actor = actorAt('desk-1')) {
  return decideExtend(foundOf(booking), { bookingId: booking.bookingId }, contextAt(nowMs, actor))
}

test('[H3] an extension adds the length that the hold was given, to its end and to its grace', () => {
  const decision = extendAt(start + 1)
  expect(eventsOf(decision)).toMatchObject([
    { type: 'hold-extended', expiresAtMs: start + 600_000, graceEndsAtMs: start + 630_000 },
  ])
  expect(decision).toMatchObject({ value: { booking: { extendedAtMs: start + 1, state: 'reserved' } } })
  const vip = heldBooking({ holdMs: 600_000, expiresAtMs: start + 600_000, graceEndsAtMs: start + 630_000 })
  expect(eventsOf(extendAt(start, vip))).toMatchObject([{ expiresAtMs: start + 1_200_000 }])
})

test('[H3] a second extension is refused, and says when the first was', () => {
  const extended = heldBooking({ extendedAtMs: start + 1, expiresAtMs: start + 2 * holdMs })
  expect(refusalOf(extendAt(start + 2, extended))).toEqual({
    code: 'ALREADY_EXTENDED',
    extendedAtMs: start + 1,
  })
})

test('[H3] [H4] a hold can be extended until the millisecond before its end, and not in its grace', () => {
  expect(refusalOf(extendAt(held.expiresAtMs - 1))).toBeNull()
  expect(refusalOf(extendAt(held.expiresAtMs))).toEqual({
    code: 'HOLD_EXPIRED',
    expiredAtMs: held.expiresAtMs,
    taken: [],
  })
})

test.for(states.filter((state) => state !== 'reserved' && state !== 'expired'))(
  '[C5] a booking that is %s cannot be extended: both states are named',
  (state) => {
    expect(refusalOf(extendAt(start, heldBooking({ state })))).toMatchObject({
      code: 'WRONG_STATE',
      from: state,
    })
  },
)

test('[P11] only its own kiosk, a manager or an admin extends, changes or cancels a booking', () => {
  expect(refusalOf(extendAt(start, held, actorAt('desk-2')))).toEqual({
    code: 'NOT_YOURS',
    bookingId: 'held-1',
  })
  expect(refusalOf(extendAt(start, held, actorAt('desk-2', 'manager')))).toBeNull()
  expect(refusalOf(extendAt(start, held, actorAt('desk-2', 'admin')))).toBeNull()
  const cancel = { bookingId: held.bookingId, reason: '' }
  expect(
    refusalOf(decideCancel(refundFound(held), cancel, contextAt(start, actorAt('desk-2')))),
  ).toMatchObject({
    code: 'NOT_YOURS',
  })
  expect(refusalOf(chooseAt(start, {}, actorAt('desk-2')))).toMatchObject({ code: 'NOT_YOURS' })
})

test('[C5] a booking that is not there is named', () => {
  const bookingId = 'gone' as BookingId
  const nothing = { booking: null, seatsOf: [], showOf: null, coupon: null }
  const notFound = { code: 'NOT_FOUND', what: 'booking', id: 'gone' }
  expect(refusalOf(decideExtend(nothing, { bookingId }, contextAt(start)))).toEqual(notFound)
  const noShow = { ...nothing, booking: held }
  expect(refusalOf(decideExtend(noShow, { bookingId }, contextAt(start)))).toEqual(notFound)
  expect(
    refusalOf(
      decideCancel({ ...refundFound(held), ...nothing }, { bookingId, reason: '' }, contextAt(start)),
    ),
  ).toEqual(notFound)
  const choice = { bookingId, lines: wanted(0), couponCode: null }
  expect(refusalOf(decideChooseTickets(nothing, choice, contextAt(start)))).toEqual(notFound)
})

type Choice = Partial<Parameters<typeof decideChooseTickets>[1]>

function chooseAt(nowMs: number, choice: Choice, actor = actorAt('desk-1'), booking = held) {
  const request = { bookingId: booking.bookingId, lines: wanted(0, 1), couponCode: null, ...choice }
  return decideChooseTickets({ ...foundOf(booking), coupon: sampleCoupon }, request, contextAt(nowMs, actor))
}

test('[P2] other ticket types price the same seats anew, and the hold keeps its clock', () => {
  const [normal, student] = wanted(0, 1)
  if (!normal || !student) return
  const lines = [normal, { ...student, ticketTypeId: 1 as TicketTypeId }]
  const decision = chooseAt(start + 9, { lines })
  expect(eventsOf(decision)).toMatchObject([
    { type: 'tickets-chosen', totals: { baseMinor: 350_00, totalMinor: 370_00 }, couponCode: null },
  ])
  expect(decision).toMatchObject({ value: { booking: { expiresAtMs: held.expiresAtMs, holdMs } } })
})

test('[P4] a coupon can be added and left away again', () => {
  expect(eventsOf(chooseAt(start, { couponCode: 'TENOFF' }))).toMatchObject([
    { totals: { totalMinor: 380_00 }, couponCode: 'TENOFF' },
  ])
  const carrying = heldBooking({ couponCode: 'TENOFF' })
  expect(eventsOf(chooseAt(start, {}, actorAt('desk-1'), carrying))).toMatchObject([
    { totals: { discountMinor: 0, totalMinor: 420_00 }, couponCode: null },
  ])
})

test.for([
  ['a seat less', wanted(0)],
  ['a seat more', wanted(0, 1, 2)],
  ['another seat', wanted(0, 2)],
  ['a seat twice', wanted(0, 0)],
] as const)('[H9] choosing tickets for %s is refused: another selection is another hold', ([, lines]) => {
  expect(refusalOf(chooseAt(start, { lines }))).toMatchObject({
    code: 'INVALID_INPUT',
    problem: 'other-seats',
  })
})

test('[H4] tickets can be chosen until the millisecond before the end', () => {
  expect(refusalOf(chooseAt(held.expiresAtMs - 1, {}))).toBeNull()
  expect(refusalOf(chooseAt(held.expiresAtMs, {}))).toMatchObject({ code: 'HOLD_EXPIRED' })
})

test('[H5] an ended hold names the seats that others have by now', () => {
  const thief = heldBooking({ bookingId: 'thief' as BookingId })
  const seats = [seatNumber(0, 0, thief), seatNumber(1)]
  const expired = heldBooking({ state: 'expired' })
  expect(refusalIfOver(expired, seats, start, expired.graceEndsAtMs)).toEqual({
    code: 'HOLD_EXPIRED',
    expiredAtMs: expired.expiresAtMs,
    taken: ['A1'],
  })
})

function cancelAt(booking: Booking, nowMs = start + 7) {
  return decideCancel(
    refundFound(booking),
    { bookingId: booking.bookingId, reason: 'changed mind' },
    contextAt(nowMs),
  )
}

test('[P10] a pending booking is cancelled and gives its seats back', () => {
  const decision = cancelAt(held)
  expect(eventsOf(decision)).toEqual([
    {
      type: 'booking-cancelled',
      bookingId: 'held-1',
      showId: 1,
      seatIds: [0, 1],
      reason: 'changed mind',
    },
  ])
  expect(decision).toMatchObject({ value: { booking: { state: 'cancelled', cancelledAtMs: start + 7 } } })
})

test('[P10] a paid booking is cancelled and its whole payment goes back, each with its own time', () => {
  const decision = cancelAt(paidBooking())
  expect(eventsOf(decision)).toMatchObject([
    { type: 'booking-cancelled' },
    { type: 'booking-refunded', refundMinor: 420_00 },
  ])
  expect(decision).toMatchObject({
    value: { booking: { state: 'refunded', cancelledAtMs: start + 7, refundedAtMs: start + 7 } },
  })
  expect(decision).toMatchObject({ value: { booking: { payments: [{ state: 'refunded' }] } } })
})

test.for(states.filter((state) => !mayBecome(state, 'cancelled')))(
  '[C5] a booking that is %s cannot be cancelled: both states are named',
  (state) => {
    expect(refusalOf(cancelAt(heldBooking({ state })))).toEqual({
      code: 'WRONG_STATE',
      from: state,
      to: 'cancelled',
    })
  },
)

test('[H7] the sweep records the end of a hold at its very millisecond, once, and the end of its grace', () => {
  const at = (nowMs: number, booking = held) =>
    eventsOf(decideSweep({ due: [booking] }, nowMs)).map(({ type }) => type)
  expect(at(held.expiresAtMs - 1)).toEqual([])
  expect(at(held.expiresAtMs)).toEqual(['hold-lapsed'])
  const lapsed = heldBooking({ lapsedAtMs: held.expiresAtMs })
  expect(at(held.expiresAtMs + 1, lapsed)).toEqual([])
  expect(at(held.graceEndsAtMs - 1, lapsed)).toEqual([])
  expect(at(held.graceEndsAtMs, lapsed)).toEqual(['booking-expired'])
})

test('[H7] a hold that nobody noticed until its grace was over expires in one step', () => {
  const decision = decideSweep({ due: [held] }, held.graceEndsAtMs)
  expect(eventsOf(decision)).toMatchObject([{ type: 'booking-expired', seatIds: [0, 1] }])
  expect(decision).toMatchObject({ value: { ended: 1 } })
})

test('[H16] a reservation without grace expires at its end', () => {
  const reservation = heldBooking({ purpose: 'reservation', graceEndsAtMs: held.expiresAtMs })
  const types = (nowMs: number) =>
    eventsOf(decideSweep({ due: [reservation] }, nowMs)).map(({ type }) => type)
  expect(types(held.expiresAtMs - 1)).toEqual([])
  expect(types(held.expiresAtMs)).toEqual(['booking-expired'])
})

test('[H12] released holds are cancelled with the reason given, and their seats counted', () => {
  const second = heldBooking({ bookingId: 'held-2' as BookingId }, [2, 3, 4])
  const decision = decideReleaseHolds({ holds: [held, second] }, { reason: 'closing' })
  expect(eventsOf(decision)).toMatchObject([
    { type: 'booking-cancelled', bookingId: 'held-1', reason: 'closing' },
    { type: 'booking-cancelled', bookingId: 'held-2', seatIds: [2, 3, 4] },
  ])
  expect(decision).toMatchObject({ value: { bookings: 2, seats: 5 } })
  expect(decideReleaseHolds({ holds: [] }, { reason: '' })).toMatchObject({
    value: { bookings: 0, seats: 0 },
  })
})

test('[H12] [H16] a reservation is a promise, not a hold: releasing holds leaves it', () => {
  const reserved = heldBooking({ bookingId: 'phone-1' as BookingId, purpose: 'reservation' }, [5])
  const decision = decideReleaseHolds({ holds: [reserved, held] }, { reason: 'closing' })
  expect(eventsOf(decision)).toMatchObject([{ bookingId: 'held-1' }])
  expect(decision).toMatchObject({ value: { bookings: 1 } })
})

const [cash] = paidBooking().payments
const wallet = {
  mode: 'WALLET',
  account: 'wallet:3' as Account,
  paymentId: 'purse' as PaymentId,
  amountMinor: 20_00,
} as const
const partly = (...turned: Partial<Payment>[]) =>
  heldBooking({ payments: cash ? turned.map((one) => ({ ...cash, ...one })) : [] })

test('[P5] [H7] what a wallet gave towards a hold that ends goes back at once; cash waits for its owner', () => {
  const booking = partly(wallet, { amountMinor: 50_00 }, { ...wallet, state: 'failed' })
  expect(eventsOf(decideSweep({ due: [booking] }, booking.graceEndsAtMs))).toMatchObject([
    { type: 'booking-expired' },
    {
      type: 'money-returned',
      refunds: [{ paymentId: 'purse', amountMinor: 20_00, account: 'wallet:3' }],
      currency: 'INR',
    },
  ])
  const { account: _account, ...unsaid } = wallet
  const older = heldBooking({
    payments: [{ ...unsaid, state: 'success', tenderedMinor: 20_00, changeMinor: 0 }],
  })
  expect(eventsOf(decideSweep({ due: [older] }, older.graceEndsAtMs))).toMatchObject([
    { type: 'booking-expired' },
  ])
})

test('[H12] holds that are being paid, or are paid in part, are not released in bulk', () => {
  const holds = [partly(wallet), partly({ ...wallet, state: 'pending' }), partly({ state: 'failed' })]
  expect(decideReleaseHolds({ holds }, { reason: '' })).toMatchObject({ value: { bookings: 1, seats: 2 } })
})

test('[H10] seats that are not claimed yet are not freed by the end of their booking', () => {
  const booking = heldBooking({ claimsAtPayment: true })
  expect(eventsOf(decideSweep({ due: [booking] }, booking.graceEndsAtMs))).toMatchObject([
    { type: 'booking-expired', seatIds: [] },
  ])
})

const defer = (booking: Booking | null, nowMs = start + 1, actor = actorAt('desk-1')) => {
  const bookingId = held.bookingId
  const showOf = booking && sampleShow
  return decideDefer(
    { booking, seatsOf: booking ? ownSeats(booking) : [], showOf },
    { bookingId },
    contextAt(nowMs, actor),
  )
}

test('[H16] paid later: from when it was made it lives as long as a reservation, and asked again it is the same', () => {
  const expiresAtMs = start + sampleShow.terms.reservationMs
  expect(eventsOf(defer(held))).toMatchObject([
    {
      type: 'hold-deferred',
      seatIds: [0, 1],
      holdMs: sampleShow.terms.reservationMs,
      expiresAtMs,
      graceEndsAtMs: expiresAtMs + sampleShow.terms.graceMs,
    },
  ])
  expect(defer(heldBooking({ purpose: 'reservation' }))).toMatchObject({ accepted: true, events: [] })
})

test('[H16] a hold that lives longer than a reservation keeps its end and its grace when it is paid later', () => {
  const { reservationMs, graceMs } = sampleShow.terms
  const long = { holdMs: 2 * reservationMs, expiresAtMs: start + 2 * reservationMs }
  const booking = heldBooking({ ...long, graceEndsAtMs: long.expiresAtMs + 2 * graceMs })
  // When it would have been over long ago as a reservation.
  expect(eventsOf(defer(booking, start + reservationMs + 1))).toMatchObject([
    { type: 'hold-deferred', ...long, graceEndsAtMs: long.expiresAtMs + 2 * graceMs },
  ])
})

test('[H16] a reservation ends with the sales of its show at the latest, also when it is extended', () => {
  const { salesCloseAtMs, terms } = sampleShow
  const lateMs = salesCloseAtMs - terms.reservationMs + 1
  const ends = { expiresAtMs: lateMs + holdMs, graceEndsAtMs: lateMs + holdMs + terms.graceMs }
  const late = heldBooking({ reservedAtMs: lateMs, ...ends })
  const deferred = {
    holdMs: terms.reservationMs - 1,
    expiresAtMs: salesCloseAtMs,
    graceEndsAtMs: salesCloseAtMs + terms.graceMs,
  }
  expect(eventsOf(defer(late, lateMs))).toMatchObject([deferred])
  const reserved = heldBooking({ ...deferred, expiresAtMs: salesCloseAtMs - 5, purpose: 'reservation' })
  expect(eventsOf(extendAt(start, reserved))).toMatchObject([
    { expiresAtMs: salesCloseAtMs, graceEndsAtMs: salesCloseAtMs + terms.graceMs + 5 },
  ])
  const last = { reservedAtMs: salesCloseAtMs - 1, expiresAtMs: salesCloseAtMs + holdMs }
  expect(eventsOf(defer(heldBooking(last), salesCloseAtMs - 1))).toMatchObject([
    { expiresAtMs: salesCloseAtMs + holdMs },
  ])
})

test('[H16] what cannot be paid later: what is not there, another kiosk’s, what has ended, what is being paid', () => {
  expect(refusalOf(defer(null))).toMatchObject({ code: 'NOT_FOUND' })
  const noShow = decideDefer(
    { booking: held, seatsOf: [], showOf: null },
    { bookingId: held.bookingId },
    contextAt(start),
  )
  expect(refusalOf(noShow)).toMatchObject({ code: 'NOT_FOUND' })
  expect(refusalOf(defer(held, start, actorAt('desk-2')))).toMatchObject({ code: 'NOT_YOURS' })
  expect(refusalOf(defer(held, held.expiresAtMs))).toMatchObject({ code: 'HOLD_EXPIRED' })
  expect(refusalOf(defer(partly({ state: 'pending', untilMs: start + 9 })))).toMatchObject({
    code: 'PAYMENT_IN_FLIGHT',
  })
})

test('[P2] [P4] chosen anew with a coupon it costs less; a type that a seat does not admit is refused', () => {
  expect(eventsOf(chooseAt(start, { couponCode: 'TENOFF' }))).toMatchObject([
    { couponCode: 'TENOFF', totals: { discountMinor: 40_00 } },
  ])
  const seatsOf = [seatNumber(0, 1), seatNumber(1, 1)]
  const lines = wanted(0, 1).map((line) => ({ ...line, ticketTypeId: 1 as TicketTypeId }))
  const request = { bookingId: held.bookingId, lines, couponCode: null }
  const decision = decideChooseTickets({ ...foundOf(held), seatsOf, coupon: null }, request, contextAt(start))
  expect(refusalOf(decision)).toMatchObject({ code: 'INVALID_INPUT', problem: 'type-not-admitted' })
})

test('[H6] [P5] while a terminal is asked, or money of it is here, nothing is chosen or extended', () => {
  const paying = partly({ state: 'pending', untilMs: start + 9 })
  expect(refusalOf(extendAt(start, paying))).toMatchObject({ code: 'PAYMENT_IN_FLIGHT' })
  expect(refusalOf(chooseAt(start, {}, actorAt('desk-1'), paying))).toMatchObject({
    code: 'PAYMENT_IN_FLIGHT',
  })
  expect(refusalOf(chooseAt(start, {}, actorAt('desk-1'), partly(wallet)))).toMatchObject({
    code: 'MONEY_DUE',
  })
})

test('[L3] other ticket types leave who sits where as it was said', () => {
  const booking = heldBooking({
    lines: held.lines.map((line, index) => (index === 0 ? { ...line, gender: 'female' as const } : line)),
  })
  const [chosen] = eventsOf(chooseAt(start, {}, actorAt('desk-1'), booking))
  expect(chosen).toMatchObject({ type: 'tickets-chosen', lines: [{ gender: 'female' }, {}] })
  expect(chosen).not.toHaveProperty('lines.1.gender')
})

test('[L3] a name and an age are said later or stay as they were; whether a woman sits there was looked at when it was held', () => {
  const booking = heldBooking({
    lines: held.lines.map((line, index) =>
      index === 0 ? { ...line, gender: 'female' as const } : { ...line, name: 'Ravi', age: 40 },
    ),
  })
  const lines = wanted(0, 1).map((line, index) =>
    index === 0 ? { ...line, passenger: { gender: 'male' as const, name: 'Asha', age: 0 } } : line,
  )
  const [chosen] = eventsOf(chooseAt(start, { lines }, actorAt('desk-1'), booking))
  expect(chosen).toMatchObject({
    lines: [
      { gender: 'female', name: 'Asha', age: 0 },
      { name: 'Ravi', age: 40 },
    ],
  })
})
