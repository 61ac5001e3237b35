import { expect, test } from 'vitest'
import { keyAction } from './seat-map-keys.ts'

const press = (key: string, more = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
})

test('[E2] arrows are the screen’s directions; with Shift they take a range', () => {
  expect(keyAction(press('ArrowLeft'), false)).toEqual({ do: 'move', direction: 'left', isRange: false })
  expect(keyAction(press('ArrowUp', { shiftKey: true }), false)).toEqual({
    do: 'move',
    direction: 'up',
    isRange: true,
  })
})

test('0 fits the plan, but is a digit while a label is being typed, in every script', () => {
  expect(['0', '۰', '०'].map((key) => keyAction(press(key), false)?.do)).toEqual(['fit', 'fit', 'fit'])
  expect(['0', '۰', '०'].map((key) => keyAction(press(key), true)?.do)).toEqual(['type', 'type', 'type'])
})

test('Space and Enter toggle, letters and digits type, plus and minus zoom', () => {
  const keys = [' ', 'Enter', 'F', '۷', '+', '-']
  expect(keys.map((key) => keyAction(press(key), false)?.do)).toEqual([
    'toggle',
    'toggle',
    'type',
    'type',
    'zoom-in',
    'zoom-out',
  ])
})

test('keys of the page and the desk are left alone: Tab, F9, Escape, anything with Ctrl', () => {
  expect(['Tab', 'F9', 'Escape'].map((key) => keyAction(press(key), false))).toEqual([null, null, null])
  expect(keyAction(press('Enter', { ctrlKey: true }), false)).toBeNull()
})

test('- zooms out, but is the hyphen of a label while one is being typed', () => {
  expect(keyAction(press('-'), false)?.do).toBe('zoom-out')
  expect(keyAction(press('-'), true)).toEqual({ do: 'type', key: '-' })
})
