import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { knownFile, knownText } from './known-passwords.ts'

test('[6.2] the passwords that are tried first are the ones of the list as it is now', () => {
  expect(readFileSync(knownFile, 'utf8')).toBe(knownText())
})
