// Two engines on one file, each with a connection of its own: each knows what the other sold before it decides, and its screens
// are told. With real processes: claim-strategies.long.test.ts.

import { expect, test } from 'vitest'
import { join } from 'node:path'
import type { News, Topic } from '../../shared/contract/topics.ts'
import { known } from '../../shared/lib/assert.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { type ClaimStrategy, LostRace, type Store } from '../store/store.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { recount } from './recount.fixture.ts'
import { TestHouse, holdOf, linesOf, payOf, show1 } from './test-house.ts'

const sharing = ['pessimistic', 'optimistic'] as const
const seatsTopic = { kind: 'seats', showId: show1, afterRevision: null } as const

function two(claims: ClaimStrategy): { readonly here: TestHouse; readonly there: TestHouse } {
  const file = join(tempFolder(), 'house.db')
  const open = (seed: string) =>
    new TestHouse({ store: new SqliteStore(openDatabase(file), claims), claims, isShared: true, seed })
  const here = open('here')
  return { here, there: open('there') }
}

function heardBy(house: TestHouse, topic: Topic): News[] {
  const heard: News[] = []
  house.desk('desk-9').subscribe(topic, (news) => heard.push(news))
  return heard
}

async function sell(house: TestHouse, seats: readonly number[], cart = 'cart') {
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf(seats, { cart }))
  return house.done('desk-1', 'pay-booking', payOf(booking))
}

test.for(sharing)('[C1] %s: what the other process holds or sold is taken here at once', async (claims) => {
  const { here, there } = two(claims)
  await sell(here, [0, 1])
  const held = await there.done('desk-2', 'hold-seats', holdOf([2], { cart: 'b' }))
  const answer = await there.ask('desk-2', 'hold-seats', holdOf([1, 3], { cart: 'c' }))
  expect(answer).toMatchObject({ refusal: { seats: [{ label: 'A2', reason: 'sold' }] } })
  const back = await here.ask('desk-1', 'hold-seats', holdOf([2], { cart: 'd' }))
  expect(back).toMatchObject({ refusal: { code: 'SEAT_NOT_AVAILABLE', seats: [{ reason: 'held' }] } })
  await here.done('manager-1', 'release-holds', { filter: { showId: show1 }, reason: '' })
  const late = await there.ask('desk-2', 'pay-booking', payOf(held.booking))
  expect(late).toMatchObject({ refusal: { code: 'WRONG_STATE', from: 'cancelled' } })
  for (const { store } of [here, there]) expect(checkInvariants(store)).toEqual([])
})

test.for(sharing)(
  '[S2] %s: screens hear of the other process’s sales within a look, in order, as changes',
  async (claims) => {
    const { here, there } = two(claims)
    const seats = heardBy(here, seatsTopic)
    const list = heardBy(here, { kind: 'shows' })
    await sell(there, [0, 1])
    await there.done('desk-2', 'hold-seats', holdOf([4], { cart: 'b' }))
    expect(seats.length).toBe(1)
    here.pass(here.clock.atMs + SECOND_MS / 5)
    const [, delta] = seats
    expect(seats.length).toBe(2)
    expect(delta).toMatchObject({ kind: 'delta', seatIds: [0, 1, 4], states: [4, 4, 1] })
    expect(list.at(-1)).toMatchObject({ rows: [{ counts: recount(here.store, show1, here.clock.atMs) }] })
    here.pass(here.clock.atMs + SECOND_MS / 5)
    expect(seats.length).toBe(2)
  },
)

test('[S1] a screen that opens, and a question, know what the other process did a moment ago', async () => {
  const { here, there } = two('pessimistic')
  heardBy(here, seatsTopic)
  await there.done('desk-2', 'hold-seats', holdOf([4]))
  const capacity = await here.ask('desk-1', 'capacity', { showId: show1 })
  expect(capacity).toMatchObject({ value: { counts: { held: 1 } } })
  expect(heardBy(here, seatsTopic)).toMatchObject([{ kind: 'snapshot', revision: 3 }])
})

test('[H7] whoever wakes first ends the other’s hold, once, and both say so', async () => {
  const { here, there } = two('pessimistic')
  const heard = heardBy(there, seatsTopic)
  const { booking } = await here.done('desk-1', 'hold-seats', holdOf([0]))
  there.pass(there.clock.atMs + SECOND_MS / 5)
  there.pass(booking.expiresAtMs)
  here.pass(booking.expiresAtMs)
  expect(heard.at(-1)).toMatchObject({ seatIds: [0], states: [0] })
  expect(here.store.all('journal').filter(({ kind }) => kind === 'hold-lapsed').length).toBe(1)
})

test('[P2] a price that the other process set is the price here', async () => {
  const { here, there } = two('pessimistic')
  await here.done('desk-1', 'quote', {
    showId: show1,
    cartId: 'q' as never,
    lines: linesOf([0]),
    couponCode: null,
  })
  const cells = [{ category: 0, ticketTypeId: 0 as never, priceMinor: 999_00 }]
  await there.done('manager-1', 'set-prices', { showId: show1, seenVersion: 1, cells })
  const { booking } = await here.done('desk-1', 'hold-seats', holdOf([0]))
  expect(booking).toMatchObject({ priceVersion: 2, lines: [{ priceMinor: 999_00 }] })
})

test('[C3] a command that one process answered is answered the same by the other', async () => {
  const { here, there } = two('optimistic')
  const commandId = here.newCommandId()
  const first = await here.ask('desk-1', 'hold-seats', holdOf([0]), commandId)
  expect(await there.ask('desk-1', 'hold-seats', holdOf([0]), commandId)).toEqual(first)
  expect(there.store.all('booking').length).toBe(1)
})

test('[I11] a process whose clock is behind goes on from the other’s time', async () => {
  const { here, there } = two('pessimistic')
  here.clock.atMs += 60 * SECOND_MS
  await sell(here, [0])
  await sell(there, [1])
  expect(checkInvariants(there.store)).toEqual([])
})

test('[C2] rows that do not go on from ours, or nobody’s at all, are not followed: everything is read anew', async () => {
  const { here, there } = two('pessimistic')
  const heard = heardBy(here, seatsTopic)
  await sell(here, [0, 1])
  const last = known(there.store.all('journal').at(-1), 'row')
  there.store.write([
    { change: 'journal', where: { sequence: last.sequence }, set: { hash: new Uint8Array(32) } },
  ])
  await there.done('desk-2', 'hold-seats', holdOf([4]))
  here.pass(here.clock.atMs + SECOND_MS / 5)
  expect(heard.at(-1)).toMatchObject({ kind: 'snapshot' })
  const answer = await here.ask('desk-1', 'capacity', { showId: show1 })
  expect(answer).toMatchObject({ value: { counts: recount(here.store, show1, here.clock.atMs) } })
})

test('[C2] optimistic: a seat that changed after the client looked is refused by name; pessimistic goes by the lock', async () => {
  for (const claims of sharing) {
    const { here, there } = two(claims)
    const [seen] = heardBy(here, seatsTopic)
    const seenRevision = seen?.kind === 'snapshot' ? seen.revision : -1
    const { booking } = await there.done('desk-2', 'hold-seats', holdOf([0]))
    await there.done('desk-2', 'cancel-booking', { bookingId: booking.bookingId, reason: '' })
    const stale = await here.ask('desk-1', 'hold-seats', holdOf([0, 1], { seenRevision }))
    const changed = { code: 'CONCURRENT_MODIFICATION', what: 'seats', seats: ['A1'] }
    expect(stale).toMatchObject(claims === 'optimistic' ? { refusal: changed } : { kind: 'done' })
    const fresh = await here.ask('desk-1', 'hold-seats', holdOf([0, 1], { seenRevision: seenRevision + 2 }))
    expect(fresh.kind).toBe('done')
  }
})

test('[C2] optimistic: the very last change counts as unseen until its revision is said to have been seen', async () => {
  const { here, there } = two('optimistic')
  await there.done('desk-2', 'hold-seats', holdOf([0], { cart: 'theirs' }))
  const revision = here.store.all('journal').filter(({ showId }) => showId === show1).length
  const behind = await here.ask('desk-1', 'hold-seats', holdOf([0], { seenRevision: revision - 1 }))
  expect(behind).toMatchObject({ refusal: { code: 'CONCURRENT_MODIFICATION', seats: ['A1'] } })
  const seen = await here.ask('desk-1', 'hold-seats', holdOf([0], { seenRevision: revision }))
  expect(seen).toMatchObject({ refusal: { code: 'SEAT_NOT_AVAILABLE' } })
})

/** A store that loses this many races before it lets a transaction through. */
function losing(store: Store, races: number): Store {
  let left = races
  const transaction = <Result>(work: () => Result): Result =>
    store.transaction(() => {
      const result = work()
      left -= 1
      if (left >= 0) throw new LostRace('SQLITE_BUSY_SNAPSHOT')
      return result
    })
  return new Proxy(store, {
    get: (inner, name) => {
      if (name === 'transaction') return transaction
      const value: unknown = Reflect.get(inner, name)
      return typeof value === 'function' ? (value.bind(inner) as unknown) : value
    },
  })
}

async function holdWhileLosing(claims: ClaimStrategy, races: number) {
  const inner = new SqliteStore(openDatabase(':memory:'), claims)
  expect(new TestHouse({ store: inner }).engine.sequence).toBeGreaterThan(0)
  const house = new TestHouse({ store: losing(inner, races), claims })
  const answer = house.ask('desk-1', 'hold-seats', holdOf([0]))
  for (let turn = 0; turn < races; turn += 1) {
    house.scheduler.flush()
    house.pass(house.clock.atMs + 2)
  }
  return { answer: await answer, bookings: inner.all('booking').length, house }
}

test('[C2] optimistic: a lost race is run again, looking anew, and its seller hears only the end of it', async () => {
  expect(await holdWhileLosing('optimistic', 30)).toMatchObject({ answer: { kind: 'done' }, bookings: 1 })
})

test('[C4] whoever loses for two seconds is told so, nothing is done, and the next command goes through', async () => {
  const { answer, bookings, house } = await holdWhileLosing('optimistic', 1020)
  expect(answer).toEqual({
    kind: 'refused',
    refusal: { code: 'CONCURRENT_MODIFICATION', what: 'seats', seats: [] },
  })
  expect(bookings).toBe(0)
  expect((await house.ask('desk-1', 'hold-seats', holdOf([0]))).kind).toBe('done')
})

test('[C4] pessimistic: a lock that does not come is refused at once: the wait was the store’s', async () => {
  const { answer, bookings } = await holdWhileLosing('pessimistic', 1)
  expect(answer).toEqual({ kind: 'refused', refusal: { code: 'BUSY', limit: 'house' } })
  expect(bookings).toBe(0)
})
