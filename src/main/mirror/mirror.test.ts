import { expect, test } from 'vitest'
import type { JournalNews, WantedNews } from '../../shared/contract/journal-news.ts'
import { UPLOAD_CHARS_MAX } from '../../shared/contract/limits.ts'
import type { BoxOffice } from '../../shared/contract/port.ts'
import type { News } from '../../shared/contract/topics.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { ListingId, TicketTypeId } from '../../shared/domain/ids.ts'
import { known } from '../../shared/lib/assert.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { TestHouse, holdOf, openingMs, priceOf, show2 } from '../engine/test-house.ts'
import { deskActor } from '../house/open-house.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { FailingStore } from '../store/failing-store.fixture.ts'
import { MemoryStore } from '../store/memory-store.ts'
import { Mirror } from './mirror.ts'
import { MirrorLine } from './mirror-line.ts'
import { textOfPage } from './page-text.ts'

const emptyHash = Buffer.alloc(32).toString('base64')

type Journal = Extract<News, { kind: 'journal' }>

/** A house with two sales begun, and its journal as a kiosk with an empty copy hears it. */
async function told(seed = 'test') {
  const house = new TestHouse({ seed })
  await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  await house.done('desk-2', 'hold-seats', holdOf([4], { cart: 'other' }))
  return { house, all: heardFrom(house, 0, Buffer.alloc(32)) as Journal }
}

function heardFrom(house: TestHouse, after: number, hash: Uint8Array): News | undefined {
  const heard: News[] = []
  const member = house.engine.memberFor(deskActor('side'))
  const text = Buffer.from(hash).toString('base64')
  member.subscribe({ kind: 'journal', after, hash: text }, (news) => heard.push(news))()
  return heard[0]
}

function part(of: JournalNews, from: number, to = of.rows.length): JournalNews {
  return { ...of, rows: of.rows.slice(from, to) }
}

test('[SYNC 5.6] rows are taken once, in order, and only if they go on from what is there', async () => {
  const { house, all } = await told()
  const mirror = new Mirror(new MemoryStore())
  expect(mirror.take(part(all, 1))).toBe('gap')
  expect(mirror.head.sequence).toBe(0)
  expect(mirror.take(part(all, 0, 5))).toBe('taken')
  expect(mirror.take(part(all, 0, 5))).toBe('taken')
  expect(mirror.take(part(all, 6))).toBe('gap')
  expect(mirror.take(part(all, 3))).toBe('taken')
  expect(mirror.head.sequence).toBe(house.engine.sequence)
})

test('[I25] a row that was changed on the way, or is of another house, is not taken', async () => {
  const { all } = await told()
  const other = await told('another')
  const store = new MemoryStore()
  const mirror = new Mirror(store)
  const last = all.rows.length - 1
  const forged = all.rows.map((row, at) =>
    at === last ? { ...row, body: row.body.replace('desk', 'disk') } : row,
  )
  const foreign = all.rows.map((row, at) => (at === last ? (other.all.rows[at] ?? row) : row))
  for (const rows of [forged, foreign].filter((one) => one[last]?.body !== all.rows[last]?.body)) {
    expect(mirror.take({ ...all, rows })).toBe('broken')
    expect(mirror.head.sequence).toBe(0)
    expect(store.all('journal')).toEqual([])
  }
  expect(mirror.take(all)).toBe('taken')
  expect(checkInvariants(store)).toEqual([])
})

test('[I4] a plan that is another than its row says is not taken, nor one that did not come', async () => {
  const { all } = await told()
  const mirror = new Mirror(new MemoryStore())
  const [plan] = all.plans
  const other = { ...known(plan, 'plan'), width: 1 }
  for (const plans of [[], [other]]) expect(mirror.take({ ...all, plans })).toBe('broken')
  expect(mirror.head.sequence).toBe(0)
})

test('[SYNC 5.6] a house goes on with its own copy alone, and says so to any other', async () => {
  const { house, all } = await told()
  const at = all.rows[3]
  const own = Buffer.from(at?.hash ?? '', 'base64')
  expect(heardFrom(house, 4, own)).toMatchObject({ kind: 'journal', rows: all.rows.slice(4) })
  expect(heardFrom(house, 4, Buffer.alloc(32, 7))).toEqual({
    kind: 'journal-foreign',
    head: house.engine.sequence,
  })
  expect(heardFrom(house, 4000, own)).toMatchObject({ kind: 'journal-foreign' })
})

test('[V10] what the disk refuses is not there, and is taken when there is room', async () => {
  const { all } = await told()
  const store = new FailingStore(new MemoryStore())
  const mirror = new Mirror(store)
  mirror.take(part(all, 0, 5))
  store.failAfter = 3
  expect(() => mirror.take(part(all, 5))).toThrow()
  expect(mirror.head.sequence).toBe(5)
  expect(mirror.take(part(all, 5))).toBe('taken')
})

/** Hotels whose rows take a megabyte each. */
function longRows(count: number): HouseEvent[] {
  const title = 'x'.repeat(1024 * 1024)
  return Array.from({ length: count }, (_, at) => {
    const listingId = (at + 10) as ListingId
    const entry = { kind: 'listing', listingId, sort: 'hotel', title, active: true } as const
    return { type: 'entry-saved', entry: { ...entry, terms: {}, details: {} } }
  })
}

test('[SYNC 5.6] [SYNC 4.7] rows that are long come in shorter pages, to a copy and back to a house that lost them', async () => {
  const house = new TestHouse()
  const store = new MemoryStore()
  const sizes: number[] = []
  const member = house.engine.memberFor(deskActor('side'))
  const hub: Pick<BoxOffice, 'call' | 'subscribe'> = {
    call: (...asked) => member.call(...asked),
    subscribe: (topic, listener) =>
      member.subscribe(topic, (news) => {
        sizes.push(JSON.stringify(news).length)
        listener(news)
      }),
  }
  const parts = { clock: house.clock, scheduler: house.scheduler, log: house.log, setAside: () => {} }
  const line = new MirrorLine({ ...parts, openStore: () => store, onProgress: () => {} })
  line.follow(hub, 'open')
  // One commit, as a file is that was imported.
  house.engine.furnish(longRows(20), [])
  expect(line.sequence).toBe(house.engine.sequence)
  expect(Math.max(...sizes)).toBeLessThan(5 * 1024 * 1024)
  const copy = new Mirror(store)
  let place: WantedNews = { kind: 'journal-wanted', after: 0, hash: emptyHash }
  for (let last = 0; last < house.engine.sequence; last = place.after) {
    const page = known(copy.pageAfter(place, 500), 'page')
    expect(textOfPage(page).length).toBeLessThan(UPLOAD_CHARS_MAX)
    const end = known(page.rows.at(-1), 'row')
    place = { ...place, after: end.sequence, hash: end.hash }
  }
})

test('[I26] [V10] where the disk does not answer as copies are to be compared, the house goes on and compares them the next time', async () => {
  const store = new FailingStore(new MemoryStore())
  const house = new TestHouse({ store })
  const { sequence: after, hash } = house.engine.head
  const heard: News[] = []
  const from = { kind: 'journal', after, hash: Buffer.from(hash).toString('base64') } as const
  house.engine.memberFor(deskActor('side')).subscribe(from, (news) => heard.push(news))
  await house.done(
    'manager',
    'set-prices',
    priceOf({
      showId: show2,
      seenVersion: 1,
      category: 0,
      ticketTypeId: 0 as TicketTypeId,
      priceMinor: 300_00,
    }),
  )
  store.isBlind = true
  house.pass(openingMs + 30 * SECOND_MS)
  store.isBlind = false
  expect(house.log.errors.length).toBe(1)
  house.pass(openingMs + 60 * SECOND_MS)
  expect(heard.at(-1)).toMatchObject({ kind: 'seat-digests', shows: [{ showId: show2 }] })
})
