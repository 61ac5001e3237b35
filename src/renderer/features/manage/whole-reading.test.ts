import { expect, test } from 'vitest'
import { WholeReading } from './whole-reading.ts'

test('[A1] rows that change while a table is read once more are read after it, since its page may be older', () => {
  const reading = new WholeReading()
  expect(reading.isOver).toBe(false)
  expect(reading.end()).toEqual([])
  expect(reading.isOver).toBe(true)
  reading.begin()
  expect(reading.isOver).toBe(false)
  reading.hear(['a', 'b'])
  reading.hear(['a'])
  expect(reading.end()).toEqual(['a', 'b'])
})

test('[A1] what changed outside of a reading, or before it began, needs no second look', () => {
  const reading = new WholeReading()
  reading.hear(['a'])
  reading.begin()
  expect(reading.end()).toEqual([])
  reading.hear(['b'])
  expect(reading.end()).toEqual([])
})
