import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../shared/lib/time.ts'
import { backupName, outdatedBackups, readBackupName } from './backup-names.ts'

const noonMs = Date.UTC(2026, 10, 21, 12)

test('[SYNC 5.9] a backup’s name says when it was made and how far it goes', () => {
  const name = backupName(noonMs, 1042)
  expect(name).toBe('house-20261121T120000Z-1042.db')
  expect(readBackupName(name)).toEqual({ name, atMs: noonMs, sequence: 1042 })
  for (const other of ['house.db', 'house-20261121T120000Z-1042.db.new', 'house-20261321T120000Z-1.db'])
    expect(readBackupName(other)).toBeNull()
})

test('[SYNC 5.9] a month of hours leaves the last day’s, and the last one of each of two weeks', () => {
  const hours = Array.from({ length: 31 * 24 }, (_, hour) => backupName(noonMs + hour * HOUR_MS, hour + 1))
  const gone = new Set(outdatedBackups(hours))
  const kept = hours.filter((name) => !gone.has(name))
  expect(kept.slice(-24)).toEqual(hours.slice(-24))
  const days = kept.slice(0, -24).map((name) => readBackupName(name)?.atMs ?? 0)
  // The last hour of each day; today's and yesterday's are among the newest.
  expect(days.map((atMs) => (atMs % DAY_MS) / HOUR_MS)).toEqual(Array.from({ length: 12 }, () => 23))
  expect(outdatedBackups(kept)).toEqual([])
  expect(outdatedBackups(['house.db', 'pictures', 'mine.db'])).toEqual([])
})
