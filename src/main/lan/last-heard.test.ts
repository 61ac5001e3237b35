import { expect, test } from 'vitest'
import type { KioskId, StaffId } from '../../shared/domain/ids.ts'
import type { Output } from '../../shared/contract/operations.ts'
import { LastHeard } from './last-heard.ts'

const nowMs = 1_000_000
const termMs = 300_000

function signedIn(lockAtMs: number | null) {
  return { staffId: 3 as StaffId, name: 'Mira', role: 'clerk', lockAtMs } as const
}

function house(actor: Output<'house'>['actor'], isOpen = false): Output<'house'> {
  return {
    version: '1',
    kioskId: 'side' as KioskId,
    actor,
    isOpen,
    hasTerminal: false,
    kiosks: [],
    venues: [],
  }
}

function heardOf(actor: Output<'house'>['actor']): LastHeard {
  const heard = new LastHeard()
  heard.note('house', { kind: 'done', value: house(actor) }, nowMs)
  return heard
}

test('[A7] who was in stays in until the desk locks by itself, to the millisecond', () => {
  const heard = heardOf(signedIn(nowMs + termMs))
  expect(heard.actor(nowMs + termMs - 1)).toEqual({
    staffId: 3,
    name: 'Mira',
    role: 'clerk',
    kioskId: 'side',
  })
  expect(heard.actor(nowMs + termMs)).toBeNull()
  expect(heard.house(nowMs + termMs)).toEqual(house(null))
})

test('[A7] a touch puts the lock off by the term that the hub went by, and wakes nobody who is locked out', () => {
  const heard = heardOf(signedIn(nowMs + termMs))
  expect(heard.touch(nowMs + termMs - 1)).toBe(nowMs + termMs - 1 + termMs)
  expect(heard.actor(nowMs + termMs)).not.toBeNull()
  expect(heard.touch(nowMs + 3 * termMs)).toBeNull()
  expect(heard.actor(nowMs + 3 * termMs)).toBeNull()
})

test('[A7] whoever signs in or out at the hub is in or out here', () => {
  const heard = heardOf(null)
  expect(heard.actor(nowMs)).toBeNull()
  heard.note('sign-in', { kind: 'done', value: signedIn(nowMs + termMs) }, nowMs)
  expect(heard.actor(nowMs)?.name).toBe('Mira')
  heard.note('stay-signed-in', { kind: 'done', value: { lockAtMs: nowMs + 2 * termMs } }, nowMs)
  expect(heard.actor(nowMs + termMs)?.name).toBe('Mira')
  heard.note('sign-out', { kind: 'done', value: {} }, nowMs)
  expect(heard.actor(nowMs)).toBeNull()
})

test('[A7] a no changes nothing, and before the first word there is nobody', () => {
  const heard = new LastHeard()
  expect(heard.house(nowMs)).toBeNull()
  heard.note('sign-in', { kind: 'done', value: signedIn(null) }, nowMs)
  expect(heard.actor(nowMs)).toBeNull()
  const open = heardOf(signedIn(null))
  open.note('sign-out', { kind: 'refused', refusal: { code: 'BUSY', limit: 'commands' } }, nowMs)
  expect(open.actor(nowMs + 10 * termMs)?.name).toBe('Mira')
  expect(open.touch(nowMs)).toBeNull()
})
