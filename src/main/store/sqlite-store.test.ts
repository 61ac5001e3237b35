import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import Database from 'better-sqlite3'
import { tempFolder } from '../temp-folder.fixture.ts'
import { testFinding } from './find-queries.fixture.ts'
import { openDatabase } from './open-database.ts'
import { auditedKinds } from '../../shared/domain/audit.ts'
import * as query from './queries.ts'
import { bookingRow, claimRow, commandRow, journalRow, smallHouse } from './row.fixture.ts'
import { type TableName, keys, put } from './rows.ts'
import { guarded } from './sqlite-errors.ts'
import { SqliteStore } from './sqlite-store.ts'
import { Conflict, LostRace, StorageFault } from './store.ts'
import { testStore } from './store-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'guichet-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0

const openNew = () => new SqliteStore(openDatabase(join(folder, `${(files += 1)}.db`)))

testStore('SqliteStore', openNew)
testFinding('SqliteStore, finding', openNew)

test('[I23] what was written is there after closing and opening again, in every table as it was', () => {
  const file = join(tempFolder(), 'house.db')
  const store = new SqliteStore(openDatabase(file))
  store.write([...smallHouse, bookingRow('a'), claimRow('a', 0), commandRow('c'), journalRow(1, 1)])
  const tables = Object.keys(keys) as TableName[]
  const before = tables.map((table) => store.all(table))
  store.close()
  const again = new SqliteStore(openDatabase(file))
  expect(tables.map((table) => again.all(table))).toEqual(before)
  expect(before.flat().length).toBe(smallHouse.length + 4)
  again.close()
})

test('[I23] rows of one table that leave different columns empty keep each what they have, whoever was written before', () => {
  const store = openNew()
  store.write(smallHouse)
  const other = { atMs: 1, kind: 'hold-lapsed', body: '{}', staffId: 1, role: 'clerk', kioskId: 'desk-1' }
  const hash = new Uint8Array(32)
  const row = (sequence: number, showId: number | null, revision: number | null) => {
    return { sequence, showId, revision, ...other, commandId: `c${sequence}`, hash }
  }
  const rows = [row(1, null, null), row(2, 7, 1), row(3, null, 2), row(4, 7, null), row(5, 7, 4)] as never[]
  store.write(rows.map((row) => put('journal', row)))
  expect(store.all('journal').map((one) => ({ ...one, hash: new Uint8Array(one.hash) }))).toEqual(rows)
  store.close()
})

test('[V11] what must be so before the first commit is done once, by whoever comes first, and no question waits for it', () => {
  for (const hasCalm of [false, true]) {
    const done: string[] = []
    const database = openDatabase(join(folder, `${(files += 1)}.db`))
    const store = new SqliteStore(database, 'pessimistic', () => {
      done.push(database.inTransaction ? 'inside' : 'before')
    })
    store.get('meta', 'demo-at')
    store.snapshot(() => store.all('booking'))
    expect(done).toEqual([])
    if (hasCalm) store.prepareToWrite()
    for (const key of ['c', 'd']) {
      store.transaction(() => store.write([commandRow(key)]))
      expect(done).toEqual(['before'])
    }
    store.prepareToWrite()
    expect(done).toEqual(['before'])
    store.close()
  }
})

test('[C2] another process that writes is noticed, our own writes are not', () => {
  const file = join(tempFolder(), 'house.db')
  const store = new SqliteStore(openDatabase(file))
  const before = store.foreignVersion()
  store.write([commandRow('mine')])
  expect(store.foreignVersion()).toBe(before)
  const other = new SqliteStore(openDatabase(file))
  other.write([commandRow('theirs')])
  expect(store.foreignVersion()).not.toBe(before)
  other.close()
  store.close()
})

test('[V10] a full disk is a storage fault at whichever write it comes, undoes all, and passes when there is room', () => {
  const db = openDatabase(join(tempFolder(), 'house.db'))
  const store = new SqliteStore(db)
  store.write(smallHouse)
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`)
  let written = 0
  const fill = () =>
    store.transaction(() => {
      for (let at = 0; at < 50; at += 1) {
        store.part(() => store.write([commandRow(`c${at}`, 'x'.repeat(500))]))
        written += 1
      }
    })
  expect(fill).toThrow(StorageFault)
  expect(written).toBeLessThan(50)
  expect(store.all('command')).toEqual([])
  db.pragma('max_page_count = 100000')
  fill()
  expect(store.all('command').length).toBe(50)
  store.close()
})

test('[I24] a database that is closed under the store says so and sells nothing', () => {
  const store = new SqliteStore(openDatabase(':memory:'))
  store.close()
  expect(() => store.write([commandRow('c')])).toThrow('not open')
})

test('[C4] a lock that another process keeps is a lost race after the wait, not a hang', () => {
  const file = join(tempFolder(), 'house.db')
  const db = openDatabase(file)
  db.pragma('busy_timeout = 1')
  const other = new Database(file)
  other.exec('BEGIN IMMEDIATE')
  const store = new SqliteStore(db)
  expect(() => store.transaction(() => store.write([commandRow('c')]))).toThrow(LostRace)
  other.exec('ROLLBACK')
  other.close()
  store.transaction(() => store.write([commandRow('c')]))
  store.close()
})

test('[C2] optimistic: the first write fails where another wrote since the first read, or is writing; read anew it goes through', () => {
  const file = join(tempFolder(), 'house.db')
  const [here, there] = [1, 2].map(() => new SqliteStore(openDatabase(file), 'optimistic')) as [
    SqliteStore,
    SqliteStore,
  ]
  const writeAfter = (meanwhile: () => void, id: string) => () =>
    here.transaction(() => {
      here.get('command', 'any')
      meanwhile()
      here.write([commandRow(id)])
    })
  expect(writeAfter(() => there.write([commandRow('theirs')]), 'a')).toThrow(LostRace)
  there.transaction(() => {
    there.part(() => there.write([commandRow('more of theirs')]))
    expect(writeAfter(() => {}, 'a')).toThrow(LostRace)
  })
  writeAfter(() => {}, 'a')()
  expect(here.all('command').length).toBe(3)
  here.close()
  there.close()
})

test('[S1] a snapshot stays what it was while another writes, and inside a transaction it is the transaction', () => {
  const file = join(tempFolder(), 'house.db')
  const [here, there] = [1, 2].map(() => new SqliteStore(openDatabase(file))) as [SqliteStore, SqliteStore]
  here.snapshot(() => {
    expect(here.all('command')).toEqual([])
    there.write([commandRow('theirs')])
    expect(here.all('command')).toEqual([])
  })
  here.transaction(() => here.snapshot(() => here.write([commandRow('ours')])))
  expect(here.all('command').length).toBe(2)
  here.close()
  there.close()
})

test.for([
  ['SQLITE_FULL', StorageFault],
  ['SQLITE_IOERR_FSYNC', StorageFault],
  ['SQLITE_READONLY_DBMOVED', StorageFault],
  ['SQLITE_CORRUPT', StorageFault],
  ['SQLITE_BUSY', LostRace],
  ['SQLITE_BUSY_SNAPSHOT', LostRace],
  ['SQLITE_CONSTRAINT_UNIQUE', Conflict],
  ['SQLITE_CONSTRAINT_PRIMARYKEY', Conflict],
] as const)('[C5] %s is told to the engine as what it is', ([code, kind]) => {
  const fail = () => {
    throw new Database.SqliteError('no', code)
  }
  expect(() => guarded(fail)).toThrow(kind)
})

test.for([
  ['SQLITE_FULL', 'full'],
  ['SQLITE_IOERR_FSYNC', 'unconfirmed'],
  ['SQLITE_IOERR_DIR_FSYNC', 'unconfirmed'],
  ['SQLITE_IOERR_WRITE', 'other'],
] as const)('[V4c] of %s the engine hears that the disk is in this trouble: %s', ([code, trouble]) => {
  const fail = () => {
    throw new Database.SqliteError('no', code)
  }
  expect(() => guarded(fail)).toThrow(expect.objectContaining({ trouble }))
})

test('[C5] a broken foreign key is a bug of ours: neither a conflict nor a fault', () => {
  const store = new SqliteStore(openDatabase(':memory:'))
  const write = () => store.write([bookingRow('orphan')])
  expect(write).toThrow('FOREIGN KEY')
  expect(write).not.toThrow(StorageFault)
  store.close()
})

/** SQLite's query plans for everything that is asked of the store made here. */
function plansOf(db: Database.Database): string[] {
  const plans: string[] = []
  const prepare = db.prepare.bind(db)
  db.prepare = (sql: string) => {
    const values = sql.split('?').fill('1').slice(1)
    if (sql.startsWith('SELECT'))
      plans.push(JSON.stringify(prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values)))
    return prepare(sql)
  }
  return plans
}

test('[A4] what is read page by page, or from end to end, begins at once, though its newest rows lie in the journal', () => {
  const db = openDatabase(':memory:')
  const plans = plansOf(db)
  const store = new SqliteStore(db)
  store.select(query.journalOfShow, 1, 1, 1)
  store.select(query.transfersAfter, 1, 1)
  store.select(query.commandsBetween, 'a', 'b', 1)
  for (const table of ['transfer', 'command'] as const) store.all(table)
  expect(plans.map((plan) => plan.includes('MERGE (UNION ALL)'))).toEqual(plans.map(() => true))
  expect(plans.length).toBe(5)
  store.close()
})

test('[H7] what every sale, every start and a search ask is answered from the indexes that are there for it', () => {
  const db = openDatabase(':memory:')
  const plans = plansOf(db)
  const store = new SqliteStore(db)
  store.get('claim', 1, 1)
  store.select(query.transfersOfWallet, 1)
  store.select(query.journalOfShow, 1, 1, 1)
  store.select(query.bookingsOfCustomer, 1, 1)
  store.select(query.newestBookings, 1)
  for (const kind of auditedKinds) store.select(query.journalOfKind(kind), 1, 1)
  const used = [
    'USING PRIMARY KEY',
    'transfer_by_wallet',
    'SEARCH show_row USING PRIMARY KEY (show_id=? AND revision>?)',
    'booking_by_customer',
    'SCAN booking',
    ...auditedKinds.map(() => 'journal_by_kind'),
  ]
  // For a show's newest rows, at most the 255 newest journal rows are scanned and sorted.
  const sorted = plans.filter((plan) => plan.includes('TEMP B-TREE'))
  expect(sorted.map((plan) => plan.includes('SEARCH journal USING INTEGER PRIMARY KEY (rowid>?)'))).toEqual([
    true,
  ])
  expect(plans.map((plan, index) => plan.includes(used[index] ?? '?'))).toEqual(used.map(() => true))
  store.close()
})
