import { expect, test } from 'vitest'
import type { Booking } from './booking.ts'
import type { Role } from './catalogue.ts'
import { nothingAround } from './seat-plan/seats-around.ts'
import {
  type Exchanged,
  type ExchangeRequest,
  decideExchange,
  exchangeReads,
  exchangedOf,
} from './exchange.ts'
import type { BookingId, KioskId, ListingId, PaymentId, SeatId, ShowId, WalletId } from './ids.ts'
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
import type { FoundSeat, FoundShow } from './show.ts'
import type { Account, Payment } from './tender.ts'
import type { FoundWallet } from './wallet.ts'

const friday: FoundShow = { ...sampleShow, showId: 9 as ShowId }
/** A hold of seats 0 and 1 of another evening; each ₹210 including the fee. */
const held = (turned: Partial<Booking> = {}, seats: readonly number[] = [0, 1]) =>
  heldBooking({ bookingId: 'new' as BookingId, showId: friday.showId, ...turned }, seats)
const old = (turned: Partial<Booking> = {}) => paidBooking({ bookingId: 'old' as BookingId, ...turned })
const seats = (...ids: readonly number[]) => ids as readonly SeatId[]
const request: ExchangeRequest = {
  bookingId: 'new' as BookingId,
  fromBookingId: 'old' as BookingId,
  seatIds: seats(0, 1),
  differenceMinor: 0,
  mode: 'CASH',
  tenderedMinor: 0,
}
const money = (paymentId: string, amountMinor: number, turned: Partial<Payment> = {}): Payment => ({
  paymentId: paymentId as PaymentId,
  mode: 'CASH',
  state: 'success',
  amountMinor,
  tenderedMinor: amountMinor,
  changeMinor: 0,
  account: 'drawer:desk-1' as Account,
  currency: 'INR',
  ...turned,
})
const wallet: FoundWallet = {
  kind: 'wallet',
  walletId: 3 as WalletId,
  customerId: null,
  currency: 'INR',
  balanceMinor: 500_00,
}

interface Turn extends Partial<ExchangeRequest> {
  readonly booking?: Booking | null
  readonly from?: Exchanged | null
  readonly show?: FoundShow
  readonly places?: readonly FoundSeat[]
  readonly wallet?: FoundWallet
  readonly nowMs?: number
  readonly role?: Role
}

function exchange(turn: Turn = {}) {
  const { booking = held(), from = { booking: old(), show: sampleShow }, show = friday, ...more } = turn
  const {
    places = [seatNumber(0), seatNumber(1)],
    wallet: purse = null,
    nowMs = start,
    role,
    ...asked
  } = more
  const found = {
    booking,
    showOf: show,
    seatsOf: places,
    aroundMoved: nothingAround,
    exchanged: from,
    wallet: purse,
    walletOf: null,
  }
  const actor = { ...actorAt('desk-1'), ...(role && { role }) }
  return decideExchange({ ...found, nextIds: freshIds }, { ...request, ...asked }, contextAt(nowMs, actor))
}

const from = (turned: Partial<Booking>, show = sampleShow): Exchanged => ({ booking: old(turned), show })
const one = (booking: Booking) => [booking.lines[0]].filter((line) => line !== undefined)

test('[T4] what it needs to read: the hold, the sold booking and its show, whoever paid for that', () => {
  expect(exchangeReads(request, 7)).toEqual({
    booking: 'new',
    seatsOf: 'new',
    aroundMoved: { bookingId: 'new', moves: [], nowMs: 7 },
    showOf: 'new',
    wallet: null,
    exchanged: 'old',
    walletOf: 'old',
    nextIds: true,
  })
  expect(exchangeReads({ ...request, walletId: 3 as WalletId }, 7).wallet).toBe(3)
  expect(exchangedOf(old(), sampleShow)).toEqual({ booking: old(), show: sampleShow })
  expect(exchangedOf(null, null)).toBeNull()
})

test('[T4] even: the old booking ends with all of its money handed over, and the new one is paid by it, in one decision', () => {
  const decision = exchange()
  expect(eventsOf(decision)).toMatchObject([
    { type: 'booking-cancelled', bookingId: 'old', seatIds: [0, 1], reason: 'exchanged: new' },
    {
      type: 'booking-refunded',
      bookingId: 'old',
      refundMinor: 420_00,
      refunds: [{ paymentId: 'paid-1', amountMinor: 420_00, account: 'booking:new' }],
      payments: [{ state: 'refunded', refundedMinor: 420_00 }],
      currency: 'INR',
    },
    {
      type: 'booking-confirmed',
      bookingId: 'new',
      seatIds: [0, 1],
      payment: { mode: 'CASH', amountMinor: 420_00, account: 'booking:old' },
      tickets: [{ seatId: 0 }, { seatId: 1 }],
    },
  ])
  expect(decision).toMatchObject({
    value: { changeMinor: 0, booking: { bookingId: 'new', state: 'confirmed', tickets: [{}, {}] } },
  })
})

test('[T4] dearer: the difference is paid in the same step, in cash with its change, and never by less', () => {
  const dearer = { seatIds: seats(0), from: from({ lines: one(old()) }), differenceMinor: 210_00 }
  const decision = exchange({ ...dearer, tenderedMinor: 300_00 })
  expect(eventsOf(decision)).toMatchObject([
    { type: 'booking-cancelled' },
    { type: 'booking-refunded', refunds: [{ amountMinor: 210_00 }] },
    { type: 'payment-taken', payment: { amountMinor: 210_00, changeMinor: 90_00, account: 'drawer:desk-1' } },
    {
      type: 'booking-confirmed',
      payment: { amountMinor: 210_00, account: 'booking:old' },
      others: [{ amountMinor: 210_00, account: 'drawer:desk-1' }],
    },
  ])
  expect(decision).toMatchObject({ value: { changeMinor: 90_00, booking: { payments: [{}, {}] } } })
  expect(refusalOf(exchange({ ...dearer, tenderedMinor: 209_99 }))).toMatchObject({
    code: 'PAYMENT_FAILED',
    dueMinor: 210_00,
  })
  const byWallet = exchange({ ...dearer, mode: 'WALLET', walletId: wallet.walletId, wallet })
  expect(eventsOf(byWallet)[2]).toMatchObject({ payment: { account: 'wallet:3', amountMinor: 210_00 } })
  const byPicture = exchange({ ...dearer, mode: 'PROOF', proof: 'a'.repeat(64) })
  expect(eventsOf(byPicture)[2]).toMatchObject({ payment: { account: 'bank:proof', review: 'open' } })
})

test('[T4] [P6] what a terminal took for a part of the hold before is no part of the difference', () => {
  const card = money('card', 210_00, { mode: 'CARD', account: 'terminal:CARD' })
  const booking = held({ payments: [card] })
  const single = { booking, seatIds: seats(0), from: from({ lines: one(old()) }) }
  expect(eventsOf(exchange(single)).at(-1)).toMatchObject({ type: 'booking-confirmed', others: [card] })
  expect(refusalOf(exchange({ ...single, differenceMinor: 210_00 }))).toEqual({
    code: 'CONCURRENT_MODIFICATION',
    what: 'total',
  })
})

test('[T4] [P10] cheaper: the newest payment gives back what is too much, the rest goes over as one', () => {
  const card = money('card', 120_00, { mode: 'CARD', account: 'terminal:CARD' })
  const mixed = from({ payments: [money('cash', 300_00), card] })
  const cheaper = { booking: held({}, [0]), places: [seatNumber(0)], from: mixed, differenceMinor: -210_00 }
  const decision = exchange(cheaper)
  expect(eventsOf(decision)[1]).toMatchObject({
    refundMinor: 420_00,
    refunds: [
      { paymentId: 'card', amountMinor: 120_00, account: 'terminal:CARD' },
      { paymentId: 'cash', amountMinor: 90_00, account: 'drawer:desk-1' },
      { paymentId: 'cash', amountMinor: 210_00, account: 'booking:new' },
    ],
  })
  expect(decision).toMatchObject({
    value: { changeMinor: 0, booking: { payments: [{ amountMinor: 210_00 }] } },
  })
  const purse = exchange({ ...cheaper, refundTo: 'wallet' })
  expect(purse).toMatchObject({
    events: [{ type: 'entry-saved' }, {}, { refunds: [{ account: 'wallet:15' }, {}, {}] }, {}],
  })
  const much = { ...sampleShow, terms: { ...sampleShow.terms, refundAloneMaxMinor: 209_99 } }
  const dear = { ...cheaper, from: { ...mixed, show: much } }
  expect(refusalOf(exchange({ ...dear, role: 'clerk' }))).toMatchObject({ code: 'REFUND_TOO_LARGE' })
  expect(exchange({ ...dear, role: 'manager' }).accepted).toBe(true)
})

test('[T4] single seats: the booking goes on with the rest, whose tickets stay', () => {
  const decision = exchange({ booking: held({}, [0]), places: [seatNumber(0)], seatIds: seats(1) })
  expect(eventsOf(decision)).toMatchObject([
    {
      type: 'seats-returned',
      bookingId: 'old',
      seatIds: [1],
      returned: [{ seatId: 1, refundMinor: 210_00, returnedAtMs: start }],
      refunds: [{ amountMinor: 210_00, account: 'booking:new' }],
      lines: [{ seatId: 0 }],
      totals: { totalMinor: 210_00 },
      reason: 'exchanged: new',
    },
    { type: 'booking-confirmed', payment: { amountMinor: 210_00 } },
  ])
})

test('[T4] seats that were free of charge, given for others that are, move no money', () => {
  const free = { baseMinor: 0, discountMinor: 0, feeMinor: 0, totalMinor: 0, currency: 'INR' } as const
  const lines = old().lines.map((line) => ({ ...line, priceMinor: 0, feeMinor: 0 }))
  const given = from({ lines, totals: free, payments: [money('nothing', 0)] })
  const gift = exchange({ booking: held({ lines, totals: free }), from: given })
  expect(eventsOf(gift)[1]).toMatchObject({ type: 'booking-refunded', refundMinor: 0, refunds: [] })
  expect(eventsOf(gift)[2]).toMatchObject({ payment: { amountMinor: 0, account: 'drawer:desk-1' } })
  const picture = {
    booking: held({ lines, totals: free }),
    from: given,
    mode: 'PROOF',
    proof: 'a'.repeat(64),
  } as const
  expect(refusalOf(exchange(picture))).toMatchObject({ field: 'mode', problem: 'nothing-due' })
  const paid = exchange({ from: given, differenceMinor: 420_00, tenderedMinor: 420_00 })
  expect(eventsOf(paid).map(({ type }) => type)).toEqual([
    'booking-cancelled',
    'booking-refunded',
    'booking-confirmed',
  ])
})

test('[T4] [H10] seats that are claimed when they are paid are looked at now, and what lapsed on them ends', () => {
  const booking = held({ claimsAtPayment: true })
  const rival = heldBooking({ bookingId: 'rival' as BookingId, expiresAtMs: start, graceEndsAtMs: start + 1 })
  const over = [seatNumber(0, 0, rival), seatNumber(1)]
  expect(eventsOf(exchange({ booking, places: over })).map(({ type }) => type)).toEqual([
    'booking-cancelled',
    'booking-refunded',
    'booking-expired',
    'booking-confirmed',
  ])
  const taken = [seatNumber(0, 0, { ...rival, expiresAtMs: start + 1 }), seatNumber(1)]
  expect(refusalOf(exchange({ booking, places: taken }))).toMatchObject({ code: 'SEAT_NOT_AVAILABLE' })
})

test('[T4] refused whole: no such booking, a hold that is over, paid already, being paid, or another desk’s', () => {
  expect(refusalOf(exchange({ booking: null }))).toEqual({ code: 'NOT_FOUND', what: 'booking', id: 'new' })
  expect(refusalOf(exchange({ from: null }))).toEqual({ code: 'NOT_FOUND', what: 'booking', id: 'old' })
  const { graceEndsAtMs } = held()
  expect(refusalOf(exchange({ nowMs: graceEndsAtMs }))).toMatchObject({ code: 'HOLD_EXPIRED' })
  expect(refusalOf(exchange({ booking: held({ state: 'confirmed' }) }))).toMatchObject({
    code: 'WRONG_STATE',
  })
  const asked = money('asked', 420_00, { state: 'pending', mode: 'CARD', untilMs: start + 9 })
  expect(refusalOf(exchange({ booking: held({ payments: [asked] }) }))).toMatchObject({
    code: 'PAYMENT_IN_FLIGHT',
  })
  const others = { kioskId: 'desk-2' as KioskId }
  expect(refusalOf(exchange({ booking: held(others), role: 'clerk' }))).toMatchObject({ code: 'NOT_YOURS' })
  expect(refusalOf(exchange({ from: from(others), role: 'clerk' }))).toMatchObject({ code: 'NOT_YOURS' })
  const named = { ...friday, terms: { ...friday.terms, asksNames: true } }
  expect(refusalOf(exchange({ show: named }))).toMatchObject({ code: 'INVALID_INPUT' })
})

test('[T4] refused whole: seats that are not sold, another title, a show that is over, a picture nobody looked at', () => {
  expect(refusalOf(exchange({ from: from({ state: 'completed' }) }))).toMatchObject({ code: 'WRONG_STATE' })
  expect(refusalOf(exchange({ seatIds: seats(3) }))).toMatchObject({ problem: 'other-seats', detail: '3' })
  expect(refusalOf(exchange({ seatIds: seats(0, 0) }))).toMatchObject({ problem: 'duplicate-seat' })
  const title = { ...friday, listingId: 2 as ListingId }
  const other = { code: 'INVALID_INPUT', field: 'fromBookingId', problem: 'other-listing', detail: 'old' }
  expect(refusalOf(exchange({ show: title }))).toEqual(other)
  expect(refusalOf(exchange({ show: { ...friday, currency: 'USD' } }))).toEqual(other)
  const over = { ...sampleShow, salesCloseAtMs: start }
  expect(refusalOf(exchange({ from: { booking: old(), show: over } }))).toEqual({
    code: 'SHOW_CLOSED',
    reason: 'sales-over',
    closedAtMs: start,
  })
  const calledOff = { booking: old(), show: { ...sampleShow, active: false } }
  expect(exchange({ from: calledOff }).accepted).toBe(true)
  const shown = money('shown', 420_00, { mode: 'PROOF', account: 'bank:proof', review: 'open' })
  expect(refusalOf(exchange({ from: from({ payments: [shown] }) }))).toMatchObject({
    code: 'PROOF_UNREVIEWED',
  })
})
