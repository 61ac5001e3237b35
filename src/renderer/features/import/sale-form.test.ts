import { expect, test } from 'vitest'
import { readClock, startsAtMs } from './sale-form.ts'

test('[E3] a time is read on the 24-hour clock, in digits of either language; what is none is not guessed', () => {
  expect(['19:30', '9:05', '0815', '۱۹:۳۰', ' 7.45 '].map(readClock)).toEqual([
    '19:30',
    '09:05',
    '08:15',
    '19:30',
    '07:45',
  ])
  expect(['', '24:00', '19:60', '7 pm', '19', '19:3'].map(readClock)).toEqual(Array(6).fill(null))
})

test('[E3] day and time are the venue’s wall clock', () => {
  const start = { day: '2026-11-20', time: '19:30' }
  expect(startsAtMs(start, 'Asia/Kolkata')).toBe(Date.UTC(2026, 10, 20, 14, 0))
  expect(startsAtMs(start, 'UTC')).toBe(Date.UTC(2026, 10, 20, 19, 30))
  expect(startsAtMs({ ...start, day: '' }, 'UTC')).toBeNull()
  expect(startsAtMs({ ...start, time: 'late' }, 'UTC')).toBeNull()
})
