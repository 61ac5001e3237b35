import { expect, onTestFinished, test } from 'vitest'
import type { News } from '../../shared/contract/topics.ts'
import type { KioskId } from '../../shared/domain/ids.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { journalPage } from '../engine/journal-feed.ts'
import type { PinHasher, PutBack } from '../engine/ports.ts'
import { TestHouse, holdOf, openingMs, payOf } from '../engine/test-house.ts'
import { ManualScheduler, SeededChance } from '../engine/test-world.ts'
import { MirrorLine } from '../mirror/mirror-line.ts'
import { Mirror } from '../mirror/mirror.ts'
import { epochOf, recoveryOf } from '../store/house-epoch.ts'
import { MemoryStore } from '../store/memory-store.ts'
import { journalAfter } from '../store/queries.ts'
import { put } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import { markPutBack, whenPutBack } from './new-recovery.ts'
import { deskActor } from './open-house.ts'
import { RecoveryDesk } from './recovery-desk.ts'

const clock = { nowMs: () => openingMs + 1000, elapsedMs: () => 0 }
const chance = new SeededChance('put-back')
const log = { error: () => {}, info: () => {}, debug: () => {} }
const pinHasher: PinHasher = { digest: () => Promise.resolve(Buffer.alloc(32)) }
const door = `kiosk-${'a'.repeat(12)}` as KioskId

/** The house's files as they are now, with all rows or only the first ones: what somebody copies away. */
function filesOf(house: TestHouse, rowsMax = 10_000): Store {
  const files = new MemoryStore()
  const mirror = new Mirror(files)
  const rows = house.store.select(journalAfter, 0, rowsMax)
  expect(mirror.take(journalPage(house.store, rows, rows.length))).toBe('taken')
  return files
}

function lengthOf(files: Store): number {
  return files.all('journal').length
}

async function sell(house: TestHouse, seat: number): Promise<void> {
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([seat], { cart: `cart-${seat}` }))
  await house.done('desk-1', 'pay-booking', payOf(booking))
}

/** A house with a kiosk: an older copy of its files, and the kiosk's copy two sales later. */
async function withKiosk(seed = 'test') {
  const house = new TestHouse({ seed })
  await house.done('manager-1', 'admit-kiosk', { name: 'Door', pin: 'a'.repeat(64) })
  await sell(house, 0)
  const kept = filesOf(house)
  await sell(house, 1)
  await sell(house, 2)
  return { kept, seen: filesOf(house), sequence: house.engine.sequence }
}

/** What a house on these files finds in that kiosk's copy, and what it tells the kiosk. */
function heardBy(files: Store, copy: Store) {
  const found: PutBack[] = []
  const told: News[] = []
  const house = new TestHouse({ store: files, seed: 'again', onPutBack: (one) => found.push(one) })
  const end = house.engine
    .memberFor(deskActor(door))
    .subscribe(new Mirror(copy).place(), (news) => told.push(news))
  onTestFinished(end)
  return { house, found, told }
}

test('[SYNC 5.9] older files that were put back are found by a kiosk that saw more, and its copy is not told to begin anew', async () => {
  const { kept, seen, sequence } = await withKiosk()
  const { found, told } = heardBy(kept, seen)
  expect(found).toEqual([{ foundBy: door, seen: sequence, epoch: 1 }])
  expect(told).toEqual([])
})

test('[SYNC 5.9] so they are where the house sold on from them, whether it has more rows by then or less', async () => {
  const { kept, seen, sequence } = await withKiosk()
  const files = filesOf(new TestHouse({ store: kept }))
  const later = new TestHouse({ store: files, seed: 'later' })
  await sell(later, 5)
  expect(heardBy(filesOf(later), seen).found).toHaveLength(1)
  for (const seat of [6, 7, 8]) await sell(later, seat)
  expect(later.engine.sequence).toBeGreaterThan(sequence)
  expect(heardBy(filesOf(later), seen).found).toHaveLength(1)
})

test('[SYNC 5.6] a copy of another house is foreign, and so is one that was left behind when the house went on from a backup', async () => {
  const { kept, seen } = await withKiosk()
  const other = await withKiosk('other')
  expect(heardBy(kept, other.seen)).toMatchObject({ found: [], told: [{ kind: 'journal-foreign' }] })
  kept.transaction(() =>
    kept.write([put('meta', { key: 'epoch', value: JSON.stringify({ epoch: 2, storeId: 'b' }) })]),
  )
  expect(heardBy(kept, seen)).toMatchObject({ found: [], told: [{ kind: 'journal-foreign' }] })
})

test('[SYNC 5.6] a copy that goes on, however far behind, is told what it lacks', async () => {
  const { kept, seen } = await withKiosk()
  const { found, told } = heardBy(seen, kept)
  expect(found).toEqual([])
  expect(told).toMatchObject([{ kind: 'journal' }])
})

test('[SYNC 5.9] files of the first days are found as well: the first row is always told', async () => {
  const house = new TestHouse()
  await house.done('manager-1', 'admit-kiosk', { name: 'Door', pin: 'a'.repeat(64) })
  const kept = filesOf(house)
  for (let at = 1; at <= 40; at += 1)
    await house.done('manager-1', 'admit-kiosk', { name: `Kiosk ${at}`, pin: String(at).padStart(64, 'b') })
  expect(house.engine.sequence).toBeGreaterThan(2 * lengthOf(kept))
  expect(heardBy(kept, filesOf(house)).found).toHaveLength(1)
})

test('[SYNC 4.7] a copy of another restore with the same number was left behind, and stops no sale', async () => {
  const { kept, seen } = await withKiosk()
  const second = (files: Store, storeId: string) =>
    files.transaction(() =>
      files.write([put('meta', { key: 'epoch', value: JSON.stringify({ epoch: 2, storeId }) })]),
    )
  second(kept, 'of the new machine')
  second(seen, 'of the old machine')
  expect(heardBy(kept, seen)).toMatchObject({ found: [], told: [{ kind: 'journal-foreign' }] })
  second(seen, 'of the new machine')
  expect(heardBy(kept, seen).found).toHaveLength(1)
})

test('[SYNC 5.9] where the disk does not take that it must wait, nothing is sold, and the kiosk is heard again', () => {
  const files = new MemoryStore()
  const transaction = files.transaction.bind(files)
  files.transaction = () => {
    throw new Error('SQLITE_FULL')
  }
  const done: string[] = []
  const found = whenPutBack({
    clock,
    chance,
    log,
    store: files,
    engine: () => ({ sequence: 3, stopSelling: () => done.push('stopped') }),
    onMarked: () => done.push('marked'),
  })
  found({ foundBy: door, seen: 9, epoch: 1 })
  expect(done).toEqual(['stopped'])
  files.transaction = transaction
  found({ foundBy: door, seen: 9, epoch: 4_000_000_000_000 })
  expect(done).toEqual(['stopped', 'stopped', 'marked'])
  expect(recoveryOf(files)?.epoch).toBe(1002)
  found({ foundBy: door, seen: 9, epoch: 1 })
  expect(done).toHaveLength(3)
})

/** The house on these files as it waits, and its kiosk with this copy. */
async function waitedFor(files: Store, copy: Store, sequence: number, found: PutBack) {
  const recovery = markPutBack(files, found, sequence, { clock, chance })
  let over = 0
  const desk = new RecoveryDesk({
    store: files,
    clock,
    chance,
    log,
    pinHasher,
    version: '1.0.0',
    backUp: async () => {},
    onOver: () => (over += 1),
  })
  const line = new MirrorLine({
    openStore: () => copy,
    setAside: () => {},
    clock,
    scheduler: new ManualScheduler(),
    log,
    onProgress: () => {},
  })
  line.follow(desk.boxOfficeOf(door), 'open')
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
  await desk.boxOfficeOf(door).call('hand-in-receipts', { receipts: [], isAll: true })
  return { recovery, desk, over: () => over }
}

test('[SYNC 5.9] it then waits as after a restore, says who found it, gets back what it lost, and sells on under a number nobody had', async () => {
  const { kept, seen, sequence } = await withKiosk()
  const before = new TestHouse({ store: kept }).engine.sequence
  const found = { foundBy: door, seen: sequence, epoch: 3 }
  const { recovery, desk, over } = await waitedFor(kept, seen, before, found)
  expect(recovery).toMatchObject({ epoch: 4, foundBy: door, backupSequence: before, awaits: [door] })
  expect(desk.view()).toMatchObject({ foundBy: 'Door', epoch: 4 })
  expect(over()).toBe(1)
  expect(desk.sequence).toBe(sequence)
  expect(recoveryOf(kept)).toBeNull()
  expect(epochOf(kept).epoch).toBe(4)
  expect(checkInvariants(kept)).toEqual([])
  const house = new TestHouse({ store: kept, seed: 'after' })
  for (const seat of [1, 2])
    expect(await house.ask('desk-1', 'hold-seats', holdOf([seat], { cart: 'later' }))).toMatchObject({
      refusal: { code: 'SEAT_NOT_AVAILABLE' },
    })
})

test('[SYNC 5.9] where it sold on from them, rows do not fit: its kiosk is foreign to it, and two people decide', async () => {
  const { kept, seen, sequence } = await withKiosk()
  const later = new TestHouse({ store: kept, seed: 'later' })
  await sell(later, 5)
  const found = { foundBy: door, seen: sequence, epoch: 1 }
  const { desk, over } = await waitedFor(kept, seen, later.engine.sequence, found)
  expect(desk.view().kiosks).toMatchObject([{ name: 'Door', word: 'foreign' }])
  expect(over()).toBe(0)
})
