import { expect, test } from 'vitest'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import { mayManage, openSales } from './office-door.ts'

const answering = (...answers: object[]): BoxOffice => ({
  call: () => Promise.resolve(answers.shift() as Answer<never>),
  subscribe: () => () => {},
})
const never = () => new Promise<void>(() => {})
const done = (value: object) => ({ kind: 'done', value })
const house = (role: string | null, isOpen = false) =>
  done({ actor: role && { staffId: 1, name: 'Mina', role, lockAtMs: null }, isOpen, kioskId: 'desk-1' })

test.for([
  [house('manager'), 'yes'],
  [house('admin'), 'yes'],
  [house('manager', true), 'yes'],
  [house('clerk'), 'notYours'],
  [house('gate'), 'notYours'],
  [house('self-service'), 'notYours'],
  [house(null), 'locked'],
  [{ kind: 'refused', refusal: { code: 'SIGN_IN_REQUIRED' } }, 'silent'],
  [{ kind: 'fault', incidentId: 'x', reason: 'unreachable' }, 'silent'],
] as const)('[I40] the house’s own answer of this moment says who may: %j', async ([answer, may]) => {
  expect(await mayManage(answering(answer), never)).toBe(may)
})

test('[I40] a house that says nothing lets nobody in', async () => {
  const office: BoxOffice = { call: () => new Promise(() => {}), subscribe: () => () => {} }
  expect(await mayManage(office, () => Promise.resolve())).toBe('silent')
})

test('[SYNC 5.9] what is held or being paid is an open sale, at any desk and on any page; what is promised is none', async () => {
  const row = (bookingId: string, state: string) => ({ bookingId, state })
  const first = done({ rows: [row('a', 'held'), row('b', 'reserved')], isMore: true })
  const second = done({ rows: [row('c', 'paying'), row('d', 'part-paid')], isMore: false })
  expect(await openSales(answering(first, second))).toBe(3)
  expect(await openSales(answering(done({ rows: [], isMore: false })))).toBe(0)
  expect(
    await openSales(answering(first, { kind: 'refused', refusal: { code: 'SIGN_IN_REQUIRED' } })),
  ).toBeNull()
})
