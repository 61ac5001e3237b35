import { expect, test } from 'vitest'
import type { CommandId } from '../../shared/domain/ids.ts'
import type { News } from '../../shared/contract/topics.ts'
import { FailingStore } from '../store/failing-store.fixture.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import type { StorageTrouble } from '../store/store.ts'
import { TestHouse, holdOf, payOf } from './test-house.ts'

/** A house whose next step fails with this trouble, and a screen that listens. */
function troubledHouse(trouble: StorageTrouble) {
  const store = new FailingStore(new SqliteStore(openDatabase(':memory:')))
  const house = new TestHouse({ store })
  store.trouble = trouble
  const told: News[] = []
  house.desk('desk-9').subscribe({ kind: 'disk' }, (news) => told.push(news))
  const states = () => told.map((news) => (news.kind === 'disk' ? news.state : news.kind))
  return { store, house, states }
}

test('[V4c] after a commit that the disk did not confirm nothing is sold any more, however well the disk does later', async () => {
  const { store, house, states } = troubledHouse('unconfirmed')
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  store.failAfter = 1
  const pay = () => house.ask('desk-1', 'pay-booking', payOf(booking), 'pay' as CommandId)
  expect(await pay()).toMatchObject({ kind: 'fault', reason: 'storage' })
  store.trace.length = 0
  expect(await pay()).toMatchObject({ kind: 'fault', reason: 'storage' })
  expect(await house.ask('desk-2', 'hold-seats', holdOf([5], { cart: 'b' }))).toMatchObject({ kind: 'fault' })
  expect(store.trace).toEqual([])
  expect(states()).toEqual(['sound', 'failed'])
  // Reading still works.
  expect(await house.ask('desk-1', 'booking', { bookingId: booking.bookingId })).toMatchObject({
    kind: 'done',
  })
})

test('[V4c] what waited in the turn behind the failed commit is not run either', async () => {
  const { store, house } = troubledHouse('unconfirmed')
  store.failAfter = 1
  const first = house.desk('desk-1').call('hold-seats', holdOf([0]))
  house.scheduler.flush()
  const late = house.desk('desk-2').call('hold-seats', holdOf([1], { cart: 'b' }))
  house.scheduler.flush()
  expect((await Promise.all([first, late])).map(({ kind }) => kind)).toEqual(['fault', 'fault'])
  expect(store.all('booking')).toEqual([])
})

test('[V4c] [H7] no sweep wakes a house that sells no more, and a new start sells again', async () => {
  const { store, house } = troubledHouse('unconfirmed')
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  store.failAfter = 1
  house.pass(booking.expiresAtMs)
  await Promise.resolve()
  await Promise.resolve()
  expect(house.scheduler.nextMs).toBeNull()
  house.restart()
  expect(await house.ask('desk-1', 'hold-seats', holdOf([3], { cart: 'b' }))).toMatchObject({ kind: 'done' })
})

test('[V10] a full disk is told to every screen, and so is the first sale that finds room again, without a restart', async () => {
  const { store, house, states } = troubledHouse('full')
  store.failAfter = 1
  const hold = () => house.ask('desk-1', 'hold-seats', holdOf([0]), 'hold' as CommandId)
  expect(await hold()).toMatchObject({ kind: 'fault', reason: 'storage' })
  expect(states()).toEqual(['sound', 'full'])
  expect(await hold()).toMatchObject({ kind: 'done' })
  expect(states()).toEqual(['sound', 'full', 'sound'])
})

test('[V10] with less than 500 MiB left the screens are told, both sides of the edge, and nothing is refused', async () => {
  const { house, states } = troubledHouse('full')
  const edge = 500 * 1024 * 1024
  expect(house.engine.noteRoom(edge)).toBe(false)
  expect(house.engine.noteRoom(edge - 1)).toBe(true)
  house.engine.noteRoom(edge - 2)
  expect(states()).toEqual(['sound', 'low'])
  expect(await house.ask('desk-1', 'hold-seats', holdOf([0]))).toMatchObject({ kind: 'done' })
  house.engine.noteRoom(edge)
  expect(states()).toEqual(['sound', 'low', 'sound'])
})

test('[V10] a screen that comes later hears how the disk is, and one that left hears nothing', async () => {
  const { house } = troubledHouse('full')
  const late: News[] = []
  house.engine.noteRoom(0)
  const leave = house.desk('desk-8').subscribe({ kind: 'disk' }, (news) => late.push(news))
  leave()
  house.engine.noteRoom(Number.POSITIVE_INFINITY)
  expect(late).toEqual([{ kind: 'disk', state: 'low' }])
})

test('[V10] a bug in a command says nothing of the disk', async () => {
  const { house, states } = troubledHouse('full')
  const broken = { ...holdOf([1]), lines: null as never }
  expect(await house.ask('desk-1', 'hold-seats', broken)).toMatchObject({ kind: 'fault', reason: 'bug' })
  expect(states()).toEqual(['sound'])
})
