import { expect, test } from 'vitest'
import type { News, SeatNews } from '../../shared/contract/topics.ts'
import { epochRow } from '../store/house-epoch.ts'
import { put } from '../store/rows.ts'
import { TestHouse, holdOf, openingMs, payOf, seatCount, show1, show2, priceOf } from './test-house.ts'

/** A screen that draws what it is told, and throws on a gap. */
class Screen {
  readonly heard: SeatNews[] = []
  revision = -1
  states = new Uint8Array(seatCount)

  readonly listen = (news: News): void => {
    if (news.kind !== 'snapshot' && news.kind !== 'delta') return
    this.heard.push(news)
    if (news.kind === 'snapshot') this.states = Uint8Array.from(news.states)
    else {
      expect(news.from).toBeLessThanOrEqual(this.revision)
      for (const [index, seatId] of news.seatIds.entries()) this.states[seatId] = news.states[index] ?? 0
    }
    this.revision = news.kind === 'snapshot' ? news.revision : news.to
  }
}

const seatsOf = (afterRevision: number | null, showId = show1) =>
  ({ kind: 'seats', showId, afterRevision }) as const

function snapshotOf(house: TestHouse): Screen {
  const screen = new Screen()
  house.desk('desk-0').subscribe(seatsOf(null), screen.listen)()
  return screen
}

/** The subscription of a screen that has followed this house, since its start, up to this revision. */
function goingOn(house: TestHouse, afterRevision: number) {
  const [heard] = snapshotOf(house).heard
  return { ...seatsOf(afterRevision), ...(heard?.kind === 'snapshot' && { house: heard.house }) }
}

test('[S2] whoever follows a show hears the whole picture first, then each change with the revision it makes', async () => {
  const house = new TestHouse()
  const screen = new Screen()
  house.desk('desk-2').subscribe(seatsOf(null), screen.listen)
  expect(screen.heard).toMatchObject([{ kind: 'snapshot', revision: 2 }])
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([3, 4]))
  await house.done('desk-1', 'pay-booking', payOf(booking))
  expect(screen.heard.slice(1)).toEqual([
    { kind: 'delta', showId: show1, from: 2, to: 3, seatIds: [3, 4], states: [1, 1] },
    { kind: 'delta', showId: show1, from: 3, to: 4, seatIds: [3, 4], states: [4, 4] },
  ])
  expect(screen.states).toEqual(snapshotOf(house).states)
})

test('[SYNC 5.6] whoever comes back after a new start hears all of it: files may have been put back, and then its revisions are of other deeds', async () => {
  const before = new TestHouse()
  await before.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const { revision } = snapshotOf(before)
  const old = goingOn(before, revision)
  // Another house's files, at the same revision.
  const house = new TestHouse({ seed: 'other' })
  house.clock.atMs += 1
  house.restart()
  await house.done('desk-1', 'hold-seats', holdOf([3, 4]))
  const heard = (topic: typeof old) => {
    const screen = new Screen()
    screen.revision = revision
    house.desk('desk-2').subscribe(topic, screen.listen)()
    return screen.heard
  }
  const whole = [{ kind: 'snapshot', revision }]
  expect(heard(old)).toMatchObject(whole)
  expect(heard(seatsOf(revision))).toMatchObject(whole)
  expect(heard(goingOn(house, revision))).toMatchObject([{ kind: 'delta', from: revision, to: revision }])
})

test('[SYNC 5.6] a house that was restored has another name, started in the same instant or not', () => {
  const house = new TestHouse()
  const { house: old } = goingOn(house, 2)
  house.store.transaction(() => house.store.write([put('meta', epochRow({ epoch: 2, storeId: 'b' }))]))
  house.restart()
  expect(goingOn(house, 2).house).not.toBe(old)
})

test('[S2] whoever comes back near hears only what changed, as it is now', async () => {
  const house = new TestHouse()
  const first = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const { revision, states } = snapshotOf(house)
  await house.done('desk-1', 'pay-booking', payOf(first.booking))
  await house.done('desk-2', 'hold-seats', holdOf([5], { cart: 'b' }))
  const screen = new Screen()
  screen.revision = revision
  screen.states = states
  house.desk('desk-2').subscribe(goingOn(house, revision), screen.listen)
  expect(screen.heard).toEqual([
    { kind: 'delta', showId: show1, from: revision, to: revision + 2, seatIds: [0, 1, 5], states: [4, 4, 1] },
  ])
  expect(screen.states).toEqual(snapshotOf(house).states)
})

test('[S2] whoever has everything hears that nothing changed', () => {
  const house = new TestHouse()
  const screen = new Screen()
  screen.revision = 2
  house.desk('desk-2').subscribe(goingOn(house, 2), screen.listen)
  expect(screen.heard).toEqual([{ kind: 'delta', showId: show1, from: 2, to: 2, seatIds: [], states: [] }])
})

test('[S2] five hundred revisions behind is near, five hundred and one is far: then a whole picture comes', async () => {
  const house = new TestHouse()
  const { revision } = snapshotOf(house)
  for (let change = 0; change < 250; change += 1) {
    const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
    await house.done('desk-1', 'cancel-booking', { bookingId: booking.bookingId, reason: '' })
  }
  const near = new Screen()
  near.revision = revision
  house.desk('desk-2').subscribe(goingOn(house, revision), near.listen)
  expect(near.heard).toMatchObject([{ kind: 'delta', from: revision, to: revision + 500 }])
  const far = new Screen()
  house.desk('desk-2').subscribe(goingOn(house, revision - 1), far.listen)
  expect(far.heard).toMatchObject([{ kind: 'snapshot', revision: revision + 500 }])
})

test('[I28] a screen that says it is ahead of the house gets the whole picture', () => {
  const house = new TestHouse()
  const screen = new Screen()
  house.desk('desk-2').subscribe(goingOn(house, 3), screen.listen)
  expect(screen.heard).toMatchObject([{ kind: 'snapshot', revision: 2 }])
})

test('[P2] new prices may put seats on sale or off it: a whole picture, now and to whoever comes back', async () => {
  const house = new TestHouse()
  const screen = new Screen()
  house.desk('desk-2').subscribe(seatsOf(null), screen.listen)
  const category = { showId: show1, category: 2, ticketTypeId: 0 as never, seenVersion: 1 }
  await house.done('manager', 'set-prices', priceOf({ ...category, priceMinor: 50_00 }))
  expect(screen.heard.at(-1)).toMatchObject({ kind: 'snapshot', revision: 3 })
  expect(screen.states[13]).toBe(0)
  const back = new Screen()
  house.desk('desk-3').subscribe(goingOn(house, 2), back.listen)
  expect(back.heard).toMatchObject([{ kind: 'snapshot', revision: 3 }])
  await house.done('manager', 'set-prices', priceOf({ ...category, seenVersion: 2, priceMinor: null }))
  expect(screen.states[13]).toBe(5)
})

test('[H4] a picture shows a hold that has ended as free, be it whole or a catching up, before anybody swept it', async () => {
  const house = new TestHouse()
  const { revision } = snapshotOf(house)
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  house.clock.atMs = booking.expiresAtMs - 1
  expect(snapshotOf(house).states[0]).toBe(1)
  house.clock.atMs = booking.expiresAtMs
  expect(snapshotOf(house).states[0]).toBe(0)
  const near = new Screen()
  near.revision = revision
  house.desk('desk-2').subscribe(goingOn(house, revision), near.listen)
  expect(near.states[0]).toBe(0)
})

test('[S1] a screen hears its own show only, and nothing once it has left', async () => {
  const house = new TestHouse()
  const [screen, other] = [new Screen(), new Screen()]
  const leave = house.desk('desk-2').subscribe(seatsOf(null), screen.listen)
  house.desk('desk-2').subscribe(seatsOf(null, show2), other.listen)
  await house.done('desk-1', 'hold-seats', holdOf([0]))
  expect([screen.heard.length, other.heard.length]).toEqual([2, 1])
  leave()
  await house.done('desk-1', 'hold-seats', holdOf([1]))
  expect(screen.heard.length).toBe(2)
})

test('[C5] nobody can follow a show that is not there, and asking does no harm', () => {
  const house = new TestHouse()
  const screen = new Screen()
  house.desk('desk-2').subscribe(seatsOf(null, 404 as never), screen.listen)()
  expect(screen.heard).toEqual([])
})

test('[A1] the list of shows comes whole, then row by row as they change, with counts as they are', async () => {
  const house = new TestHouse()
  const heard: Extract<News, { kind: 'shows' }>[] = []
  house.desk('desk-2').subscribe({ kind: 'shows' }, (news) => {
    if (news.kind === 'shows') heard.push(news)
  })
  expect(heard[0]).toMatchObject({ whole: true, rows: [{ showId: show1 }, { showId: show2 }] })
  await house.done('desk-1', 'hold-seats', holdOf([0], { showId: show2 }))
  expect(heard[1]).toMatchObject({
    whole: false,
    rows: [{ showId: show2, counts: { available: 12, held: 1 } }],
  })
  house.pass(openingMs + 300_000)
  expect(heard[2]).toMatchObject({
    whole: false,
    rows: [{ showId: show2, counts: { available: 13, held: 0 } }],
  })
})

test('[A1] a new listing or venue concerns shows that had no event: the list comes whole again', async () => {
  const house = new TestHouse()
  const heard: boolean[] = []
  house.desk('desk-2').subscribe({ kind: 'shows' }, (news) => heard.push(news.kind === 'shows' && news.whole))
  await house.done('manager', 'open-show', {
    planId: 1 as never,
    title: 'Sun',
    sort: 'film',
    venue: { venueId: 1 as never },
    startsAtMs: openingMs + 1,
    ticketTypes: ['Normal'],
    prices: [[1], [1], [null]],
  })
  await house.done('manager', 'change-rows', {
    change: { of: 'shows', kind: 'set', set: { active: false } },
    rows: { ids: [show1] },
  })
  expect(heard).toEqual([true, true, false])
})

test('[S2] a board that was read inside the commit it must tell of still tells it: no screen keeps an old seat', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const screen = new Screen()
  house.desk('desk-2').subscribe(seatsOf(null), screen.listen)
  expect(screen.states[0]).toBe(1)
  // A listener that throws makes the house drop what it has in memory.
  const end = house.desk('desk-3').subscribe(seatsOf(null), (news) => {
    if (news.kind === 'delta') throw new Error('a screen that fails')
  })
  await house.ask('desk-1', 'hold-seats', holdOf([5], { cart: 'b' }))
  end()
  const { bookingId } = booking
  const both = [
    house.desk('desk-1').call('cancel-booking', { bookingId, reason: '' }),
    house.desk('desk-2').call('hold-seats', holdOf([5], { cart: 'c' })),
  ]
  house.scheduler.flush()
  await Promise.all(both)
  expect(screen.states[0]).toBe(0)
})

test('[S2] whoever follows a show before it is there hears it whole when it comes', async () => {
  const house = new TestHouse()
  const screen = new Screen()
  const soon = { kind: 'seats', showId: 3 as never, afterRevision: null } as const
  house.desk('desk-2').subscribe(soon, screen.listen)
  expect(screen.heard).toEqual([])
  await house.done('manager', 'open-show', {
    planId: 1 as never,
    title: 'Late night',
    sort: 'event',
    venue: { venueId: 1 as never },
    startsAtMs: openingMs + 7_200_000,
    ticketTypes: ['Normal'],
    prices: [[100], [100], [null]],
  })
  expect(screen.heard.at(-1)).toMatchObject({ kind: 'snapshot', showId: 3 })
})
