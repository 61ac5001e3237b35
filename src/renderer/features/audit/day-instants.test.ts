import { expect, test } from 'vitest'
import { DAY_MS } from '../../../shared/lib/time.ts'
import { dayBegins, dayEnds } from './day-instants.ts'

test('[A7] a day begins at its midnight here and ends where the next one begins', () => {
  expect(dayBegins('2026-11-20')).toBe(new Date(2026, 10, 20).getTime())
  expect(dayEnds('2026-11-20')).toBe(new Date(2026, 10, 21).getTime() - 1)
  expect((dayEnds('2026-12-31') ?? 0) - (dayBegins('2026-12-31') ?? 0)).toBe(DAY_MS - 1)
})

test.for(['', '2026-11', '2026-13-45', '20.11.2026', '0001-01-01'])(
  '[A7] %j is no day to look from',
  (text) => {
    expect([dayBegins(text), dayEnds(text)]).toEqual([null, null])
  },
)
