import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DAY_MS } from '../../shared/lib/time.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { DayFiles } from './day-files.ts'

const day = (at: number) => `guichet-${new Date(at * DAY_MS).toISOString().slice(0, 10)}.log`

test('[I42] a house that stays open over midnight goes on in the next day’s file, and keeps those of 90 days', () => {
  const logs = tempFolder()
  for (let at = 0; at < 90; at += 1) writeFileSync(join(logs, day(at)), '')
  writeFileSync(join(logs, 'notes.txt'), '')
  const files = new DayFiles(logs, 90 * DAY_MS - 1)
  files.write(Buffer.from('late'), 0)
  expect([files.follow(90 * DAY_MS - 1), files.follow(90 * DAY_MS)]).toEqual([false, true])
  files.write(Buffer.from('early'), 0)
  files.close()
  expect([89, 90].map((at) => readFileSync(join(logs, day(at)), 'utf8'))).toEqual(['late', 'early'])
  expect(readdirSync(logs)).toHaveLength(91)
  expect(readdirSync(logs).toSorted().slice(0, 2)).toEqual([day(1), day(2)])
})

test('[I42] a clock that is far behind drops no file that is being written', () => {
  const logs = tempFolder()
  for (let at = 1; at <= 90; at += 1) writeFileSync(join(logs, day(at)), '')
  const files = new DayFiles(logs, 0)
  files.write(Buffer.from('old time'), 0)
  files.close()
  expect(readFileSync(join(logs, day(0)), 'utf8')).toBe('old time')
  expect(readdirSync(logs)).toHaveLength(90)
})
