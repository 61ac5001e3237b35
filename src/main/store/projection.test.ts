import { expect, test } from 'vitest'
import { planDigest, planOf, writesOfPlan } from './plan-rows.ts'
import { TestHouse, holdOf, linesOf, payOf, show1, smallPlan } from '../engine/test-house.ts'
import { demoHouse } from '../../../db/seed/demo-house.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { MemoryStore } from './memory-store.ts'
import { openDatabase } from './open-database.ts'
import { SqliteStore } from './sqlite-store.ts'
import type { Store } from './store.ts'
import { change } from './rows.ts'
import type { PaymentId } from '../../shared/domain/ids.ts'
import { known } from '../../shared/lib/assert.ts'

const money = { amountMinor: 100, tenderedMinor: 100, changeMinor: 0 }

/** Findings that the rows are not what the journal says. */
function foldFindings(store: Store) {
  return checkInvariants(store).filter(({ id }) => id === 'I25')
}

/** An evening that contains every kind of event. */
async function evening(): Promise<TestHouse> {
  const house = new TestHouse({ store: new SqliteStore(openDatabase(':memory:')) })
  const { booking } = await house.done(
    'desk-1',
    'hold-seats',
    holdOf([0, 1], { couponCode: 'TENOFF', customerId: 1 as never }),
  )
  const { bookingId } = booking
  await house.done('desk-1', 'extend-hold', { bookingId })
  const chosen = await house.done('desk-1', 'choose-tickets', {
    bookingId,
    lines: linesOf([0, 1], 1),
    couponCode: null,
  })
  await house.done('desk-1', 'pay-booking', payOf(chosen.booking))
  const second = await house.done('desk-2', 'hold-seats', holdOf([2, 10], { cart: 'b' }))
  await house.done('desk-2', 'pay-booking', payOf(second.booking))
  await house.done('desk-2', 'cancel-booking', { bookingId: second.booking.bookingId, reason: 'ill' })
  // A part payment, in the form in which journals of 0.1.0 recorded every payment.
  const part = { paymentId: 'part' as PaymentId, mode: 'CASH', state: 'success', ...money } as const
  const fourth = await house.done('desk-4', 'hold-seats', holdOf([4], { cart: 'd' }))
  const ofFourth = { bookingId: fourth.booking.bookingId, showId: show1 }
  house.engine.furnish([{ type: 'payment-taken', ...ofFourth, payment: part }], [])
  const third = await house.done('desk-3', 'hold-seats', holdOf([3], { cart: 'c' }))
  house.pass(third.booking.expiresAtMs)
  house.pass(third.booking.graceEndsAtMs)
  await house.done('manager', 'change-rows', {
    change: { of: 'shows', kind: 'percent', percent: 12.5 },
    rows: { ids: [show1] },
  })
  const seats = { of: 'seats', showId: show1, blockedFor: 'a camera' } as const
  const { changeId } = await house.done('manager', 'change-rows', { change: seats, rows: { ids: [5, 6] } })
  await house.done('manager', 'undo-change', { changeId })
  await house.done('manager', 'change-rows', {
    change: { of: 'shows', kind: 'set', set: { active: false } },
    rows: { ids: [show1] },
  })
  return house
}

test('[I25] replaying the journal from nothing gives exactly the rows there are, for every kind of event', async () => {
  const { store } = await evening()
  const kinds = new Set(store.all('journal').map((row) => row.kind))
  expect(kinds.size).toBe(16)
  expect(foldFindings(store)).toEqual([])
})

test('[I25] a row changed behind the journal is seen by the replay', async () => {
  const { store } = await evening()
  const { bookingId } = known(store.all('booking')[0], 'booking')
  store.write([change('booking', { bookingId }, { totalMinor: 1 })])
  expect(foldFindings(store)).toMatchObject([{ where: `booking ${bookingId}` }])
})

test('[D1] [I25] the demo house is its journal: replayed, it is the same', () => {
  const store = new MemoryStore()
  const house = new TestHouse({ store })
  const { events } = demoHouse(house.clock.atMs, planDigest)
  house.engine.furnish(
    events.filter((event) => event.type !== 'prices-set' || event.showId > 2),
    [],
  )
  expect(foldFindings(store)).toEqual([])
})

test('[I4] a plan comes back from its rows as it went in, under the digest that the journal carries', async () => {
  for (const store of [new MemoryStore(), new SqliteStore(openDatabase(':memory:'))]) {
    store.write(writesOfPlan(smallPlan))
    const plan = known(planOf(store, smallPlan.planId), 'plan')
    expect(plan).toEqual(smallPlan)
    expect(planDigest(plan)).toBe(store.get('plan', 1)?.digest)
    expect(planOf(store, 404 as never)).toBeNull()
  }
})

test('[I4] the digest of a plan changes with every column and every word but its name and id', () => {
  const digest = planDigest(smallPlan)
  const turned = [
    { ...smallPlan, x: smallPlan.x.map((x) => x + 1) },
    { ...smallPlan, category: smallPlan.category.map((category) => 1 - category) },
    { ...smallPlan, flags: smallPlan.flags.map(() => 1) },
    { ...smallPlan, numbers: smallPlan.numbers.toReversed() },
    { ...smallPlan, rows: smallPlan.rows.toReversed() },
    { ...smallPlan, width: smallPlan.width + 1 },
  ]
  for (const plan of turned) expect(planDigest(plan)).not.toBe(digest)
  expect(planDigest({ ...smallPlan, name: 'Other', planId: 9 as never })).toBe(digest)
})
