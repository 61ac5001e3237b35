import { expect, test } from 'vitest'
import { startsAtMs } from './sale-form.ts'

test('[E3] day and time are the venue’s wall clock', () => {
  const start = { day: '2026-11-20', time: '19:30' }
  expect(startsAtMs(start, 'Asia/Kolkata')).toBe(Date.UTC(2026, 10, 20, 14, 0))
  expect(startsAtMs(start, 'UTC')).toBe(Date.UTC(2026, 10, 20, 19, 30))
  expect(startsAtMs({ ...start, day: '' }, 'UTC')).toBeNull()
  expect(startsAtMs({ ...start, time: 'late' }, 'UTC')).toBeNull()
})
