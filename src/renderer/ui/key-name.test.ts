import { expect, test } from 'vitest'
import { isShortcut, keyName } from './key-name.ts'

const press = (key: string, code = '', ctrlKey = false) => keyName({ key, code, ctrlKey, metaKey: false })

test('[E2] a shortcut is the key as printed, also on a keyboard that types Persian', () => {
  expect([press('F9'), press('K', 'KeyK', true), press('P', 'KeyP')]).toEqual(['F9', 'Ctrl+k', 'p'])
  expect([press('ن', 'KeyK', true), press('ح', 'KeyP'), press('؟', 'Slash')]).toEqual(['Ctrl+k', 'p', '?'])
  // A Latin layout keeps its own letters: on a French one, A stands where Q is.
  expect(press('a', 'KeyQ', true)).toBe('Ctrl+a')
})

test('[E2] on the map ? lists the keys, a letter is a seat’s name; in a field both are text', () => {
  expect(['?', 'F2', 'Ctrl+k', 'Escape'].map((name) => isShortcut(name, 'seat'))).toEqual(
    Array<boolean>(4).fill(true),
  )
  expect(['p', '1', '۱'].map((name) => isShortcut(name, 'seat'))).toEqual([false, false, false])
  expect(['?', 'p', 'Delete'].map((name) => isShortcut(name, 'text'))).toEqual([false, false, false])
  expect(['F2', 'Ctrl+k', 'Escape'].map((name) => isShortcut(name, 'text'))).toEqual([true, true, true])
})
