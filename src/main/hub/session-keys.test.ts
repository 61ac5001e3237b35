import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.fixture.ts'
import { openSessionKeys } from './session-keys.ts'

test('[S5] a token becomes a desk once, and the cookie stands for that desk', () => {
  const keys = openSessionKeys(tempFolder())
  const token = keys.newToken()
  const cookie = keys.redeem(token) ?? ''
  expect(keys.deskOf(cookie)).toMatch(/^desk-[0-9a-f]{8}$/)
  expect(keys.redeem(token)).toBeNull()
  expect(keys.redeem('')).toBeNull()
})

test('[S5] a cookie outlives the process: the secret is kept, for its owner alone to read', () => {
  const folder = tempFolder()
  const before = openSessionKeys(folder)
  const cookie = before.redeem(before.newToken()) ?? ''
  expect(openSessionKeys(folder).deskOf(cookie)).toBe(before.deskOf(cookie))
  expect(statSync(join(folder, 'session-secret')).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(folder, 'session-secret')).length).toBe(32)
})

test('[S5] a token does not outlive the process, and no house takes the cookie of another', () => {
  const [folder, other] = [tempFolder(), tempFolder()]
  const before = openSessionKeys(folder)
  const token = before.newToken()
  expect(openSessionKeys(folder).redeem(token)).toBeNull()
  expect(openSessionKeys(other).deskOf(before.redeem(token) ?? '')).toBeNull()
})

test.for([
  ['', 'nothing'],
  ['.', 'no desk'],
  ['desk-1', 'no signature'],
  ['desk-1.', 'an empty signature'],
  ['desk-1.x', 'a short one'],
  [`desk-1.${'A'.repeat(43)}`, 'a guessed one'],
] as const)('[S5] %j is no cookie of ours: %s', ([cookie]) => {
  expect(openSessionKeys(tempFolder()).deskOf(cookie)).toBeNull()
})

test('[S5] a signature is worth nothing for another desk', () => {
  const keys = openSessionKeys(tempFolder())
  const [, signature] = (keys.redeem(keys.newToken()) ?? '').split('.')
  expect(keys.deskOf(`desk-ffffffff.${signature}`)).toBeNull()
})
