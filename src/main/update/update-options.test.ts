import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { noUpdates, readUpdates } from './update-options.ts'

test('[6.1] updates come from a folder, from an address, or from both; from nowhere else', () => {
  const feed = 'https://guichet.example/stable'
  expect(readUpdates()).toEqual(noUpdates)
  expect(readUpdates(['stick'])).toEqual({ ...noUpdates, folder: resolve('stick') })
  expect(readUpdates([feed, 'stick'], 'key')).toEqual({
    folder: resolve('stick'),
    feed,
    keyFile: resolve('key'),
  })
  for (const words of [['http://guichet.example'], ['ftp://x'], [feed, `${feed}/2`], ['one', 'two']])
    expect(() => readUpdates(words)).toThrow('one of each')
})
