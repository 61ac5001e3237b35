import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BookingId, KioskId, ShowId, StaffId } from '../ids.ts'
import { type SaleFact, reportModes } from './fact.ts'
import { saleGroupings, salesBy, totalOf } from './sales-table.ts'

const amount = fc.integer({ min: 0, max: 1_000_000 })
const part = fc.record({
  ticketType: fc.constantFrom('Normal', 'Student', 'VIP'),
  seats: fc.integer({ min: -9, max: 9 }),
  grossMinor: amount,
  discountMinor: amount,
  feeMinor: amount,
  refundMinor: amount,
})
const fact: fc.Arbitrary<SaleFact> = fc.record({
  sequence: fc.nat(),
  atMs: fc.nat(),
  bookingId: fc.constantFrom('a', 'b', 'c').map((value) => value as BookingId),
  showId: fc.integer({ min: 1, max: 3 }).map((value) => value as ShowId),
  staffId: fc.integer({ min: 0, max: 3 }).map((value) => value as StaffId),
  kioskId: fc.constant('desk-1' as KioskId),
  currency: fc.constant('INR'),
  types: fc.array(part, { maxLength: 3 }),
  modes: fc.uniqueArray(fc.record({ mode: fc.constantFrom(...reportModes), amountMinor: amount }), {
    minLength: 1,
    selector: ({ mode }) => mode,
  }),
})

test('[A6] however sales are grouped, the sums are the same to the last minor unit', () => {
  fc.assert(
    fc.property(fc.array(fact), (facts) => {
      const sums = saleGroupings.map((grouping) => {
        const { bookingIds: _bookingIds, ...sum } = totalOf(
          salesBy(facts, grouping, ({ atMs }) => String(atMs % 5)),
        )
        return sum
      })
      for (const sum of sums) {
        expect(sum).toEqual(sums[0])
        expect(sum.netMinor).toBe(sum.grossMinor - sum.discountMinor + sum.feeMinor - sum.refundMinor)
      }
    }),
  )
})

function sale(turned: Partial<SaleFact>): SaleFact {
  const nothing = { discountMinor: 0, feeMinor: 0, refundMinor: 0 }
  return {
    sequence: 1,
    atMs: 0,
    bookingId: 'a' as BookingId,
    showId: 1 as ShowId,
    staffId: 1 as StaffId,
    kioskId: 'desk-1' as KioskId,
    currency: 'INR',
    types: [{ ticketType: 'Normal', seats: 3, grossMinor: 100, ...nothing }],
    modes: [{ mode: 'CASH', amountMinor: 100 }],
    ...turned,
  }
}

test('[A6] paid in two ways, each has its share of the seats and of the money, also of what is below nothing', () => {
  const modes = [
    { mode: 'CASH', amountMinor: 66 },
    { mode: 'CARD', amountMinor: 34 },
  ] as const
  const nothing = { grossMinor: 0, discountMinor: 0, feeMinor: 0 }
  const back = { ticketType: 'Normal', seats: -3, refundMinor: 9, ...nothing }
  const rows = salesBy([sale({ modes }), sale({ modes, types: [back] })], 'mode', () => '')
  expect(rows.map(({ key, seats, netMinor }) => [key, seats, netMinor])).toEqual([
    ['CARD', 0, 31],
    ['CASH', 0, 60],
  ])
  expect(salesBy([sale({ modes })], 'mode', () => '').map(({ seats }) => seats)).toEqual([1, 2])
})

test('[A6] a row leads to each of its bookings once; numbers are in the order of their size', () => {
  const two = { bookingId: 'b' as BookingId, staffId: 10 as StaffId }
  const rows = salesBy([sale(two), sale({ staffId: 9 as StaffId }), sale(two)], 'seller', () => '')
  expect(rows.map(({ key, bookingIds }) => [key, bookingIds])).toEqual([
    ['9', ['a']],
    ['10', ['b']],
  ])
  expect(totalOf(rows).bookingIds).toEqual(['a', 'b'])
  const words = salesBy([sale({ atMs: 1 }), sale({ atMs: 0 })], 'day', ({ atMs }) => (atMs ? 'b' : 'a'))
  expect(words.map(({ key }) => key)).toEqual(['a', 'b'])
  const shows = salesBy([sale({ showId: 2 as ShowId }), sale({})], 'show', () => '')
  expect(shows.map(({ key }) => key)).toEqual(['1', '2'])
})
