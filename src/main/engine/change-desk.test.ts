import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { ListingEntry } from '../../shared/domain/catalogue.ts'
import { PART_ROWS } from '../../shared/domain/changes/decide-change.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { ChangeId, ListingId, SeatId } from '../../shared/domain/ids.ts'
import type { Input } from '../../shared/contract/operations.ts'
import type { News } from '../../shared/contract/topics.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { openDatabase } from '../store/open-database.ts'
import { FailingStore } from '../store/failing-store.fixture.ts'
import type { Store } from '../store/store.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { TestHouse, holdOf, openingMs, payOf, prices, show1, show2, showEntry } from './test-house.ts'

type Change = Input<'change-rows'>['change']

const offSale = { of: 'shows', kind: 'set', set: { active: false } } as const
const dearer = { of: 'shows', kind: 'percent', percent: 10 } as const
const block = { of: 'seats', showId: show1, blockedFor: 'a camera' } as const

function change(house: TestHouse, what: Change, ids: readonly (number | string)[]) {
  return house.done('manager', 'change-rows', { change: what, rows: { ids } })
}

test('[A2] [T4] a show is not moved in the very commit in which somebody pays for it, who was told its time', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const paying = house.desk('desk-1').call('pay-booking', payOf(booking))
  const move = { of: 'shows', kind: 'move', byMs: SECOND_MS } as const
  const moving = house
    .desk('manager', 'manager')
    .call('change-rows', { change: move, rows: { ids: [show1] } })
  house.scheduler.flush()
  expect(await paying).toMatchObject({ kind: 'done' })
  expect(await moving).toMatchObject({ value: { changed: 0, skipped: 1 } })
})

/** Runs as many commits as it takes. */
async function untilIdle(house: TestHouse): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    house.scheduler.flush()
    await Promise.resolve()
  }
}

function hotel(listingId: number): ListingEntry {
  return {
    kind: 'listing',
    listingId: listingId as ListingId,
    sort: 'hotel',
    title: `Hotel ${listingId}`,
    active: true,
    terms: {},
    details: { amenities: listingId % 3 === 0 ? ['WiFi'] : [] },
  }
}

const hotels = 2 * PART_ROWS + 500
const hotelIds = Array.from({ length: hotels }, (_, index) => index + 10)
const withWifi = { of: 'listings', kind: 'amenity', amenity: 'WiFi', isThere: true } as const

function onFile(): TestHouse {
  return new TestHouse({ store: new SqliteStore(openDatabase(':memory:')) })
}

function manyHotels(store: Store = new SqliteStore(openDatabase(':memory:'))): TestHouse {
  const house = new TestHouse({ store })
  house.engine.furnish(
    hotelIds.map((id): HouseEvent => ({ type: 'entry-saved', entry: hotel(id) })),
    [],
  )
  return house
}

async function planned(house: TestHouse, ids: readonly number[]): Promise<ChangeId> {
  const text = JSON.stringify(ids)
  await house.done('manager', 'put-chunk', { uploadId: 'rows', index: 0, count: 1, text })
  const answer = await house.done('manager', 'change-rows', { change: withWifi, rows: { uploadId: 'rows' } })
  expect(answer.isDone).toBe(false)
  return answer.changeId
}

test('[A2] the dry run says what the deed then does, and changes nothing', async () => {
  const house = onFile()
  await house.done('desk-1', 'hold-seats', holdOf([0]))
  const ids = [show1, show2, 9]
  const sequence = house.engine.sequence
  const { rows } = await house.done('manager', 'preview-change', { change: offSale, ids })
  expect(house.engine.sequence).toBe(sequence)
  expect(rows.map(({ outcome, reason }) => reason ?? outcome)).toEqual(['held', 'changes', 'not-found'])
  const done = await change(house, offSale, ids)
  expect(done).toMatchObject({ isDone: true, changed: 1, same: 0, skipped: 2 })
  const { change: head, skippedRows } = await house.done('manager', 'change', { changeId: done.changeId })
  expect(skippedRows).toEqual([
    { id: show1, reason: 'held' },
    { id: 9, reason: 'not-found' },
  ])
  expect(head).toMatchObject({ by: 'Desk', parts: 1, done: 1, undoneBy: null })
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A2] a seat off sale is refused to a hold, is not counted as free, and its show says so at once', async () => {
  const house = new TestHouse()
  const news: News[] = []
  house
    .desk('desk-2')
    .subscribe({ kind: 'seats', showId: show1, afterRevision: null }, (one) => news.push(one))
  await change(house, block, [0, 1])
  expect(news.at(-1)).toMatchObject({ kind: 'delta', seatIds: [0, 1], states: [5, 5] })
  expect(await house.ask('desk-1', 'hold-seats', holdOf([0, 2]))).toMatchObject({
    refusal: { code: 'SEAT_NOT_AVAILABLE', seats: [{ seatId: 0, reason: 'blocked' }] },
  })
  const { counts } = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(counts).toMatchObject({ available: 11, blocked: 3 })
  house.restart()
  expect((await house.done('desk-1', 'capacity', { showId: show1 })).counts).toEqual(counts)
  expect(await house.ask('desk-1', 'hold-seats', holdOf([1]))).toMatchObject({ kind: 'refused' })
})

test('[A2] [H15] a seat that comes back on sale serves who waits for it, in the same commit', async () => {
  const house = new TestHouse()
  const { changeId } = await change(house, block, [0])
  const input = { showId: show1, cartId: 'w' as never, count: 1, seatIds: [0 as SeatId] }
  await house.done('desk-2', 'join-standby', input)
  const { changed } = await house.done('manager', 'undo-change', { changeId })
  expect(changed).toBe(1)
  expect(await house.ask('desk-1', 'hold-seats', holdOf([0]))).toMatchObject({
    refusal: { seats: [{ reason: 'held' }] },
  })
})

test('[A2] undo says which seats were sold since, and leaves them; a second undo of the same is refused', async () => {
  const house = new TestHouse()
  await change(house, block, [0, 1, 2])
  const back = await change(house, { ...block, blockedFor: null }, [0, 1, 2])
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([1]))
  await house.done('desk-1', 'pay-booking', payOf(booking))
  const undone = await house.done('manager', 'undo-change', { changeId: back.changeId })
  expect(undone).toMatchObject({ changed: 2, skipped: 1 })
  const { skippedRows } = await house.done('manager', 'change', { changeId: undone.changeId })
  expect(skippedRows).toEqual([{ id: 1, reason: 'sold' }])
  expect(await house.ask('manager', 'undo-change', { changeId: back.changeId })).toMatchObject({
    refusal: { code: 'INVALID_INPUT', problem: 'over' },
  })
  const { changes } = await house.done('manager', 'changes', { before: null })
  expect(changes.map(({ undoneBy }) => undoneBy)).toEqual([null, undone.changeId, null])
})

test('[A2] an undo can be undone: prices are then what the change made them', async () => {
  const house = new TestHouse()
  const { changeId } = await change(house, dearer, [show1])
  const undone = await house.done('manager', 'undo-change', { changeId })
  expect(house.store.get('priceList', show1, 3)?.prices).toEqual(prices)
  await house.done('manager', 'undo-change', { changeId: undone.changeId })
  expect(house.store.get('priceList', show1, 4)?.prices[0]).toEqual([220_00, 165_00])
})

test('[A2] a show that was moved is at its new time on every screen; its undo brings it back', async () => {
  const house = new TestHouse()
  const starts: number[] = []
  house.desk('desk-2').subscribe({ kind: 'shows' }, (news) => {
    if (news.kind === 'shows')
      starts.push(...news.rows.flatMap((row) => (row.showId === show1 ? row.startsAtMs : [])))
  })
  const { changeId } = await change(house, { of: 'shows', kind: 'move', byMs: 60_000 }, [show1])
  await house.done('manager', 'undo-change', { changeId })
  const { startsAtMs } = showEntry(show1, openingMs + 5 * 3_600_000)
  expect(starts).toEqual([startsAtMs, startsAtMs + 60_000, startsAtMs])
})

test('[A2] a show that was sold at its new time stays there: its undo says so', async () => {
  const house = new TestHouse()
  const { changeId } = await change(house, { of: 'shows', kind: 'move', byMs: 60_000 }, [show1, show2])
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  await house.done('desk-1', 'pay-booking', payOf(booking))
  const moved = house.store.get('show', show1)
  const undone = await house.done('manager', 'undo-change', { changeId })
  expect(undone).toMatchObject({ changed: 1, skipped: 1 })
  expect(house.store.get('show', show1)).toEqual(moved)
  const { skippedRows } = await house.done('manager', 'change', { changeId: undone.changeId })
  expect(skippedRows).toEqual([{ id: show1, reason: 'sold' }])
})

test('[A2] [V10] a long change that finds no room on the disk goes on when there is some, without a new start', async () => {
  const store = new FailingStore(new SqliteStore(openDatabase(':memory:')))
  const house = manyHotels(store)
  const changeId = await planned(house, hotelIds)
  store.failAfter = 2
  await untilIdle(house)
  const done = async () => (await house.done('manager', 'change', { changeId })).change.done
  expect(store.failAfter).toBeLessThanOrEqual(0)
  expect(await done()).toBeLessThan(3)
  house.pass(house.clock.atMs + SECOND_MS)
  await untilIdle(house)
  expect(await done()).toBe(3)
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A2] customers and coupons are changed and undone as everything else', async () => {
  const house = onFile()
  const vip = await change(house, { of: 'customers', kind: 'set', set: { vip: true } }, [1, 2, 3])
  expect(vip).toMatchObject({ changed: 1, same: 1, skipped: 1 })
  expect(house.store.get('customer', 2)?.vip).toBe(true)
  const ended = await change(house, { of: 'coupons', kind: 'set', set: { active: false } }, ['ONCE'])
  expect(house.store.get('coupon', 'ONCE')?.active).toBe(false)
  for (const { changeId } of [vip, ended]) await house.done('manager', 'undo-change', { changeId })
  expect(house.store.get('customer', 2)?.vip).toBe(false)
  expect(house.store.get('coupon', 'ONCE')?.active).toBe(true)
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A2] a listing with a held show stays on sale; one without takes its shows with it', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const off = { of: 'listings', kind: 'set', set: { active: false } } as const
  expect(await change(house, off, [1])).toMatchObject({ skipped: 1 })
  await house.done('desk-1', 'cancel-booking', { bookingId: booking.bookingId, reason: '' })
  const { changeId } = await change(house, off, [1])
  expect(await house.ask('desk-1', 'hold-seats', holdOf([0]))).toMatchObject({
    refusal: { code: 'SHOW_CLOSED', reason: 'inactive' },
  })
  await house.done('manager', 'undo-change', { changeId })
  const again = await change(house, { ...off, set: { active: true } }, [1])
  expect(again.same).toBe(1)
  await house.done('desk-1', 'hold-seats', holdOf([0]))
})

test('[A2] a long change goes part by part, sales between; its screens hear how far it is', async () => {
  const house = manyHotels()
  const heard: unknown[] = []
  house.desk('desk-9').subscribe({ kind: 'changes' }, (news) => heard.push(news))
  const changeId = await planned(house, hotelIds)
  const held = house.desk('desk-1').call('hold-seats', holdOf([0]))
  await untilIdle(house)
  expect((await held).kind).toBe('done')
  const { change: head } = await house.done('manager', 'change', { changeId })
  const had = hotelIds.filter((id) => id % 3 === 0).length
  expect(head).toMatchObject({ parts: 3, done: 3, changed: hotels - had, same: had, skipped: 0 })
  expect(heard.slice(1)).toEqual(
    [1, 2, 3].map((done) => ({ kind: 'changes', newest: { changeId, done, parts: 3 } })),
  )
  expect(
    house.store.all('listing').filter(({ details }) => !JSON.stringify(details).includes('WiFi')),
  ).toHaveLength(1)
  const { isDone } = await house.done('manager', 'undo-change', { changeId })
  expect(isDone).toBe(false)
  await untilIdle(house)
  for (const id of hotelIds) expect(house.store.get('listing', id)?.details).toEqual(hotel(id).details)
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A2] a process that dies in the middle of a long change goes on with it, in the name of who asked', async () => {
  const house = manyHotels()
  const changeId = await planned(house, hotelIds)
  house.restart()
  expect(await house.ask('manager', 'undo-change', { changeId })).toMatchObject({
    refusal: { problem: 'incomplete' },
  })
  await untilIdle(house)
  const { change: head } = await house.done('manager', 'change', { changeId })
  expect(head).toMatchObject({ done: 3, by: 'Desk' })
  const parts = house.store.all('journal').filter(({ kind }) => kind === 'change-advanced')
  expect(parts.map(({ kioskId }) => kioskId)).toEqual(['manager', 'manager', 'manager'])
})

test.for([
  ['not JSON', 'malformed'],
  ['[]', 'malformed'],
  ['[1.5]', 'malformed'],
] as const)('[A2] a list of rows that reads %s is refused, and nothing is begun', async ([text, problem]) => {
  const house = new TestHouse()
  await house.done('manager', 'put-chunk', { uploadId: 'rows', index: 0, count: 1, text })
  const input = { change: withWifi, rows: { uploadId: 'rows' } } as const
  expect(await house.ask('manager', 'change-rows', input)).toMatchObject({
    refusal: { code: 'INVALID_INPUT', field: 'uploadId', problem },
  })
  expect(house.store.all('change')).toEqual([])
})

test('[A2] what is not there cannot be undone or looked at', async () => {
  const house = new TestHouse()
  const changeId = 'none' as ChangeId
  const refusal = { code: 'NOT_FOUND', what: 'change', id: 'none' }
  expect(await house.ask('manager', 'undo-change', { changeId })).toMatchObject({ refusal })
  expect(await house.ask('manager', 'change', { changeId })).toMatchObject({ refusal })
})

const anyChange = fc.oneof(
  fc.record({ change: fc.constant<Change>(offSale), ids: fc.subarray([show1, show2], { minLength: 1 }) }),
  fc.record({ change: fc.constant<Change>(dearer), ids: fc.subarray([show1, show2], { minLength: 1 }) }),
  fc.record({
    change: fc.constantFrom<Change>(
      block,
      { ...block, blockedFor: null },
      { ...block, blockedFor: 'broken' },
    ),
    ids: fc.subarray([0, 1, 2, 3, 4, 5, 20], { minLength: 1 }),
  }),
  fc.record({
    change: fc.boolean().map((isThere): Change => ({ ...withWifi, isThere })),
    ids: fc.constant([1]),
  }),
)

/** Everything that a change may touch, except the versions of price lists. */
function rowsNow(house: TestHouse): unknown {
  const { store } = house
  const newest = (showId: number) =>
    store
      .all('priceList')
      .filter((list) => list.showId === showId)
      .at(-1)?.prices
  return [store.all('show'), store.all('listing'), store.all('block'), newest(show1), newest(show2)]
}

property.prop([fc.array(anyChange, { maxLength: 4 }), anyChange], { numRuns: 40 })(
  '[A2] whatever was changed before, undoing a change gives exactly the rows before it',
  async (before, last) => {
    const house = onFile()
    const { booking } = await house.done('desk-1', 'hold-seats', holdOf([2]))
    await house.done('desk-1', 'pay-booking', payOf(booking))
    for (const one of before) await change(house, one.change, one.ids)
    const rows = rowsNow(house)
    const { changeId, changed } = await change(house, last.change, last.ids)
    const undone = await house.done('manager', 'undo-change', { changeId })
    expect(rowsNow(house)).toEqual(rows)
    expect(undone).toMatchObject({ changed, skipped: 0 })
    expect(checkInvariants(house.store)).toEqual([])
  },
)
