import { expect, test } from 'vitest'
import { type Booking, type BookingState, bookingStates } from './booking.ts'
import type { PaymentId, SeatId, WalletId } from './ids.ts'
import {
  type RefundTo,
  backAsItCame,
  decideCancel,
  decideReturnMoney,
  decideReturnSeats,
  refundOf,
  refundReads,
} from './refund.ts'
import { aloneMaxMinor } from './refund-limits.ts'
import {
  actorAt,
  contextAt,
  eventsOf,
  heldBooking,
  paidBooking,
  refundFound,
  refusalOf,
  sampleShow,
  start,
} from './sale.fixture.ts'
import type { Account, Payment } from './tender.ts'
import { known } from '../lib/assert.ts'

const context = contextAt(start + 5)
const bookingId = heldBooking().bookingId
const states = Object.keys(bookingStates) as BookingState[]
const stranger = contextAt(start, actorAt('desk-2'))
const keeping = { ...sampleShow, terms: { ...sampleShow.terms, refundPercent: 50, feeRefundPercent: 0 } }

function paidBy(...payments: Partial<Payment>[]): readonly Payment[] {
  return payments.map((turned, index) => ({
    paymentId: `p${index}` as PaymentId,
    mode: 'CASH',
    state: 'success',
    amountMinor: 100_00,
    tenderedMinor: 100_00,
    changeMinor: 0,
    account: 'drawer:desk-7' as Account,
    ...turned,
  }))
}
const flying = heldBooking({ payments: paidBy({ state: 'pending', untilMs: start + 9 }) })

test('[P10] a seat gives back of its price less its discount, and of its fee, what the terms say', () => {
  const line = { priceMinor: 200_00, discountMinor: 20_00, feeMinor: 10_00 }
  expect(refundOf(line, { refundPercent: 50, feeRefundPercent: 10 })).toBe(91_00)
  expect(refundReads({ bookingId })).toEqual({
    booking: bookingId,
    showOf: bookingId,
    walletOf: bookingId,
    nextIds: true,
  })
})

const cancel = (booking: Booking, show = sampleShow, refundTo?: RefundTo) =>
  decideCancel(
    refundFound(booking, show),
    { bookingId, reason: 'ill', ...(refundTo && { refundTo }) },
    context,
  )

test('[A7] a customer’s own screen gives back what is only held, and nothing that money came for', () => {
  const atHall = contextAt(start, actorAt('desk-1', 'self-service'))
  const giveBack = (booking: Booking) =>
    refusalOf(decideCancel(refundFound(booking, sampleShow), { bookingId, reason: '' }, atHall))
  expect(giveBack(heldBooking())).toBeNull()
  const refused = { code: 'NOT_ALLOWED', role: 'self-service' }
  expect(giveBack(heldBooking({ payments: paidBy({}) }))).toEqual(refused)
  expect(giveBack(paidBooking())).toEqual(refused)
})

test('[P10] seats that are held go back with nothing, or with all that was paid towards them', () => {
  expect(eventsOf(cancel(heldBooking()))).toMatchObject([
    { type: 'booking-cancelled', seatIds: [0, 1], reason: 'ill' },
  ])
  const part = heldBooking({ payments: paidBy({}) })
  expect(eventsOf(cancel(part, keeping))).toMatchObject([
    { type: 'booking-cancelled' },
    { type: 'booking-refunded', refundMinor: 100_00 },
  ])
})

test('[P10] a sale goes back with what its terms give, even if that is nothing', () => {
  const refund = { paymentId: 'paid-1', amountMinor: 200_00, account: 'drawer:desk-1' }
  expect(eventsOf(cancel(paidBooking(), keeping))[1]).toMatchObject({
    type: 'booking-refunded',
    refundMinor: 200_00,
    refunds: [refund],
    payments: [{ state: 'success', refundedMinor: 200_00 }],
  })
  const nothing = { ...keeping, terms: { ...keeping.terms, refundPercent: 0 } }
  expect(eventsOf(cancel(paidBooking(), nothing))[1]).toMatchObject({ refundMinor: 0, refunds: [] })
})

test.for(states.filter((state) => state !== 'reserved' && state !== 'confirmed'))(
  '[C5] a booking that is %s is not cancelled: both states are named',
  (state) => {
    expect(refusalOf(cancel(heldBooking({ state })))).toEqual({
      code: 'WRONG_STATE',
      from: state,
      to: 'cancelled',
    })
  },
)

test('[P11] [H6] neither what is not there, nor another kiosk’s, nor what a terminal is asked for', () => {
  const request = { bookingId, reason: '' }
  expect(
    refusalOf(decideCancel({ ...refundFound(heldBooking()), booking: null }, request, context)),
  ).toMatchObject({ code: 'NOT_FOUND' })
  expect(
    refusalOf(decideCancel({ ...refundFound(heldBooking()), showOf: null }, request, context)),
  ).toMatchObject({ code: 'NOT_FOUND' })
  expect(refusalOf(decideCancel(refundFound(heldBooking()), request, stranger))).toMatchObject({
    code: 'NOT_YOURS',
  })
  expect(refusalOf(cancel(flying))).toMatchObject({ code: 'PAYMENT_IN_FLIGHT' })
})

test('[P10] to a wallet: the customer’s, or a new one that the same step opens', () => {
  const opened = cancel(paidBooking(), sampleShow, 'wallet')
  expect(opened).toMatchObject({
    events: [{ type: 'entry-saved', entry: { walletId: 15 } }, {}, { refunds: [{ account: 'wallet:15' }] }],
  })
  const walletOf = {
    kind: 'wallet',
    walletId: 3 as WalletId,
    customerId: null,
    currency: 'INR',
    balanceMinor: 0,
  } as const
  const known = decideCancel(
    { ...refundFound(paidBooking()), walletOf },
    { bookingId, reason: '', refundTo: 'wallet' },
    context,
  )
  expect(eventsOf(known)).toMatchObject([
    { type: 'booking-cancelled' },
    { refunds: [{ account: 'wallet:3' }] },
  ])
})

test('[P10] the newest payment gives first; each goes the way it came, and what has no such way as cash', () => {
  const card = { mode: 'CARD', account: 'terminal:CARD' } as const
  const { account: _account, ...unsaid } = paidBy({ mode: 'CARD' })[0] ?? paidBy({})[0] ?? {}
  const payments = [
    ...paidBy(
      {},
      card,
      { mode: 'WALLET', account: 'wallet:4' as Account },
      { mode: 'PROOF', account: 'bank:proof' },
      { ...card, account: 'booking:x' as Account },
    ),
    { ...unsaid, paymentId: 'p9' } as Payment,
  ]
  const back = backAsItCame({ ...paidBooking(), payments }, 550_00, { kioskId: context.actor.kioskId })
  expect(back.map(({ paymentId, amountMinor, account }) => `${paymentId} ${amountMinor} ${account}`)).toEqual(
    [
      'p9 10000 drawer:desk-1',
      'p4 10000 drawer:desk-1',
      'p3 10000 drawer:desk-1',
      'p2 10000 wallet:4',
      'p1 10000 terminal:CARD',
      'p0 5000 drawer:desk-1',
    ],
  )
})

const giveBack = (booking: Booking, seatIds: readonly number[], at = context, show = sampleShow) =>
  decideReturnSeats(refundFound(booking, show), { bookingId, reason: '', seatIds: seatIds as SeatId[] }, at)

test('[P10] single seats go back with their tickets and their price; what went back before stays told', () => {
  const one = giveBack(paidBooking(), [1])
  expect(eventsOf(one)).toMatchObject([
    { type: 'seats-returned', seatIds: [1], returned: [{ refundMinor: 210_00, returnedAtMs: start + 5 }] },
  ])
  expect(eventsOf(one)[0]).not.toHaveProperty('earlier')
  expect(one).toMatchObject({
    value: { booking: { lines: [{ seatId: 0 }], tickets: [{ seatId: 0 }], totals: { totalMinor: 210_00 } } },
  })
  const returned = paidBooking().lines.map((line) => ({ ...line, refundMinor: 0, returnedAtMs: 0 }))
  const again = giveBack(paidBooking({ returned }), [0])
  expect(eventsOf(again)).toMatchObject([{ earlier: returned }])
  expect(again).toMatchObject({ value: { booking: { returned: [{}, {}, { seatId: 0 }] } } })
})

test('[P10] what cannot go back is named', () => {
  const problem = { code: 'INVALID_INPUT', field: 'seatIds' }
  expect(refusalOf(giveBack(paidBooking(), [7]))).toEqual({ ...problem, problem: 'other-seats', detail: '7' })
  expect(refusalOf(giveBack(paidBooking(), [0, 0]))).toEqual({
    ...problem,
    problem: 'duplicate-seat',
    detail: '',
  })
  expect(refusalOf(giveBack(paidBooking(), [0, 1]))).toEqual({
    ...problem,
    problem: 'other-seats',
    detail: '',
  })
  expect(refusalOf(giveBack(heldBooking(), [0]))).toEqual({
    code: 'WRONG_STATE',
    from: 'reserved',
    to: 'refunded',
  })
  expect(refusalOf(giveBack(paidBooking(), [0], stranger))).toMatchObject({ code: 'NOT_YOURS' })
  const request = { bookingId, reason: '', seatIds: [] }
  expect(
    refusalOf(decideReturnSeats({ ...refundFound(paidBooking()), booking: null }, request, context)),
  ).toMatchObject({ code: 'NOT_FOUND' })
  expect(
    refusalOf(decideReturnSeats({ ...refundFound(paidBooking()), showOf: null }, request, context)),
  ).toMatchObject({ code: 'NOT_FOUND' })
})

test.for(['expired', 'payment_failed'] as const)(
  '[P10] money of a booking that is %s is fetched once',
  (state) => {
    const fetched = decideReturnMoney(refundFound(paidBooking({ state })), { bookingId }, context)
    expect(eventsOf(fetched)).toMatchObject([{ type: 'money-returned', refunds: [{ amountMinor: 420_00 }] }])
    const again = decideReturnMoney(refundFound(heldBooking({ state })), { bookingId }, context)
    expect(again).toMatchObject({ accepted: true, events: [] })
  },
)

test('[P10] money is fetched of nothing else', () => {
  const ask = (booking: Booking | null, at = context) =>
    refusalOf(decideReturnMoney({ ...refundFound(paidBooking()), booking }, { bookingId }, at))
  expect(ask(null)).toMatchObject({ code: 'NOT_FOUND' })
  expect(
    refusalOf(decideReturnMoney({ ...refundFound(paidBooking()), showOf: null }, { bookingId }, context)),
  ).toMatchObject({ code: 'NOT_FOUND' })
  expect(ask(paidBooking(), stranger)).toMatchObject({ code: 'NOT_YOURS' })
  expect(ask(paidBooking())).toEqual({ code: 'WRONG_STATE', from: 'confirmed', to: 'refunded' })
})

test('[P5] [P10] what was paid beside a rejected picture is fetched of a booking that is cancelled', () => {
  const cancelled = paidBooking({ state: 'cancelled' })
  const fetched = decideReturnMoney(refundFound(cancelled), { bookingId }, context)
  expect(eventsOf(fetched)).toMatchObject([{ type: 'booking-refunded', refundMinor: 420_00 }])
  expect(fetched).toMatchObject({ value: { booking: { state: 'refunded' } } })
  const nothing = heldBooking({ state: 'cancelled' })
  expect(refusalOf(decideReturnMoney(refundFound(nothing), { bookingId }, context))).toMatchObject({
    code: 'WRONG_STATE',
  })
})

const part: Payment = { ...known(paidBooking().payments[0], 'payment'), amountMinor: 100_00 }

test('[P5] one part of what was paid towards a pending booking goes back the way it came, and the rest stays', () => {
  const other: Payment = {
    ...part,
    paymentId: 'paid-2' as PaymentId,
    mode: 'WALLET',
    account: 'wallet:4' as Account,
  }
  const booking = heldBooking({ payments: [part, other] })
  const { bookingId } = booking
  const cash = decideReturnMoney(refundFound(booking), { bookingId, paymentId: part.paymentId }, context)
  expect(eventsOf(cash)).toMatchObject([
    {
      type: 'money-returned',
      refunds: [{ paymentId: part.paymentId, amountMinor: 100_00, account: 'drawer:desk-1' }],
    },
  ])
  expect(cash).toMatchObject({ value: { booking: { state: 'reserved' } } })
  const wallet = decideReturnMoney(refundFound(booking), { bookingId, paymentId: other.paymentId }, context)
  expect(eventsOf(wallet)).toMatchObject([{ refunds: [{ account: 'wallet:4' }] }])
})

test('[P5] [P11] no part goes back that is a picture, is not there, is gone already, or of a booking that is asked about or over', () => {
  const back = (turned: Partial<Booking>, paymentId = part.paymentId) => {
    const booking = heldBooking({ payments: [part], ...turned })
    return refusalOf(
      decideReturnMoney(refundFound(booking), { bookingId: booking.bookingId, paymentId }, context),
    )
  }
  expect(back({})).toBeNull()
  expect(back({ payments: [{ ...part, mode: 'PROOF' }] })).toMatchObject({ problem: 'only-a-picture' })
  expect(back({}, 'other' as PaymentId)).toMatchObject({ code: 'NOT_FOUND', what: 'payment' })
  expect(back({ payments: [{ ...part, state: 'refunded' }] })).toMatchObject({ code: 'NOT_FOUND' })
  const asked: Payment = {
    ...part,
    paymentId: 'asked' as PaymentId,
    state: 'pending',
    mode: 'CARD',
    untilMs: 9,
  }
  expect(back({ payments: [part, asked] })).toMatchObject({ code: 'PAYMENT_IN_FLIGHT' })
  expect(back({ state: 'confirmed' })).toMatchObject({ code: 'WRONG_STATE', from: 'confirmed' })
  expect(back({ kioskId: 'desk-9' as never })).toMatchObject({ code: 'NOT_YOURS' })
})

const unseen = paidBooking({ payments: paidBy({}, { mode: 'PROOF', account: 'bank:proof', review: 'open' }) })

test('[P5] [P10] what only a picture shows goes nowhere before somebody has looked at it', () => {
  const refusal = { code: 'PROOF_UNREVIEWED', amountMinor: 100_00, currency: 'INR' }
  expect(refusalOf(cancel(unseen))).toEqual(refusal)
  expect(refusalOf(cancel(unseen, sampleShow, 'wallet'))).toEqual(refusal)
  expect(refusalOf(giveBack(unseen, [1]))).toEqual(refusal)
  const ended = { ...unseen, state: 'expired' } as const
  expect(refusalOf(decideReturnMoney(refundFound(ended), { bookingId }, context))).toEqual(refusal)
  const seen = paidBooking({ payments: paidBy({}, { mode: 'PROOF', review: 'accepted' }) })
  expect(refusalOf(cancel(seen))).toBeNull()
})

test('[P5] [P10] a picture that is older than what goes back is in nobody’s way', () => {
  const payments = paidBy({ mode: 'PROOF', review: 'open' }, { amountMinor: 300_00 })
  expect(refusalOf(giveBack(paidBooking({ payments }), [1]))).toBeNull()
})

test.for([
  { role: 'clerk', limitMinor: 420_00, isRefused: false },
  { role: 'clerk', limitMinor: 419_99, isRefused: true },
  { role: 'manager', limitMinor: 419_99, isRefused: false },
  { role: 'admin', limitMinor: 0, isRefused: false },
] as const)('[P10] ₹420 is given back by a $role alone, or not, up to $limitMinor', (one) => {
  const { limitMinor, role, isRefused } = one
  const show = { ...sampleShow, terms: { ...sampleShow.terms, refundAloneMaxMinor: limitMinor } }
  const by = contextAt(start, actorAt('desk-1', role))
  const refusal = refusalOf(decideCancel(refundFound(paidBooking(), show), { bookingId, reason: '' }, by))
  const tooLarge = { code: 'REFUND_TOO_LARGE', amountMinor: 420_00, limitMinor, currency: 'INR' }
  expect(refusal).toEqual(isRefused ? tooLarge : null)
})

const little = { ...sampleShow, terms: { ...sampleShow.terms, refundAloneMaxMinor: 250_00 } }
const back = (amountMinor: number, account: string) => ({ amountMinor, account: account as Account })

test('[P10] in parts a clerk gives back no more of a booking than at once, however it went', () => {
  const payments = paidBy(
    { amountMinor: 120_00, refundedMinor: 80_00 },
    {
      amountMinor: 300_00,
      refundedMinor: 60_00,
      refunds: [back(20_00, 'wallet:4'), back(40_00, 'drawer:desk-1')],
    },
  )
  const booking = paidBooking({ payments })
  expect(aloneMaxMinor(booking, little.terms)).toBe(110_00)
  const tooLarge = { code: 'REFUND_TOO_LARGE', amountMinor: 210_00, limitMinor: 110_00, currency: 'INR' }
  expect(refusalOf(giveBack(booking, [1], context, little))).toEqual(tooLarge)
  const gone = paidBooking({ payments: paidBy({ refundedMinor: 300_00, amountMinor: 720_00 }) })
  expect(refusalOf(giveBack(gone, [1], context, little))).toEqual({ ...tooLarge, limitMinor: 0 })
  const free = { ...little, terms: { ...little.terms, refundPercent: 0, feeRefundPercent: 0 } }
  expect(refusalOf(giveBack(gone, [1], context, free))).toBeNull()
})

test('[P10] [T4] what went over to another booking is not given back to anybody', () => {
  const refunds = [back(200_00, 'booking:other')]
  const booking = paidBooking({ payments: paidBy({ amountMinor: 500_00, refundedMinor: 200_00, refunds }) })
  expect(refusalOf(giveBack(booking, [1], context, little))).toBeNull()
})

test('[P5] [P10] a part payment goes back within the same limit', () => {
  const payments = paidBy({ amountMinor: 250_00 }, { amountMinor: 100_00 })
  const ask = (refundedMinor: number, role: 'clerk' | 'manager' = 'clerk') => {
    const booking = heldBooking({ payments: [...payments, ...paidBy({ state: 'refunded', refundedMinor })] })
    const request = { bookingId: booking.bookingId, paymentId: 'p0' as PaymentId }
    const by = contextAt(start, actorAt('desk-1', role))
    return refusalOf(decideReturnMoney(refundFound(booking, little), request, by))
  }
  expect(ask(0)).toBeNull()
  expect(ask(1)).toMatchObject({ code: 'REFUND_TOO_LARGE', amountMinor: 250_00, limitMinor: 249_99 })
  expect(ask(1, 'manager')).toBeNull()
})

test('[T4] [P10] what came over from another booking goes back as it was paid there, to a terminal by its own number', () => {
  const account = 'booking:old' as Account
  const origins: Payment['origins'] = [
    { mode: 'CASH', amountMinor: 40_00, account: 'drawer:desk-7' as Account },
    { mode: 'CARD', amountMinor: 60_00, account: 'terminal:CARD', reference: 'REF' },
  ]
  const booking = { ...paidBooking(), payments: paidBy({ mode: 'CARD', account, origins }) }
  expect(backAsItCame(booking, 100_00, { kioskId: context.actor.kioskId })).toEqual([
    { paymentId: 'p0', amountMinor: 40_00, account: 'drawer:desk-1' },
    { paymentId: 'p0', amountMinor: 60_00, account: 'terminal:CARD', reference: 'REF' },
  ])
})
