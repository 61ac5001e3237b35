import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { KioskId, StaffId } from '../../shared/domain/ids.ts'
import { checkFile } from '../checks/check-file.ts'
import { TestHouse, holdOf, openingMs, payOf } from '../engine/test-house.ts'
import { epochOf, recoveryOf } from '../store/house-epoch.ts'
import { StartRefused, openDatabase } from '../store/open-database.ts'
import { put } from '../store/rows.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { NotSound, makeBackup } from './make-backup.ts'
import { keepNetwork } from './network-file.ts'
import { restoreHouse } from './restore-house.ts'
import { systemChance } from './world.ts'

let atMs = openingMs
/** The same evening; no two restores in the same millisecond. */
const clock = { nowMs: () => (atMs += 1), elapsedMs: () => 0 }
const world = { clock, chance: systemChance }

/** A house that sold a seat, a backup of it, and a seat that was sold after that. */
async function backedUp(setUp: (house: TestHouse) => Promise<void> = async () => {}) {
  const data = tempFolder()
  const path = join(data, 'house.db')
  const house = new TestHouse({ store: new SqliteStore(openDatabase(path)) })
  await setUp(house)
  await sell(house, 0)
  const { sequence } = house.engine
  const task = { path, pictures: join(data, 'pictures'), elsewhere: null, atMs: Date.now(), atLeast: null }
  const made = await makeBackup({ ...task, folder: join(data, 'backups') })
  if (made.kind !== 'made') throw new Error(made.detail)
  await sell(house, 1)
  house.store.close()
  return { data, path, from: made.file, sequence }
}

async function sell(house: TestHouse, seat: number) {
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([seat], { cart: `cart-${seat}` }))
  await house.done('desk-1', 'pay-booking', payOf(booking))
}

/** The house in this folder as the next start finds it. */
function opened(data: string) {
  const store = new SqliteStore(openDatabase(join(data, 'house.db')))
  onTestFinished(() => store.close())
  return store
}

test('[SYNC 5.9] a house comes back on a clean machine as the backup had it, under the next number, and sells on', async () => {
  const { from, sequence } = await backedUp()
  const data = join(tempFolder(), 'new')
  const restored = restoreHouse({ ...world, data, from })
  expect(restored).toMatchObject({ epoch: 2, sequence, aside: null, awaits: [], lostPins: false })
  expect(statSync(join(data, 'house.db')).mode & 0o777).toBe(0o600)
  expect(readdirSync(data)).not.toContain('restored.db')
  const store = opened(data)
  expect(epochOf(store)).toMatchObject({ epoch: 2, storeId: expect.stringMatching(/^[0-9a-f]{32}$/) })
  expect(recoveryOf(store)).toBeNull()
  expect(store.get('journal', sequence + 1)).toMatchObject({ kind: 'house-restored' })
  const house = new TestHouse({ store, seed: 'after' })
  await sell(house, 1)
  const { verdicts } = checkFile(join(data, 'house.db'))
  expect(verdicts.filter(({ broken }) => broken > 0)).toEqual([])
})

test('[SYNC 5.9] the house that was there is moved aside whole, and can be opened there', async () => {
  const { data, from, sequence } = await backedUp()
  const { aside } = restoreHouse({ ...world, data, from })
  if (aside === null) throw new Error('nothing was moved')
  expect(existsSync(from)).toBe(true)
  const { head } = checkFile(join(aside, 'house.db'))
  expect(head?.sequence).toBeGreaterThan(sequence)
})

test('[SYNC 4.7] a number is never given twice: not of the backup’s house, nor of the one that was there', async () => {
  const { data, from } = await backedUp()
  expect(restoreHouse({ ...world, data, from }).epoch).toBe(2)
  const first = epochOf(opened(data)).storeId
  expect(restoreHouse({ ...world, data, from }).epoch).toBe(3)
  expect(epochOf(opened(data)).storeId).not.toBe(first)
})

test('[SYNC 4.7] a house that kiosks sold from waits for those that a manager did not shut out, and writes nothing until then', async () => {
  const pin = (letter: string) => letter.repeat(64)
  const { from, sequence } = await backedUp(async (house) => {
    for (const [name, letter] of [
      ['Door', 'a'],
      ['Bar', 'b'],
    ] as const)
      await house.done('manager-1', 'admit-kiosk', { name, pin: pin(letter) })
    const kioskId = `kiosk-${'b'.repeat(12)}` as KioskId
    await house.done('manager-1', 'save-kiosk', { kioskId, name: 'Bar', active: false })
  })
  const data = tempFolder()
  const awaits = [`kiosk-${'a'.repeat(12)}`]
  expect(restoreHouse({ ...world, data, from })).toMatchObject({ awaits })
  const store = opened(data)
  expect(recoveryOf(store)).toMatchObject({ epoch: 2, awaits, backupSequence: sequence, seen: 0 })
  expect(store.get('journal', sequence + 1)).toBeUndefined()
})

test('[SYNC 5.9] a power cut while it is put in its place leaves no half house: the last step is one move', async () => {
  const { data, from } = await backedUp()
  const before = readFileSync(join(data, 'house.db'))
  // A folder stands where the restored file is to be made: nothing can be written there.
  mkdirSync(join(data, 'restored.db'))
  writeFileSync(join(data, 'restored.db', 'x'), '')
  expect(() => restoreHouse({ ...world, data, from })).toThrow()
  expect(readFileSync(join(data, 'house.db')).equals(before)).toBe(true)
})

const spoil: readonly (readonly [string, (file: string) => void, RegExp])[] = [
  [
    'no database',
    (file) => writeFileSync(file, 'this is a letter, and not a database at all'),
    /it is a database/,
  ],
  ['an empty file', (file) => writeFileSync(file, ''), /it is a database/],
  ['cut in the middle', (file) => truncateSync(file, 40_960), /cannot sell|malformed|quick_check|SQLITE/],
  ['a log beside it', (file) => appendFileSync(`${file}-wal`, 'sold last'), /one whole file/],
  [
    'a trigger',
    sql('CREATE TRIGGER t AFTER INSERT ON claim BEGIN DELETE FROM claim; END'),
    /its schema is ours.*trigger t/,
  ],
  ['a view', sql('CREATE VIEW v AS SELECT * FROM booking'), /its schema is ours.*view v/],
  ['a table more', sql('CREATE TABLE more (a)'), /its schema is ours.*table more/],
  ['an index less', sql('DROP INDEX booking_by_coupon'), /its schema is ours.*booking_by_coupon/],
  ['our trigger less', sql('DROP TRIGGER journal_late'), /its schema is ours.*journal_late/],
  ['a later version', sql('PRAGMA user_version = 9999'), /new enough/],
  ['no version', sql('PRAGMA user_version = 0'), /it is a house/],
  ['a claim more', sql("UPDATE booking SET state = 'cancelled'"), /does not hold/],
  [
    'another past',
    sql("UPDATE journal SET body = replace(body, 'Rain', 'Sun') WHERE sequence = 2"),
    /I25 does not hold/,
  ],
]

function sql(text: string): (file: string) => void {
  return (file) => {
    const db = openDatabase(file)
    db.exec(text)
    db.pragma('journal_mode = DELETE')
    db.close()
  }
}

test.for(spoil)(
  '[SYNC 5.9] a backup that is %s is refused, and the house stays as it was',
  async ([, how, why]) => {
    const { data, from } = await backedUp()
    const file = join(tempFolder(), 'backup.db')
    copyFileSync(from, file)
    how(file)
    const before = readFileSync(join(data, 'house.db'))
    const refusal = refusalOf(() => restoreHouse({ ...world, data, from: file }))
    expect(refusal).toMatch(why)
    expect(readFileSync(join(data, 'house.db')).equals(before)).toBe(true)
    expect(readdirSync(data).filter((name) => /aside|restored/.test(name))).toEqual([])
  },
)

function refusalOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof StartRefused || error instanceof NotSound) return error.message
    throw error
  }
  return 'it was taken'
}

test('[SYNC 5.9] a kiosk of a hub gets no house, and a file that is not there is said', async () => {
  const { from } = await backedUp()
  const data = tempFolder()
  expect(refusalOf(() => restoreHouse({ ...world, data, from: join(data, 'none.db') }))).toMatch(/is there/)
  const hub = { host: 'hub', port: 8481, hubPin: 'a'.repeat(64), kioskId: 'kiosk-1' as KioskId, name: 'Door' }
  keepNetwork(data, { hub })
  expect(refusalOf(() => restoreHouse({ ...world, data, from }))).toMatch(/--leave/)
})

test('[I42] without the key that PINs were made with they count no more; pictures beside the backup come along', async () => {
  const { from } = await backedUp(async ({ store }) => {
    const digest = new Uint8Array(32)
    store.write([put('pin', { staffId: 1 as StaffId, salt: new Uint8Array(16), digest })])
  })
  mkdirSync(join(from, '..', 'pictures'))
  const picture = 'c'.repeat(64)
  writeFileSync(join(from, '..', 'pictures', picture), 'proof')
  const data = tempFolder()
  expect(restoreHouse({ ...world, data, from }).lostPins).toBe(true)
  expect(opened(data).all('pin')).toEqual([])
  expect(readdirSync(join(data, 'pictures'))).toEqual([picture])
})
