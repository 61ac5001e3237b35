import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { known } from '../../shared/lib/assert.ts'
import { TestHouse, holdOf, payOf } from '../engine/test-house.ts'
import { StartRefused, openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { checkFile } from './check-file.ts'

/** A house on disk in which a little was sold, and the store with which it sells on. */
async function openHouse() {
  const file = join(tempFolder(), 'house.db')
  const house = new TestHouse({ store: new SqliteStore(openDatabase(file)) })
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1], { couponCode: 'TENOFF' }))
  await house.done('desk-1', 'pay-booking', payOf(booking))
  return { file, house }
}

async function closedFile(): Promise<string> {
  const { file, house } = await openHouse()
  house.engine.close()
  return file
}

const broken = (file: string) =>
  checkFile(file).verdicts.flatMap(({ id, broken: times }) => (times > 0 ? [id] : []))

function tamper(file: string, sql: string): void {
  const db = new Database(file)
  db.pragma('foreign_keys = OFF')
  db.exec(sql)
  db.close()
}

test('[I43] [I25] a sound house adds up while it is open, up to its newest row', async () => {
  const { file, house } = await openHouse()
  const { verdicts, head } = checkFile(file)
  expect(verdicts.filter((verdict) => verdict.broken > 0)).toEqual([])
  expect(verdicts[0]?.id).toBe('I43')
  expect(head?.sequence).toBe(house.engine.sequence)
  house.engine.close()
})

test('[I43] a row that points at nothing is found in the file', async () => {
  const file = await closedFile()
  tamper(file, "INSERT INTO reprint VALUES ('nobody', 1, 1, 'k')")
  expect(broken(file)).toEqual(['I43', 'I25'])
  expect(checkFile(file).verdicts[0]?.findings).toEqual([
    { id: 'I43', where: 'file', found: 'a row of reprint points at no booking' },
  ])
})

test('[I43] an index that no longer says what its table says is found, which quick_check would not', async () => {
  const file = await closedFile()
  const db = new Database(file)
  const page = Number(
    db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'booking_by_coupon'").pluck().get(),
  )
  const pageBytes = Number(db.pragma('page_size', { simple: true }))
  db.close()
  const bytes = readFileSync(file)
  // Damages the booking's coupon code.
  const start = (page - 1) * pageBytes
  const at = bytes.subarray(start, start + pageBytes).lastIndexOf('TENOFF')
  expect(at).toBeGreaterThan(0)
  bytes[start + at] = known(bytes[start + at], 'byte') + 1
  writeFileSync(file, bytes)
  const plain = new Database(file)
  expect(plain.pragma('quick_check', { simple: true })).toBe('ok')
  plain.close()
  expect(broken(file)).toEqual(['I43'])
})

test('[I43] damage that cannot be read past is a finding, not a crash', async () => {
  const file = await closedFile()
  const bytes = readFileSync(file)
  bytes.fill(0xa5, 4096 * 3, bytes.length - 4096)
  writeFileSync(file, bytes)
  const { verdicts, head } = checkFile(file)
  expect(verdicts.map(({ id }) => id)).toEqual(['I43'])
  expect(head).toBeNull()
})

test('[I43] no file, no house, and a house of another version are said, not checked', () => {
  const folder = tempFolder()
  expect(() => checkFile(join(folder, 'house.db'))).toThrow(StartRefused)
  writeFileSync(join(folder, 'letter.db'), 'this is a letter, not a house. '.repeat(100))
  expect(() => checkFile(join(folder, 'letter.db'))).toThrow('the file is a house')
  const other = new Database(join(folder, 'other.db'))
  other.pragma('user_version = 1')
  other.close()
  expect(() => checkFile(join(folder, 'other.db'))).toThrow('schema 1')
})
