import { describe, expect, test } from 'vitest'
import { PeopleHouse, adminPin, clerkPin } from './people.fixture.ts'

const password = 'four short words here'

async function housed() {
  const house = new PeopleHouse()
  const { mina, asha } = await house.staffed()
  await house.doneAt('office', 'set-password', { staffId: mina, password, oldPassword: null })
  const leave = (turned: Partial<{ staffId: typeof mina; pin: string; password: string }> = {}) =>
    house.at('desk-1', 'leave-kiosk', { person: { staffId: mina, pin: adminPin, password, ...turned } })
  return { house, mina, asha, leave }
}

describe('the way out of a locked screen', () => {
  test('[A7] it is asked for at a desk at which nobody is signed in, and is a row in the name of whoever opened it', async () => {
    const { house, mina, leave } = await housed()
    expect(await leave()).toEqual({
      kind: 'done',
      value: { by: { staffId: mina, name: 'Mina', role: 'admin' } },
    })
    const { rows } = await house.doneAt('office', 'audit-log', {
      before: null,
      staffId: null,
      area: 'kiosks',
    })
    expect(rows[0]).toMatchObject({ kind: 'kiosk-left', by: { staffId: mina }, kioskId: 'desk-1' })
  })

  test('[I41] a wrong PIN and a wrong password are answered alike, count, and in the end nobody is heard', async () => {
    const { house, mina, leave } = await housed()
    const wrong = [
      { pin: '5551' },
      { password: 'four short words hers' },
      { pin: '5551', password: `${password}!` },
    ]
    let left = 4
    for (const turned of wrong) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await leave(turned)).toMatchObject({ kind: 'refused', refusal: { code: 'WRONG_PIN', left } })
      left -= 1
    }
    await leave({ pin: '5551' })
    await leave({ pin: '5551' })
    expect(await leave()).toMatchObject({ refusal: { code: 'SIGN_IN_LOCKED' } })
    const { rows } = await house.doneAt('office', 'audit-log', {
      before: null,
      staffId: null,
      area: 'sign-in',
    })
    expect(rows.filter(({ kind }) => kind === 'sign-in-failed')).toHaveLength(5)
    expect(rows.every(({ by }) => by === null || by.staffId === mina || by.staffId === 0)).toBe(true)
  })

  test('[A7] a clerk’s PIN opens nothing, nor does a manager’s who has no password', async () => {
    const { house, asha, leave } = await housed()
    expect(await leave({ staffId: asha, pin: clerkPin })).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } })
    const ravi = await house.hire('office', 'Ravi', 'manager', '270915')
    expect(await leave({ staffId: ravi, pin: '270915' })).toMatchObject({
      refusal: { code: 'INVALID_INPUT', field: 'password' },
    })
  })

  test('[A7] the own password is changed by the one before, an easy one is none, and two ways to write a letter are one', async () => {
    const { house, mina, leave } = await housed()
    const next = 'cafe\u0301 at the corner'
    const change = (oldPassword: string | null, wanted: string) =>
      house.at('office', 'set-password', { staffId: mina, password: wanted, oldPassword })
    expect(await change(null, next)).toMatchObject({ refusal: { field: 'oldPassword', problem: 'empty' } })
    expect(await change(password, 'password2026')).toMatchObject({ refusal: { problem: 'too-easy' } })
    expect(await change(password, 'Liverpool2026')).toMatchObject({ refusal: { problem: 'well-known' } })
    expect(await change('another password', next)).toMatchObject({ refusal: { code: 'WRONG_PIN' } })
    expect(await change(password, next)).toMatchObject({ kind: 'done' })
    expect(await leave()).toMatchObject({ refusal: { code: 'WRONG_PIN' } })
    expect(await leave({ password: 'café at the corner' })).toMatchObject({ kind: 'done' })
  })

  test('[I42] neither PIN nor password is in a row, an answer that is kept, or a line of the log', async () => {
    const { house, leave } = await housed()
    await leave()
    await leave({ password: 'wrong words altogether' })
    const tables = ['journal', 'command', 'meta', 'password'] as const
    const kept = JSON.stringify(tables.flatMap((table) => [...house.store.all(table)]))
    for (const secret of [adminPin, password, 'wrong words altogether']) expect(kept).not.toContain(secret)
  })

  test('[A7] where nobody has a PIN, there is nothing to ask for', async () => {
    const house = new PeopleHouse()
    expect(await house.at('desk-1', 'leave-kiosk', { person: null })).toEqual({
      kind: 'done',
      value: { by: null },
    })
  })
})
