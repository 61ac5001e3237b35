import { expect, test } from 'vitest'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { known } from '../../shared/lib/assert.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { demoHouse } from '../../../db/seed/demo-house.ts'
import { planDigest, writesOfPlan } from '../store/plan-rows.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { openDatabase } from '../store/open-database.ts'
import { Engine } from './engine.ts'
import { Reader } from './reader.ts'
import { recount } from './recount.fixture.ts'
import { ScriptedTerminal } from './scripted-terminal.fixture.ts'
import { TestHouse, holdOf, linesOf, openingMs, payOf, show1, priceOf } from './test-house.ts'
import {
  KeptLog,
  ManualClock,
  ManualScheduler,
  SeededChance,
  anyPicture,
  plainPinHasher,
  plainSigner,
} from './test-world.ts'

/** The demo house on SQLite in memory, without the plans of shows other than the theatre's, since 80,000 seats are slow to write. */
function demoTheatre() {
  const { events, plans } = demoHouse(openingMs, planDigest)
  const store = new SqliteStore(openDatabase(':memory:'))
  const [clock, scheduler] = [new ManualClock(openingMs), new ManualScheduler()]
  const world = {
    clock,
    scheduler,
    chance: new SeededChance('demo'),
    log: new KeptLog(),
    signer: plainSigner,
    pinHasher: plainPinHasher,
    pictures: anyPicture,
  }
  const setting = {
    claims: 'pessimistic',
    isShared: false,
    terminal: null,
    printers: null,
    paperShelf: null,
    kioskNet: null,
    post: null,
    backups: null,
    updates: null,
  } as const
  const engine = new Engine({ store, ...world, version: '0', houseTerms: {}, ...setting })
  const small = plans.map((plan) => (plan.count > 5000 ? headOf(plan) : plan))
  engine.furnish(
    events,
    small.flatMap((plan) => writesOfPlan(plan)),
  )
  const theatre = known(
    store.all('show').find((show) => show.planId === 1),
    'theatre show',
  )
  const desk = engine.deskFor({ staffId: 1 as never, name: '', role: 'clerk', kioskId: 'desk-1' as never })
  return { desk, clock, showId: theatre.showId }
}

function headOf(plan: Plan): Plan {
  return { ...plan, count: 1 }
}

test('[K2] a theatre of 2,010 seats with 2 sold and 2 reserved reads 2,006 available', async () => {
  const { desk, showId } = demoTheatre()
  const answer = await desk.call('capacity', { showId })
  expect(answer).toMatchObject({
    kind: 'done',
    value: { counts: { allocated: 2010, available: 2006, sold: 2, reserved: 2, held: 0, blocked: 0 } },
  })
})

test('[K2] [H16] the two reserved seats are free again at the very millisecond their reservation ends', async () => {
  const { desk, clock, showId } = demoTheatre()
  const available = async (nowMs: number) => {
    clock.atMs = nowMs
    const answer = await desk.call('capacity', { showId })
    return answer.kind === 'done' ? answer.value.counts.available : null
  }
  const startsAtMs = openingMs - (openingMs % (30 * MINUTE_MS)) + 120 * MINUTE_MS
  expect(await available(startsAtMs - 1)).toBe(2006)
  expect(await available(startsAtMs)).toBe(2008)
})

test('[K2] a stale hold counts as available, in the house, its section and its ticket types, with no sweeper run', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1, 10]))
  const before = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(before.counts).toMatchObject({ held: 3, available: 10 })
  house.clock.atMs = booking.expiresAtMs
  const after = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(after.counts).toMatchObject({ held: 0, available: 13, blocked: 1, allocated: 14 })
  expect(after.sections.map(({ name, counts }) => [name, counts.held, counts.available])).toEqual([
    ['Stalls', 0, 10],
    ['Balcony', 0, 3],
  ])
  expect(after.ticketTypes).toEqual([
    { name: 'Normal', available: 13, sold: 0 },
    { name: 'Student', available: 10, sold: 0 },
  ])
})

test('[K1] available counts the seats that admit a type, sold the type that was bought', async () => {
  const house = new TestHouse()
  const lines = [...linesOf([0]), ...linesOf([1], 1), ...linesOf([10])]
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([], { lines }))
  await house.done('desk-1', 'pay-booking', payOf(booking))
  const { ticketTypes, counts } = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(counts).toMatchObject({ sold: 3, available: 10 })
  expect(ticketTypes).toEqual([
    { name: 'Normal', available: 10, sold: 2 },
    { name: 'Student', available: 8, sold: 1 },
  ])
})

test('[K1] tickets chosen anew before paying count as the type that was bought, also after a restart', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const { bookingId } = booking
  const chosen = await house.done('desk-1', 'choose-tickets', {
    bookingId,
    lines: linesOf([0, 1], 1),
    couponCode: null,
  })
  await house.done('desk-1', 'pay-booking', payOf(chosen.booking))
  const typesSold = async () => {
    const { ticketTypes } = await house.done('desk-1', 'capacity', { showId: show1 })
    return ticketTypes.map((type) => type.sold)
  }
  expect(await typesSold()).toEqual([0, 2])
  house.restart()
  expect(await typesSold()).toEqual([0, 2])
  await house.done('desk-1', 'cancel-booking', { bookingId, reason: '' })
  expect(await typesSold()).toEqual([0, 0])
})

test('[K1] the board that followed every event equals a recount of the rows, and the board of a restart', async () => {
  const house = new TestHouse()
  const seen = async () => {
    const { counts } = await house.done('desk-1', 'capacity', { showId: show1 })
    expect(counts).toEqual(recount(house.store, show1, house.engine.nowMs()))
    return counts
  }
  await seen()
  const first = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  await seen()
  await house.done('desk-1', 'pay-booking', payOf(first.booking))
  await seen()
  await house.done('desk-2', 'hold-seats', holdOf([2, 10], { cart: 'b' }))
  await house.done(
    'manager',
    'set-prices',
    priceOf({
      showId: show1,
      category: 1,
      ticketTypeId: 0 as never,
      priceMinor: null,
      seenVersion: 1,
    }),
  )
  const blocked = await seen()
  expect(blocked).toMatchObject({ blocked: 3, held: 2, sold: 2 })
  house.pass(openingMs + 300_000)
  const lapsed = await seen()
  expect(lapsed).toMatchObject({ blocked: 4, held: 0 })
  house.restart()
  expect(await seen()).toEqual(lapsed)
  house.pass(openingMs + 330_000)
  await house.done('desk-1', 'cancel-booking', { bookingId: first.booking.bookingId, reason: '' })
  await seen()
})

test('[H4] [I26] a board that is read from its rows is the one that followed the events, also between a hold’s end and its grace’s', async () => {
  const house = new TestHouse()
  await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  house.pass(openingMs + 5 * MINUTE_MS)
  const signer = { sign: () => '', publicKeyText: () => '' }
  const reader = new Reader({
    store: house.store,
    signer,
    houseTerms: {},
    claims: 'pessimistic',
  })
  const snapshot: number[] = []
  house.desk('desk-2').subscribe({ kind: 'seats', showId: show1, afterRevision: null }, (news) => {
    if (news.kind === 'snapshot') snapshot.push(...news.states)
  })
  expect([...reader.board(show1).states]).toEqual(snapshot)
})

test('[H5] [H6] a board that is read from its rows shows seats as paying whose terminal was asked within the grace', async () => {
  const house = new TestHouse({ terminal: () => new ScriptedTerminal() })
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  house.pass(booking.expiresAtMs)
  await house.done('desk-1', 'pay-booking', { ...payOf(booking), mode: 'CARD' })
  const counts = async () => (await house.done('desk-1', 'capacity', { showId: show1 })).counts
  const followed = await counts()
  expect(followed).toMatchObject({ paying: 2, available: 11 })
  house.restart()
  expect(await counts()).toEqual(followed)
})
