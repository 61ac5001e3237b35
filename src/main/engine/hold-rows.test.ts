import { expect, test } from 'vitest'
import type { BookingId } from '../../shared/domain/ids.ts'
import { known } from '../../shared/lib/assert.ts'
import { DAY_MS, HOUR_MS } from '../../shared/lib/time.ts'
import { operations } from '../../shared/contract/operations.ts'
import type { News } from '../../shared/contract/topics.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { TestHouse, holdOf, openingMs, payOf, show1 } from './test-house.ts'

const release = { of: 'holds', kind: 'release', reason: 'left' } as const

async function hold(house: TestHouse, desk: string, seats: number[]) {
  return (await house.done(desk, 'hold-seats', { ...holdOf(seats), cartId: `cart-${desk}` as never })).booking
}

async function rowsOf(house: TestHouse) {
  const page = await house.done('manager', 'hold-rows', { after: null })
  expect(operations['hold-rows'].output.safeParse(page).error).toBeUndefined()
  return page.rows
}

test('[A1] every hold of every desk is a row: its seats, who, where, since when and until when', async () => {
  const house = new TestHouse()
  const booking = await hold(house, 'desk-1', [0, 1])
  await hold(house, 'desk-2', [4])
  const rows = await rowsOf(house)
  expect(rows.map(({ kioskId }) => kioskId)).toEqual(['desk-1', 'desk-2'])
  expect(rows[0]).toEqual({
    bookingId: booking.bookingId,
    showId: show1,
    seats: ['A1', 'A2'],
    state: 'held',
    seller: 'Desk',
    kioskId: 'desk-1',
    customer: null,
    reservedAtMs: openingMs,
    endsAtMs: booking.expiresAtMs,
    totalMinor: booking.totals.totalMinor,
    currency: 'INR',
  })
  const next = await house.done('manager', 'hold-rows', { after: booking.bookingId })
  expect(next.rows).toEqual(rows.slice(1))
  const named = await house.done('manager', 'hold-rows', { ids: [booking.bookingId, 'none' as BookingId] })
  expect(named).toEqual({ rows: rows.slice(0, 1), isMore: false })
})

test('[A1] [L6] of a hotel the rows of holds and bookings name the rooms and their nights', async () => {
  const house = new TestHouse()
  const { startsAtMs } = known(house.store.get('show', show1), 'show')
  const listing = known(house.store.get('listing', 1), 'listing')
  const hotel = { kind: 'listing', ...listing, sort: 'hotel' } as const
  house.engine.furnish([{ type: 'entry-saved', entry: hotel }], [])
  // The small hall as a hotel: the Stalls are a room type of two nights, A and B.
  await hold(house, 'desk-1', [0, 5])
  const rooms = [
    { number: '1', startsAtMs },
    { number: '1', startsAtMs: startsAtMs + DAY_MS },
  ]
  expect((await rowsOf(house))[0]).toMatchObject({ seats: ['A1', 'B1'], rooms })
  const { rows } = await house.done('manager', 'booking-rows', { after: null })
  expect(rows[0]).toMatchObject({ seats: ['A1', 'B1'], rooms })
  const later = await hold(house, 'desk-2', [6])
  const found = await house.done('desk-2', 'find-bookings', { text: '', showId: null })
  const [night] = rooms.slice(1)
  expect(found.bookings.find(({ bookingId }) => bookingId === later.bookingId)).toMatchObject({
    rooms: [{ ...night, number: '2' }],
    startsAtMs: startsAtMs + DAY_MS,
  })
})

test('[A1] [H4] what has ended by the clock, was sold, or holds nothing is no row; what is paid later is', async () => {
  const house = new TestHouse()
  const sold = await hold(house, 'desk-1', [0])
  await house.done('desk-1', 'pay-booking', payOf(sold))
  const later = await hold(house, 'desk-2', [4])
  await house.done('desk-2', 'choose-customer', { bookingId: later.bookingId, customerId: 2 as never })
  await house.done('desk-2', 'pay-later', { bookingId: later.bookingId })
  const lapsing = await hold(house, 'desk-3', [6])
  expect((await rowsOf(house)).map(({ state, customer }) => [state, customer])).toEqual([
    ['reserved', 'Ravi'],
    ['held', null],
  ])
  house.clock.atMs = lapsing.expiresAtMs
  expect((await rowsOf(house)).map(({ state }) => state)).toEqual(['reserved'])
  house.clock.atMs = openingMs + HOUR_MS
  expect(await rowsOf(house)).toEqual([])
})

test('[H12] released holds are free in the same commit; their dry run says the same, and there is no way back', async () => {
  const house = new TestHouse()
  const mine = await hold(house, 'desk-1', [0, 1])
  const later = await hold(house, 'desk-2', [4])
  await house.done('desk-2', 'pay-later', { bookingId: later.bookingId })
  const ids = [mine.bookingId, later.bookingId, 'none']
  const { rows } = await house.done('manager', 'preview-change', { change: release, ids })
  expect(rows.map(({ outcome, reason }) => reason ?? outcome)).toEqual(['changes', 'promised', 'not-found'])
  const done = await house.done('manager', 'change-rows', { change: release, rows: { ids } })
  expect(done).toMatchObject({ isDone: true, changed: 1, skipped: 2 })
  expect(house.store.get('booking', mine.bookingId)?.state).toBe('cancelled')
  expect((await house.ask('desk-3', 'hold-seats', holdOf([0, 1]))).kind).toBe('done')
  const { changeId } = done
  expect(await house.ask('manager', 'undo-change', { changeId })).toMatchObject({
    refusal: { code: 'INVALID_INPUT', field: 'changeId', problem: 'final' },
  })
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A1] whoever shows bookings hears which changed, by whatever; nobody else is told, nothing of a commit that is none', async () => {
  const house = new TestHouse()
  const news: News[] = []
  const stop = house.desk('manager').subscribe({ kind: 'bookings' }, (one) => news.push(one))
  const { bookingId } = await hold(house, 'desk-1', [0])
  await house.done('manager', 'change-rows', { change: release, rows: { ids: [bookingId] } })
  await house.ask('desk-1', 'extend-hold', { bookingId })
  expect(news).toEqual([
    { kind: 'bookings', bookingIds: [] },
    { kind: 'bookings', bookingIds: [bookingId] },
    { kind: 'bookings', bookingIds: [bookingId] },
  ])
  stop()
  await hold(house, 'desk-1', [0])
  expect(news).toHaveLength(3)
})
