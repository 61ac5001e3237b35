import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from './db-check.ts'
import { backup } from './db-backup.ts'
import { houseIn, listener, tamper, testFolder } from './house.fixture.ts'

const folder = testFolder()

test('[SYNC 5.9] a house is backed up while it is open, into its own folder or where somebody says', async () => {
  const data = folder('open')
  const house = houseIn(data)
  const { sequence } = house.engine
  const { lines, say } = listener()
  expect(await backup(['--data', data], say)).toBe(0)
  const [name = ''] = readdirSync(join(data, 'backups'))
  expect(lines.at(-1)).toContain(`up to row ${sequence.toLocaleString('en')}`)
  expect(check([join(data, 'backups', name)], () => {})).toBe(0)
  const mine = join(data, 'mine.db')
  expect(await backup(['--data', data, '--to', mine], say)).toBe(0)
  expect(check([mine], () => {})).toBe(0)
  expect(await backup(['--data', data, '--to', mine], say)).toBe(2)
  house.close()
})

test('[I44] a house that does not add up gives no backup, and its command says what does not hold', async () => {
  const data = folder('broken')
  houseIn(data).close()
  tamper(data, "UPDATE listing SET title = 'Sun'")
  const { lines, say } = listener()
  expect(await backup(['--data', data, '--to', join(data, 'mine.db')], say)).toBe(1)
  expect(lines.at(-1)).toContain('I25')
  expect(existsSync(join(data, 'mine.db'))).toBe(false)
})

test('[SYNC 5.9] what is no house, or not understood, is said', async () => {
  mkdirSync(folder('none'))
  const { lines, say } = listener()
  expect(await backup(['--data', folder('none')], say)).toBe(2)
  expect(lines.at(-1)).toContain('there is no house')
  expect(await backup(['--of', 'x'], say)).toBe(2)
  writeFileSync(join(folder('none'), 'house.db'), '')
  expect(await backup(['--data', folder('none'), '--to', join(folder('stick'), 'x.db')], say)).toBe(2)
  expect(lines.at(-1)).toBe(`there is no folder ${folder('stick')}`)
  expect(await backup(['--help'], say)).toBe(0)
  writeFileSync(join(folder('none'), 'house.db'), 'not a database at all, but long enough to be read as one')
  expect(await backup(['--data', folder('none')], say)).toBe(1)
})
