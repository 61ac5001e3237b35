// The four bugs typical of systems of this kind (the end of MISSION.md), each through the whole engine.

import { expect, test } from 'vitest'
import type { CartId } from '../../shared/domain/ids.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { TestHouse, holdOf, quoteOf, linesOf, openingMs, payOf, show1, priceOf } from './test-house.ts'

const price = { showId: show1, category: 0, ticketTypeId: 0 as never }

test('[bug 1] [C2] a price is compared with the list that the manager last saw, not with the list as it is now', async () => {
  const house = new TestHouse()
  await house.done('manager-1', 'set-prices', priceOf({ ...price, priceMinor: 210_00, seenVersion: 1 }))
  const lost = await house.ask(
    'manager-2',
    'set-prices',
    priceOf({ ...price, priceMinor: 190_00, seenVersion: 1 }),
  )
  expect(lost).toEqual({ kind: 'refused', refusal: { code: 'CONCURRENT_MODIFICATION', what: 'prices' } })
  const again = await house.done(
    'manager-2',
    'set-prices',
    priceOf({ ...price, priceMinor: 190_00, seenVersion: 2 }),
  )
  expect(again).toEqual({ version: 3 })
})

test('[bug 1] [C2] of two managers in one turn who saw the same list the second is told', async () => {
  const house = new TestHouse()
  const both = [210_00, 190_00].map((priceMinor, index) =>
    house
      .desk(`manager-${index}`, 'manager')
      .call('set-prices', priceOf({ ...price, priceMinor, seenVersion: 1 })),
  )
  house.scheduler.flush()
  expect((await Promise.all(both)).map(({ kind }) => kind)).toEqual(['done', 'refused'])
})

test('[bug 1] [C2] a payment is compared with the total that the customer saw: tickets chosen anew meanwhile refuse it', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const { bookingId } = booking
  await house.done('desk-1', 'choose-tickets', { bookingId, lines: linesOf([0, 1], 1), couponCode: null })
  expect(await house.ask('desk-1', 'pay-booking', payOf(booking))).toEqual({
    kind: 'refused',
    refusal: { code: 'CONCURRENT_MODIFICATION', what: 'total' },
  })
  expect(house.store.all('transfer')).toEqual([])
})

test('[bug 2] [P9] [I19] a refund needs a payment: cancelling an unpaid booking writes none', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const { bookingId } = booking
  const cancelled = await house.done('desk-1', 'cancel-booking', { bookingId, reason: '' })
  expect(cancelled.booking).toMatchObject({ state: 'cancelled', refundedAtMs: null, payments: [] })
  expect(house.store.all('journal').map((row) => row.kind)).not.toContain('booking-refunded')
})

test('[bug 2] [P7] a payment that was refused or undone leaves nothing that could be refunded', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  await house.ask('desk-1', 'pay-booking', { ...payOf(booking), tenderedMinor: 1 })
  const { bookingId } = booking
  await house.done('desk-1', 'cancel-booking', { bookingId, reason: '' })
  expect(house.store.all('transfer')).toEqual([])
  expect(house.store.all('journal').map((row) => row.kind)).not.toContain('booking-refunded')
})

test('[bug 2] [I20] a booking is refunded once: a second cancel is refused, and the money goes back exactly', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  await house.done('desk-1', 'pay-booking', payOf(booking))
  const { bookingId } = booking
  await house.done('desk-1', 'cancel-booking', { bookingId, reason: '' })
  expect(await house.ask('desk-1', 'cancel-booking', { bookingId, reason: '' })).toEqual({
    kind: 'refused',
    refusal: { code: 'WRONG_STATE', from: 'refunded', to: 'cancelled' },
  })
  const refunds = house.store.all('journal').filter((row) => row.kind === 'booking-refunded')
  expect(refunds.map((row) => JSON.parse(row.body))).toMatchObject([
    { refundMinor: booking.totals.totalMinor },
  ])
})

test('[bug 3] [P7] a payment for seats of which somebody else got one is refused whole, and names it', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1, 2]))
  house.clock.atMs = booking.expiresAtMs
  const other = await house.done('desk-2', 'hold-seats', holdOf([1], { cart: 'b' }))
  await house.done('desk-2', 'pay-booking', payOf(other.booking))
  expect(await house.ask('desk-1', 'pay-booking', payOf(booking))).toEqual({
    kind: 'refused',
    refusal: { code: 'HOLD_EXPIRED', expiredAtMs: booking.expiresAtMs, taken: ['A2'] },
  })
  const paid = house.store.all('transfer').map((transfer) => transfer.credit)
  expect(paid).toEqual([`booking:${other.booking.bookingId}`])
  expect(house.tickets().map((ticket) => ticket.seatId)).toEqual([1])
  const { counts } = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(counts).toMatchObject({ sold: 1, held: 0, available: 12 })
})

const coupons = [
  ['TENOFF', openingMs, 'sound'],
  ['TENOFF', openingMs + 1440 * MINUTE_MS - 1, 'in its last millisecond'],
  ['TENOFF', openingMs + 1440 * MINUTE_MS, 'over'],
  ['OVER', openingMs, 'over from the start'],
  ['ONCE', openingMs, 'with a use left'],
  ['NOPE', openingMs, 'unknown'],
] as const

test.for(coupons)(
  '[bug 4] [P4] quote, hold and choice say the same of coupon %s at %i, which is %s',
  async ([couponCode, atMs]) => {
    const house = new TestHouse({ houseTerms: { holdMs: 100_000_000 } })
    const plain = await house.done('desk-2', 'hold-seats', holdOf([5, 6], { cart: 'plain' }))
    house.clock.atMs = atMs
    const isOpen = atMs < openingMs + 300 * MINUTE_MS
    const quote = await house.ask('desk-1', 'quote', quoteOf([0, 1], { couponCode }))
    const { bookingId } = plain.booking
    const choice = { bookingId, lines: linesOf([5, 6]), couponCode }
    const chosen = await house.ask('desk-2', 'choose-tickets', choice)
    if (quote.kind === 'done') {
      expect(chosen).toMatchObject({ kind: 'done', value: { booking: { totals: quote.value.totals } } })
      await house.done('desk-2', 'choose-tickets', { ...choice, couponCode: null })
    } else expect(chosen).toEqual(quote)
    if (!isOpen) return
    const held = await house.ask('desk-1', 'hold-seats', holdOf([0, 1], { couponCode }))
    if (quote.kind === 'done')
      expect(held).toMatchObject({ value: { booking: { totals: quote.value.totals } } })
    else expect(held).toEqual(quote)
  },
)

test('[bug 4] [P4] a coupon that another used after this cart had ended is not used twice, though nobody swept the cart', async () => {
  const house = new TestHouse()
  const once = (cart: string, seat: number) => holdOf([seat], { cart, couponCode: 'ONCE' })
  const { booking } = await house.done('desk-1', 'hold-seats', once('a', 0))
  house.clock.atMs = booking.graceEndsAtMs
  const other = await house.done('desk-2', 'hold-seats', once('b', 5))
  await house.done('desk-2', 'pay-booking', payOf(other.booking))
  expect(await house.ask('desk-1', 'hold-seats', once('a', 0))).toMatchObject({
    refusal: { code: 'INVALID_COUPON', reason: 'used-up' },
  })
})

test('[bug 4] [P4] the maximum holds in the quote and in the booking: 10 % of ₹2,000 is ₹100', async () => {
  const house = new TestHouse()
  const seats = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  const quote = await house.done('desk-1', 'quote', quoteOf(seats, { couponCode: 'TENOFF' }))
  expect(quote.totals).toMatchObject({ baseMinor: 2000_00, discountMinor: 100_00, totalMinor: 2000_00 })
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf(seats, { couponCode: 'TENOFF' }))
  expect(booking.totals).toEqual(quote.totals)
})

test('[bug 4] [P4] a coupon for one is refused to a second booking, and free again when the first is over', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0], { couponCode: 'ONCE' }))
  const second = holdOf([1], { cart: 'b', couponCode: 'ONCE' })
  const usedUp = { refusal: { code: 'INVALID_COUPON', coupon: 'ONCE', reason: 'used-up' } }
  expect(await house.ask('desk-2', 'hold-seats', second)).toMatchObject(usedUp)
  house.clock.atMs = booking.graceEndsAtMs - 1
  expect(await house.ask('desk-2', 'hold-seats', second)).toMatchObject(usedUp)
  house.clock.atMs = booking.graceEndsAtMs
  expect(await house.ask('desk-2', 'hold-seats', second)).toMatchObject({ kind: 'done' })
})

test('[bug 4] [P4] a cart that carries the last use of a coupon is quoted with it, another is not', async () => {
  const house = new TestHouse()
  await house.done('desk-1', 'hold-seats', holdOf([0], { cart: 'own', couponCode: 'ONCE' }))
  const quote = (cartId: string) =>
    house.ask('desk-1', 'quote', quoteOf([0, 1], { cartId: cartId as CartId, couponCode: 'ONCE' }))
  expect(await quote('own')).toMatchObject({ kind: 'done' })
  expect(await quote('other')).toMatchObject({ refusal: { code: 'INVALID_COUPON', reason: 'used-up' } })
})
