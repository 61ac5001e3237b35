import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backup } from './db-backup.ts'
import { restore } from './db-restore.ts'
import { houseIn, listener, testFolder } from './house.fixture.ts'

const folder = testFolder()

test('[SYNC 5.9] a demo house goes to a clean machine by two commands, and opens there', async () => {
  const data = folder('old')
  houseIn(data).close()
  const file = join(folder('old'), 'mine.db')
  const { lines, say } = listener()
  expect(await backup(['--data', data, '--to', file], say)).toBe(0)
  expect(restore(['--data', folder('new'), '--from', file], say)).toBe(0)
  expect(lines.join('\n')).toContain('house number 2')
  expect(lines.join('\n')).toMatch(/up to row \d+ of \d{4}-\d\d-\d\d \d\d:\d\d UTC/)
  const house = houseIn(folder('new'))
  expect(house.engine.sequence).toBeGreaterThan(1)
  house.close()
  expect(restore(['--data', folder('new'), '--from', file], say)).toBe(0)
  expect(lines.join('\n')).toContain('house number 3')
  expect(readdirSync(folder('new')).filter((name) => name.startsWith('aside'))).toHaveLength(1)
})

test('[SYNC 5.9] a house that is open is not restored over, and what is no backup is refused with its reason', () => {
  const data = folder('open')
  const house = houseIn(data)
  const { lines, say } = listener()
  expect(restore(['--data', data, '--from', join(data, 'house.db')], say)).toBe(1)
  expect(lines.at(-1)).toContain('nothing was restored')
  house.close()
  mkdirSync(folder('none'))
  writeFileSync(join(folder('none'), 'x.db'), 'a letter')
  expect(restore(['--data', data, '--from', join(folder('none'), 'x.db')], say)).toBe(1)
  expect(lines.at(-1)).toContain('it is a database')
  expect(restore(['--data', data], say)).toBe(2)
  expect(restore(['--data', folder('nowhere'), '--from', join(data, 'mistyped.db')], say)).toBe(2)
  expect(lines.at(-1)).toBe(`there is no backup ${join(data, 'mistyped.db')}`)
  expect(existsSync(folder('nowhere'))).toBe(false)
  expect(restore(['--from'], say)).toBe(2)
  expect(restore(['--help'], say)).toBe(0)
})
