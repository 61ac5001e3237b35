import { expect, test } from 'vitest'
import { localText, readLocal } from './local-time.ts'

test('[E3] an instant is typed and read in the zone of its venue, in any digits; a day alone is its beginning', () => {
  const atMs = Date.UTC(2026, 10, 21, 14, 0)
  expect(localText(atMs, 'Asia/Kolkata')).toBe('2026-11-21 19:30')
  expect(readLocal('2026-11-21 19:30', 'Asia/Kolkata')).toBe(atMs)
  expect(readLocal('۲۰۲۶-۱۱-۲۱ ۱۹:۳۰', 'Asia/Kolkata')).toBe(atMs)
  expect(readLocal('2026-11-21', 'Asia/Kolkata')).toBe(Date.UTC(2026, 10, 20, 18, 30))
})

test('[E3] what is no day or time is not guessed; an hour that a clock passes over becomes the one after', () => {
  for (const text of ['', '2026-02-30', '2026-11-21 25:00', '21.11.2026', 'soon'])
    expect(readLocal(text, 'Asia/Kolkata'), text).toBeNull()
  expect(readLocal('2026-03-29 02:30', 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 1, 30))
})
