import { expect, test } from 'vitest'
import { isOwnFrame } from './own-frame.ts'

const origin = 'app://guichet'
const page = { url: 'app://guichet/index.html' }

test('[V8] the main frame of our own page may speak', () => {
  expect(isOwnFrame(page, page, origin)).toBe(true)
})

test('[V8] a frame inside our page may not, be it one of our own files', () => {
  expect(isOwnFrame({ url: 'app://guichet/index.html' }, page, origin)).toBe(false)
})

test('[V8] a frame that is gone may not', () => {
  expect(isOwnFrame(null, page, origin)).toBe(false)
})

test.for([
  'https://evil.example/',
  'app://guichet.evil.example/index.html',
  'app://guichet',
  'app://other/index.html',
  'file:///index.html',
  'about:blank',
  'data:text/html,app://guichet/',
  '',
])('[V8] a window that has come to %j may not', (url) => {
  const elsewhere = { url }
  expect(isOwnFrame(elsewhere, elsewhere, origin)).toBe(false)
})
