import { expect, test } from 'vitest'
import { DAY_MS } from '../../shared/lib/time.ts'
import { StartRefused } from '../store/open-database.ts'
import { emptyHead } from '../store/journal.ts'
import { refuseLeap } from './refuse-start.ts'

test.each([
  ['a house that was used yesterday', DAY_MS, false, false],
  ['a house that was closed for a summer', 99 * DAY_MS, false, false],
  ['a clock that was set back', -4000 * DAY_MS, false, false],
  ['a house that was last used years ago, by this clock', 100 * DAY_MS, false, true],
  ['the same where somebody says that the date is right', 4000 * DAY_MS, true, false],
])('[I11] %s', (_, sinceMs, isDateRight, isRefused) => {
  const atMs = Date.parse('2026-11-20T18:00Z')
  const store = { select: () => [{ ...emptyHead, atMs }] } as never
  const open = () => refuseLeap(store, atMs + sinceMs, isDateRight)
  if (isRefused) expect(open).toThrow(StartRefused)
  else expect(open).not.toThrow()
})

test('[I11] a new house has no last use', () => {
  expect(() =>
    refuseLeap({ select: () => [] } as never, Date.parse('2026-11-20T18:00Z'), false),
  ).not.toThrow()
})
