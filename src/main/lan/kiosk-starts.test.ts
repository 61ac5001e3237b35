import { expect, test } from 'vitest'
import type { KioskId } from '../../shared/domain/ids.ts'
import { KioskStarts } from './kiosk-starts.ts'

const side = 'kiosk-side' as KioskId
const door = 'kiosk-door' as KioskId

test('[SYNC 5.1] a kiosk that comes again, or began anew, has its line at once, whatever became of the older one', () => {
  const starts = new KioskStarts()
  expect(starts.admits(side, 'one')).toBe(true)
  starts.arrive(side, 'one')
  expect(starts.admits(side, 'one')).toBe(true)
  expect(starts.admits(side, 'two')).toBe(true)
})

test('[SYNC 4.7] one that was here before is a second machine, as long as another has the line', () => {
  const starts = new KioskStarts()
  const leaveFirst = starts.arrive(side, 'one')
  const leave = starts.arrive(side, 'two')
  // The older connection ends after the newer one begins.
  leaveFirst()
  expect(starts.admits(side, 'one')).toBe(false)
  expect(starts.admits(door, 'one')).toBe(true)
  leave()
  expect(starts.admits(side, 'one')).toBe(true)
  starts.arrive(side, 'one')
  expect(starts.admits(side, 'two')).toBe(false)
  expect(starts.admits(side, 'three')).toBe(true)
})

test('[SYNC 4.7] a kiosk of an earlier version does not say which start it is, and is told from none', () => {
  const starts = new KioskStarts()
  starts.arrive(side, 'one')
  starts.arrive(side, null)
  expect(starts.admits(side, 'one')).toBe(true)
  expect(starts.admits(side, null)).toBe(true)
})

test('[SYNC 5.7] whoever has the key does not fill the hub with starts', () => {
  const starts = new KioskStarts()
  for (let at = 0; at <= 64; at += 1) starts.arrive(side, `start ${at}`)
  expect(starts.admits(side, 'start 1')).toBe(false)
  expect(starts.admits(side, 'start 0')).toBe(true)
})
