import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { News } from '../../shared/contract/topics.ts'
import { HOUR_MS, MINUTE_MS } from '../../shared/lib/time.ts'
import { TestHouse, openingMs } from '../engine/test-house.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { BackupDesk } from './backup-desk.ts'
import type { BackupReport, BackupTask } from './make-backup.ts'

/** A house whose backups the test makes: `asked` are the tasks that wait for it. */
function backedUp(claim = () => true, folder = join(tempFolder(), 'backups')) {
  const asked: { task: BackupTask; settle: (report: BackupReport) => Promise<void> }[] = []
  const parts = {
    path: 'house.db',
    folder,
    pictures: '',
    elsewhere: null,
    keys: 'unprotected',
  } as const
  let stopped = 0
  const run = (task: BackupTask) => {
    const { promise, resolve } = Promise.withResolvers<BackupReport>()
    const settle = async (report: BackupReport) => {
      resolve(report)
      await promise
      for (let turn = 0; turn < 3; turn += 1) await Promise.resolve()
    }
    asked.push({ task, settle })
    return { report: promise, stop: () => (stopped += 1) }
  }
  const told: News[] = []
  const watched = { desk: null as BackupDesk | null }
  const house = new TestHouse({
    backups: {
      state: () => {
        if (!watched.desk) throw new Error('too early')
        return watched.desk.state()
      },
      makeNow: () => watched.desk?.makeNow(),
      watch: (listener) => {
        listeners.push(listener)
        return () => {}
      },
    },
  })
  const { store, clock, scheduler, log, engine } = house
  const desk = new BackupDesk({ ...parts, store, clock, scheduler, log, head: () => engine.head, claim, run })
  watched.desk = desk
  for (const listener of listeners.splice(0)) desk.watch(listener)
  house.desk('desk-1').subscribe({ kind: 'house' }, (news) => told.push(news))
  return { house, desk, asked, told, stopped: () => stopped }
}

const listeners: (() => void)[] = []

const made = (sequence: number): Extract<BackupReport, { kind: 'made' }> => ({
  kind: 'made',
  file: 'backup.db',
  sequence,
  elsewhere: 'none',
  detail: '',
})

test('[SYNC 5.9] a house without a backup has one made as soon as it is calm, then every hour', async () => {
  const { house, desk, asked } = backedUp()
  house.pass(openingMs + MINUTE_MS - 1)
  expect(asked).toHaveLength(0)
  house.pass(openingMs + MINUTE_MS)
  expect(asked).toHaveLength(1)
  const { sequence, hash } = house.engine.head
  expect(asked[0]?.task).toMatchObject({ atLeast: { sequence, hash }, atMs: openingMs + MINUTE_MS })
  expect(desk.state().isRunning).toBe(true)
  await asked[0]?.settle(made(sequence))
  expect(desk.state()).toMatchObject({ isRunning: false, newest: { atMs: openingMs + MINUTE_MS, sequence } })
  house.pass(openingMs + MINUTE_MS + HOUR_MS - 1)
  expect(asked).toHaveLength(1)
  house.pass(openingMs + MINUTE_MS + HOUR_MS)
  expect(asked).toHaveLength(2)
})

test('[SYNC 5.9] [V10] a disk that does not say who makes them is asked again an hour later, and the program goes on', () => {
  let answers = false
  const { house, asked } = backedUp(() => {
    if (!answers) throw new Error('disk I/O error')
    return true
  })
  house.pass(openingMs + MINUTE_MS)
  expect([asked.length, house.log.errors.length]).toEqual([0, 1])
  answers = true
  house.pass(openingMs + MINUTE_MS + HOUR_MS)
  expect(asked).toHaveLength(1)
})

test('[SYNC 5.9] when the sales of a show close, a backup is made, however young the last one is', async () => {
  const { house, asked } = backedUp()
  const { salesCloseAtMs } = house.store.all('show')[0] ?? { salesCloseAtMs: 0 }
  house.pass(salesCloseAtMs - 10 * MINUTE_MS)
  await asked[0]?.settle(made(1))
  house.pass(salesCloseAtMs - 1)
  expect(asked).toHaveLength(1)
  house.pass(salesCloseAtMs)
  expect(asked).toHaveLength(2)
})

test('[SYNC 5.9] [V10] where the screens cannot be told of it, a backup is made all the same, and the next; who watches no more hears nothing', async () => {
  const { house, desk, asked } = backedUp()
  let heard = 0
  const end = desk.watch(() => {
    heard += 1
    throw new Error('disk I/O error')
  })
  desk.makeNow()
  await asked[0]?.settle(made(1))
  expect([heard, desk.state().isRunning, house.log.errors.length]).toEqual([2, false, 2])
  end()
  desk.makeNow()
  expect([heard, asked.length]).toEqual([2, 2])
})

test('[SYNC 5.9] what is wrong with it every screen hears, until one is made as it should be', async () => {
  const { house, desk, asked, told } = backedUp()
  expect(told.at(-1)).toMatchObject({ kind: 'house', backup: null })
  desk.makeNow()
  desk.makeNow()
  expect(asked).toHaveLength(1)
  await asked[0]?.settle({ kind: 'failed', detail: 'SQLITE_FULL' })
  expect(told.at(-1)).toMatchObject({ backup: 'failed' })
  expect(desk.state()).toMatchObject({ newest: null, trouble: { kind: 'failed', detail: 'SQLITE_FULL' } })
  house.pass(openingMs + HOUR_MS)
  await asked[1]?.settle({ ...made(3), elsewhere: 'missing', detail: '/stick' })
  expect(told.at(-1)).toMatchObject({ backup: 'elsewhere-missing' })
  expect(desk.state().newest).toEqual({ atMs: openingMs + HOUR_MS, sequence: 3 })
  desk.makeNow()
  await asked[2]?.settle({ ...made(3), elsewhere: 'failed', detail: 'EIO' })
  expect(told.at(-1)).toMatchObject({ backup: 'elsewhere-failed' })
  desk.makeNow()
  await asked[3]?.settle(made(3))
  expect(told.at(-1)).toMatchObject({ backup: null })
})

test('[SYNC 5.9] of several processes one makes them; one that closes leaves what it was at', async () => {
  let isOurs = false
  const { house, desk, asked, stopped } = backedUp(() => isOurs)
  house.pass(openingMs + MINUTE_MS)
  expect(asked).toHaveLength(0)
  isOurs = true
  house.pass(openingMs + MINUTE_MS + HOUR_MS)
  expect(asked).toHaveLength(1)
  desk.close()
  expect(stopped()).toBe(1)
  await asked[0]?.settle(made(1))
  expect(desk.state().newest).toBeNull()
  desk.makeNow()
  expect(asked).toHaveLength(1)
})

test('[I44] in a thread of its own, beside a house that sells on', async () => {
  const data = tempFolder()
  const path = join(data, 'house.db')
  const database = openDatabase(path)
  onTestFinished(() => void database.close())
  const house = new TestHouse({ store: new SqliteStore(database) })
  const { store, clock, scheduler, log, engine } = house
  const parts = {
    path,
    folder: join(data, 'backups'),
    pictures: join(data, 'pictures'),
    elsewhere: null,
    keys: 'unprotected',
  } as const
  const desk = new BackupDesk({
    ...parts,
    store,
    clock,
    scheduler,
    log,
    head: () => engine.head,
    claim: () => true,
  })
  onTestFinished(() => desk.close())
  const { promise, resolve } = Promise.withResolvers<void>()
  desk.watch(() => (desk.state().isRunning ? undefined : resolve()))
  desk.makeNow()
  await promise
  expect(desk.state()).toMatchObject({ trouble: null, newest: { sequence: engine.sequence } })
  expect(readdirSync(parts.folder)).toHaveLength(1)
})

test('[SYNC 5.9] backups that cannot be looked through keep no house from opening: one is made, or it is said why not', () => {
  const folder = join(tempFolder(), 'backups')
  writeFileSync(folder, 'a file, not a folder')
  const { house, desk, asked } = backedUp(undefined, folder)
  expect(house.log.errors).toMatchObject([{ facts: { error: expect.stringContaining('ENOTDIR') as string } }])
  expect(desk.state().newest).toBeNull()
  house.pass(openingMs + MINUTE_MS)
  expect(asked).toHaveLength(1)
})
