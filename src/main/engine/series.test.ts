import { expect, test } from 'vitest'
import type { ShowId } from '../../shared/domain/ids.ts'
import type { News } from '../../shared/contract/topics.ts'
import { DAY_MS, HOUR_MS } from '../../shared/lib/time.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { TestHouse, holdOf, openingMs, prices, show1, showEntry } from './test-house.ts'

const first = openingMs + 30 * DAY_MS
const starts = [0, 1, 2].map((days) => ({ startsAtMs: first + days * DAY_MS, clashesAtMs: null }))

function openSeries(house: TestHouse) {
  return house.done('manager', 'open-series', { showId: show1, starts, active: true })
}

/** Shows as a subscribed screen has them. */
function told(house: TestHouse): () => readonly number[] {
  let rows = new Map<ShowId, boolean>()
  house.desk('desk-2').subscribe({ kind: 'shows' }, (news: News) => {
    if (news.kind !== 'shows') return
    if (news.whole) rows = new Map()
    for (const { showId, withdrawn } of news.rows) rows.set(showId, withdrawn)
  })
  return () => [...rows].filter(([, withdrawn]) => !withdrawn).map(([showId]) => showId)
}

test('[A1] a series is made, sold from, undone but for what is sold or held, and made again by undoing that', async () => {
  const house = new TestHouse({ store: new SqliteStore(openDatabase(':memory:')) })
  const showsTold = told(house)
  const before = showsTold()
  const { changeId, shows } = await openSeries(house)
  expect(shows).toBe(3)
  const [a = 0, b = 0, c = 0] = showsTold().filter((id) => !before.includes(id))
  expect([a, b, c]).toEqual([3, 4, 5])
  expect(house.store.get('priceList', b, 1)?.prices).toEqual(prices)
  await house.done('desk-1', 'hold-seats', { ...holdOf([0]), showId: b as ShowId })

  const undone = await house.done('manager', 'undo-change', { changeId })
  expect(undone).toMatchObject({ changed: 2, skipped: 1 })
  expect(showsTold()).toEqual([...before, b])
  expect(await house.ask('desk-1', 'hold-seats', { ...holdOf([1]), showId: a as ShowId })).toMatchObject({
    refusal: { code: 'SHOW_CLOSED', reason: 'inactive' },
  })
  const offer = { of: 'shows', kind: 'set', set: { active: true } } as const
  const dry = await house.done('manager', 'preview-change', { change: offer, ids: [a] })
  expect(dry.rows).toEqual([{ id: a, outcome: 'skipped', reason: 'not-found' }])
  const ofWithdrawn = { showId: a as ShowId, starts, active: true }
  expect(await house.ask('manager', 'open-series', ofWithdrawn)).toMatchObject({
    refusal: { code: 'NOT_FOUND', what: 'show' },
  })

  await house.done('manager', 'undo-change', { changeId: undone.changeId })
  expect(new Set(showsTold())).toEqual(new Set([...before, a, b, c]))
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A1] the next series takes numbers of its own, also after one was undone; a withdrawn show clashes with nothing', async () => {
  const house = new TestHouse()
  const { changeId } = await openSeries(house)
  await house.done('manager', 'undo-change', { changeId })
  await openSeries(house)
  expect(house.store.all('show').map(({ showId }) => showId)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('[A1] a clash that came since the manager looked is refused, and nothing is made', async () => {
  const house = new TestHouse()
  const near = { ...showEntry(9 as ShowId, first + HOUR_MS), kind: 'show' } as const
  house.engine.furnish([{ type: 'entry-saved', entry: near }], [])
  const sequence = house.engine.sequence
  expect(await house.ask('manager', 'open-series', { showId: show1, starts, active: true })).toMatchObject({
    refusal: { code: 'CONCURRENT_MODIFICATION' },
  })
  expect(house.engine.sequence).toBe(sequence)
})
