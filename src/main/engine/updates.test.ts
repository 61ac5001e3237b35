// The order to update, through the whole engine: who is refused, what must be at rest, what is recorded, and when the update begins.

import { expect, test } from 'vitest'
import type { KioskId } from '../../shared/domain/ids.ts'
import { HOUR_MS, MINUTE_MS } from '../../shared/lib/time.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import type { Store } from '../store/store.ts'
import type { Updates } from './ports.ts'
import { TestHouse, holdOf, openingMs } from './test-house.ts'

const offered = { version: '2.0.0', digest: 'b'.repeat(128) }
const now = { ...offered, when: 'now' } as const
const atClose = { ...offered, when: 'at-close' } as const

function house(
  offer: typeof offered | null = offered,
  waitedBefore = false,
  store: Store = new SqliteStore(openDatabase(':memory:')),
) {
  const begun: string[] = []
  let waits = waitedBefore
  const mayNow: (() => boolean)[] = []
  const updates: Updates = {
    state: () => {
      throw new Error('nobody looks')
    },
    look: (from) => void begun.push(`look ${from}`),
    offered: () => offer && { ...offer, from: '1.0.0', isWaiting: waits },
    wait: ({ version, digest }) => {
      waits = true
      begun.push(`wait for ${version} ${digest === offered.digest}`)
    },
    waiting: () => (waits ? offer : null),
    callOff: () => {
      waits = false
      begun.push('called off')
    },
    install: ({ version, digest }, may) => {
      begun.push(`install ${version} ${digest === offered.digest}`)
      mayNow.push(may)
    },
  }
  const made = new TestHouse({ store, updates, ...(waitedBefore && { seed: 'after' }) })
  return { house: made, begun, mayNow }
}

test('[I39] a manager’s word is written down with what goes and what comes, and begun behind its commit; a clerk’s is not heard', async () => {
  const { house: at, begun, mayNow } = house()
  expect(await at.ask('desk-1', 'ask-update', now)).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } })
  expect(begun).toEqual([])
  await at.done('manager', 'ask-update', now)
  expect(begun).toEqual(['install 2.0.0 true'])
  const { rows } = await at.done('manager', 'audit-log', { before: null, staffId: null, area: 'kiosks' })
  expect(rows[0]).toMatchObject({ kind: 'update-asked', about: '1.0.0 → 2.0.0' })
  expect(checkInvariants(at.store)).toEqual([])
  // When the backup is ready, the question is asked again of the house as it is then.
  expect(mayNow[0]?.()).toBe(true)
  await at.done('desk-1', 'hold-seats', holdOf([0]))
  expect(mayNow[0]?.()).toBe(false)
})

test('[C3] the same command twice begins one update', async () => {
  const { house: at, begun } = house()
  const id = at.newCommandId()
  await at.ask('manager', 'ask-update', now, id)
  await at.ask('manager', 'ask-update', now, id)
  expect(begun).toEqual(['install 2.0.0 true'])
})

test('[6.1] what the machine does not offer is not found, and nothing begins', async () => {
  for (const offer of [null, { ...offered, digest: 'c'.repeat(128) }]) {
    const { house: at, begun } = house(offer)
    expect(await at.ask('manager', 'ask-update', now)).toMatchObject({
      refusal: { code: 'NOT_FOUND', what: 'update' },
    })
    expect(begun).toEqual([])
  }
})

test('[H1] not while seats are held; once they are given back, it may be', async () => {
  const { house: at } = house()
  const { booking } = await at.done('desk-1', 'hold-seats', holdOf([0]))
  expect(await at.ask('manager', 'ask-update', now)).toMatchObject({
    refusal: { code: 'UPDATE_NOT_NOW', reason: 'sale', detail: 'desk-1' },
  })
  await at.done('desk-1', 'cancel-booking', { bookingId: booking.bookingId, reason: '' })
  await at.done('manager', 'ask-update', now)
})

test('[6.1] not from an hour before a show begins until half an hour after', async () => {
  const { house: at } = house()
  const at1 = openingMs + 5 * HOUR_MS
  const asked = async (atMs: number) => {
    at.pass(atMs)
    const answer = await at.ask('manager', 'ask-update', now)
    return answer.kind === 'refused' ? answer.refusal : answer.kind
  }
  expect(await asked(at1 - HOUR_MS)).toBe('done')
  expect(await asked(at1 - HOUR_MS + 1)).toMatchObject({ reason: 'show', detail: 'Rain', atMs: at1 })
  // By the time the first show's hour is over, the second show's has begun.
  expect(await asked(at1 + 30 * MINUTE_MS)).toMatchObject({ reason: 'show', atMs: at1 + HOUR_MS })
  expect(await asked(at1 + HOUR_MS + 30 * MINUTE_MS)).toBe('done')
})

test('[A5] not while a shift is open; “after the shift closes” waits for the last one, and then begins by itself', async () => {
  const { house: at, begun } = house()
  for (const desk of ['desk-1', 'desk-2']) await at.done(desk, 'open-shift', { floats })
  expect(await at.ask('manager', 'ask-update', now)).toMatchObject({ refusal: { reason: 'shift' } })
  expect(await at.done('manager', 'ask-update', atClose)).toEqual({ when: 'at-close' })
  expect(begun).toEqual(['wait for 2.0.0 true'])
  for (const desk of ['desk-1', 'desk-2']) {
    expect(begun).not.toContain('install 2.0.0 true')
    await closeShift(at, desk)
  }
  expect(begun.at(-1)).toBe('install 2.0.0 true')
})

const floats = [{ currency: 'INR', pieces: [{ valueMinor: 100_00, count: 5 }], otherMinor: 0 }] as const

async function closeShift(at: TestHouse, desk: string) {
  const { shift } = await at.done(desk, 'shift', {})
  const number = shift?.number ?? 0
  const counts = [{ currency: 'INR', pieces: [], otherMinor: 500_00 }] as const
  await at.done(desk, 'count-drawer', { number, counts: [...counts] })
  await at.done(desk, 'close-shift', { number, reason: '' })
}

test('[6.1] a cart that is held when the last shift closes puts an update off, not away: it is looked at again, and begins by itself', async () => {
  const { house: at, begun } = house()
  await at.done('desk-1', 'open-shift', { floats })
  await at.done('manager', 'ask-update', atClose)
  const { booking } = await at.done('desk-2', 'hold-seats', holdOf([0]))
  await closeShift(at, 'desk-1')
  at.pass(openingMs + 2 * MINUTE_MS)
  expect(begun).toEqual(['wait for 2.0.0 true'])
  await at.done('desk-2', 'cancel-booking', { bookingId: booking.bookingId, reason: '' })
  at.pass(openingMs + 4 * MINUTE_MS)
  expect(begun.at(-1)).toBe('install 2.0.0 true')
})

test('[C3] what waited before a new start begins at the next close, or, where none is open any more, by itself', async () => {
  const { house: before } = house()
  await before.done('desk-1', 'open-shift', { floats })
  await before.done('manager', 'ask-update', atClose)
  const { booking } = await before.done('desk-2', 'hold-seats', holdOf([0]))
  await closeShift(before, 'desk-1')
  const { house: at, begun } = house(offered, true, before.store)
  await at.done('desk-2', 'cancel-booking', { bookingId: booking.bookingId, reason: '' })
  at.pass(openingMs + 2 * MINUTE_MS)
  expect(begun).toEqual(['install 2.0.0 true'])
})

/** A house in which an update waits for the close of a shift. After `since` the process ended without acting on what it recorded. */
async function startedAgain(since: (before: TestHouse) => Promise<unknown>, offer = offered) {
  const { house: before } = house()
  await before.done('desk-1', 'open-shift', { floats })
  await before.done('manager', 'ask-update', atClose)
  await since(before)
  const { house: at, begun } = house(offer, true, before.store)
  const found = [...begun]
  await closeShift(at, 'desk-1')
  return { found, begun }
}

test('[C3] a process that died behind the commit of “call it off” leaves nothing that waits: the next start goes by the journal', async () => {
  const never = { ...offered, when: 'never' } as const
  const { begun } = await startedAgain((before) => before.done('manager', 'ask-update', never))
  expect(begun).toEqual(['called off'])
})

test('[C3] nor does what the journal knows nothing of, as after a backup took its place', async () => {
  const other = { ...offered, digest: 'd'.repeat(128) }
  const { begun } = await startedAgain(async () => {}, other)
  expect(begun).toEqual(['called off'])
})

test('[S3] what kiosks of the LAN asked for since, however many, is no word about this machine', async () => {
  const { found, begun } = await startedAgain(async (before) => {
    const kioskId = 'manager-at-the-door' as KioskId
    const entry = { kind: 'kiosk', kioskId, name: 'Door', pin: 'a'.repeat(64), active: true } as const
    before.engine.furnish([{ type: 'entry-saved', entry }], [])
    for (let more = 0; more <= 100; more += 1)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await before.done(kioskId, 'ask-update', { ...now, version: '1.5.0' })
  })
  expect([found, begun]).toEqual([[], ['install 2.0.0 true']])
})

test('[I39] what waits is called off by a manager, is written down as that, and does not begin at the close; what does not wait is not found', async () => {
  const { house: at, begun } = house()
  const never = { ...offered, when: 'never' } as const
  expect(await at.ask('manager', 'ask-update', never)).toMatchObject({ refusal: { code: 'NOT_FOUND' } })
  await at.done('desk-1', 'open-shift', { floats })
  await at.done('manager', 'ask-update', atClose)
  expect(await at.ask('desk-1', 'ask-update', never)).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } })
  await at.done('manager', 'ask-update', never)
  await closeShift(at, 'desk-1')
  at.pass(openingMs + 5 * MINUTE_MS)
  expect(begun).toEqual(['wait for 2.0.0 true', 'called off'])
  const { rows } = await at.done('manager', 'audit-log', { before: null, staffId: null, area: 'kiosks' })
  expect(rows.map(({ kind }) => kind)).toEqual(['update-called-off', 'update-asked'])
})

test('[6.1] looking changes nothing of the house, and is begun from where it was asked for', async () => {
  const { house: at, begun } = house()
  const before = at.engine.sequence
  await at.done('manager', 'look-for-updates', { from: 'feed' })
  expect([begun, at.engine.sequence]).toEqual([['look feed'], before])
})
