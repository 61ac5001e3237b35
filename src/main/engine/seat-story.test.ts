import { expect, test } from 'vitest'
import type { SeatId, ShowId } from '../../shared/domain/ids.ts'
import { operations } from '../../shared/contract/operations.ts'
import { TestHouse, holdOf, openingMs, payOf, show1 } from './test-house.ts'

const seat = (seatId: number) => ({ showId: show1, seatId: seatId as SeatId })

test('[S1] [P11] every desk hears at which kiosk a seat is held and until when; who sells there, only its own desk and the office', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const { kioskId, bookingId } = booking
  const held = {
    state: 'held',
    kioskId,
    sinceMs: openingMs,
    untilMs: booking.expiresAtMs,
  }
  const own = { seller: expect.stringMatching(/\S/), bookingId }
  expect(await house.done('desk-1', 'seat-story', seat(1))).toEqual({
    holder: { ...held, isHere: true, own },
  })
  expect(await house.done('desk-2', 'seat-story', seat(1))).toEqual({
    holder: { ...held, isHere: false, own: null },
  })
  const toManager = await house.done('manager-1', 'seat-story', seat(1))
  expect(toManager).toEqual({ holder: { ...held, isHere: false, own } })
  expect(operations['seat-story'].output.safeParse(toManager).success).toBe(true)
  expect(await house.done('desk-2', 'seat-story', seat(2))).toEqual({ holder: null })
})

test('[H4] [H16] a seat is nobody’s at the millisecond its hold ends, sold for good once it is paid, reserved until it is', async () => {
  const house = new TestHouse()
  const lapsing = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const paid = await house.done('desk-1', 'hold-seats', holdOf([2], { cart: 'two' }))
  house.clock.atMs += 1000
  await house.done('desk-1', 'pay-booking', payOf(paid.booking))
  const later = await house.done('desk-1', 'hold-seats', holdOf([4], { cart: 'three' }))
  await house.done('desk-1', 'pay-later', { bookingId: later.booking.bookingId })
  expect(await house.done('desk-2', 'seat-story', seat(4))).toMatchObject({ holder: { state: 'reserved' } })
  const sold = { holder: { state: 'sold', sinceMs: openingMs + 1000, untilMs: null } }
  expect(await house.done('desk-2', 'seat-story', seat(2))).toMatchObject(sold)

  house.clock.atMs = lapsing.booking.expiresAtMs - 1
  expect(await house.done('desk-2', 'seat-story', seat(0))).toMatchObject({ holder: { state: 'held' } })
  house.clock.atMs += 1
  expect(await house.done('desk-2', 'seat-story', seat(0))).toEqual({ holder: null })
})

test('[C5] a show or a seat that is not there is refused by its name', async () => {
  const house = new TestHouse()
  expect(await house.ask('desk-1', 'seat-story', { ...seat(0), showId: 99 as ShowId })).toMatchObject({
    refusal: { code: 'NOT_FOUND', what: 'show', id: '99' },
  })
  expect(await house.ask('desk-1', 'seat-story', seat(14))).toMatchObject({
    refusal: { code: 'INVALID_INPUT', field: 'seatId', problem: 'unknown-seat', detail: '14' },
  })
})
