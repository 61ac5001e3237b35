import { expect, test } from 'vitest'
import type { SeatId, ShowId } from '../../shared/domain/ids.ts'
import { known } from '../../shared/lib/assert.ts'
import { operations } from '../../shared/contract/operations.ts'
import { TestHouse, holdOf, payOf, seatCount, show1, show2 } from './test-house.ts'

async function rowsOf(house: TestHouse, showId: ShowId = show1) {
  const page = await house.done('manager', 'seat-rows', { showId, after: null })
  expect(operations['seat-rows'].output.safeParse(page).error).toBeUndefined()
  expect(page.isMore).toBe(false)
  return page.rows
}

test('[A1] each seat of a show is a row: where it is, what it is now, who has it, and why it is off sale', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const { booking: sold } = await house.done('desk-1', 'pay-booking', payOf(booking))
  const { booking: held } = await house.done('desk-2', 'hold-seats', holdOf([4], { cart: 'b' }))
  const block = { of: 'seats', showId: show1, blockedFor: 'a camera' } as const
  await house.done('manager', 'change-rows', { change: block, rows: { ids: [7] } })
  const rows = await rowsOf(house)
  expect(rows).toHaveLength(seatCount)
  const place = { section: 'Stalls', row: 'A', category: 0, flags: [], blockedFor: null }
  const holder = { bookingId: sold.bookingId, kioskId: 'desk-1', number: sold.tickets[0]?.number }
  expect(rows[0]).toEqual({ ...place, seatId: 0, label: 'A1', number: '1', state: 'sold', holder })
  expect(rows[1]?.holder).toEqual(holder)
  expect(rows[4]).toMatchObject({
    state: 'held',
    holder: { bookingId: held.bookingId, kioskId: 'desk-2', number: null },
  })
  expect(rows[7]).toMatchObject({ label: 'B3', state: 'blocked', holder: null, blockedFor: 'a camera' })
  expect(rows[13]).toMatchObject({ section: 'Balcony', category: 2, state: 'blocked', blockedFor: null })
  expect((await rowsOf(house, show2)).every(({ holder: nobody }) => nobody === null)).toBe(true)
})

test('[A1] [H4] a hold at its very end is nobody’s; seats are asked for by page or by name', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  house.clock.atMs = booking.expiresAtMs
  const [first] = await rowsOf(house)
  expect(first).toMatchObject({ state: 'available', holder: null })
  const after = known((await rowsOf(house)).at(-3), 'seat').seatId
  const { rows } = await house.done('manager', 'seat-rows', { showId: show1, after })
  expect(rows.map(({ seatId }) => seatId)).toEqual([12, 13])
  const none = await house.done('manager', 'seat-rows', { showId: show1, after: 13 as SeatId })
  expect(none).toEqual({ rows: [], isMore: false })
  const named = await house.done('manager', 'seat-rows', { showId: show1, ids: [3, 99] as SeatId[] })
  expect(named.rows.map(({ label }) => label)).toEqual(['A4'])
  expect(await house.ask('manager', 'seat-rows', { showId: 99 as ShowId, after: null })).toMatchObject({
    refusal: { code: 'NOT_FOUND', what: 'show' },
  })
})
