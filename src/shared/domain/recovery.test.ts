import { expect, test } from 'vitest'
import type { KioskId, StaffId } from './ids.ts'
import { type Recovery, afterReceipts, afterSecond, afterWord, isOver, restoredEvent } from './recovery.ts'

const door = 'kiosk-door' as KioskId
const bar = 'kiosk-bar' as KioskId
const recovery: Recovery = {
  epoch: 2,
  storeId: 'a',
  foundBy: null,
  backupSequence: 100,
  restoredAtMs: 0,
  awaits: [door, bar],
  unheard: [],
  seen: 0,
}

test('[SYNC 4.7] a restored house waits for every kiosk that may know more, and for all that they saw', () => {
  expect(isOver(recovery, 100)).toBe(false)
  const one = afterWord(recovery, door, { sequence: 90, isAll: true })
  expect(one).toMatchObject({ awaits: [bar], seen: 90 })
  expect(isOver(one, 100)).toBe(false)
  const both = afterWord(one, bar, { sequence: 104, isAll: true })
  expect(isOver(both, 103)).toBe(false)
  expect(isOver(both, 104)).toBe(true)
  expect(afterWord(both, bar, { sequence: 104, isAll: true })).toEqual(both)
})

test('[SYNC 4.7] a kiosk whose rows are still to come is waited for, and what it saw is not forgotten', () => {
  const coming = afterWord(recovery, door, { sequence: 110, isAll: false })
  expect(coming).toMatchObject({ awaits: [door, bar], seen: 110 })
  const come = afterWord(coming, door, { sequence: 108, isAll: true })
  expect(come).toMatchObject({ awaits: [bar], seen: 110 })
})

test('[SYNC 4.7] receipts that are still to come are waited for as kiosks are', () => {
  const spoken = { ...recovery, awaits: [], unheard: [door, bar], seen: 100 }
  const one = afterReceipts(spoken, door)
  expect(one.unheard).toEqual([bar])
  expect(isOver(one, 100)).toBe(false)
  expect(isOver(afterReceipts(one, bar), 100)).toBe(true)
})

test('[SYNC 4.7] a second machine with the key of one that has spoken is waited for until people open the house, who are told whose', () => {
  const spoken = { ...recovery, awaits: [], seen: 100 }
  expect(isOver(spoken, 100)).toBe(true)
  const doubled = afterSecond(afterSecond(spoken, door), door)
  expect(doubled.doubled).toEqual([door])
  expect(isOver(doubled, 100)).toBe(false)
  expect(restoredEvent(doubled, 100, { reason: 'broken', secondStaffId: null }).missing).toEqual([door])
})

test('[I39] [SYNC 4.7] what is written down says how far it goes back, what came in, who is missing and why it was opened', () => {
  const after = afterWord(recovery, door, { sequence: 130, isAll: true })
  expect(restoredEvent(after, 120, null)).toEqual({
    type: 'house-restored',
    epoch: 2,
    storeId: 'a',
    backupSequence: 100,
    taken: 20,
    seen: 130,
    missing: [bar],
    reason: null,
    secondStaffId: null,
  })
  const secondStaffId = 4 as StaffId
  expect(restoredEvent(after, 120, { reason: 'stolen', secondStaffId })).toMatchObject({
    reason: 'stolen',
    secondStaffId,
  })
})
