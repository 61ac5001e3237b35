import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { MINUTE_MS, SECOND_MS } from '../lib/time.ts'
import type { Role } from './catalogue.ts'
import type { SignInFailed } from './people-events.ts'
import type { StaffId } from './ids.ts'
import { start } from './sale.fixture.ts'
import {
  LOCK_AT,
  type Member,
  type SignInFound,
  type Tries,
  decideSignIn,
  decideSignOut,
  heardAgainMs,
  noTries,
  refusalIfWaiting,
} from './sign-in.ts'

const asha = 2 as StaffId

function member(tries: Partial<Tries> = {}, role: Role = 'clerk'): Member {
  const entry = { kind: 'staff', staffId: asha, name: 'Asha', role, active: true } as const
  return { entry, hasPin: true, tries: { ...noTries, ...tries } }
}

function found(turned: Partial<SignInFound> = {}): SignInFound {
  return { member: member(), atKiosk: noTries, hasOtherAdmin: true, ...turned }
}

const tryAt = (nowMs: number, isRight: boolean | null, at: SignInFound = found()) =>
  decideSignIn(at, { staffId: asha, isRight }, { nowMs })

const failed = (failures: number, lastAtMs = start): Tries => ({ failures, lastAtMs, isLocked: false })

describe('waits', () => {
  test.for([
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 120],
    [8, 240],
    [9, 480],
    [10, 900],
    [11, 900],
    [5000, 900],
  ] as const)(
    '[I41] after %i wrong PINs in a row the next try is heard after %i s',
    ([failures, seconds]) => {
      expect(heardAgainMs(failed(failures))).toBe(start + seconds * SECOND_MS)
    },
  )

  test('[I41] the right PIN within the wait is not heard; at its end it is', () => {
    const at = found({ member: member(failed(5)) })
    const untilMs = start + 30 * SECOND_MS
    expect(tryAt(untilMs - 1, true, at)).toEqual({
      accepted: false,
      refusal: { code: 'SIGN_IN_LOCKED', of: 'staff', untilMs },
    })
    expect(tryAt(untilMs, true, at)).toMatchObject({
      accepted: true,
      events: [{ type: 'staff-signed-in', staffId: asha }],
    })
  })

  test('[I41] a kiosk at which too many were tried hears nobody, whoever it is', () => {
    const at = found({ atKiosk: failed(6) })
    const untilMs = start + MINUTE_MS
    expect(tryAt(untilMs - 1, true, at)).toMatchObject({
      refusal: { code: 'SIGN_IN_LOCKED', of: 'kiosk', untilMs },
    })
    expect(tryAt(untilMs, true, at).accepted).toBe(true)
  })

  test('[I41] a try within the wait is not counted', () => {
    const decision = tryAt(start, false, found({ member: member(failed(5)) }))
    expect(decision.accepted ? [] : decision.events).toBeUndefined()
  })
})

describe('a wrong PIN', () => {
  test('[I41] is refused with the tries that are left, and leaves an event that counts both', () => {
    const at = found({ member: member(failed(1)), atKiosk: failed(2) })
    expect(tryAt(start, false, at)).toEqual({
      accepted: false,
      refusal: { code: 'WRONG_PIN', left: 2, untilMs: null },
      events: [{ type: 'sign-in-failed', staffId: asha, ofStaff: 2, ofKiosk: 3, isFinal: false }],
    })
  })

  test('[I41] says the wait that it begins', () => {
    expect(tryAt(start + 1, false, found({ member: member(failed(4)) }))).toMatchObject({
      refusal: { code: 'WRONG_PIN', left: 0, untilMs: start + 1 + 30 * SECOND_MS },
    })
  })

  test('[I41] the twentieth locks the name until it has a new PIN, and nothing but that helps', () => {
    const late = start + 60 * MINUTE_MS
    const before = tryAt(late, false, found({ member: member(failed(LOCK_AT - 2)) }))
    expect(before).toMatchObject({ refusal: { code: 'WRONG_PIN' }, events: [{ isFinal: false }] })
    const last = tryAt(late, false, found({ member: member(failed(LOCK_AT - 1)) }))
    expect(last).toMatchObject({
      refusal: { code: 'SIGN_IN_LOCKED', untilMs: null },
      events: [{ isFinal: true }],
    })
    const locked = found({ member: member({ ...failed(LOCK_AT), isLocked: true }) })
    expect(tryAt(late * 2, true, locked)).toMatchObject({
      refusal: { code: 'SIGN_IN_LOCKED', untilMs: null },
    })
  })

  test('[A7] the last administrator is slowed down and never locked for good', () => {
    const last = member(failed(LOCK_AT + 30), 'admin')
    const at = found({ member: last, hasOtherAdmin: false })
    const heardMs = start + 15 * MINUTE_MS
    expect(tryAt(heardMs, false, at)).toMatchObject({
      refusal: { code: 'WRONG_PIN', untilMs: heardMs + 15 * MINUTE_MS },
      events: [{ isFinal: false }],
    })
    expect(tryAt(heardMs, true, at).accepted).toBe(true)
  })
})

test('[A7] nobody without a PIN, nobody who left and nobody unknown can sign in', () => {
  const { entry } = member()
  for (const nobody of [
    null,
    { ...member(), hasPin: false },
    { ...member(), entry: { ...entry, active: false } },
  ]) {
    expect(tryAt(start, true, found({ member: nobody }))).toMatchObject({
      refusal: { code: 'NOT_FOUND', what: 'staff', id: '2' },
    })
  }
})

test('[I41] at a desk that has to wait nobody’s PIN is heard, whoever is named', () => {
  const nobodyKnown = found({ member: null, atKiosk: failed(5) })
  expect(refusalIfWaiting(nobodyKnown, start)).toMatchObject({ of: 'kiosk', untilMs: start + 30 * SECOND_MS })
})

test('[I41] a PIN that was not compared lets nobody in and counts for nothing', () => {
  expect(tryAt(start, null)).toEqual({
    accepted: false,
    refusal: { code: 'BUSY', limit: 'sign-ins' },
  })
})

test('[A7] signing out is an event of whoever was in; of nobody it is none', () => {
  expect(decideSignOut(asha)).toMatchObject({ events: [{ type: 'staff-signed-out', staffId: asha }] })
  expect(decideSignOut(null)).toMatchObject({ accepted: true, events: [] })
})

/** Applies events the way the stored rows do. */
function after(tries: Tries, decision: ReturnType<typeof tryAt>, nowMs: number): Tries {
  if (decision.accepted) return { ...noTries, lastAtMs: nowMs }
  const event = decision.events?.[0] as SignInFailed | undefined
  return event ? { failures: event.ofStaff, lastAtMs: nowMs, isLocked: event.isFinal } : tries
}

property.prop([
  fc.array(fc.record({ laterMs: fc.nat({ max: 20 * MINUTE_MS }), isRight: fc.boolean() }), {
    minLength: 1,
    maxLength: 80,
  }),
  fc.boolean(),
])(
  '[I41] whatever is tried and whenever: no PIN is right within a wait, waits never shrink, and only a last administrator is never locked',
  (tries, hasOtherAdmin) => {
    let [state, nowMs, wrong] = [noTries, start, 0]
    let waitEndsMs = 0
    for (const { laterMs, isRight } of tries) {
      nowMs += laterMs
      const decision = tryAt(nowMs, isRight, found({ member: member(state, 'admin'), hasOtherAdmin }))
      const isLocked = wrong >= 20 && hasOtherAdmin
      // The rule once more, independently of the code.
      expect(decision.accepted).toBe(isRight && nowMs >= waitEndsMs && !isLocked)
      const isHeard = nowMs >= waitEndsMs && !isLocked
      if (isHeard) wrong = isRight ? 0 : wrong + 1
      if (isHeard) waitEndsMs = isRight || wrong < 5 ? 0 : nowMs + Math.min(900, 30 * 2 ** (wrong - 5)) * 1000
      state = after(state, decision, nowMs)
    }
  },
)
