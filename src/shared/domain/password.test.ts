import { describe, expect, test } from 'vitest'
import type { Role } from './catalogue.ts'
import type { StaffId } from './ids.ts'
import { type PasswordFound, decideLeaveKiosk, decideSetPassword, isTrivialPassword } from './password.ts'
import { actorAt, start } from './sale.fixture.ts'
import { type Member, noTries } from './sign-in.ts'

function member(id: number, role: Role, turned: Partial<Member> = {}, active = true): Member {
  const entry = { kind: 'staff', staffId: id as StaffId, name: `N${id}`, role, active } as const
  return { entry, hasPin: true, tries: noTries, ...turned }
}

const manager = member(4, 'manager')

function found(turned: Partial<PasswordFound> = {}): PasswordFound {
  const rest = { atKiosk: noTries, hasOtherAdmin: true, isOpen: false, hasPassword: true }
  return { member: manager, ...rest, ...turned }
}

const by = (id: number, role: Role) => ({
  nowMs: start,
  actor: { ...actorAt('desk-1', role), staffId: id as StaffId },
})
const waiting = { failures: 5, lastAtMs: start - 29_999, isLocked: false }

describe('passwords', () => {
  test.for([
    'aaaaaaaaaaaa',
    'abababababab',
    '123456789012',
    'abcdefghijkl',
    'Password1234',
    'qwertyuiop12',
    'administrator',
    'Guichet-2026!',
  ])('[A7] %s is what is tried first, and is refused', (password) => {
    expect(isTrivialPassword(password)).toBe(true)
  })

  test.for(['correct horse battery', 'four-short-words', 'رمز بلند و آشنا', 'my password is a sentence'])(
    '[A7] %s may be a password',
    (password) => {
      expect(isTrivialPassword(password)).toBe(false)
    },
  )

  const set = (
    turned: Partial<PasswordFound>,
    who: ReturnType<typeof by>,
    isOldRight: boolean | null = null,
  ) => decideSetPassword(found(turned), { staffId: 4 as StaffId, isOldRight }, who)
  const given = { accepted: true, events: [{ type: 'password-set', staffId: 4 }] }

  test('[A7] an administrator gives one to whoever is of the office, and to nobody else', () => {
    expect(set({}, by(2, 'admin'))).toMatchObject(given)
    expect(set({ member: member(4, 'admin') }, by(2, 'admin'))).toMatchObject(given)
    for (const role of ['clerk', 'gate', 'self-service'] as const)
      expect(set({ member: member(4, role) }, by(2, 'admin'))).toMatchObject({
        refusal: { code: 'NOT_ALLOWED', role },
      })
    expect(set({ member: null }, by(2, 'admin'))).toMatchObject({ refusal: { code: 'NOT_FOUND', id: '4' } })
    expect(set({}, by(9, 'manager'))).toMatchObject({ refusal: { code: 'NOT_ALLOWED', role: 'manager' } })
    expect(set({ isOpen: true }, by(1, 'manager'))).toMatchObject({ refusal: { code: 'ADMIN_FIRST' } })
  })

  test('[A7] one’s own is changed by the one before; the first needs none; a wrong one counts', () => {
    const own = by(4, 'manager')
    expect(set({ hasPassword: false }, own)).toMatchObject(given)
    expect(set({}, own, true)).toMatchObject(given)
    expect(set({}, own)).toMatchObject({ refusal: { field: 'oldPassword', problem: 'empty' } })
    expect(set({}, own, false)).toMatchObject({
      refusal: { code: 'WRONG_PIN', left: 4 },
      events: [{ type: 'sign-in-failed', ofStaff: 1, ofKiosk: 1 }],
    })
    expect(set({ atKiosk: waiting }, own, true)).toMatchObject({ refusal: { code: 'SIGN_IN_LOCKED' } })
  })
})

describe('the way out of a locked screen', () => {
  const leave = (turned: Partial<PasswordFound>, isRight: boolean | null, person: number | null = 4) =>
    decideLeaveKiosk(found(turned), { person: person as StaffId | null, isRight }, by(3, 'clerk'))

  test('[A7] PIN and password of whoever answers for the house open it, and the journal says who', () => {
    for (const role of ['manager', 'admin'] as const)
      expect(leave({ member: member(4, role) }, true)).toMatchObject({
        accepted: true,
        events: [{ type: 'kiosk-left', staffId: 4 }],
        value: { staffId: 4, role },
      })
    for (const role of ['clerk', 'gate', 'self-service'] as const)
      expect(leave({ member: member(4, role) }, true)).toMatchObject({
        refusal: { code: 'NOT_ALLOWED', role },
      })
  })

  test('[I41] a wrong one counts as a wrong PIN, and nothing is heard while one has to wait', () => {
    expect(leave({}, false)).toMatchObject({
      refusal: { code: 'WRONG_PIN', left: 4 },
      events: [{ type: 'sign-in-failed', staffId: 4 }],
    })
    expect(leave({ atKiosk: waiting }, true)).toMatchObject({
      refusal: { code: 'SIGN_IN_LOCKED', of: 'kiosk' },
    })
    expect(leave({ member: member(4, 'manager', { tries: waiting }) }, true)).toMatchObject({
      refusal: { code: 'SIGN_IN_LOCKED', of: 'staff' },
    })
    expect(leave({}, null)).toMatchObject({ refusal: { code: 'BUSY' } })
  })

  test('[A7] whoever has left, has no PIN or no password, or is not named, opens nothing', () => {
    for (const nobody of [null, member(4, 'manager', {}, false), member(4, 'manager', { hasPin: false })])
      expect(leave({ member: nobody }, true)).toMatchObject({ refusal: { code: 'NOT_FOUND', id: '4' } })
    expect(leave({ hasPassword: false }, true)).toMatchObject({
      refusal: { code: 'INVALID_INPUT', field: 'password', problem: 'empty' },
    })
    expect(leave({}, true, null)).toMatchObject({ refusal: { code: 'SIGN_IN_REQUIRED' } })
  })

  test('[A7] where nobody has a PIN there is nothing to ask for, and it is written down all the same', () => {
    expect(leave({ isOpen: true, member: null }, null, null)).toMatchObject({
      accepted: true,
      events: [{ type: 'kiosk-left', staffId: 3 }],
      value: null,
    })
  })
})
