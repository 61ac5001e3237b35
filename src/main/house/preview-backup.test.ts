import { copyFileSync, existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { TestHouse, holdOf, payOf } from '../engine/test-house.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { makeBackup } from './make-backup.ts'
import { previewBackup } from './preview-backup.ts'

async function backedUp() {
  const data = tempFolder()
  const path = join(data, 'house.db')
  const house = new TestHouse({ store: new SqliteStore(openDatabase(path)) })
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0], { cart: 'cart-0' }))
  await house.done('desk-1', 'pay-booking', payOf(booking))
  const task = { path, pictures: join(data, 'pictures'), elsewhere: null, atMs: Date.now(), atLeast: null }
  const made = await makeBackup({ ...task, folder: join(data, 'backups') })
  if (made.kind !== 'made') throw new Error(made.detail)
  const { sequence } = house.engine
  house.store.close()
  return { data, path, from: made.file, sequence }
}

test('[SYNC 5.9] a backup says how far it goes before it is restored, and neither it nor the house is touched', async () => {
  const { data, path, from, sequence } = await backedUp()
  const before = [readFileSync(from), readFileSync(path)]
  expect(previewBackup({ data, from })).toEqual({
    kind: 'sound',
    sequence,
    atMs: expect.any(Number),
    kiosks: 0,
  })
  expect([readFileSync(from), readFileSync(path)]).toEqual(before)
  expect(readdirSync(data).filter((name) => name.startsWith('preview'))).toEqual([])
})

test('[SYNC 5.9] what is no backup is refused in words, and leaves nothing', async () => {
  const { data, from } = await backedUp()
  const cut = join(data, 'cut.db')
  copyFileSync(from, cut)
  truncateSync(cut, 20_000)
  const text = join(data, 'text.db')
  writeFileSync(text, 'no database at all, but long enough to be read')
  for (const file of [cut, text, join(data, 'nothing.db'), data])
    expect(previewBackup({ data, from: file }), file).toMatchObject({
      kind: 'refused',
      detail: expect.stringMatching(/\w/),
    })
  expect(existsSync(join(data, 'preview.db'))).toBe(false)
})

test('[SYNC 5.9] what a preview that was killed has left stands in nobody’s way', async () => {
  const { data, from } = await backedUp()
  writeFileSync(join(data, 'preview.db'), 'half a copy')
  expect(previewBackup({ data, from }).kind).toBe('sound')
})

test('[SYNC 5.9] a house that cannot be written says so, and is not changed', async () => {
  const { data, from } = await backedUp()
  const before = readdirSync(data)
  const file = join(data, 'no-folder')
  writeFileSync(file, '')
  expect(previewBackup({ data: file, from })).toMatchObject({
    kind: 'refused',
    detail: expect.stringMatching(/\w/),
  })
  expect(previewBackup({ data, from }).kind).toBe('sound')
  expect(readdirSync(data)).toEqual([...before, 'no-folder'].toSorted())
})
