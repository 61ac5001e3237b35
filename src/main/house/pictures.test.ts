import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.fixture.ts'
import { noPictures } from '../engine/ports.ts'
import { openPictures } from './pictures.ts'

const digest = 'ab'.repeat(32)

test('[P5] a picture is a file that is called by its digest, whole, kept once', () => {
  const folder = join(tempFolder(), 'pictures')
  mkdirSync(folder)
  const pictures = openPictures(folder)
  expect(pictures.has(digest)).toBe(false)
  expect(pictures.read(digest)).toBeNull()
  pictures.keep(digest, Uint8Array.from([1, 2, 3]))
  pictures.keep(digest, Uint8Array.from([9]))
  expect(readdirSync(folder)).toEqual([digest])
  expect([...(pictures.read(digest) ?? [])]).toEqual([1, 2, 3])
  expect(pictures.has(digest)).toBe(true)
})

test('[P5] a house that is never shown a picture has none', () => {
  noPictures.keep(digest, Uint8Array.from([1]))
  expect([noPictures.has(digest), noPictures.read(digest)]).toEqual([false, null])
})
