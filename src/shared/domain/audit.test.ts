import { expect, test } from 'vitest'
import {
  type AuditArea,
  auditAreaOf,
  auditAreas,
  auditKindOf,
  auditKinds,
  auditedKinds,
  kindsOf,
} from './audit.ts'
import type { HouseEvent } from './events.ts'
import { heldBooking } from './sale.fixture.ts'

const { bookingId, showId } = heldBooking()
const ids = { bookingId, showId }
const staff = { kind: 'staff', staffId: 3 as never, name: 'Asha', role: 'clerk', active: true } as const
const customer = {
  kind: 'customer',
  customerId: 1 as never,
  name: '',
  phone: '',
  email: '',
  vip: false,
} as const

const daily: readonly HouseEvent[] = [
  { type: 'hold-extended', ...ids, expiresAtMs: 1, graceEndsAtMs: 1 },
  { type: 'entry-saved', entry: customer },
  { type: 'booking-expired', ...ids, seatIds: [] },
]
const looked: readonly (readonly [HouseEvent, AuditArea])[] = [
  [{ type: 'staff-signed-in', staffId: 3 as never }, 'sign-in'],
  [{ type: 'entry-saved', entry: staff }, 'staff'],
  [{ type: 'prices-set', showId, version: 2, prices: [] }, 'prices'],
  [{ type: 'plan-imported', planId: 1 as never, name: '', seats: 0, digest: '' }, 'plans'],
  [{ type: 'booking-refunded', ...ids, refundMinor: 1 }, 'bookings'],
  [{ type: 'attempt-refused', operation: 'set-prices', code: 'NOT_ALLOWED' }, 'refused'],
]

test('[I39] daily work at the own desk is no entry of the audit log', () => {
  for (const event of daily) expect(auditAreaOf(event, true), event.type).toBeNull()
  expect(daily.map(auditKindOf)).toEqual([null, null, null])
})

test.for(looked)('[I39] $0.type is looked at again, under $1', ([event, area]) => {
  expect(auditAreaOf(event, false)).toBe(area)
  expect(auditKindOf(event)).not.toBeNull()
  expect(kindsOf(area)).toContain(event.type)
})

test("[I39] giving a booking back is daily work at its own desk, and looked at where it is another's", () => {
  const event: HouseEvent = { type: 'booking-cancelled', ...ids, seatIds: [], reason: '' }
  expect(auditAreaOf(event, false)).toBeNull()
  expect(auditAreaOf(event, true)).toBe('bookings')
})

test('[I39] every audited kind stands under a heading and has a name, and no heading is empty', () => {
  for (const area of auditAreas) expect(kindsOf(area).length, area).toBeGreaterThan(0)
  const under = new Set(auditAreas.flatMap(kindsOf))
  expect([...under].toSorted()).toEqual(auditedKinds)
  for (const kind of auditedKinds)
    expect(
      auditKinds.some((one) => one === kind || kind === 'entry-saved'),
      kind,
    ).toBe(true)
})

test('[I39] the same word to update is called what it was: asked for, or called off', () => {
  const asked = { type: 'update-asked', from: '1.0.0', version: '2.0.0', digest: 'd' } as const
  expect(auditKindOf({ ...asked, when: 'at-close' })).toBe('update-asked')
  expect(auditKindOf({ ...asked, when: 'never' })).toBe('update-called-off')
  expect(auditAreaOf({ ...asked, when: 'never' }, false)).toBe('kiosks')
})
