import { expect, test } from 'vitest'
import { readClock } from './read-clock.ts'

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
