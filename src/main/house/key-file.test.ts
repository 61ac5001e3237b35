import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSessionKeys } from '../hub/session-keys.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { openKeyFile } from './key-file.ts'
import { openTicketKey } from './ticket-key.ts'

const four = (bytes: Buffer) => bytes.length === 4

test('[S5] a secret is made once, for its owner alone, and leaves nothing beside it', () => {
  const file = join(tempFolder(), 'secret')
  expect(openKeyFile(file, () => Buffer.from('abcd'), four).toString()).toBe('abcd')
  expect(openKeyFile(file, () => Buffer.from('wxyz'), four).toString()).toBe('abcd')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(existsSync(`${file}.new`)).toBe(false)
})

test('[S5] a secret cut short, as a full disk leaves it, starts no hub: an empty one would let anybody sign', () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'session-secret'), '')
  expect(() => openSessionKeys(folder)).toThrow(/its keys are whole/)
  writeFileSync(join(folder, 'ticket-key.pem'), 'half of')
  expect(() => openTicketKey(folder)).toThrow(/its keys are whole/)
})
