import { expect, test } from 'vitest'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { KioskId, StaffId } from '../../shared/domain/ids.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { asKept } from '../engine/told-without-pins.ts'
import { People } from '../engine/people.ts'
import { TestHouse, openingMs } from '../engine/test-house.ts'
import { SeededChance } from '../engine/test-world.ts'
import { put } from '../store/rows.ts'
import { RecoverySignIn } from './recovery-sign-in.ts'
import { RecoveryTries } from './recovery-tries.ts'

const desk = 'desk-1' as KioskId
const [asha, ravi, mina] = [2, 3, 4] as StaffId[] as [StaffId, StaffId, StaffId]
const staff = [
  { staffId: asha, name: 'Asha', role: 'admin', active: true },
  { staffId: ravi, name: 'Ravi', role: 'clerk', active: true },
  { staffId: mina, name: 'Mina', role: 'manager', active: true },
] as const
const password = 'four short words here'
const bytesOf = (text: string) => Buffer.from(text.padEnd(32))
const salt = new Uint8Array(16)

/** With `isOpen` nobody has a PIN; otherwise Asha alone has a password. */
function waiting({ isOpen = false, backUp = async () => {} } = {}) {
  const { engine, store } = new TestHouse()
  engine.furnish(
    staff.map((entry) => ({ type: 'entry-saved', entry: { kind: 'staff', ...entry } })),
    [],
  )
  if (!isOpen) {
    store.write(staff.map(({ staffId }) => put('pin', { staffId, salt, digest: bytesOf(`pin${staffId}`) })))
    store.write([put('password', { staffId: asha, salt, digest: bytesOf(asKept(password)) })])
  }
  let elapsedMs = 0
  const clock = { nowMs: () => openingMs + elapsedMs, elapsedMs: () => elapsedMs }
  const people = new People(store)
  const chance = new SeededChance('manager')
  const pinHasher = { digest: (pin: string) => Promise.resolve(bytesOf(pin)) }
  const tries = new RecoveryTries({ clock, chance, pinHasher, people })
  const log = { error: () => {}, info: () => {}, debug: () => {} }
  const signIn = new RecoverySignIn({ clock, log, people, tries, version: '1.0.0', backUp })
  const ask = (name: Parameters<typeof signIn.answer>[1], input: object = {}) =>
    signIn.answer(desk, name, input)
  const leave = (person: Input<'leave-kiosk'>['person']) => ask('leave-kiosk', { person })
  const actor = async () => {
    const answer = await ask('house')
    return answer?.kind === 'done' ? (answer.value as Output<'house'>).actor : undefined
  }
  return { ask, leave, actor, pass: (ms: number) => (elapsedMs += ms) }
}

const refused = (code: string) => ({ kind: 'refused', refusal: { code } })

test('[SYNC 4.7] a house that waits says who is in, lets a manager in by PIN, and locks again by itself', async () => {
  const { ask, actor, pass } = waiting()
  expect(await ask('house')).toMatchObject({
    kind: 'done',
    value: { version: '1.0.0', actor: null, isOpen: false },
  })
  expect(await ask('sign-in-names')).toMatchObject({ kind: 'done', value: { staff: [{}, {}, {}] } })
  expect(await ask('sign-in', { staffId: mina, pin: 'pin2' })).toMatchObject(refused('WRONG_PIN'))
  expect(await actor()).toBeNull()
  expect(await ask('sign-in', { staffId: mina, pin: 'pin4' })).toMatchObject({
    kind: 'done',
    value: { name: 'Mina', role: 'manager' },
  })
  pass(5 * MINUTE_MS - 1)
  expect(await actor()).toMatchObject({ staffId: mina })
  pass(1)
  expect(await actor()).toBeNull()
})

test('[I40] [I41] a clerk and a stranger are no way in, and wrong PINs are not heard without end', async () => {
  const { ask, actor } = waiting()
  expect(await ask('sign-in', { staffId: ravi, pin: 'pin3' })).toMatchObject(refused('NOT_ALLOWED'))
  expect(await ask('sign-in', { staffId: 99, pin: 'pin3' })).toMatchObject(refused('NOT_FOUND'))
  for (let tries = 0; tries < 5; tries += 1) await ask('sign-in', { staffId: mina, pin: '0000' })
  expect(await ask('sign-in', { staffId: mina, pin: 'pin4' })).toMatchObject(refused('SIGN_IN_LOCKED'))
  expect(await actor()).toBeNull()
})

test('[A7] a locked screen of a house that waits is left by PIN and password together, and by nothing less', async () => {
  const { leave } = waiting()
  expect(await leave(null)).toMatchObject(refused('SIGN_IN_REQUIRED'))
  expect(await leave({ staffId: ravi, pin: 'pin3', password })).toMatchObject(refused('NOT_ALLOWED'))
  expect(await leave({ staffId: mina, pin: 'pin4', password })).toMatchObject({
    kind: 'refused',
    refusal: { code: 'INVALID_INPUT', field: 'password' },
  })
  expect(await leave({ staffId: asha, pin: 'pin9', password })).toMatchObject(refused('WRONG_PIN'))
  expect(await leave({ staffId: asha, pin: 'pin2', password: `${password}!` })).toMatchObject(
    refused('WRONG_PIN'),
  )
  expect(await leave({ staffId: asha, pin: 'pin2', password })).toEqual({
    kind: 'done',
    value: { by: { staffId: asha, name: 'Asha', role: 'admin' } },
  })
  const open = waiting({ isOpen: true })
  expect(await open.leave(null)).toEqual({ kind: 'done', value: { by: null } })
})

test('[SYNC 5.9] a backup of what is here by now is a manager’s, and one that failed is no backup', async () => {
  let made = 0
  const { ask } = waiting({ backUp: async () => void (made += 1) })
  expect(await ask('back-up')).toMatchObject(refused('SIGN_IN_REQUIRED'))
  await ask('sign-in', { staffId: mina, pin: 'pin4' })
  expect(await ask('back-up')).toEqual({ kind: 'done', value: { isAsked: false } })
  expect(made).toBe(1)
  const failing = waiting({ isOpen: true, backUp: () => Promise.reject(new Error('no room')) })
  expect(await failing.ask('back-up')).toMatchObject({ kind: 'fault', reason: 'storage' })
})

test('[SYNC 4.7] nobody is buying at a house that waits, and what it would sell waits with it', async () => {
  const { ask } = waiting()
  expect(await ask('hold-rows', { after: null })).toEqual({
    kind: 'done',
    value: { rows: [], isMore: false },
  })
  expect(ask('find-bookings', { text: '', showId: null })).toBeNull()
  expect(ask('hold-seats')).toBeNull()
})
