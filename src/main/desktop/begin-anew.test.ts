import { expect, test } from 'vitest'
import { beginAnew, startAgain } from './begin-anew.ts'
import { KioskLock } from './kiosk-lock.ts'

function begunAnew(isLocked: boolean) {
  const said: string[] = []
  beginAnew({ relaunch: () => said.push('relaunched'), quit: () => said.push('quit') }, isLocked, null)
  return said
}

test('[C3] a program that begins anew starts its successor and ends', () => {
  expect(begunAnew(false)).toEqual(['relaunched', 'quit'])
})

test('[A7] a locked one only ends: what it starts would be killed with all else that its supervisor started', () => {
  expect(begunAnew(true)).toEqual(['quit'])
  const lock = new KioskLock(true, () => {})
  lock.letGo()
  expect(lock.endCode).toBe(startAgain)
  expect(startAgain).not.toBe(0)
})
