import { expect, test } from 'vitest'
import { readOptions } from './options.ts'

function problemOf(...words: string[]): string | null {
  const read = readOptions(words)
  return 'problem' in read ? read.problem : null
}

test('[6.4] the one word that is no option is a link of ours, and it is read before anything is opened', () => {
  expect(readOptions(['guichet://show/12', '--safe-mode'])).toMatchObject({
    place: { kind: 'show', showId: 12 },
    safeMode: true,
    resetWindow: false,
    version: false,
  })
  expect(readOptions(['--reset-window', '--version'])).toMatchObject({
    place: null,
    resetWindow: true,
    version: true,
  })
})

test('[6.4] a window begins where --screen says, unless a link leads elsewhere', () => {
  expect(readOptions(['--screen', 'gate'])).toMatchObject({ place: { kind: 'screen', name: 'gate' } })
  expect(readOptions(['--screen=gate', 'guichet://show/3'])).toMatchObject({
    place: { kind: 'show', showId: 3 },
  })
})

test.for([
  ['a word', 'sell'],
  ['a screen that there is not', '--screen', 'staff'],
  ['a link that leads nowhere', 'guichet://staff/1'],
  ['two links', 'guichet://show/1', 'guichet://show/2'],
  ['a switch of Chromium', '--remote-debugging-port=9222'],
  ['a switch of V8', '--js-flags=--expose-gc'],
  ['a switch of Node', '--inspect'],
  ['an option that has no value', '--safe-mode=yes'],
  ['a link behind the end of options', '--', '--inspect'],
])('[6.4] what Guichet does not know, it refuses with a line that says so: %s', ([_what, ...words]) => {
  expect(problemOf(...words)).toMatch(/Try --help\.$/)
})

test('[6.4] an unknown option is named, in one short line', () => {
  expect(problemOf('--fast')).toBe("Unknown option '--fast'. Try --help.")
})

test('[6.4] a link opens in a window, so a hub without one refuses it', () => {
  expect(problemOf('--headless', 'guichet://show/1')).toMatch(/window.*Try --help\.$/)
  expect(problemOf('--headless', '--screen', 'gate')).toMatch(/window.*Try --help\.$/)
})
