import { expect, test } from 'vitest'
import type { BookingId } from '../../shared/domain/ids.ts'
import { known } from '../../shared/lib/assert.ts'
import { BOOKING_ROWS_MAX } from '../../shared/contract/limits.ts'
import { operations } from '../../shared/contract/operations.ts'
import { openDatabase } from '../store/open-database.ts'
import { put } from '../store/rows.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { TestHouse, holdOf, openingMs, payOf, show1 } from './test-house.ts'

async function sold(house: TestHouse, seats: number[]) {
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf(seats, { cart: `cart-${seats[0]}` }))
  return (await house.done('desk-1', 'pay-booking', payOf(booking))).booking
}

test('[A1] a booking is a row: its number, seats, who sold it where, how it was paid and what it is now', async () => {
  const house = new TestHouse({ store: new SqliteStore(openDatabase(':memory:')) })
  const booking = await sold(house, [0, 1])
  const { booking: held } = await house.done('desk-2', 'hold-seats', holdOf([4]))
  const page = await house.done('manager', 'booking-rows', { after: null })
  expect(operations['booking-rows'].output.safeParse(page).error).toBeUndefined()
  expect(page).toEqual({
    isMore: false,
    rows: [
      {
        bookingId: booking.bookingId,
        showId: show1,
        number: booking.tickets[0]?.number,
        seats: ['A1', 'A2'],
        state: 'confirmed',
        seller: 'Desk',
        kioskId: 'desk-1',
        customer: null,
        modes: ['CASH'],
        reservedAtMs: openingMs,
        totalMinor: booking.totals.totalMinor,
        currency: 'INR',
      },
      expect.objectContaining({ bookingId: held.bookingId, number: null, modes: [], state: 'reserved' }),
    ],
  })
})

test('[A1] a number stays where seats were moved and papers copied; what was taken out of the lists is no row', async () => {
  const house = new TestHouse({ store: new SqliteStore(openDatabase(':memory:')) })
  const { bookingId, tickets } = await sold(house, [0])
  await house.done('desk-1', 'reprint-tickets', { bookingId })
  const row = async () => (await house.done('manager', 'booking-rows', { ids: [bookingId] })).rows[0]
  expect((await row())?.number).toBe(tickets[0]?.number)
  await house.done('manager', 'cancel-booking', { bookingId, reason: 'ill' })
  expect((await row())?.state).toMatch(/cancelled|refunded/)
  await house.done('manager', 'delete-booking', { bookingId, reason: 'mistake' })
  expect(await row()).toBeUndefined()
  expect((await house.done('manager', 'booking-rows', { after: null })).rows).toEqual([])
})

test('[A1] bookings come in pages by their keys, none twice and none missing', async () => {
  const house = new TestHouse()
  const { bookingId } = await sold(house, [0])
  const like = known(house.store.get('booking', bookingId), 'booking')
  const idOf = (index: number) => `00${String(index).padStart(6, '0')}` as BookingId
  const rows = Array.from({ length: BOOKING_ROWS_MAX }, (_, index) =>
    put('booking', { ...like, bookingId: idOf(index) }),
  )
  house.store.write(rows)
  const one = await house.done('manager', 'booking-rows', { after: null })
  expect(one.isMore).toBe(true)
  const two = await house.done('manager', 'booking-rows', { after: one.rows.at(-1)?.bookingId ?? null })
  expect(two.isMore).toBe(false)
  const ids = [...one.rows, ...two.rows].map((row) => row.bookingId)
  expect(ids).toEqual([...rows.map((_, index) => idOf(index)), bookingId])
})
