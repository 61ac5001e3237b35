import { expect, test } from 'vitest'
import { type SeatsAround, nothingAround } from './seat-plan/seats-around.ts'
import { type Booking, type BookingState, bookingStates } from './booking.ts'
import type { BookingId, CustomerId, PaymentId, SeatId, WalletId } from './ids.ts'
import { type PayRequest, decidePay, payReads } from './payment.ts'
import type { PaymentMode } from './tender.ts'
import {
  actorAt,
  contextAt,
  eventsOf,
  heldBooking,
  refusalOf,
  sampleShow,
  seatNumber,
  start,
} from './sale.fixture.ts'
import type { FoundWallet } from './wallet.ts'

const held = heldBooking()
const states = Object.keys(bookingStates) as BookingState[]

interface Turn {
  readonly mode?: PaymentMode
  readonly nowMs?: number
  readonly booking?: typeof held
  readonly totalMinor?: number
  readonly tenderedMinor?: number
  readonly actor?: ReturnType<typeof actorAt>
  readonly show?: typeof sampleShow
  /** Who claims seats 0 and 1 now; left out: the booking itself. */
  readonly claimedBy?: typeof held | null
  readonly around?: SeatsAround
}

function pay({ nowMs = start + 1, booking = held, actor = actorAt('desk-1'), ...turn }: Turn) {
  const claimedBy = turn.claimedBy === undefined ? booking : turn.claimedBy
  const seatsOf = booking.lines.map(({ seatId }) => seatNumber(seatId, 0, claimedBy))
  const { totalMinor = 420_00, tenderedMinor = 420_00, mode = 'CASH' } = turn
  return decidePay(
    {
      booking,
      seatsOf,
      showOf: turn.show ?? sampleShow,
      wallet: null,
      aroundMoved: turn.around ?? nothingAround,
    },
    { bookingId: booking.bookingId, mode, totalMinor, tenderedMinor },
    contextAt(nowMs, actor),
  )
}

test('[P7] paying and confirming are one fact: the payment, and tickets for every seat', () => {
  const decision = pay({})
  const money = { mode: 'CASH', state: 'success', amountMinor: 420_00, changeMinor: 0 }
  expect(eventsOf(decision)).toMatchObject([
    {
      type: 'booking-confirmed',
      seatIds: [0, 1],
      payment: { paymentId: 'payment-1', ...money },
      tickets: [{ seatId: 0 }, { seatId: 1 }],
    },
  ])
  expect(decision).toMatchObject({
    value: { booking: { state: 'confirmed', confirmedAtMs: start + 1 }, changeMinor: 0 },
  })
})

test('[P5] where nothing is due no terminal, wallet or picture is asked for it; the same step confirms without money', () => {
  const free = { ...held, totals: { ...held.totals, discountMinor: 420_00, totalMinor: 0 } }
  const turn = { booking: free, claimedBy: free, totalMinor: 0, tenderedMinor: 0 }
  for (const mode of ['CARD', 'UPI', 'NET_BANKING', 'WALLET', 'PROOF'] as const)
    expect(refusalOf(pay({ ...turn, mode }))).toMatchObject({ field: 'mode', problem: 'nothing-due' })
  expect(eventsOf(pay(turn))).toMatchObject([
    { type: 'booking-confirmed', payment: { mode: 'CASH', state: 'success', amountMinor: 0 } },
  ])
})

test('[P5] change is what was tendered above the total', () => {
  const decision = pay({ tenderedMinor: 500_00 })
  expect(decision).toMatchObject({ value: { changeMinor: 80_00 } })
  expect(eventsOf(decision)).toMatchObject([
    { payment: { amountMinor: 420_00, tenderedMinor: 500_00, changeMinor: 80_00 } },
  ])
})

test('[P5] a paisa too little is refused with what is due; the exact sum is enough', () => {
  expect(refusalOf(pay({ tenderedMinor: 419_99 }))).toEqual({
    code: 'PAYMENT_FAILED',
    reason: 'too-little',
    dueMinor: 420_00,
    tenderedMinor: 419_99,
    currency: 'INR',
  })
  expect(refusalOf(pay({ tenderedMinor: 420_00 }))).toBeNull()
})

test('[C2] a total other than the one the customer saw is refused, be it more or less', () => {
  const changed = { code: 'CONCURRENT_MODIFICATION', what: 'total' }
  expect(refusalOf(pay({ totalMinor: 419_99, tenderedMinor: 999_00 }))).toEqual(changed)
  expect(refusalOf(pay({ totalMinor: 420_01, tenderedMinor: 999_00 }))).toEqual(changed)
})

test('[H5] the holder may pay until the millisecond before the end of the grace', () => {
  expect(refusalOf(pay({ nowMs: held.expiresAtMs - 1 }))).toBeNull()
  expect(refusalOf(pay({ nowMs: held.expiresAtMs }))).toBeNull()
  expect(refusalOf(pay({ nowMs: held.graceEndsAtMs - 1 }))).toBeNull()
  expect(refusalOf(pay({ nowMs: held.graceEndsAtMs }))).toEqual({
    code: 'HOLD_EXPIRED',
    expiredAtMs: held.expiresAtMs,
    taken: [],
  })
})

test('[H5] a recorded end of the hold does not shorten the grace', () => {
  const booking = heldBooking({ lapsedAtMs: held.expiresAtMs })
  expect(refusalOf(pay({ booking, nowMs: held.graceEndsAtMs - 1 }))).toBeNull()
})

test('[H5] once others took a seat the holder cannot pay, grace or not, and hears which seats are gone', () => {
  const thief = heldBooking({ bookingId: 'thief' as BookingId })
  const booking = heldBooking({ state: 'expired' })
  expect(refusalOf(pay({ booking, claimedBy: thief, nowMs: held.expiresAtMs + 1 }))).toEqual({
    code: 'HOLD_EXPIRED',
    expiredAtMs: held.expiresAtMs,
    taken: ['A1', 'A2'],
  })
})

test.for(states.filter((state) => state !== 'reserved' && state !== 'expired'))(
  '[C5] a booking that is %s cannot be paid: both states are named',
  (state) => {
    expect(refusalOf(pay({ booking: heldBooking({ state }) }))).toEqual({
      code: 'WRONG_STATE',
      from: state,
      to: 'confirmed',
    })
  },
)

test('[P11] another kiosk cannot pay a booking; a manager can', () => {
  expect(refusalOf(pay({ actor: actorAt('desk-2') }))).toEqual({ code: 'NOT_YOURS', bookingId: 'held-1' })
  expect(refusalOf(pay({ actor: actorAt('desk-2', 'manager') }))).toBeNull()
})

test('[A7] at a customer’s own screen money comes by a terminal and by nothing else', () => {
  const actor = actorAt('desk-1', 'self-service')
  expect(refusalOf(pay({ actor }))).toEqual({ code: 'NOT_ALLOWED', role: 'self-service' })
  expect(refusalOf(pay({ actor, mode: 'CARD' }))).toBeNull()
})

test('[L3] [H5] [H10] nobody pays for a seat that stood free while a woman sat down beside it', () => {
  const around = { ...nothingAround, womens: [0 as SeatId] }
  expect(refusalOf(pay({ around }))).toEqual({ code: 'LADIES_ONLY', seats: ['A1'] })
  const lines = held.lines.map((line) => ({ ...line, gender: 'female' as const }))
  expect(refusalOf(pay({ around, booking: { ...held, lines } }))).toBeNull()
})

test('[P7] what does not exist cannot be paid', () => {
  const request = { bookingId: 'x' as BookingId, mode: 'CASH', totalMinor: 0, tenderedMinor: 0 } as const
  const nothing = { booking: null, seatsOf: [], showOf: null, wallet: null, aroundMoved: nothingAround }
  expect(refusalOf(decidePay(nothing, request, contextAt(start)))).toMatchObject({
    code: 'NOT_FOUND',
    what: 'booking',
  })
})

test('[T1] a ticket has the day of the venue, eight digits of its own, and a secret of its own', () => {
  const lateInMumbai = Date.UTC(2026, 10, 20, 18, 30)
  const booking = heldBooking({ expiresAtMs: lateInMumbai + 1, graceEndsAtMs: lateInMumbai + 2 })
  const before = eventsOf(pay({ booking, nowMs: lateInMumbai - 1 }))[0]
  const after = eventsOf(pay({ booking, nowMs: lateInMumbai }))[0]
  expect(before).toMatchObject({
    tickets: [
      { number: 'TKT-20261120-00000002', secret: 'SECRET-3' },
      { number: 'TKT-20261120-00000004', secret: 'SECRET-5' },
    ],
  })
  expect(after).toMatchObject({ tickets: [{ number: 'TKT-20261121-00000002' }, {}] })
})

test('[P7] a booking that costs nothing is paid with nothing', () => {
  const free = heldBooking()
  const booking = { ...free, totals: { ...free.totals, totalMinor: 0 } }
  expect(refusalOf(pay({ booking, totalMinor: 0, tenderedMinor: 0 }))).toBeNull()
  const actor = actorAt('desk-1', 'self-service')
  expect(refusalOf(pay({ actor, booking, totalMinor: 0, tenderedMinor: 0 }))).toBeNull()
})

const request: PayRequest = {
  bookingId: held.bookingId,
  mode: 'CASH',
  totalMinor: 420_00,
  tenderedMinor: 420_00,
}
const wallet: FoundWallet = {
  kind: 'wallet',
  walletId: 3 as WalletId,
  customerId: null,
  currency: 'INR',
  balanceMinor: 420_00,
}

interface Means extends Partial<PayRequest> {
  readonly booking?: Booking
  readonly wallet?: FoundWallet | null
  readonly claimedBy?: Booking | null
}

function payBy({ booking = held, wallet: purse = wallet, claimedBy = booking, ...turned }: Means) {
  const seatsOf = booking.lines.map(({ seatId }) => seatNumber(seatId, 0, claimedBy))
  return decidePay(
    { booking, seatsOf, showOf: sampleShow, wallet: purse, aroundMoved: nothingAround },
    { ...request, ...turned },
    contextAt(start + 1),
  )
}

test('[P5] a part is taken and the booking waits; the rest confirms it, and no more than the rest is taken', () => {
  const first = payBy({ amountMinor: 20_00, tenderedMinor: 50_00 })
  expect(eventsOf(first)).toMatchObject([
    { type: 'payment-taken', payment: { amountMinor: 20_00, changeMinor: 30_00 } },
  ])
  expect(eventsOf(first)[0]).not.toHaveProperty('seatIds')
  const parts = first.accepted ? first.value.booking.payments : []
  const booking = heldBooking({ payments: parts.map((one) => ({ ...one, paymentId: 'part' as PaymentId })) })
  expect(eventsOf(payBy({ booking, tenderedMinor: 400_00 }))).toMatchObject([
    { type: 'booking-confirmed', payment: { amountMinor: 400_00 }, others: [{ amountMinor: 20_00 }] },
  ])
  const tooMuch = { code: 'INVALID_INPUT', field: 'amountMinor', problem: 'too-much' }
  expect(refusalOf(payBy({ booking, amountMinor: 400_01 }))).toMatchObject(tooMuch)
  expect(refusalOf(payBy({ amountMinor: 0 }))).toMatchObject(tooMuch)
})

test('[H6] [P6] a card begins: its seats wait so long as the terms allow', () => {
  const decision = payBy({ mode: 'CARD' })
  const untilMs = start + 1 + sampleShow.terms.paymentCapMs
  expect(eventsOf(decision)).toMatchObject([
    {
      type: 'payment-begun',
      seatIds: [0, 1],
      payment: { state: 'pending', account: 'terminal:CARD', untilMs },
    },
  ])
  const booking = decision.accepted ? decision.value.booking : held
  expect(refusalOf(payBy({ booking }))).toEqual({ code: 'PAYMENT_IN_FLIGHT', untilMs })
})

test('[P9] a wallet pays what is in it, in its currency, for its own customer or for whoever has its slip', () => {
  expect(eventsOf(payBy({ mode: 'WALLET' }))).toMatchObject([
    { payment: { mode: 'WALLET', account: 'wallet:3' } },
  ])
  const own = { ...wallet, customerId: 7 as CustomerId }
  expect(
    refusalOf(payBy({ mode: 'WALLET', wallet: own, booking: heldBooking({ customerId: own.customerId }) })),
  ).toBeNull()
  const bad = { code: 'INVALID_INPUT', field: 'walletId' }
  expect(refusalOf(payBy({ mode: 'WALLET', wallet: own }))).toMatchObject({
    ...bad,
    problem: 'other-customer',
    detail: '3',
  })
  expect(refusalOf(payBy({ mode: 'WALLET', wallet: null }))).toMatchObject({
    ...bad,
    problem: 'unknown-wallet',
  })
  expect(refusalOf(payBy({ mode: 'WALLET', wallet: { ...wallet, currency: 'EUR' } }))).toMatchObject({
    ...bad,
    detail: 'EUR',
  })
  expect(refusalOf(payBy({ mode: 'WALLET', wallet: { ...wallet, balanceMinor: 419_99 } }))).toMatchObject({
    code: 'PAYMENT_FAILED',
    reason: 'balance',
  })
})

test('[P5] a transfer is proven by a picture, which a manager has yet to see', () => {
  expect(eventsOf(payBy({ mode: 'PROOF', proof: 'f0' }))).toMatchObject([
    { payment: { account: 'bank:proof', proof: 'f0', review: 'open' } },
  ])
  expect(refusalOf(payBy({ mode: 'PROOF' }))).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'proof',
    problem: 'empty',
  })
})

test('[H10] seats that were not held are claimed by who pays first, and a hold that lapsed on them gives way', () => {
  const booking = heldBooking({ claimsAtPayment: true })
  const other = heldBooking({ bookingId: 'other' as BookingId, expiresAtMs: start, graceEndsAtMs: start })
  expect(eventsOf(payBy({ booking, claimedBy: other }))).toMatchObject([
    { type: 'booking-expired', bookingId: 'other' },
    { type: 'booking-confirmed', ticketTypeIds: [0, 0] },
  ])
  const live = { ...other, expiresAtMs: start + 9 }
  expect(refusalOf(payBy({ booking, claimedBy: live }))).toMatchObject({ code: 'SEAT_NOT_AVAILABLE' })
})

test('[P7] what it needs to read', () => {
  expect(payReads(request, start)).toMatchObject({ wallet: null })
  expect(payReads({ ...request, walletId: wallet.walletId }, start)).toMatchObject({ wallet: 3 })
  const noShow = { booking: held, seatsOf: [], showOf: null, wallet: null, aroundMoved: nothingAround }
  expect(refusalOf(decidePay(noShow, request, contextAt(start)))).toMatchObject({ code: 'NOT_FOUND' })
})

test('[L3] where a show keeps a list of who travels, nothing is taken before everybody is on it', () => {
  const show = { ...sampleShow, terms: { ...sampleShow.terms, asksNames: true } }
  expect(refusalOf(pay({ show }))).toEqual({
    code: 'INVALID_INPUT',
    field: 'passenger',
    problem: 'empty',
    detail: 'A1',
  })
  const lines = held.lines.map((line, index) => ({ ...line, name: 'Asha', age: index }))
  expect(pay({ show, booking: { ...held, lines } })).toMatchObject({ accepted: true })
})
