import { expect, test } from 'vitest'
import { known } from '../lib/assert.ts'
import type { HouseEvent } from './events.ts'
import type { KioskId, StaffId, WalletId } from './ids.ts'
import { paidBooking } from './sale.fixture.ts'
import { ShiftTally } from './shift-report.ts'
import type { Account, Payment } from './tender.ts'

const desk = { kioskId: 'desk-1' as KioskId, staffId: 1 as StaffId }
const head = { floats: [], venue: 'Barn', zone: 'Asia/Kolkata', openedBy: 'Asha' }
const { bookingId, showId, lines, totals, payments, tickets } = paidBooking()
const ofBooking = { bookingId, showId }
const seatIds = lines.map(({ seatId }) => seatId)
const paid = known(payments[0], 'payment')

/** The report after the given events at the desk. */
function reportOf(
  events: readonly HouseEvent[],
  sold = { lines, totals, couponCode: null as string | null },
  hadTickets = true,
) {
  const tally = new ShiftTally(head)
  for (const event of events)
    tally.follow(
      { event, ...desk, hadTickets, sold: event.type === 'booking-confirmed' ? sold : null },
      () => 'Asha',
    )
  return tally.report
}

const payment = (turned: Partial<Payment>): Payment => ({ ...paid, ...turned })
const sold: HouseEvent = { type: 'booking-confirmed', ...ofBooking, seatIds, payment: payment({}), tickets }
const refunded = (account: Account): HouseEvent => ({
  type: 'booking-refunded',
  ...ofBooking,
  refundMinor: 420_00,
  refunds: [{ paymentId: payment({}).paymentId, amountMinor: 420_00, account }],
  payments: [],
  currency: 'INR',
})
const cancelled: HouseEvent = { type: 'booking-cancelled', ...ofBooking, seatIds, reason: '' }

function modesIn(events: readonly HouseEvent[]) {
  const modes = reportOf(events).currencies[0]?.modes ?? []
  return modes
    .filter(({ taken, returned }) => taken.count + returned.count > 0)
    .map(({ mode, taken, returned }) => `${mode} +${taken.amountMinor} −${returned.amountMinor}`)
}

test('[A5] a shift in which nothing happened has nothing to say', () => {
  expect(reportOf([])).toMatchObject({ currencies: [], bookings: 0, tickets: 0, first: null, last: null })
})

test('[A5] each way to pay is counted by where the money came to, and where it went back to', () => {
  expect(modesIn([sold])).toEqual(['CASH +42000 −0'])
  const proof = payment({ mode: 'PROOF', account: 'bank:proof', review: 'open' })
  const shown: HouseEvent = { type: 'booking-confirmed', ...ofBooking, seatIds, payment: proof, tickets }
  expect(modesIn([shown])).toEqual(['PROOF +42000 −0'])
  const rejected = payment({ ...proof, state: 'failed', failure: 'rejected', review: 'rejected' })
  expect(modesIn([shown, { type: 'proof-reviewed', ...ofBooking, payment: rejected }])).toEqual([
    'PROOF +42000 −42000',
  ])
  expect(modesIn([sold, cancelled, refunded('wallet:3' as Account)])).toEqual([
    'CASH +42000 −0',
    'WALLET +0 −42000',
  ])
  expect(modesIn([sold, cancelled, refunded('terminal:UPI')])).toEqual(['CASH +42000 −0', 'UPI +0 −42000'])
})

test('[A5] [P9] money put into wallets is counted apart: nothing was sold for it', () => {
  const topped: HouseEvent = {
    type: 'wallet-topped-up',
    walletId: 3 as WalletId,
    paymentId: paid.paymentId,
    amountMinor: 500_00,
    currency: 'INR',
    account: 'drawer:desk-1' as Account,
  }
  expect(reportOf([topped]).currencies).toMatchObject([{ topUps: { count: 1, amountMinor: 500_00 } }])
  expect(modesIn([topped])).toEqual([])
})

test('[P8] money that one booking hands to another came once', () => {
  const handed = payment({ account: 'booking:before' as Account })
  const rescue: HouseEvent = { type: 'booking-confirmed', ...ofBooking, seatIds, payment: handed, tickets }
  expect(modesIn([rescue, refunded('booking:other' as Account)])).toEqual([])
  expect(reportOf([rescue])).toMatchObject({ bookings: 1, tickets: 2 })
})

test('[A5] tickets given back, moved or of a cancelled sale are void; a hold that is let go had none, though a part of it was paid', () => {
  const returned: HouseEvent = {
    type: 'seats-returned',
    ...ofBooking,
    seatIds: seatIds.slice(1),
    returned: [],
    refunds: [],
    payments: [],
    lines,
    totals,
    reason: '',
  }
  const moved: HouseEvent = {
    type: 'booking-reseated',
    ...ofBooking,
    freed: seatIds,
    taken: [],
    lines,
    totals,
    tickets,
    payment: null,
    refunds: [],
    payments: [],
  }
  const voids = (events: readonly HouseEvent[]) => reportOf(events).voids
  expect(voids([returned])).toBe(1)
  expect(voids([moved])).toBe(2)
  expect(voids([cancelled, refunded('drawer:desk-1' as Account)])).toBe(2)
  const held = [cancelled, refunded('drawer:desk-1' as Account)]
  expect(reportOf(held, undefined, false).voids).toBe(0)
  expect(modesIn(held)).toEqual(['CASH +0 −42000'])
})

test('[A5] [T4] what exchanged seats pay for others is told beside what was sold; late money that is moved was taken already', () => {
  const carriedBy = (event: HouseEvent) => reportOf([event]).currencies[0]?.carried
  const over = refunded('booking:new' as Account)
  expect(carriedBy(over)).toEqual({ count: 1, amountMinor: 420_00 })
  expect(carriedBy(refunded('drawer:desk-1' as Account))).toEqual({ count: 0, amountMinor: 0 })
  const refunds = over.type === 'booking-refunded' ? (over.refunds ?? []) : []
  const late: HouseEvent = { type: 'money-returned', ...ofBooking, refunds, payments: [], currency: 'INR' }
  expect(carriedBy(late)?.count ?? 0).toBe(0)
})

test('[A5] names are listed once each, in an order that does not hang on who came first', () => {
  const byTwo = new ShiftTally(head)
  for (const staffId of [2, 1, 2] as StaffId[])
    byTwo.follow(
      {
        event: sold,
        ...desk,
        staffId,
        hadTickets: false,
        sold: { lines, totals, couponCode: staffId === 2 ? 'ZED' : 'ABC' },
      },
      (id) => `Person ${id}`,
    )
  const [part] = byTwo.report.currencies
  expect(part?.sellers.map(({ name, count, amountMinor }) => [name, count, amountMinor])).toEqual([
    ['Person 1', 1, 420_00],
    ['Person 2', 2, 840_00],
  ])
  expect(part?.coupons.map(({ name, count }) => [name, count])).toEqual([
    ['ABC', 1],
    ['ZED', 2],
  ])
  expect(byTwo.report).toMatchObject({ first: tickets[0]?.number, last: tickets[1]?.number })
})

test('[A5] a journal of an older version, which does not say in which currency, is passed over', () => {
  const { currency: _currency, ...old } = payment({})
  const taken: HouseEvent = { type: 'payment-taken', ...ofBooking, payment: old }
  expect(reportOf([taken]).currencies).toEqual([])
  const bare: HouseEvent = { type: 'booking-confirmed', ...ofBooking, seatIds, payment: null, tickets: [] }
  expect(reportOf([bare])).toMatchObject({ bookings: 1, tickets: 0, first: null, last: null })
})

test('[A5] copies, drawers opened without a sale and cash put in are counted', () => {
  const moved = { number: 1, currency: 'INR', amountMinor: 5_00, reason: 'Change' } as const
  const report = reportOf([
    { type: 'tickets-reprinted', ...ofBooking, copy: 1 },
    { type: 'drawer-opened', ...desk, number: 1, reason: 'Change' },
    { type: 'cash-moved', ...desk, ...moved, direction: 'in' },
    { type: 'cash-moved', ...desk, ...moved, direction: 'out' },
    { type: 'cash-moved', ...desk, ...moved, direction: 'in' },
  ])
  expect(report).toMatchObject({ copies: 1, noSales: 1 })
  expect(report.currencies).toMatchObject([
    {
      cashIn: { count: 2, amountMinor: 10_00 },
      cashOut: { count: 1, amountMinor: 5_00 },
      expectedMinor: 5_00,
    },
  ])
})
