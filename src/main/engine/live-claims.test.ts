import { expect, test } from 'vitest'
import { TestHouse, holdOf, openingMs, payOf, show1, showEntry } from './test-house.ts'

test('[H10] [K1] after a restart a seat that several carts want and one has paid is sold, and free of none of them', async () => {
  const house = new TestHouse()
  const entry = { ...showEntry(show1, openingMs + 5 * 3_600_000), claimPolicy: 'on-payment' as const }
  house.engine.furnish([{ type: 'entry-saved', entry }], [])
  await house.done('desk-1', 'hold-seats', holdOf([0, 1], { cart: 'waits' }))
  const { booking } = await house.done('desk-2', 'hold-seats', holdOf([0], { cart: 'pays' }))
  await house.done('desk-2', 'pay-booking', payOf(booking))
  const counts = async () => (await house.done('desk-1', 'capacity', { showId: show1 })).counts
  const before = await counts()
  expect(before).toMatchObject({ sold: 1, held: 0 })
  house.restart()
  expect(await counts()).toEqual(before)
})
