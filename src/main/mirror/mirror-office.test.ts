import { expect, test } from 'vitest'
import type { Role } from '../../shared/domain/catalogue.ts'
import { TestHouse, holdOf, openingMs, show1 } from '../engine/test-house.ts'
import { KeptLog, ManualClock, SeededChance } from '../engine/test-world.ts'
import { deskActor } from '../house/open-house.ts'
import { MirrorOffice } from './mirror-office.ts'

async function office() {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const { store } = house
  const clock = new ManualClock(openingMs)
  const parts = { clock, chance: new SeededChance('copy'), log: new KeptLog() }
  return { shown: new MirrorOffice({ ...parts, openStore: () => store }), store, booking, clock }
}

function actor(role: Role) {
  return { ...deskActor('desk-1'), role }
}

test('[A7] a copy shows to each role what the house would, and no more', async () => {
  const { shown } = await office()
  expect(await shown.answer(actor('manager'), 'hold-rows', { after: null })).toMatchObject({ kind: 'done' })
  expect(await shown.answer(actor('clerk'), 'hold-rows', { after: null })).toEqual({
    kind: 'refused',
    refusal: { code: 'NOT_ALLOWED', role: 'clerk' },
  })
})

test('[S3] a copy never wakes: a hold that ends in it stays as the journal left it', async () => {
  const { shown, store, booking, clock } = await office()
  const before = store.all('journal').length
  clock.atMs = openingMs + 3_600_000
  const answer = await shown.answer(actor('manager'), 'booking', { bookingId: booking.bookingId })
  expect(answer).toMatchObject({ kind: 'done', value: { booking: { state: 'reserved' } } })
  expect(store.all('journal')).toHaveLength(before)
})

test('[S3] what needs files, keys or the hub is not answered from a copy', async () => {
  const { shown } = await office()
  const text = 'GUICHET1/TKT-20261120-00000001/1/0/DESK-1/7/100/S/X'
  expect(shown.canAnswer('find-bookings', { text, showId: null })).toBe(false)
  expect(shown.canAnswer('find-bookings', { text: 'A1', showId: show1 })).toBe(true)
  expect(shown.canAnswer('tickets', { bookingId: 'any' as never })).toBe(false)
  expect(shown.canAnswer('hold-seats', holdOf([3]))).toBe(false)
})
