import { expect, test } from 'vitest'
import type { CommandId, KioskId } from '../../shared/domain/ids.ts'
import type { News } from '../../shared/contract/topics.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { recount } from './recount.fixture.ts'
import { TestHouse, holdOf, linesOf, payOf, show1 } from './test-house.ts'

const seatsTopic = { kind: 'seats', showId: show1, afterRevision: null } as const

/** With a screen that follows the show, so that its board is in memory. */
function watchedHouse() {
  const house = new TestHouse({ store: new SqliteStore(openDatabase(':memory:')) })
  const heard: News[] = []
  house.desk('desk-9').subscribe(seatsTopic, (news) => heard.push(news))
  return { house, heard }
}

/** Every seat's code as a newly subscribed screen sees it. */
function snapshotStates(house: TestHouse): Uint8Array {
  let states = new Uint8Array()
  house.desk('desk-0').subscribe(seatsTopic, (news) => {
    if (news.kind === 'snapshot') states = Uint8Array.from(news.states)
  })()
  return states
}

async function expectWhole(house: TestHouse): Promise<void> {
  expect(checkInvariants(house.store)).toEqual([])
  const { counts } = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(counts).toEqual(recount(house.store, show1, house.clock.atMs))
}

test('[C1] of two sellers who want a free seat in one turn the first has it, the other hears which, others are not held up', async () => {
  const { house, heard } = watchedHouse()
  const wants = [
    house.desk('desk-1').call('hold-seats', holdOf([0, 1], { cart: 'a' })),
    house.desk('desk-2').call('hold-seats', holdOf([1, 2], { cart: 'b' })),
    house.desk('desk-3').call('hold-seats', holdOf([3], { cart: 'c' })),
  ]
  house.scheduler.flush()
  const [first, second, third] = await Promise.all(wants)
  expect([first?.kind, third?.kind]).toEqual(['done', 'done'])
  expect(second).toEqual({
    kind: 'refused',
    refusal: { code: 'SEAT_NOT_AVAILABLE', seats: [{ seatId: 1, label: 'A2', reason: 'held' }] },
  })
  expect(heard.slice(1)).toMatchObject([{ kind: 'delta', seatIds: [0, 1, 3], states: [1, 1, 1] }])
  expect(house.log.errors).toEqual([])
  await expectWhole(house)
})

test('[C3] a command that comes twice in one turn, or again beside others, has one effect and one answer', async () => {
  const { house } = watchedHouse()
  const hold = () => house.desk('desk-1').call('hold-seats', holdOf([0]), 'hold' as CommandId)
  const twice = [hold(), hold()]
  house.scheduler.flush()
  const [first, second] = await Promise.all(twice)
  expect(second).toEqual(first)
  const beside = [hold(), house.desk('desk-2').call('hold-seats', holdOf([4], { cart: 'b' }))]
  house.scheduler.flush()
  const [third, other] = await Promise.all(beside)
  expect(third).toEqual(first)
  expect(other?.kind).toBe('done')
  expect(house.store.all('booking').length).toBe(2)
  await expectWhole(house)
})

test('[H5] a seat whose hold has lapsed looks free and is taken; its holder’s booking ends in the same commit', async () => {
  const { house } = watchedHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  house.pass(booking.expiresAtMs)
  await house.done('desk-2', 'hold-seats', holdOf([1], { cart: 'b' }))
  expect(house.store.get('booking', booking.bookingId)?.state).toBe('expired')
  await expectWhole(house)
})

test('[H9] what a turn undid is forgotten: carts, holds and prices stand as before it', async () => {
  const { house } = watchedHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const wants = [
    house.desk('desk-1').call('cancel-booking', { bookingId: booking.bookingId, reason: '' }),
    house.desk('desk-2').call('hold-seats', holdOf([5], { cart: 'b' })),
    house.desk('desk-3').call('hold-seats', holdOf([5], { cart: 'c' })),
    house.desk('desk-4').call('hold-seats', holdOf([0], { cart: 'd' })),
  ]
  house.scheduler.flush()
  expect((await Promise.all(wants)).map(({ kind }) => kind)).toEqual(['done', 'done', 'refused', 'done'])
  const carts = house.engine
    .deskFor({ staffId: 1 as never, name: '', role: 'manager', kioskId: 'desk-4' as KioskId })
    .call('open-carts', {})
  expect(await carts).toMatchObject({ value: { bookings: [{ lines: [{ seatId: 0 }] }] } })
  await expectWhole(house)
})

test('[C1] a sale and a stranger’s hold of its seats in one turn: the sale stands', async () => {
  const { house } = watchedHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const turn = [
    house.desk('desk-1').call('pay-booking', payOf(booking)),
    house.desk('desk-2').call('hold-seats', holdOf([0], { cart: 'b' })),
  ]
  house.scheduler.flush()
  const [paid, refused] = await Promise.all(turn)
  expect(paid?.kind).toBe('done')
  expect(refused).toMatchObject({ refusal: { seats: [{ reason: 'sold' }] } })
  await expectWhole(house)
})

test('[S2] a screen hears of all that a turn did, also where the seats were read anew in the middle of it', async () => {
  const { house } = watchedHouse()
  const id = 'hold' as CommandId
  const held = await house.ask('desk-1', 'hold-seats', holdOf([0]), id)
  if (held.kind !== 'done') throw new Error('not held')
  const { booking } = held.value
  await house.done('desk-1', 'pay-booking', payOf(booking))
  house.restart()
  const heard: News[] = []
  house.desk('desk-9').subscribe(seatsTopic, (news) => heard.push(news))
  // The repeat violates the index: the whole turn is undone, and with it the board that the screen had just read.
  const wants = [
    house.desk('desk-1').call('cancel-booking', { bookingId: booking.bookingId, reason: '' }),
    house.desk('desk-1').call('hold-seats', holdOf([2], { cart: 'a' })),
    house.desk('desk-1').call('hold-seats', holdOf([0]), id),
  ]
  house.scheduler.flush()
  expect((await Promise.all(wants)).map(({ kind }) => kind)).toEqual(['done', 'done', 'done'])
  expect(heard.at(-1)).toMatchObject({ kind: 'snapshot', states: snapshotStates(house) })
  expect(snapshotStates(house).slice(0, 4)).toEqual(Uint8Array.of(0, 0, 1, 0))
})

test('[H1] a refusal in a turn names every seat, those taken a moment before in the same turn as well', async () => {
  const { house } = watchedHouse()
  const wants = [
    house.desk('desk-1').call('hold-seats', holdOf([0], { cart: 'a' })),
    house.desk('desk-2').call('hold-seats', holdOf([0, 13], { cart: 'b' })),
    house
      .desk('desk-3')
      .call('hold-seats', { ...holdOf([0, 10], { cart: 'c' }), lines: linesOf([0, 10], 1) }),
  ]
  house.scheduler.flush()
  const [, second, third] = await Promise.all(wants)
  expect(second).toMatchObject({
    refusal: {
      seats: [
        { label: 'A1', reason: 'held' },
        { label: 'C4', reason: 'blocked' },
      ],
    },
  })
  expect(third).toMatchObject({ refusal: { code: 'SEAT_NOT_AVAILABLE', seats: [{ label: 'A1' }] } })
})

test('[I11] the house’s time does not go back where a turn is undone after the clock was set back', async () => {
  const { house } = watchedHouse()
  await house.done('desk-1', 'hold-seats', holdOf([0]))
  house.clock.atMs -= 600_000
  house.clock.passedMs += 60_000
  const before = house.engine.nowMs()
  const hold = () => house.desk('desk-1').call('hold-seats', holdOf([1], { cart: 'b' }), 'twice' as CommandId)
  const twice = [hold(), hold()]
  house.scheduler.flush()
  await Promise.all(twice)
  expect(house.engine.nowMs()).toBeGreaterThanOrEqual(before)
})
