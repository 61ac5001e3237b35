import { expect, test } from 'vitest'
import type { Found } from './asks.ts'
import type { Booking } from './booking.ts'
import type { BookingId, PaymentId, SeatId, WalletId } from './ids.ts'
import { type SeatsAround, nothingAround } from './seat-plan/seats-around.ts'
import { rescued } from './rescue.ts'
import {
  contextAt,
  eventsOf,
  freshIds,
  heldBooking,
  paidBooking,
  sampleCoupon,
  sampleShow,
  seatNumber,
  start,
} from './sale.fixture.ts'
import type { FoundSeat, FoundShow } from './show.ts'
import type { Payment } from './tender.ts'

const late: Payment = {
  paymentId: 'card-1' as PaymentId,
  mode: 'CARD',
  state: 'success',
  amountMinor: 420_00,
  tenderedMinor: 420_00,
  changeMinor: 0,
  account: 'terminal:CARD',
  currency: 'INR',
}
const other = paidBooking({ bookingId: 'other' as BookingId })
const lapsed = heldBooking({
  bookingId: 'lapsed' as BookingId,
  expiresAtMs: start - 9,
  graceEndsAtMs: start - 9,
})
const pending: Payment = { ...late, state: 'pending' }
const expired = heldBooking({ state: 'expired', payments: [pending] })

interface Turn {
  readonly claimedBy?: Booking | null
  readonly nearest?: readonly FoundSeat[] | null
  readonly around?: SeatsAround
  readonly payment?: Payment
  readonly nowMs?: number
  readonly walletId?: number
  readonly coupon?: Found<'couponOf'>['couponOf']
  readonly offered?: FoundShow | null
  /** How many of its seats the show's plan has no longer. */
  readonly gone?: number
}

function rescue(booking: Booking, turn: Turn = {}) {
  const { claimedBy = null, nearest = null, payment = late, nowMs = start, walletId, coupon = null } = turn
  const { offered = sampleShow, gone = 0 } = turn
  const purse = { kind: 'wallet', customerId: null, currency: 'INR', balanceMinor: 0 } as const
  const walletOf = walletId === undefined ? null : { ...purse, walletId: walletId as WalletId }
  const seatsOf = booking.lines.slice(gone).map(({ seatId }) => seatNumber(seatId, 0, claimedBy))
  return rescued(
    {
      seatsOf,
      aroundMoved: turn.around ?? nothingAround,
      offered,
      nearest,
      walletOf,
      couponOf: coupon,
      nextIds: freshIds,
    },
    { booking, show: sampleShow, payment },
    contextAt(nowMs),
  )
}

const types = (decision: ReturnType<typeof rescue>) => eventsOf(decision).map(({ type }) => type)
const sold = ['payment-late', 'money-returned', 'seats-held', 'booking-confirmed']

test('[P8] the same seats if they are free, in a booking of its own that takes the price and the money', () => {
  const decision = rescue(expired)
  expect(types(decision)).toEqual(sold)
  expect(decision).toMatchObject({
    value: { outcome: 'same-seats', booking: { bookingId: 'booking-1', state: 'confirmed' } },
  })
  const [came, moved, held, confirmed] = eventsOf(decision)
  expect(came).toMatchObject({ bookingId: 'held-1', payment: { state: 'success' } })
  expect(moved).toMatchObject({
    refunds: [{ paymentId: 'card-1', amountMinor: 420_00, account: 'booking:booking-1' }],
    payments: [{ state: 'refunded', refundedMinor: 420_00 }],
  })
  expect(held).toMatchObject({
    rescues: 'held-1',
    totals: expired.totals,
    lines: [{ seatId: 0 }, { seatId: 1 }],
  })
  expect(confirmed).toMatchObject({ payment: { account: 'booking:held-1', amountMinor: 420_00 } })
})

test('[P8] what had not been ended yet is ended first, and its own claim is no hindrance', () => {
  const booking = heldBooking({ payments: [pending] })
  expect(types(rescue(booking, { claimedBy: booking }))).toEqual(['booking-expired', ...sold])
})

test('[P8] a hold that lapsed on the seats gives way', () => {
  const decision = rescue(expired, { claimedBy: lapsed })
  expect(types(decision)).toEqual([
    'payment-late',
    'money-returned',
    'booking-expired',
    'seats-held',
    'booking-confirmed',
  ])
  expect(decision).toMatchObject({ value: { outcome: 'same-seats' } })
})

test('[P8] else the nearest that cost the same, named as they are', () => {
  const decision = rescue(expired, { claimedBy: other, nearest: [seatNumber(5), seatNumber(6)] })
  expect(decision).toMatchObject({
    value: { outcome: 'other-seats', booking: { lines: [{ seatId: 5, label: 'A6' }, { seatId: 6 }] } },
  })
})

test.for<[what: string, booking: Booking, turn: Turn]>([
  ['nothing is free', expired, { claimedBy: other }],
  ['sales are over', expired, { nowMs: sampleShow.salesCloseAtMs, nearest: [seatNumber(5), seatNumber(6)] }],
  [
    'the show was called off',
    expired,
    { offered: { ...sampleShow, active: false }, nearest: [seatNumber(5)] },
  ],
  ['the show was moved to another time', expired, { offered: null, nearest: [seatNumber(5)] }],
  ['its zone is off sale by now', expired, { offered: { ...sampleShow, prices: [] } }],
  ['the show’s plan has one of its seats no longer', expired, { gone: 1 }],
  ['the show’s plan has none of its seats any more', expired, { gone: 2 }],
  ['it was a part of the sum', expired, { payment: { ...late, amountMinor: 419_99 } }],
  [
    'another part was paid before',
    heldBooking({
      state: 'expired',
      payments: [{ ...late, paymentId: 'cash' as PaymentId, amountMinor: 20_00 }, pending],
    }),
    { payment: { ...late, amountMinor: 400_00 } },
  ],
])('[P8] where %s the money goes to a wallet', ([, booking, turn]) => {
  const decision = rescue(booking, turn)
  expect(types(decision)).toEqual(['entry-saved', 'payment-late', 'money-returned'])
  expect(decision).toMatchObject({
    value: { outcome: 'wallet', booking: { bookingId: 'held-1', state: 'expired' } },
  })
  expect(eventsOf(decision).at(-1)).toMatchObject({ refunds: [{ account: 'wallet:15' }] })
})

test('[P8] [P9] the wallet is the customer’s if there is one, and what was still held is ended', () => {
  const decision = rescue(heldBooking({ payments: [pending] }), { claimedBy: other, walletId: 3 })
  expect(types(decision)).toEqual(['booking-expired', 'payment-late', 'money-returned'])
  expect(eventsOf(decision).at(-1)).toMatchObject({ refunds: [{ account: 'wallet:3' }] })
})

test.for<[what: string, booking: Booking, coupon: Partial<typeof sampleCoupon>, outcome: string]>([
  ['has no limit', expired, { uses: 9 }, 'same-seats'],
  ['has a use left', expired, { usesMax: 2, uses: 1 }, 'same-seats'],
  ['is used up by others', expired, { usesMax: 2, uses: 2 }, 'wallet'],
  ['counts the booking itself', heldBooking({ payments: [pending] }), { usesMax: 1, uses: 1 }, 'same-seats'],
])('[P4] [P8] where the coupon %s', ([, booking, turned, outcome]) => {
  expect(rescue(booking, { coupon: { ...sampleCoupon, ...turned } })).toMatchObject({ value: { outcome } })
})

test('[P8] [L3] a man whose late money comes gets no seat beside a woman who sat down meanwhile: the nearest, or a wallet', () => {
  const around = { ...nothingAround, womens: [0 as SeatId] }
  expect(rescue(expired, { around })).toMatchObject({ value: { outcome: 'wallet' } })
  const nearest = [seatNumber(5), seatNumber(6)]
  expect(rescue(expired, { around, nearest })).toMatchObject({ value: { outcome: 'other-seats' } })
})
