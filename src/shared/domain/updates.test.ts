import { expect, test } from 'vitest'
import type { Booking } from './booking.ts'
import type { Actor } from './catalogue.ts'
import type { KioskId, StaffId } from './ids.ts'
import {
  type Installed,
  type Release,
  type UpdateWish,
  compareVersions,
  decideUpdate,
  judgeRelease,
  refusalOfUpdate,
  updateReads,
} from './updates.ts'

const file = { name: 'guichet.AppImage', sha512: 'a', size: 7 }
const release: Release = { version: '1.4.0', minVersion: '1.2.0', rollout: 30, files: { here: file } }
const here: Installed = { version: '1.3.9', packageKind: 'here', hubVersion: null, share: null }
const judged = (more: Partial<Installed>, of: Partial<Release> = {}) =>
  judgeRelease({ ...release, ...of }, { ...here, ...more })

test('[6.1] versions are compared part by part, as numbers', () => {
  expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0)
  expect(compareVersions('1.9.9', '1.10.0')).toBeLessThan(0)
  expect(compareVersions('2.0', '2.0.0')).toBe(0)
  expect(compareVersions('2.0.0', '2.0')).toBe(0)
})

test('[6.1] only a newer version is taken: the same and an older one are named as such', () => {
  expect(judged({})).toBe(file)
  expect(judged({ version: '1.4.0' })).toBe('same')
  expect(judged({ version: '1.4.1' })).toBe('older')
  expect(judged({ version: '1.10.0' })).toBe('older')
})

test('[V15] a version too old to be installed over goes by way of one between', () => {
  expect(judged({ version: '1.2.0' })).toBe(file)
  expect(judged({ version: '1.1.9' })).toBe('too-far')
})

test('[S3] a kiosk does not go past its hub, and comes up to it', () => {
  expect(judged({ hubVersion: '1.3.9' })).toBe('past-hub')
  expect(judged({ hubVersion: '1.4.0' })).toBe(file)
  expect(judged({ hubVersion: '1.5.0' })).toBe(file)
})

test('[6.1] a machine that was not installed from a package, or from another kind, is offered none', () => {
  expect(judged({ packageKind: null })).toBe('not-for-here')
  expect(judged({ packageKind: 'elsewhere' })).toBe('not-for-here')
})

test('[6.1] by the net a version comes to so many of a hundred machines, by hand to any', () => {
  expect(judged({ share: 29 })).toBe(file)
  expect(judged({ share: 30 })).toBe('not-yet')
  expect(judged({ share: 0 }, { rollout: 0 })).toBe('not-yet')
  expect(judged({ share: 99 }, { rollout: 100 })).toBe(file)
})

const desk = 'desk-1' as KioskId
const far = 'kiosk-far' as KioskId
const member = { kind: 'kiosk', kioskId: far, name: 'Far', pin: '', active: true } as const
const hold = (kioskId: KioskId, purpose: Booking['purpose'] = 'hold') => ({ kioskId, purpose }) as Booking
const shift = (kioskId: KioskId) => ({ kioskId, number: 1, state: 'open', counts: null }) as const
const offered = { version: '1.4.0', digest: 'd', from: '1.3.9', isWaiting: false }
const resting = { atRest: { openShifts: [], showOn: null }, holds: [], kiosks: [member] }
const wish: UpdateWish = { version: '1.4.0', digest: 'd', when: 'now' }

interface Case {
  readonly openShifts?: readonly ReturnType<typeof shift>[]
  readonly showOn?: { readonly title: string; readonly startsAtMs: number }
  readonly holds?: readonly Booking[]
  readonly offered?: typeof offered | null
}

function decided(given: Case, by: KioskId = desk, of: Partial<UpdateWish> = {}) {
  const actor: Actor = { staffId: 1 as StaffId, name: 'Mina', role: 'manager', kioskId: by }
  const { openShifts = [], showOn = null, holds = [], offered: offer = offered } = given
  const found = { ...resting, atRest: { openShifts, showOn }, holds }
  return decideUpdate(found, { ...wish, ...of }, { actor, offered: offer })
}

test('[I39] a house at rest takes the word, and writes down what goes and what comes', () => {
  const asked = { type: 'update-asked', from: '1.3.9', version: '1.4.0', digest: 'd', when: 'now' }
  expect(decided({})).toEqual({ accepted: true, events: [asked], value: { when: 'now' } })
})

test('[6.1] what was not fetched, checked and shown is not installed', () => {
  const refusal = { code: 'NOT_FOUND', what: 'update', id: '1.4.0' }
  expect(decided({ offered: null })).toEqual({ accepted: false, refusal })
  expect(decided({ offered: { ...offered, digest: 'other' } })).toEqual({ accepted: false, refusal })
  expect(decided({ offered: { ...offered, version: '1.4.1' } })).toEqual({ accepted: false, refusal })
})

test('[A5] not while any shift is open; when it closes, if that was asked for', () => {
  const refusal = { code: 'UPDATE_NOT_NOW', reason: 'shift', detail: 'desk-1', atMs: null }
  expect(decided({ openShifts: [shift(desk)] })).toEqual({ accepted: false, refusal })
  expect(decided({ openShifts: [shift(desk)] }, desk, { when: 'at-close' })).toMatchObject({
    accepted: true,
    value: { when: 'at-close' },
  })
})

test('[6.1] what waits is called off whatever the house is doing; what does not wait is not, nor another file', () => {
  const waits = { ...offered, isWaiting: true }
  const busy = { openShifts: [shift(desk)], holds: [hold(desk)] }
  const asked = { type: 'update-asked', from: '1.3.9', version: '1.4.0', digest: 'd', when: 'never' }
  expect(decided({ ...busy, offered: waits }, desk, { when: 'never' })).toEqual({
    accepted: true,
    events: [asked],
    value: { when: 'never' },
  })
  const refusal = { code: 'NOT_FOUND', what: 'update', id: '1.4.0' }
  for (const [one, by] of [
    [offered, desk],
    [null, desk],
    [{ ...waits, digest: 'other' }, desk],
    // A kiosk may not call off its hub's own update.
    [waits, far],
  ] as const)
    expect(decided({ offered: one }, by, { when: 'never' })).toEqual({ accepted: false, refusal })
})

test('[A5] where no shift is open there is none to wait for: what is in the way is said', () => {
  const refusal = { reason: 'sale', detail: 'desk-1' }
  expect(decided({ holds: [hold(desk)] }, desk, { when: 'at-close' })).toMatchObject({ refusal })
  expect(decided({}, desk, { when: 'at-close' })).toMatchObject({ accepted: true })
})

test('[H1] not while seats are held in a cart; a reservation is no sale under way', () => {
  expect(decided({ holds: [hold(desk, 'reservation')] })).toMatchObject({ accepted: true })
  const refusal = { code: 'UPDATE_NOT_NOW', reason: 'sale', detail: 'kiosk-far', atMs: null }
  expect(decided({ holds: [hold(desk, 'reservation'), hold(far)] })).toEqual({ accepted: false, refusal })
})

test('[6.1] not while people come for a show', () => {
  const refusal = { code: 'UPDATE_NOT_NOW', reason: 'show', detail: 'Rain', atMs: 5 }
  expect(decided({ showOn: { title: 'Rain', startsAtMs: 5 } })).toEqual({ accepted: false, refusal })
})

test('[S3] of a kiosk of the LAN its own drawer and carts count, what it was offered it knows itself, and it never waits', () => {
  const others = { offered: null, openShifts: [shift(desk)], holds: [hold(desk)] }
  expect(decided(others, far)).toMatchObject({ accepted: true, events: [{ from: '', version: '1.4.0' }] })
  expect(decided({ ...others, holds: [hold(far)] }, far)).toMatchObject({ accepted: false })
  expect(decided({ openShifts: [shift(far)] }, far, { when: 'at-close' })).toMatchObject({ accepted: false })
  const busy = { ...resting, atRest: { openShifts: [shift(desk)], showOn: null } }
  expect(refusalOfUpdate(busy, far)).toBeNull()
})

test('[6.1] all that must be at rest is read', () => {
  expect(updateReads(7)).toEqual({ atRest: { nowMs: 7 }, holds: {}, kiosks: true })
})
