import { describe, expect, test } from 'vitest'
import type { CommandId, StaffId } from '../../shared/domain/ids.ts'
import type { News } from '../../shared/contract/topics.ts'
import { MINUTE_MS, SECOND_MS } from '../../shared/lib/time.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { PeopleHouse, adminPin, clerkPin } from './people.fixture.ts'
import { holdOf, openingMs, payOf, show1 } from './test-house.ts'

const signInRequired = { kind: 'refused', refusal: { code: 'SIGN_IN_REQUIRED' } }
const wrong = '90817264'

async function wrongTries(house: PeopleHouse, kiosk: string, staffId: StaffId, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await house.at(kiosk, 'sign-in', { staffId, pin: wrong })
}

describe('an open house', () => {
  test('[A7] while nobody has a PIN whoever stands at the desk is its manager, and nothing is asked', async () => {
    const house = new PeopleHouse()
    expect(await house.doneAt('desk-1', 'house', {})).toMatchObject({
      isOpen: true,
      actor: { role: 'manager', lockAtMs: null },
    })
    expect(await house.at('desk-1', 'hold-seats', holdOf([0]))).toMatchObject({ kind: 'done' })
    expect(await house.at('desk-1', 'release-holds', { filter: {}, reason: '' })).toMatchObject({
      kind: 'done',
    })
  })

  test('[A7] the first PIN is an administrator’s; with it every desk has to sign in, also the one that gave it', async () => {
    const house = new PeopleHouse()
    const asha = await house.hire('desk-1', 'Asha', 'clerk', null)
    expect(await house.at('desk-1', 'set-pin', { staffId: asha, pin: clerkPin, oldPin: null })).toEqual({
      kind: 'refused',
      refusal: { code: 'ADMIN_FIRST' },
    })
    const mina = await house.hire('desk-1', 'Mina', 'admin', adminPin)
    for (const kiosk of ['desk-1', 'desk-2']) {
      expect(await house.at(kiosk, 'hold-seats', holdOf([0]))).toEqual(signInRequired)
      expect(await house.at(kiosk, 'staff', {})).toEqual(signInRequired)
      expect(await house.doneAt(kiosk, 'house', {})).toMatchObject({ isOpen: false, actor: null, venues: [] })
      expect(await house.doneAt(kiosk, 'sign-in-names', {})).toEqual({
        staff: [{ staffId: mina, name: 'Mina', role: 'admin' }],
      })
    }
  })

  test('[A7] programs that have the folder of the house go on without signing in', async () => {
    const house = new PeopleHouse()
    await house.staffed()
    expect(await house.ask('manager', 'release-holds', { filter: {}, reason: '' })).toMatchObject({
      kind: 'done',
    })
  })
})

describe('while somebody is in', () => {
  test('[A7] a role that changes, somebody who works here no more and a new PIN are told to every desk, also to one that they shut out', async () => {
    const house = new PeopleHouse()
    const { mina, asha } = await house.staffed()
    await house.at('desk-1', 'sign-in', { staffId: mina, pin: adminPin })
    await house.at('desk-2', 'sign-in', { staffId: asha, pin: clerkPin })
    const heard: News[] = []
    house.kiosk('desk-2').subscribe({ kind: 'who' }, (news) => heard.push(news))
    await house.at('desk-2', 'hold-seats', holdOf([0]))
    expect(heard).toEqual([])
    const save = (role: 'gate' | 'clerk', active: boolean) =>
      house.doneAt('desk-1', 'save-staff', { staffId: asha, name: 'Asha', role, active })
    await save('gate', true)
    expect(heard).toEqual([{ kind: 'who' }])
    expect(await house.doneAt('desk-2', 'house', {})).toMatchObject({ actor: { role: 'gate' } })
    await save('clerk', false)
    expect(heard).toHaveLength(2)
    expect(await house.doneAt('desk-2', 'house', {})).toMatchObject({ actor: null })
    // Nobody is signed in by now: the next news comes all the same.
    await house.at('desk-1', 'set-pin', { staffId: asha, pin: '70414', oldPin: null })
    expect(heard).toHaveLength(3)
  })
})

describe('signing in', () => {
  test('[A7] makes the desk that person’s, by the house’s own rows: name, role, and what it may', async () => {
    const house = new PeopleHouse()
    const { asha } = await house.staffed()
    expect(await house.doneAt('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })).toEqual({
      staffId: asha,
      name: 'Asha',
      role: 'clerk',
      lockAtMs: openingMs + 5 * MINUTE_MS,
    })
    const { booking } = await house.doneAt('desk-1', 'hold-seats', holdOf([0]))
    expect(booking).toMatchObject({ staffId: asha, kioskId: 'desk-1' })
    expect(await house.at('desk-1', 'release-holds', { filter: {}, reason: '' })).toEqual({
      kind: 'refused',
      refusal: { code: 'NOT_ALLOWED', role: 'clerk' },
    })
    // Nobody is signed in at the next kiosk yet.
    expect(await house.at('desk-2', 'open-carts', {})).toEqual(signInRequired)
  })

  test('[A7] another member takes over without losing the cart: carts belong to the kiosk', async () => {
    const house = new PeopleHouse()
    const { mina, asha } = await house.staffed()
    await house.doneAt('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })
    const { booking } = await house.doneAt('desk-1', 'hold-seats', holdOf([0, 1]))
    // After a wrong PIN the first person stays signed in.
    await wrongTries(house, 'desk-1', mina, 1)
    expect(await house.doneAt('desk-1', 'house', {})).toMatchObject({ actor: { name: 'Asha' } })
    await house.doneAt('desk-1', 'sign-in', { staffId: mina, pin: adminPin })
    expect(await house.doneAt('desk-1', 'open-carts', {})).toMatchObject({
      bookings: [{ bookingId: booking.bookingId }],
    })
    await house.doneAt('desk-1', 'pay-booking', payOf(booking))
    const last = house.store.all('journal').at(-1)
    expect(last).toMatchObject({ kind: 'booking-confirmed', staffId: mina, role: 'admin' })
  })

  test('[A7] signing out shuts the desk; the command that opened it does not open it again', async () => {
    const house = new PeopleHouse()
    const { asha } = await house.staffed()
    const id = 'opened' as CommandId
    await house.at('desk-1', 'sign-in', { staffId: asha, pin: clerkPin }, id)
    await house.doneAt('desk-1', 'sign-out', {})
    expect(await house.at('desk-1', 'open-carts', {})).toEqual(signInRequired)
    // Its first answer is repeated [C3], and nothing else happens.
    expect(await house.at('desk-1', 'sign-in', { staffId: asha, pin: wrong }, id)).toMatchObject({
      kind: 'done',
    })
    expect(await house.at('desk-1', 'open-carts', {})).toEqual(signInRequired)
  })

  test('[I40] a role that is changed, and a person who is sent away, count at once', async () => {
    const house = new PeopleHouse()
    const { asha } = await house.staffed()
    await house.doneAt('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })
    const as = { staffId: asha, name: 'Asha', active: true } as const
    await house.doneAt('office', 'save-staff', { ...as, role: 'manager' })
    expect(await house.at('desk-1', 'release-holds', { filter: {}, reason: '' })).toMatchObject({
      kind: 'done',
    })
    await house.doneAt('office', 'save-staff', { ...as, role: 'manager', active: false })
    expect(await house.at('desk-1', 'open-carts', {})).toEqual(signInRequired)
  })

  test('[I40] who may is asked again where a command runs, not only where it arrives', async () => {
    const house = new PeopleHouse()
    const { asha } = await house.staffed()
    await house.doneAt('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })
    const gone = { staffId: asha, name: 'Asha', role: 'clerk', active: false } as const
    const away = house.kiosk('office').call('save-staff', gone, house.newCommandId())
    // It waits for its turn; a command that comes now is admitted, and runs after it.
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
    const hold = house.kiosk('desk-1').call('hold-seats', holdOf([0]), house.newCommandId())
    await house.settled(hold)
    expect(await away).toMatchObject({ kind: 'done' })
    expect(await hold).toEqual(signInRequired)
  })

  test('[A7] a new PIN shuts whoever came in by the old one out, and the old one is wrong', async () => {
    const house = new PeopleHouse()
    const { asha } = await house.staffed()
    await house.doneAt('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })
    await house.doneAt('office', 'set-pin', { staffId: asha, pin: '77012', oldPin: null })
    expect(await house.at('desk-1', 'open-carts', {})).toEqual(signInRequired)
    expect(await house.at('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })).toMatchObject({
      refusal: { code: 'WRONG_PIN' },
    })
    expect(await house.at('desk-1', 'sign-in', { staffId: asha, pin: '77012' })).toMatchObject({
      kind: 'done',
    })
  })
})

describe('the lock of an untouched desk', () => {
  test('[A7] comes by rule at its instant, not a millisecond before, and nobody’s timer has to see it', async () => {
    const house = new PeopleHouse({ houseTerms: { autoLockMs: MINUTE_MS } })
    const { asha } = await house.staffed()
    await house.doneAt('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })
    house.clock.atMs = openingMs + MINUTE_MS - 1
    expect(await house.at('desk-1', 'open-carts', {})).toMatchObject({ kind: 'done' })
    house.clock.atMs = openingMs + MINUTE_MS
    expect(await house.at('desk-1', 'open-carts', {})).toEqual(signInRequired)
  })

  test('[A7] is put off by what somebody does, and not by what a screen asks by itself', async () => {
    const house = new PeopleHouse({ houseTerms: { autoLockMs: MINUTE_MS } })
    const { asha } = await house.staffed()
    await house.doneAt('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })
    house.clock.atMs += 40 * SECOND_MS
    await house.doneAt('desk-1', 'hold-seats', holdOf([0]))
    house.clock.atMs += 40 * SECOND_MS
    const { lockAtMs } = await house.doneAt('desk-1', 'stay-signed-in', {})
    expect(lockAtMs).toBe(house.clock.atMs + MINUTE_MS)
    house.clock.atMs += 40 * SECOND_MS
    await house.doneAt('desk-1', 'open-carts', {})
    await house.doneAt('desk-1', 'house', {})
    house.clock.atMs += 20 * SECOND_MS
    expect(await house.at('desk-1', 'stay-signed-in', {})).toEqual(signInRequired)
    // What was held stays held, and is shown again.
    await house.doneAt('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })
    expect((await house.doneAt('desk-1', 'open-carts', {})).bookings.length).toBe(1)
  })

  test('[A7] a desk hears nothing while it is locked, and the whole picture when somebody is in again', async () => {
    const house = new PeopleHouse({ houseTerms: { autoLockMs: MINUTE_MS } })
    const { asha } = await house.staffed()
    const heard: News[] = []
    const end = house
      .kiosk('desk-1')
      .subscribe({ kind: 'seats', showId: show1, afterRevision: 0 }, (news) => heard.push(news))
    await house.done('desk-9', 'hold-seats', holdOf([0]))
    expect(heard).toEqual([])
    await house.doneAt('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })
    expect(heard.map(({ kind }) => kind)).toEqual(['snapshot'])
    await house.done('desk-9', 'hold-seats', holdOf([1], { cart: 'b' }))
    expect(heard.map(({ kind }) => kind)).toEqual(['snapshot', 'delta'])
    house.clock.atMs += MINUTE_MS
    await house.done('desk-9', 'hold-seats', holdOf([2], { cart: 'c' }))
    expect(heard.length).toBe(2)
    await house.doneAt('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })
    expect(heard.map(({ kind }) => kind)).toEqual(['snapshot', 'delta', 'snapshot'])
    end()
    await house.doneAt('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })
    expect(heard.length).toBe(3)
  })
})

describe('lockout', () => {
  test('[I41] no right PIN is heard within a wait: not after a restart, not with the clock set back', async () => {
    const house = new PeopleHouse({ store: new SqliteStore(openDatabase(':memory:')) })
    const { asha } = await house.staffed()
    await wrongTries(house, 'desk-1', asha, 5)
    const untilMs = openingMs + 30 * SECOND_MS
    const waits = { kind: 'refused', refusal: { code: 'SIGN_IN_LOCKED', of: 'staff', untilMs } }
    const right = { staffId: asha, pin: clerkPin }
    expect(await house.at('desk-2', 'sign-in', right)).toEqual(waits)
    house.restart()
    expect(await house.at('desk-2', 'sign-in', right)).toEqual(waits)
    // The clock is set back an hour: the house's time goes on from its last record.
    house.clock.atMs = openingMs - 60 * MINUTE_MS
    house.restart()
    expect(await house.at('desk-2', 'sign-in', right)).toEqual(waits)
    house.clock.passedMs += 30 * SECOND_MS - 1
    expect(await house.at('desk-2', 'sign-in', right)).toEqual(waits)
    house.clock.passedMs += 1
    expect(await house.at('desk-2', 'sign-in', right)).toMatchObject({ kind: 'done' })
  })

  test('[I41] right PINs that come in one turn with the wrong ones are not heard after the fifth', async () => {
    const house = new PeopleHouse()
    const { asha } = await house.staffed()
    await wrongTries(house, 'desk-0', asha, 4)
    const pins = [wrong, clerkPin, clerkPin]
    const answers = pins.map((pin, desk) =>
      house.kiosk(`desk-${desk}`).call('sign-in', { staffId: asha, pin }, house.newCommandId()),
    )
    const told = await house.settled(Promise.all(answers))
    expect(told.map((one) => one.kind === 'refused' && one.refusal.code)).toEqual([
      'WRONG_PIN',
      'SIGN_IN_LOCKED',
      'SIGN_IN_LOCKED',
    ])
  })

  test('[I41] PINs are compared one at a time, one a kiosk; more than wait are turned away unheard', async () => {
    const waiting: (() => void)[] = []
    const pinHasher = {
      digest: () => new Promise<Uint8Array>((resolve) => waiting.push(() => resolve(new Uint8Array(4)))),
    }
    const house = new PeopleHouse({ pinHasher })
    const settle = async <Value>(answering: Promise<Value>) => {
      for (let turn = 0; turn < 30; turn += 1) await Promise.resolve()
      for (const resolve of waiting.splice(0)) resolve()
      return house.settled(answering)
    }
    const call = house.kiosk('desk-1')
    const hired = { staffId: null, name: 'Mina', role: 'admin', active: true } as const
    const { staffId } = await house.doneAt('desk-1', 'save-staff', hired)
    await settle(call.call('set-pin', { staffId, pin: adminPin, oldPin: null }))
    const tries = Array.from({ length: 18 }, (_, desk) =>
      house.kiosk(`desk-${Math.min(desk, 16)}`).call('sign-in', { staffId, pin: adminPin }),
    )
    const busy = { kind: 'refused', refusal: { code: 'BUSY', limit: 'sign-ins' } }
    expect(await tries[16]).toEqual(busy)
    expect(await tries[17]).toEqual(busy)
    expect(await house.kiosk('desk-3').call('sign-in', { staffId, pin: adminPin })).toEqual(busy)
    for (let done = 0; done < 16; done += 1) {
      for (let turn = 0; turn < 30; turn += 1) await Promise.resolve()
      expect(waiting.length, `comparison ${done}`).toBe(1)
      waiting.pop()?.()
      house.scheduler.flush()
    }
    expect(await house.settled(Promise.all(tries.slice(0, 16)))).toMatchObject(
      Array.from({ length: 16 }, () => ({ kind: 'done' })),
    )
  })

  test('[I41] a comparison that fails is a fault, lets nobody in, and the next is heard', async () => {
    let isBroken = false
    const digest = (pin: string) =>
      isBroken ? Promise.reject(new Error('no memory')) : Promise.resolve(Buffer.from(pin))
    const house = new PeopleHouse({ pinHasher: { digest } })
    const { asha } = await house.staffed()
    isBroken = true
    expect(await house.at('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })).toMatchObject({
      kind: 'fault',
      reason: 'bug',
    })
    isBroken = false
    expect(await house.at('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })).toMatchObject({
      kind: 'done',
    })
  })
})

test('[A1] the office sees when each person came in last, and who never did', async () => {
  const house = new PeopleHouse()
  const { mina, asha } = await house.staffed()
  await house.doneAt('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })
  house.clock.atMs = openingMs + MINUTE_MS
  await house.doneAt('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })
  const ravi = await house.hire('office', 'Ravi', 'clerk', null)
  const { staff } = await house.doneAt('office', 'staff', {})
  const last = (staffId: StaffId) => staff.find((row) => row.staffId === staffId)?.lastSignInMs
  expect([last(mina), last(asha), last(ravi)]).toEqual([openingMs, openingMs + MINUTE_MS, null])
})

describe('a command that comes again', () => {
  test('[SYNC 5.3] has its first answer also where everybody has to sign in anew by now; at another kiosk it has none', async () => {
    const house = new PeopleHouse()
    const mina = await house.hire('desk-1', 'Mina', 'admin', adminPin)
    await house.doneAt('desk-1', 'sign-in', { staffId: mina, pin: adminPin })
    const id = 'held-before' as CommandId
    const first = await house.at('desk-1', 'hold-seats', holdOf([0]), id)
    expect(first).toMatchObject({ kind: 'done' })
    house.restart()
    expect(await house.at('desk-1', 'hold-seats', holdOf([1]))).toEqual(signInRequired)
    expect(await house.at('desk-1', 'hold-seats', holdOf([0]), id)).toEqual(first)
    expect(await house.at('desk-2', 'hold-seats', holdOf([0]), id)).toEqual(signInRequired)
    expect(await house.at('desk-1', 'hold-seats', holdOf([1]), id)).toEqual(signInRequired)
  })

  test('[I24] an attempt at a locked desk is no effect of its command, which then runs in the name of who may', async () => {
    const house = new PeopleHouse()
    const mina = await house.hire('desk-1', 'Mina', 'admin', adminPin)
    await house.doneAt('desk-1', 'sign-in', { staffId: mina, pin: adminPin })
    await house.doneAt('desk-1', 'hold-seats', holdOf([0]))
    house.restart()
    const id = 'release-all' as CommandId
    const release = { filter: {}, reason: '' }
    expect(await house.at('desk-1', 'release-holds', release, id)).toEqual(signInRequired)
    await house.doneAt('desk-1', 'sign-in', { staffId: mina, pin: adminPin })
    expect(await house.at('desk-1', 'release-holds', release, id)).toMatchObject({ kind: 'done' })
    const rows = house.store.all('journal').filter(({ commandId }) => commandId === id)
    expect(rows.map(({ kind }) => kind)).toEqual(['attempt-refused', 'booking-cancelled'])
    expect(checkInvariants(house.store)).toEqual([])
  })
})
