import { expect, test } from 'vitest'
import { isKnownPassword } from './known-password.ts'

test.for([
  '1qaz2wsx3edc',
  'QWERTY123456',
  'unbelievable',
  '112233445566',
  'basketball12',
  'Liverpool-2026',
  '!!sunshine!!!',
  'dragondragon',
  'monkeymonkeymonkey',
  '2026superman2026',
])('[6.2] %s is tried first, and is known', (password) => {
  expect(isKnownPassword(password)).toBe(true)
})

test.for([
  'correct horse battery',
  'four short words here',
  'my dragon plays football',
  'رمز بلند و آشنا',
  'चार छोटे शब्द यहाँ',
  'k7#mPq2!vX9z',
  '',
])('[6.2] “%s” is not: a sentence may have such a word in it', (password) => {
  expect(isKnownPassword(password)).toBe(false)
})
