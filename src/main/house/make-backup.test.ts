import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkFile } from '../checks/check-file.ts'
import { TestHouse, holdOf, payOf } from '../engine/test-house.ts'
import { emptyHead } from '../store/journal.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { type BackupReport, makeBackup } from './make-backup.ts'

const atMs = Date.UTC(2026, 10, 21, 12)

/** An open house that has sold, with its last sale in the write-ahead log only. */
async function openedHouse() {
  const data = tempFolder()
  const path = join(data, 'house.db')
  const database = openDatabase(path)
  onTestFinished(() => void database.close())
  const house = new TestHouse({ store: new SqliteStore(database) })
  const sell = async (seat: number) => {
    const { booking } = await house.done('desk-1', 'hold-seats', holdOf([seat], { cart: `cart-${seat}` }))
    await house.done('desk-1', 'pay-booking', payOf(booking))
  }
  await sell(0)
  const folder = join(data, 'backups')
  const task = { path, folder, pictures: join(data, 'pictures'), elsewhere: null, atMs, atLeast: null }
  return { house, data, database, folder, task, sell }
}

function made(report: BackupReport) {
  if (report.kind !== 'made') throw new Error(JSON.stringify(report))
  return report
}

test('[I44] a backup of an open house has all that was sold, is one file for its owner alone, and adds up', async () => {
  const { house, folder, task } = await openedHouse()
  const { sequence, hash } = house.engine.head
  const { file, sequence: reached } = made(await makeBackup({ ...task, atLeast: { sequence, hash } }))
  expect(reached).toBe(sequence)
  expect(readdirSync(folder)).toEqual([`house-20261121T120000Z-${sequence}.db`])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const { verdicts, head } = checkFile(file)
  expect(verdicts.filter(({ broken }) => broken > 0)).toEqual([])
  expect(head?.sequence).toBe(sequence)
})

test('[I44] a house whose books do not add up gives no backup, and leaves nothing under a backup’s name', async () => {
  const { folder, task, database } = await openedHouse()
  database.exec("UPDATE listing SET title = 'Sun'")
  const report = await makeBackup(task)
  expect(report).toMatchObject({ kind: 'unsound', detail: expect.stringContaining('I25') })
  expect(readdirSync(folder)).toEqual([])
})

test('[I44] a copy that has not what was sold when it was asked for is not kept', async () => {
  const { house, folder, task } = await openedHouse()
  const { sequence, hash } = house.engine.head
  const later = await makeBackup({ ...task, atLeast: { sequence: sequence + 1, hash } })
  expect(later).toMatchObject({ kind: 'unsound' })
  const other = await makeBackup({ ...task, atLeast: { sequence, hash: emptyHead.hash } })
  expect(other).toMatchObject({ kind: 'unsound' })
  expect(readdirSync(folder)).toEqual([])
})

test('[SYNC 5.9] a second folder gets each backup and its pictures, never a key; one that is not there is not made', async () => {
  const { data, task } = await openedHouse()
  const elsewhere = join(data, 'stick')
  expect(await makeBackup({ ...task, elsewhere })).toMatchObject({ kind: 'made', elsewhere: 'missing' })
  expect(readdirSync(data)).not.toContain('stick')

  mkdirSync(elsewhere)
  mkdirSync(task.pictures)
  const picture = 'a'.repeat(64)
  writeFileSync(join(task.pictures, picture), 'proof')
  writeFileSync(join(task.pictures, 'notes.txt'), 'none of ours')
  mkdirSync(join(data, 'keys'))
  writeFileSync(join(data, 'keys', 'ticket-key.pem'), 'secret')
  const report = made(await makeBackup({ ...task, elsewhere, atMs: atMs + 1000 }))
  expect(report.elsewhere).toBe('done')
  expect(readdirSync(elsewhere).toSorted()).toEqual([
    `house-20261121T120001Z-${report.sequence}.db`,
    'pictures',
  ])
  expect(readdirSync(join(elsewhere, 'pictures'))).toEqual([picture])
  expect(readFileSync(join(elsewhere, 'pictures', picture), 'utf8')).toBe('proof')
})

test('[SYNC 5.9] what cannot be written is said, and the backup on this disk stays', async () => {
  const { data, task, folder } = await openedHouse()
  const elsewhere = join(data, 'stick')
  writeFileSync(elsewhere, 'a file, not a folder')
  expect(await makeBackup({ ...task, elsewhere })).toMatchObject({ kind: 'made', elsewhere: 'failed' })
  expect(readdirSync(folder)).toHaveLength(1)
  const report = await makeBackup({ ...task, path: join(data, 'nowhere.db') })
  expect(report).toMatchObject({ kind: 'failed' })
})

test('[SYNC 5.9] of a copy that the second folder did not take nothing stays there, nor of one that was cut off; what is not ours does', async () => {
  const { data, task, house } = await openedHouse()
  const elsewhere = join(data, 'stick')
  const name = `house-20261121T120000Z-${house.engine.sequence}.db`
  mkdirSync(join(elsewhere, name), { recursive: true })
  writeFileSync(join(elsewhere, 'house-20261121T110000Z-7.db.new'), 'half')
  writeFileSync(join(elsewhere, 'music.db.new'), 'none of ours')
  expect(await makeBackup({ ...task, elsewhere })).toMatchObject({ kind: 'made', elsewhere: 'failed' })
  expect(readdirSync(elsewhere).toSorted()).toEqual([name, 'music.db.new'])
})

test('[SYNC 5.9] what a killed process left of a backup is gone with the next', async () => {
  const { task, folder } = await openedHouse()
  mkdirSync(folder)
  chmodSync(folder, 0o700)
  writeFileSync(join(folder, 'house-20261121T110000Z-0.db.new'), 'half')
  writeFileSync(join(folder, 'house-20261121T110000Z-0.db.new-journal'), 'half')
  made(await makeBackup(task))
  expect(readdirSync(folder)).toHaveLength(1)
})
