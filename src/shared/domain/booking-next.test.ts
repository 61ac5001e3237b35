import { describe, expect, test } from 'vitest'
import { type Booking, bookingStates, payEndMs } from './booking.ts'
import { decideDelete } from './booking-delete.ts'
import { type Moment, type WhyNot, nextStates } from './booking-next.ts'
import { type Payment, paidMinor } from './tender.ts'
import { decideCancel, decideReturnMoney, refundOf } from './refund.ts'
import { actorAt, contextAt, heldBooking, paidBooking, sampleShow, start } from './sale.fixture.ts'
import { known } from '../lib/assert.ts'

const usual: Moment = {
  nowMs: start + 2000,
  isOffice: true,
  giveBackMinor: 0,
  giveBackMaxMinor: 5_000_00,
  salesCloseAtMs: sampleShow.salesCloseAtMs,
}
const told = (booking: Booking, turned: Partial<Moment> = {}) =>
  Object.fromEntries(nextStates(booking, { ...usual, ...turned }).map(({ state, whyNot }) => [state, whyNot]))

const paid = known(paidBooking().payments[0], 'payment')
const asked: Payment = { ...paid, state: 'pending', untilMs: start + 90_000 }
const unseen: Payment = { ...paid, mode: 'PROOF', review: 'open' }
const cancelled = (payments: readonly Payment[]) =>
  paidBooking({ state: 'cancelled', cancelledAtMs: start + 1500, payments })
const completed = paidBooking({ state: 'completed', completedAtMs: start + 1500 })

test('[A4] the ways on are those of the table of states, and no others', () => {
  for (const state of Object.keys(bookingStates) as Booking['state'][])
    expect(nextStates(heldBooking({ state }), usual).map((next) => next.state)).toEqual(bookingStates[state])
})

test.for<[about: string, booking: Booking, turned: Partial<Moment>, whys: Record<string, WhyNot | null>]>([
  [
    'a live hold',
    heldBooking(),
    {},
    { confirmed: null, payment_failed: null, expired: 'not-yet', cancelled: null },
  ],
  [
    'one past its grace',
    heldBooking(),
    { nowMs: payEndMs(heldBooking()) },
    { confirmed: 'past', expired: null },
  ],
  [
    'one that is being paid',
    heldBooking({ payments: [asked] }),
    {},
    { confirmed: 'paying', cancelled: 'paying' },
  ],
  ['a sold one', paidBooking(), {}, { completed: null, cancelled: null }],
  ['one by a picture', paidBooking({ payments: [unseen] }), { giveBackMinor: 1 }, { cancelled: 'picture' }],
  ['much, by a clerk', paidBooking(), { giveBackMinor: 5_000_01, isOffice: false }, { cancelled: 'role' }],
  [
    'as much as a clerk may',
    paidBooking(),
    { giveBackMinor: 5_000_00, isOffice: false },
    { cancelled: null },
  ],
  ['much, by the office', paidBooking(), { giveBackMinor: 5_000_01 }, { cancelled: null }],
  ['nothing left', cancelled([]), {}, { refunded: 'nothing-back', deleted: null }],
  ['money left', cancelled([paid]), {}, { refunded: null, deleted: 'money-due' }],
  ['one for a clerk', cancelled([]), { isOffice: false }, { deleted: 'role' }],
  ['guests inside', completed, {}, { deleted: 'on-sale' }],
  ['guests gone', completed, { nowMs: sampleShow.salesCloseAtMs }, { deleted: null }],
])('[A4] %s', ([, booking, turned, whys]) => {
  expect(told(booking, turned)).toMatchObject(whys)
})

describe('[A4] what is foreseen is what the decision says', () => {
  const bookings = [
    heldBooking(),
    heldBooking({ payments: [asked] }),
    paidBooking(),
    paidBooking({ payments: [unseen] }),
    cancelled([]),
    cancelled([paid]),
    cancelled([unseen]),
    completed,
  ]
  const small = { ...sampleShow, terms: { ...sampleShow.terms, refundAloneMaxMinor: 1 } }
  const found = { wallet: null, walletOf: null, walletOfCustomer: null, nextIds: { wallet: 1 } }

  test.for([true, false])('[A4] [A7] asked by the office: %s', (isOffice) => {
    const context = contextAt(usual.nowMs, actorAt('desk-1', isOffice ? 'manager' : 'clerk'))
    for (const booking of bookings) {
      const giveBackMinor =
        booking.state === 'reserved' || booking.state === 'cancelled'
          ? paidMinor(booking.payments)
          : booking.lines.reduce((sum, line) => sum + refundOf(line, small.terms), 0)
      const foreseen = told(booking, { isOffice, giveBackMinor, giveBackMaxMinor: 1 })
      const { bookingId } = booking
      const all = { ...found, booking, showOf: small } as never
      const request = { bookingId, reason: '', refundTo: 'same' } as const
      const decided = {
        cancelled: () => decideCancel(all, request, context),
        refunded: () => decideReturnMoney(all, request, context),
        ...(isOffice && { deleted: () => decideDelete(all, request, context) }),
      }
      for (const [state, decide] of Object.entries(decided)) {
        if (!(state in foreseen)) continue
        expect(decide().accepted, `${booking.state} → ${state}`).toBe(foreseen[state] === null)
      }
    }
  })
})
