import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { instantsOnWall, wallText } from './zone-clock.ts'

const at = (text: string, zone: string) =>
  instantsOnWall(text, zone)?.map((atMs) => new Date(atMs).toISOString())

test('[E3] a time on the wall is one instant of its zone', () => {
  expect(at('2026-11-20T19:30', 'Asia/Kolkata')).toEqual(['2026-11-20T14:00:00.000Z'])
  expect(at('2026-11-20 19:30:00', 'America/New_York')).toEqual(['2026-11-21T00:30:00.000Z'])
  expect(at('2026-11-20T00:00', 'UTC')).toEqual(['2026-11-20T00:00:00.000Z'])
})

test('[E3] a clock that is put forward shows some times never, one that is put back shows some twice', () => {
  expect(at('2026-03-29T02:30', 'Europe/Berlin')).toEqual([])
  expect(at('2026-03-29T03:00', 'Europe/Berlin')).toEqual(['2026-03-29T01:00:00.000Z'])
  expect(at('2026-10-25T02:30', 'Europe/Berlin')).toEqual([
    '2026-10-25T00:30:00.000Z',
    '2026-10-25T01:30:00.000Z',
  ])
})

test.for([
  '',
  '2026-11-20',
  '2026-02-30T10:00',
  '2026-11-20T25:00',
  '20/11/2026 19:30',
  '2026-11-20T19:30:15',
])('[E3] %j is no day and time', (text) => {
  expect(instantsOnWall(text, 'Asia/Kolkata')).toBeNull()
})

test('[E3] what the wall shows is written with how far it is from UTC', () => {
  expect(wallText(Date.UTC(2026, 10, 20, 14), 'Asia/Kolkata')).toBe('2026-11-20T19:30+05:30')
  expect(wallText(Date.UTC(2026, 10, 20, 14), 'America/New_York')).toBe('2026-11-20T09:00-05:00')
  expect(wallText(Date.UTC(2026, 10, 20, 14, 0, 5), 'UTC')).toBe('2026-11-20T14:00:05+00:00')
  expect(wallText(Date.UTC(2026, 10, 20, 14, 0, 5, 7), 'UTC')).toBe('2026-11-20T14:00:05.007+00:00')
})

const zones = [
  'Asia/Kolkata',
  'Asia/Tehran',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'UTC',
]

property.prop([
  fc.constantFrom(...zones),
  fc.integer({ min: 0, max: 40_000_000 }).map((minutes) => minutes * 60_000),
])('[E3] every instant is found by what its wall shows', (zone, atMs) => {
  const text = wallText(atMs, zone)
  expect(Date.parse(text)).toBe(atMs)
  expect(instantsOnWall(text.slice(0, 16), zone)).toContain(atMs)
})
