// Violations of I12 to I22, planted in the journal.

import type { BookingId, SeatId } from '../../shared/domain/ids.ts'
import type { Account } from '../../shared/domain/tender.ts'
import { known } from '../../shared/lib/assert.ts'
import { show1 } from '../engine/test-house.ts'
import { seats } from './forge.fixture.ts'
import {
  type Plant,
  back,
  cameLate,
  couponLimit,
  evening,
  expired,
  held,
  money,
  seatIds,
  stranger,
  strangers,
} from './planted.fixture.ts'

export const moneyPlants: readonly Plant[] = [
  [
    'I13',
    'a fee below nothing',
    () =>
      evening.edit('seats-held', 'held', ({ lines, totals }) => ({
        lines: lines.map((line) => ({ ...line, feeMinor: -1 })),
        totals: { ...totals, feeMinor: -lines.length, totalMinor: totals.baseMinor - lines.length },
      })),
  ],
  [
    'I13',
    'a currency that the venue does not take',
    () => evening.edit('seats-held', 'held', ({ totals }) => ({ totals: { ...totals, currency: 'EUR' } })),
  ],
  [
    'I13',
    'a price in halves',
    () => evening.append([{ type: 'prices-set', showId: show1, version: 2, prices: [[0.5]] }]),
  ],
  [
    'I16',
    'a booking confirmed for less than its total',
    () => evening.edit('booking-confirmed', 'sold', ({ payment: paid }) => ({ payment: paid && less(paid) })),
  ],
  [
    'I16',
    'money kept of a booking that ended',
    () => evening.forge((told) => told.filter(({ event }) => event.type !== 'booking-refunded')),
  ],
  [
    'I16',
    'two payments under way',
    () => {
      const [a, b] = [money('a', { state: 'pending' }), money('b', { state: 'pending' })]
      const begun = { type: 'payment-begun', ...held(), seatIds: seatIds(seats.held) } as const
      return evening.append([
        { ...begun, payment: a },
        { ...begun, payment: b, others: [a] },
      ])
    },
  ],
  [
    'I16',
    'more paid than it costs',
    () =>
      evening.append([
        {
          type: 'payment-taken',
          ...held(),
          payment: money('a', { amountMinor: 900_00, tenderedMinor: 900_00 }),
        },
      ]),
  ],
  [
    'I17',
    'a seat that gives back more than it cost',
    () =>
      evening.edit('seats-returned', 'returned', ({ returned, payments, refunds }) => ({
        returned: returned.map((line) => ({ ...line, refundMinor: line.refundMinor + 1 })),
        payments: payments.map((one) => ({ ...one, refundedMinor: (one.refundedMinor ?? 0) + 1 })),
        refunds: refunds.map((one) => ({ ...one, amountMinor: one.amountMinor + 1 })),
      })),
  ],
  [
    'I17',
    'a refund that is not the sum of its parts',
    () =>
      evening.edit('booking-refunded', 'refunded', ({ refundMinor }) => ({ refundMinor: refundMinor - 1 })),
  ],
  [
    'I12 I16 I17',
    'payments that are not what their refunds make of them',
    () =>
      evening.edit('seats-returned', 'returned', ({ payments }) => ({
        payments: payments.map(({ refundedMinor: _refunded, ...one }) => one),
      })),
  ],
  [
    'I15',
    'a wallet that pays more than was put into it',
    () =>
      evening.forge((told) =>
        told.map((row) =>
          row.event.type === 'wallet-topped-up' ? { ...row, event: { ...row.event, amountMinor: 100 } } : row,
        ),
      ),
  ],
  [
    'I12 I19',
    'money back of a payment that nobody made',
    () => {
      const refunds = [back(5)]
      return evening.append([
        { type: 'money-returned', ...expired(), refunds, payments: [], currency: 'INR' },
      ])
    },
  ],
  [
    'I12 I19',
    'the picture of a transfer that nobody showed, rejected',
    () => {
      const payment = money('shown', { review: 'rejected', state: 'failed', failure: 'rejected' })
      return evening.append([{ type: 'proof-reviewed', ...expired(), payment }])
    },
  ],
  [
    'I12 I19',
    'money handed over to a booking that does not take it',
    () =>
      evening.append([strangers([7]), ...cameLate([back(100, { account: 'booking:stranger' as Account })])]),
  ],
  [
    'I12 I19',
    'a booking paid with what another never gave it',
    () => {
      const held7 = strangers([7])
      const amountMinor = held7.totals.totalMinor
      const account = `booking:${evening.id('expired')}` as Account
      const payment = money('taken', { amountMinor, tenderedMinor: amountMinor, account })
      const ticket = { number: 'TKT-20261120-0000000A', seatId: 7 as SeatId, secret: 'A'.repeat(16) }
      const sold = { type: 'booking-confirmed', ...stranger, seatIds: seatIds([7]), payment } as const
      return evening.append([held7, { ...sold, tickets: [ticket] }])
    },
  ],
  ['I12 I20', 'a payment given back twice', () => evening.append(cameLate([back(60), back(60)]))],
  [
    'I17',
    'more given back than was paid',
    () =>
      evening.edit('booking-refunded', 'refunded', ({ refundMinor }) => ({ refundMinor: refundMinor + 1 })),
  ],
  [
    'I21',
    'a price that is not in the list',
    () =>
      evening.edit('seats-held', 'held', ({ lines, totals }) => ({
        lines: lines.map((line) => ({ ...line, priceMinor: line.priceMinor - 1 })),
        totals: {
          ...totals,
          baseMinor: totals.baseMinor - lines.length,
          totalMinor: totals.totalMinor - lines.length,
        },
      })),
  ],
  [
    'I21',
    'a total that is no sum',
    () =>
      evening.edit('seats-held', 'held', ({ totals }) => ({
        totals: { ...totals, totalMinor: totals.totalMinor + 1 },
      })),
  ],
  [
    'I4 I21',
    'a price list that there never was',
    () => evening.edit('seats-held', 'held', () => ({ priceVersion: 9 })),
  ],
  [
    'I16 I21',
    'a seat moved to at a price of its own',
    () =>
      evening.edit('booking-reseated', 'moved', ({ lines, totals }) => ({
        lines: lines.map((line) => ({ ...line, priceMinor: line.priceMinor - 1 })),
        totals: { ...totals, baseMinor: totals.baseMinor - 1, totalMinor: totals.totalMinor - 1 },
      })),
  ],
  [
    'I13 I16 I21',
    'a seat with more discount than it costs',
    () =>
      evening.edit('booking-reseated', 'moved', ({ lines, totals }) => {
        const discountMinor = totals.baseMinor + totals.feeMinor + 1
        return {
          lines: lines.map((line) => ({ ...line, discountMinor })),
          totals: { ...totals, discountMinor, totalMinor: -1 },
        }
      }),
  ],
  [
    'I21',
    'a coupon that is not there',
    () => evening.edit('seats-held', 'held', () => ({ couponCode: 'NOPE' })),
  ],
  [
    'I21',
    'a coupon used more often than it may',
    () =>
      evening.append([
        { ...strangers([7]), couponCode: 'ONCE' },
        { ...strangers([8]), couponCode: 'ONCE', bookingId: 'other' as BookingId },
      ]),
  ],
  [
    'I21',
    'a coupon used once more after its limit was lowered',
    () => evening.append([couponLimit('TENOFF', null, 1), { ...strangers([7]), couponCode: 'TENOFF' }]),
  ],
  [
    'I21',
    'change that is not the rest',
    () =>
      evening.edit('booking-confirmed', 'sold', ({ payment: paid }) => ({
        payment: paid && { ...paid, changeMinor: paid.changeMinor + 1 },
      })),
  ],
  [
    'I22',
    'one number on two tickets',
    () => {
      const number = evening.event('booking-confirmed', 'sold').tickets[0]?.number ?? ''
      return evening.edit('booking-confirmed', 'extended', ({ tickets }) => ({
        tickets: tickets.with(0, { ...known(tickets[0], 'ticket'), number }),
      }))
    },
  ],
  [
    'I22',
    'a number of no form',
    () =>
      evening.edit('booking-confirmed', 'sold', ({ tickets }) => ({
        tickets: tickets.map((one) => ({ ...one, number: '7' })),
      })),
  ],
  [
    'I22',
    'a code that is short enough to guess',
    () =>
      evening.edit('booking-confirmed', 'sold', ({ tickets }) => ({
        tickets: tickets.map((one) => ({ ...one, secret: one.secret.slice(1) })),
      })),
  ],
  [
    'I22',
    'a seat without a ticket',
    () => evening.edit('booking-confirmed', 'sold', ({ tickets }) => ({ tickets: tickets.slice(1) })),
  ],
  [
    'I22',
    'a ticket kept of a row that never made it',
    () =>
      evening.edit('booking-reseated', 'moved', ({ tickets }) => ({
        tickets: tickets.map((one) => ({ ...one, sequence: 3 })),
      })),
  ],
]

function less<Paid extends { amountMinor: number; tenderedMinor: number }>(paid: Paid): Paid {
  return { ...paid, amountMinor: paid.amountMinor - 1, tenderedMinor: paid.tenderedMinor - 1 }
}
