import { expect, test } from 'vitest'
import type { News } from '../../shared/contract/topics.ts'
import { FailingStore } from '../store/failing-store.fixture.ts'
import { MemoryStore } from '../store/memory-store.ts'
import { TestHouse, holdOf, openingMs, payOf, show1 } from './test-house.ts'

const holdMs = 300_000
const graceMs = 30_000

async function withHold() {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const row = () => house.store.get('booking', booking.bookingId)
  return { house, booking, row }
}

test('[H7] the sweeper sleeps until exactly the end of the hold, then until the end of its grace, then not at all', async () => {
  const { house, row } = await withHold()
  expect(house.scheduler.nextMs).toBe(openingMs + holdMs)
  house.pass(openingMs + holdMs - 1)
  expect(row()).toMatchObject({ lapsedAtMs: null })
  house.pass(openingMs + holdMs)
  expect(row()).toMatchObject({ lapsedAtMs: openingMs + holdMs, state: 'reserved' })
  expect(house.scheduler.nextMs).toBe(openingMs + holdMs + graceMs)
  house.pass(openingMs + holdMs + graceMs - 1)
  expect(row()).toMatchObject({ state: 'reserved' })
  house.pass(openingMs + holdMs + graceMs)
  expect(row()).toMatchObject({ state: 'expired', expiredAtMs: openingMs + holdMs + graceMs })
  expect(house.scheduler.nextMs).toBeNull()
})

test('[H7] there is one timer, however many holds: for the soonest', async () => {
  const house = new TestHouse()
  await house.done('desk-1', 'hold-seats', holdOf([0]))
  house.clock.atMs += 1000
  await house.done('desk-2', 'hold-seats', holdOf([2], { cart: 'b' }))
  await house.done('desk-3', 'hold-seats', holdOf([4], { cart: 'c' }))
  expect(house.scheduler.sleepers).toBe(1)
  expect(house.scheduler.nextMs).toBe(openingMs + holdMs)
})

test('[H7] an extension moves the deadline: at the earlier one nothing is recorded, and then it sleeps to the later', async () => {
  const { house, booking, row } = await withHold()
  await house.done('desk-1', 'extend-hold', { bookingId: booking.bookingId })
  const { sequence } = house.engine
  house.pass(openingMs + holdMs)
  expect(house.engine.sequence).toBe(sequence)
  expect(house.scheduler.nextMs).toBe(openingMs + 2 * holdMs)
  house.pass(openingMs + 2 * holdMs)
  expect(row()).toMatchObject({ lapsedAtMs: openingMs + 2 * holdMs })
})

test('[H7] the end of a hold that was paid wakes once, records nothing, and then it sleeps for ever', async () => {
  const { house, booking } = await withHold()
  await house.done('desk-1', 'pay-booking', payOf(booking))
  const { sequence } = house.engine
  house.pass(openingMs + holdMs)
  expect(house.engine.sequence).toBe(sequence)
  expect(house.scheduler.nextMs).toBeNull()
})

test('[H7] when a hold lapses every screen is told that its seats are free, and again of nothing when the grace ends', async () => {
  const { house } = await withHold()
  const heard: News[] = []
  house
    .desk('desk-2')
    .subscribe({ kind: 'seats', showId: show1, afterRevision: null }, (news) => heard.push(news))
  house.pass(openingMs + holdMs)
  expect(heard[1]).toMatchObject({ kind: 'delta', seatIds: [0, 1], states: [0, 0] })
  house.pass(openingMs + holdMs + graceMs)
  expect(heard[2]).toMatchObject({ kind: 'delta', seatIds: [0, 1], states: [0, 0] })
})

test('[H5] a lapsed hold can be paid in its grace while nobody took its seats', async () => {
  const { house, booking } = await withHold()
  house.pass(openingMs + holdMs + graceMs - 1)
  const paid = await house.done('desk-1', 'pay-booking', payOf(booking))
  expect(paid.booking.state).toBe('confirmed')
  const { counts } = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(counts).toMatchObject({ sold: 2, held: 0, available: 11 })
})

test('[H5] others may take a seat at once when the hold has lapsed; then the holder cannot pay, grace or not', async () => {
  const { house, booking } = await withHold()
  house.pass(openingMs + holdMs)
  await house.done('desk-2', 'hold-seats', holdOf([1], { cart: 'b' }))
  expect(await house.ask('desk-1', 'pay-booking', payOf(booking))).toEqual({
    kind: 'refused',
    refusal: { code: 'HOLD_EXPIRED', expiredAtMs: openingMs + holdMs, taken: ['A2'] },
  })
  const { counts } = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(counts).toMatchObject({ held: 1, sold: 0, available: 12 })
})

test('[H4] with no sweeper at all a lapsed hold is free to the next seller, and to the count', async () => {
  const { house, booking } = await withHold()
  house.clock.atMs = openingMs + holdMs - 1
  expect(await house.ask('desk-2', 'hold-seats', holdOf([0], { cart: 'b' }))).toMatchObject({
    kind: 'refused',
  })
  house.clock.atMs = openingMs + holdMs
  const { counts } = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(counts).toMatchObject({ held: 0, available: 13 })
  await house.done('desk-2', 'hold-seats', holdOf([0], { cart: 'b' }))
  expect(house.store.get('booking', booking.bookingId)).toMatchObject({ state: 'expired' })
  expect(house.store.get('claim', show1, 1)).toBeUndefined()
})

test('[H12] a restart forgets no hold: it ends at its time, or at once if that passed meanwhile', async () => {
  const { house, row } = await withHold()
  house.restart()
  house.scheduler.wakeUntil(openingMs + holdMs - 1)
  expect(house.scheduler.nextMs).toBe(openingMs + holdMs)
  house.clock.atMs = openingMs + holdMs + graceMs
  house.restart()
  house.pass(house.clock.atMs)
  expect(row()).toMatchObject({ state: 'expired' })
})

test('[H7] a timer that fires early, the clock having been set back, changes nothing and sleeps again', async () => {
  const { house, row } = await withHold()
  const sequence = house.engine.sequence
  house.scheduler.wakeUntil(openingMs + holdMs)
  expect(row()).toMatchObject({ lapsedAtMs: null })
  expect(house.engine.sequence).toBe(sequence)
  expect(house.scheduler.nextMs).toBe(openingMs + holdMs)
})

test('[H7] a sweep that cannot read is tried again, and then records what has ended', async () => {
  const store = new FailingStore(new MemoryStore())
  const house = new TestHouse({ store })
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  house.restart()
  store.isBlind = true
  house.pass(booking.expiresAtMs)
  await Promise.resolve()
  store.isBlind = false
  expect(house.scheduler.nextMs).toBeGreaterThan(booking.expiresAtMs)
  house.pass(booking.expiresAtMs + 5000)
  expect(store.get('booking', booking.bookingId)?.lapsedAtMs).toBe(booking.expiresAtMs + 5000)
})

test('[H7] [I11] a clock that is set back by days does not keep a hold: its end comes when its time has passed', async () => {
  const { house, row } = await withHold()
  house.clock.atMs -= 2 * 24 * 60 * 60_000
  house.clock.passedMs += holdMs - 1
  house.scheduler.wakeUntil(house.clock.atMs)
  expect(row()).toMatchObject({ lapsedAtMs: null })
  house.clock.passedMs += 1
  house.scheduler.wakeUntil(house.clock.atMs)
  expect(row()).toMatchObject({ lapsedAtMs: openingMs + holdMs, state: 'reserved' })
})
