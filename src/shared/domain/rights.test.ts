import { expect, test } from 'vitest'
import { type Role, roles } from './catalogue.ts'
import {
  deskAndCustomer,
  everyone,
  heads,
  isBeforeSignIn,
  refusalIfNotAllowed,
  refusalIfNotYours,
} from './rights.ts'
import { actorAt, heldBooking } from './sale.fixture.ts'

test('[I40] an operation is for the roles that it names, and for nobody else', () => {
  for (const allowed of [heads, deskAndCustomer, everyone] as const satisfies readonly (readonly Role[])[])
    for (const role of roles) {
      const refusal = refusalIfNotAllowed({ operation: 'any', roles: allowed }, actorAt('a', role), false)
      const isIn = (allowed as readonly Role[]).includes(role)
      expect(refusal, role).toEqual(isIn ? null : { code: 'NOT_ALLOWED', role })
    }
})

test('[A7] while nobody has a PIN the manager at a desk names the first administrator, and does nothing else of theirs', () => {
  const ask = (operation: string, role: Role, isOpen: boolean) =>
    refusalIfNotAllowed({ operation, roles: heads }, actorAt('a', role), isOpen)
  expect(ask('save-staff', 'manager', true)).toBeNull()
  expect(ask('set-pin', 'manager', true)).toBeNull()
  expect(ask('save-staff', 'manager', false)).not.toBeNull()
  expect(ask('save-staff', 'clerk', true)).not.toBeNull()
  expect(ask('any', 'manager', true)).not.toBeNull()
})

test('[I40] before signing in a desk asks only what tells nothing', () => {
  expect(
    ['house', 'sign-in', 'sign-in-names', 'leave-kiosk', 'hold-seats', 'staff'].map(isBeforeSignIn),
  ).toEqual([true, true, true, true, false, false])
})

test('[P11] a booking is its kiosk’s, and theirs who may all', () => {
  const booking = heldBooking()
  const refusal = { code: 'NOT_YOURS', bookingId: booking.bookingId }
  expect(refusalIfNotYours(booking, actorAt('desk-1'))).toBeNull()
  expect(refusalIfNotYours(booking, actorAt('desk-2'))).toEqual(refusal)
  expect(refusalIfNotYours(booking, actorAt('desk-2', 'gate'))).toEqual(refusal)
  expect(refusalIfNotYours(booking, actorAt('desk-2', 'manager'))).toBeNull()
  expect(refusalIfNotYours(booking, actorAt('desk-2', 'admin'))).toBeNull()
})
