import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { StartRefused } from '../store/open-database.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { openPinHasher, pepperFile } from './pin-hasher.ts'

const salt = new Uint8Array(16).fill(7)

test('[I42] a digest is the same for the same PIN, salt and house, and another for any other', async () => {
  const keys = tempFolder()
  const digest = await openPinHasher(keys).digest('90817263', salt)
  expect(digest.length).toBe(32)
  expect(await openPinHasher(keys).digest('90817263', salt)).toEqual(digest)
  expect(await openPinHasher(keys).digest('90817264', salt)).not.toEqual(digest)
  expect(await openPinHasher(keys).digest('90817263', new Uint8Array(16))).not.toEqual(digest)
  // A copied database alone is not enough to try PINs against.
  expect(await openPinHasher(tempFolder()).digest('90817263', salt)).not.toEqual(digest)
})

test('[I42] the pepper is its owner’s alone to read, and one that is cut short refuses the start', () => {
  const keys = tempFolder()
  openPinHasher(keys)
  expect(statSync(pepperFile(keys)).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(keys, 'pin-pepper')).length).toBe(32)
  writeFileSync(pepperFile(keys), 'short')
  expect(() => openPinHasher(keys)).toThrow(StartRefused)
})
