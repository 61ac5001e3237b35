import { expect, test } from 'vitest'
import type { Booking } from './booking.ts'
import type { BookingId, SeatId, ShowId, WalletId } from './ids.ts'
import { type ReseatRequest, decideReseat, quoteReseat, reseatReads } from './reseat.ts'
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
import { type SeatsAround, nothingAround } from './seat-plan/seats-around.ts'
import type { FoundWallet } from './wallet.ts'

const move = (from: number, to: number) => ({ from: from as SeatId, to: to as SeatId })
const request: ReseatRequest = {
  bookingId: 'held-1' as BookingId,
  showId: sampleShow.showId,
  moves: [move(1, 5)],
  differenceMinor: 0,
  mode: 'CASH',
  tenderedMinor: 0,
}
/** Both seats in the second category, at half the price. */
const cheap = paidBooking({
  lines: paidBooking().lines.map((line) => ({ ...line, priceMinor: 100_00 })),
  totals: { ...paidBooking().totals, baseMinor: 200_00, totalMinor: 220_00 },
})
const wallet: FoundWallet = {
  kind: 'wallet',
  walletId: 3 as WalletId,
  customerId: null,
  currency: 'INR',
  balanceMinor: 150_00,
}

interface Turn extends Partial<ReseatRequest> {
  readonly booking?: Booking | null
  readonly show?: FoundShow | null
  readonly seats?: readonly FoundSeat[]
  readonly ticketsRow?: number | null
  readonly wallet?: FoundWallet | null
  readonly kiosk?: string
  readonly around?: SeatsAround
  readonly nowMs?: number
}

function reseat({
  booking = paidBooking(),
  show = sampleShow,
  ticketsRow = 7,
  kiosk = 'desk-1',
  around = nothingAround,
  nowMs = start,
  ...turn
}: Turn = {}) {
  const { wallet: found = null, seats = [seatNumber(5)], ...asked } = turn
  const mine = { booking, showOf: show, ticketsRow, wallet: found, walletOf: null, nextIds: freshIds }
  const reads = { ...mine, seats, aroundMoved: around }
  return decideReseat(reads, { ...request, ...asked }, contextAt(nowMs, actorAt(kiosk)))
}

test('[T4] a seat moves with its type, discount and fee; the seat that stays keeps its ticket and the row it is signed with', () => {
  const decision = reseat()
  expect(eventsOf(decision)).toMatchObject([
    {
      type: 'booking-reseated',
      freed: [1],
      taken: [5],
      lines: [{ seatId: 0 }, { seatId: 5, label: 'A6', feeMinor: 10_00 }],
      tickets: [
        { ...paidBooking().tickets[0], sequence: 7 },
        { seatId: 5, secret: 'SECRET-2' },
      ],
      payment: null,
      refunds: [],
    },
  ])
  expect(eventsOf(decision)[0]).not.toHaveProperty('tickets.1.sequence')
  expect(decision).toMatchObject({
    value: { changeMinor: 0, booking: { state: 'confirmed', lines: [{ seatId: 0 }, { seatId: 5 }] } },
  })
  expect(eventsOf(reseat({ ticketsRow: null }))[0]).not.toHaveProperty('tickets.0.sequence')
})

test('[T4] what a move comes to is told before it is made, and refused as the move would be', () => {
  const seats = [seatNumber(5, 1)]
  const found = { booking: paidBooking(), showOf: sampleShow, seats, aroundMoved: nothingAround }
  expect(quoteReseat(found, request, contextAt(start))).toMatchObject({
    differenceMinor: -100_00,
    totals: { totalMinor: 320_00 },
    lines: [{ seatId: 0 }, { seatId: 5, priceMinor: 100_00 }],
  })
  const taken = { ...found, seats: [seatNumber(5, 1, heldBooking({ bookingId: 'other' as BookingId }))] }
  expect(quoteReseat(taken, request, contextAt(start))).toMatchObject({ code: 'SEAT_NOT_AVAILABLE' })
})

test('[T4] what it needs to read', () => {
  expect(reseatReads(request, start)).toMatchObject({
    seats: { seatIds: [5] },
    wallet: null,
    ticketsRow: 'held-1',
  })
  expect(reseatReads({ ...request, walletId: 3 as WalletId }, start)).toMatchObject({ wallet: 3 })
})

test('[T4] [P10] a cheaper seat gives the difference back, to a new wallet if that is asked for', () => {
  const turn = { seats: [seatNumber(5, 1)], differenceMinor: -100_00 }
  expect(eventsOf(reseat(turn))).toMatchObject([
    { refunds: [{ amountMinor: 100_00, account: 'drawer:desk-1' }], payments: [{ refundedMinor: 100_00 }] },
  ])
  expect(reseat({ ...turn, refundTo: 'wallet' })).toMatchObject({
    events: [{ type: 'entry-saved' }, { refunds: [{ account: 'wallet:15' }] }],
  })
})

test('[T4] [P10] no difference goes back of a picture that nobody has looked at', () => {
  const payments = paidBooking().payments.map((one) => ({ ...one, mode: 'PROOF', review: 'open' }) as const)
  const turn = { seats: [seatNumber(5, 1)], differenceMinor: -100_00 }
  expect(refusalOf(reseat({ ...turn, booking: paidBooking({ payments }) }))).toMatchObject({
    code: 'PROOF_UNREVIEWED',
    amountMinor: 100_00,
  })
})

test('[T4] [P5] a dearer seat is paid in the same step, in cash with change or from a wallet', () => {
  const dearer = { booking: cheap, differenceMinor: 100_00 }
  const cash = reseat({ ...dearer, tenderedMinor: 150_00 })
  expect(cash).toMatchObject({ value: { changeMinor: 50_00 } })
  expect(eventsOf(cash)).toMatchObject([
    { payment: { amountMinor: 100_00, account: 'drawer:desk-1' }, payments: [{}, { changeMinor: 50_00 }] },
  ])
  expect(refusalOf(reseat({ ...dearer, tenderedMinor: 99_99 }))).toMatchObject({
    code: 'PAYMENT_FAILED',
    reason: 'too-little',
    dueMinor: 100_00,
  })
  expect(eventsOf(reseat({ ...dearer, mode: 'WALLET', wallet }))).toMatchObject([
    { payment: { mode: 'WALLET', account: 'wallet:3' } },
  ])
  expect(refusalOf(reseat({ ...dearer, mode: 'WALLET' }))).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'walletId',
  })
})

test('[T4] [I21] a discount is never more than the new seat costs', () => {
  const { lines, totals } = paidBooking()
  const booking = paidBooking({
    lines: lines.map((line) => ({ ...line, discountMinor: 150_00 })),
    totals: { ...totals, discountMinor: 300_00, totalMinor: 120_00 },
  })
  const decision = reseat({ booking, seats: [seatNumber(5, 1)], differenceMinor: -50_00 })
  expect(eventsOf(decision)).toMatchObject([
    { lines: [{ discountMinor: 150_00 }, { priceMinor: 100_00, discountMinor: 100_00 }] },
  ])
})

test('[L3] nobody is moved to a seat that is kept for others; a woman may have a ladies’ seat', () => {
  const womens = [5 as SeatId]
  expect(refusalOf(reseat({ around: { ...nothingAround, womens } }))).toMatchObject({ code: 'LADIES_ONLY' })
  const booking = paidBooking({ lines: paidBooking().lines.map((line) => ({ ...line, gender: 'female' })) })
  expect(reseat({ booking, around: { ...nothingAround, womens } }).accepted).toBe(true)
})

test('[T4] [H5] a hold that lapsed on the new seat gives way', () => {
  const lapsed = heldBooking({
    bookingId: 'lapsed' as BookingId,
    expiresAtMs: start - 9,
    graceEndsAtMs: start - 9,
  })
  expect(eventsOf(reseat({ seats: [seatNumber(5, 0, lapsed)] }))).toMatchObject([
    { type: 'booking-expired', bookingId: 'lapsed' },
    { type: 'booking-reseated' },
  ])
})

const badMove = (problem: string, detail: string) => ({
  code: 'INVALID_INPUT',
  field: 'moves',
  problem,
  detail,
})
const student = paidBooking({
  lines: paidBooking().lines.map((line) => ({ ...line, ticketTypeId: 1 as never, ticketType: 'Student' })),
})

test.for<[what: string, turn: Turn, refusal: object]>([
  ['a booking that is not there', { booking: null }, { code: 'NOT_FOUND' }],
  ['a show that is not there', { show: null }, { code: 'NOT_FOUND' }],
  ['another kiosk’s booking', { kiosk: 'desk-2' }, { code: 'NOT_YOURS' }],
  [
    'what is not paid',
    { booking: heldBooking() },
    { code: 'WRONG_STATE', from: 'reserved', to: 'confirmed' },
  ],
  ['a show that is over', { nowMs: sampleShow.salesCloseAtMs }, { code: 'SHOW_CLOSED' }],
  ['another show', { showId: 2 as ShowId }, badMove('other-seats', '2')],
  ['a seat it does not have', { moves: [move(7, 5)] }, badMove('other-seats', '7')],
  ['a seat that there is not', { moves: [move(1, 99)] }, badMove('unknown-seat', '99')],
  [
    'one seat to two',
    { moves: [move(1, 5), move(1, 6)], seats: [seatNumber(5), seatNumber(6)] },
    badMove('duplicate-seat', ''),
  ],
  ['two seats to one', { moves: [move(0, 5), move(1, 5)] }, badMove('duplicate-seat', '')],
  ['a seat that is sold', { seats: [seatNumber(5, 0, paidBooking())] }, { code: 'SEAT_NOT_AVAILABLE' }],
  [
    'a type that the seat does not admit',
    { booking: student, seats: [seatNumber(5, 1)] },
    badMove('type-not-admitted', 'A6 · Student'),
  ],
  [
    'a difference that nobody saw',
    { differenceMinor: 1 },
    { code: 'CONCURRENT_MODIFICATION', what: 'total' },
  ],
])('[T4] %s refuses the whole move', ([, turn, refusal]) => {
  expect(refusalOf(reseat(turn))).toMatchObject(refusal)
})
