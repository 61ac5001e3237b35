import { expect, test } from 'vitest'
import { TestHouse } from '../engine/test-house.ts'
import { ManualClock, ManualScheduler } from '../engine/test-world.ts'
import { MemoryStore } from '../store/memory-store.ts'
import type { Column, Query, Row, TableName } from '../store/rows.ts'
import { readAhead } from './read-ahead.ts'

const clock = new ManualClock(0)
/** A house of three shows. */
const store = { select: () => [1, 2, 3].map((showId) => ({ showId })) } as never

/** A desk that notes which shows are asked for, and cannot show the second. */
function openDesk() {
  const looked: string[] = []
  const subscribe = (topic: object) => {
    const showId = 'showId' in topic ? Number(topic.showId) : 0
    if (showId === 2) throw new Error('the disk does not answer')
    looked.push(`looks at ${showId}`)
    return () => looked.push(`leaves ${showId}`)
  }
  return { looked, desk: { subscribe } as never }
}

test('[K1] shows are read one a turn, so that whoever asks comes between, and one that cannot be read keeps none from it', () => {
  const { looked, desk } = openDesk()
  const scheduler = new ManualScheduler()
  readAhead({ desk, store, clock, scheduler })
  scheduler.wakeUntil(99)
  expect(looked).toEqual([])
  scheduler.wakeUntil(100)
  expect(looked).toEqual(['looks at 1', 'leaves 1'])
  for (let turn = 0; turn < 3; turn += 1) scheduler.flush()
  expect(looked).toEqual(['looks at 1', 'leaves 1', 'looks at 3', 'leaves 3'])
})

test('[K1] the page that begins with the house has its files first', async () => {
  const { looked, desk } = openDesk()
  const scheduler = new ManualScheduler()
  const { promise: pageStill, resolve } = Promise.withResolvers<void>()
  readAhead({ desk, store, clock, scheduler, pageStill })
  scheduler.wakeUntil(10_000)
  await Promise.resolve()
  expect(looked).toEqual([])
  resolve()
  await pageStill
  expect(looked).toEqual(['looks at 1', 'leaves 1'])
})

test('[K1] a house that closes reads no further', () => {
  const { looked, desk } = openDesk()
  const scheduler = new ManualScheduler()
  const end = readAhead({ desk, store, clock, scheduler })
  scheduler.wakeUntil(100)
  end()
  for (let turn = 0; turn < 3; turn += 1) scheduler.flush()
  expect(looked).toEqual(['looks at 1', 'leaves 1'])
})

/** Counts how often claims were looked through. */
class CountedStore extends MemoryStore {
  looks = 0

  override select<Name extends TableName, Of extends Column<Name> = Column<Name>>(
    query: Query<Name, Of>,
    ...values: readonly (string | number)[]
  ): Pick<Row<Name>, Of>[] {
    if (query.from === 'claim') this.looks += 1
    return super.select(query, ...values)
  }
}

test('[K1] what was read ahead is not read again for the first screen', () => {
  const store = new CountedStore()
  const house = new TestHouse({ store })
  const scheduler = new ManualScheduler()
  readAhead({ desk: house.desk('manager'), store, clock, scheduler })
  scheduler.wakeUntil(100)
  const before = store.looks
  house.desk('manager').subscribe({ kind: 'shows' }, () => {})
  const shows = store.all('show').length
  expect([before, store.looks]).toEqual([shows, shows])
})
