import { describe, expect, test } from 'vitest'
import type { Role } from './catalogue.ts'
import type { StaffId } from './ids.ts'
import { actorAt, start } from './sale.fixture.ts'
import { type Member, noTries } from './sign-in.ts'
import { decideSaveStaff, decideSetPin, isTrivialPin } from './staff.ts'

function member(id: number, role: Role, turned: Partial<Member> = {}, active = true): Member {
  const entry = { kind: 'staff', staffId: id as StaffId, name: `N${id}`, role, active } as const
  return { entry, hasPin: true, tries: noTries, ...turned }
}

const admin = member(2, 'admin')
const clerk = member(3, 'clerk')
const locked = { ...noTries, failures: 20, isLocked: true }

describe('PINs', () => {
  test.for(['1111', '000000', '1234', '123456', '4321', '9876', '7890', '0987', '2468', '1212', '959595'])(
    '[A7] %s is what is tried first, and is refused',
    (pin) => {
      expect(isTrivialPin(pin)).toBe(true)
    },
  )

  test.for(['1235', '9083', '1221', '123457', '271828', '112233'])('[A7] %s may be a PIN', (pin) => {
    expect(isTrivialPin(pin)).toBe(false)
  })
})

describe('saving staff', () => {
  const save = (
    members: readonly Member[],
    id: number | null,
    turned: Partial<{ name: string; role: Role; active: boolean }> = {},
  ) =>
    decideSaveStaff(
      { members, nextStaffId: 9 as StaffId },
      { staffId: id as StaffId | null, name: 'Ravi', role: 'clerk', active: true, ...turned },
    )

  test('[A7] somebody new gets the next number; somebody known keeps theirs', () => {
    expect(save([admin], null)).toMatchObject({
      events: [{ type: 'entry-saved', entry: { kind: 'staff', staffId: 9, name: 'Ravi', role: 'clerk' } }],
      value: { staffId: 9 },
    })
    expect(save([admin, clerk], 3, { role: 'manager' })).toMatchObject({
      events: [{ entry: { staffId: 3, role: 'manager' } }],
    })
    expect(save([admin], 7)).toMatchObject({ refusal: { code: 'NOT_FOUND', what: 'staff', id: '7' } })
  })

  test('[A7] saving what is there already is no event', () => {
    expect(save([admin, clerk], 3, { name: 'N3' })).toEqual({
      accepted: true,
      events: [],
      value: { staffId: 3 },
    })
  })

  test('[A7] two active people of one name could not be told apart where they sign in', () => {
    expect(save([admin, clerk], null, { name: ' n3 ' })).toMatchObject({
      refusal: { code: 'INVALID_INPUT', field: 'name', problem: 'taken' },
    })
    const gone = member(3, 'clerk', {}, false)
    expect(save([admin, gone], null, { name: 'N3' }).accepted).toBe(true)
    expect(save([admin, clerk], null, { name: 'N3', active: false }).accepted).toBe(true)
  })

  test.for([
    ['made a clerk', { role: 'clerk', active: true }],
    ['sent away', { role: 'admin', active: false }],
  ] as const)('[A7] the last administrator who can sign in cannot be %s', ([, turned]) => {
    const lastOne = { refusal: { code: 'LAST_ADMIN' } }
    expect(save([admin, clerk], 2, turned)).toMatchObject(lastOne)
    // An administrator without a PIN, locked or gone does not count either.
    expect(save([admin, member(4, 'admin', { hasPin: false })], 2, turned)).toMatchObject(lastOne)
    expect(save([admin, member(4, 'admin', { tries: locked })], 2, turned)).toMatchObject(lastOne)
    expect(save([admin, member(4, 'admin', {}, false)], 2, turned)).toMatchObject(lastOne)
    expect(save([admin, member(4, 'admin')], 2, turned).accepted).toBe(true)
  })
})

describe('giving PINs', () => {
  const set = (
    target: Member | null,
    by: { id: number; role: Role },
    turned: Partial<{ isOpen: boolean; isOldRight: boolean | null; lastAtMs: number }> = {},
  ) =>
    decideSetPin(
      { member: target, atKiosk: noTries, hasOtherAdmin: true, isOpen: turned.isOpen ?? false },
      { staffId: (target?.entry.staffId ?? 8) as StaffId, isOldRight: turned.isOldRight ?? null },
      { nowMs: start, actor: { ...actorAt('desk-1', by.role), staffId: by.id as StaffId } },
    )
  const yes = (id: number) => ({ accepted: true, events: [{ type: 'pin-set', staffId: id }] })

  test('[A7] an administrator gives anybody a PIN; others nobody but themselves', () => {
    expect(set(clerk, { id: 2, role: 'admin' })).toMatchObject(yes(3))
    expect(set(null, { id: 2, role: 'admin' })).toMatchObject({ refusal: { code: 'NOT_FOUND' } })
    for (const role of ['manager', 'clerk', 'gate', 'self-service'] as const)
      expect(set(admin, { id: 5, role })).toMatchObject({ refusal: { code: 'NOT_ALLOWED', role } })
  })

  test('[A7] one’s own PIN is changed by the one before, administrators’ too; a wrong one counts', () => {
    for (const target of [clerk, admin]) {
      const by = { id: target.entry.staffId, role: target.entry.role }
      expect(set(target, by, { isOldRight: true })).toMatchObject(yes(by.id))
      expect(set(target, by)).toMatchObject({ refusal: { field: 'oldPin', problem: 'empty' } })
      expect(set(target, by, { isOldRight: false })).toMatchObject({
        refusal: { code: 'WRONG_PIN', left: 4 },
        events: [{ type: 'sign-in-failed', ofStaff: 1, ofKiosk: 1 }],
      })
    }
  })

  test('[I41] within a wait the right old PIN changes nothing', () => {
    const waiting = member(3, 'clerk', { tries: { failures: 5, lastAtMs: start - 29_999, isLocked: false } })
    expect(set(waiting, { id: 3, role: 'clerk' }, { isOldRight: true })).toMatchObject({
      refusal: { code: 'SIGN_IN_LOCKED' },
    })
    // A PIN from an administrator ends the lock.
    expect(set(waiting, { id: 2, role: 'admin' })).toMatchObject(yes(3))
  })

  test('[A7] the first PIN of a house is an active administrator’s', () => {
    const desk = { id: 1, role: 'manager' } as const
    const bare = { hasPin: false }
    expect(set(member(2, 'admin', bare), desk, { isOpen: true })).toMatchObject(yes(2))
    for (const other of [
      member(3, 'manager', bare),
      member(1, 'manager', bare),
      member(2, 'admin', bare, false),
    ])
      expect(set(other, desk, { isOpen: true })).toMatchObject({ refusal: { code: 'ADMIN_FIRST' } })
  })
})
