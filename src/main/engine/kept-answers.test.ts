import { expect, test } from 'vitest'
import type { CommandId } from '../../shared/domain/ids.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { TestHouse, holdOf, linesOf, payOf } from './test-house.ts'

const id = (text: string) => text as CommandId

test('[C3] every answer with a booking comes again as it was given, whatever became of the booking since', async () => {
  const house = new TestHouse()
  const held = await house.ask('desk-1', 'hold-seats', holdOf([0, 1], { couponCode: 'TENOFF' }), id('hold'))
  if (held.kind !== 'done') throw new Error('not held')
  const { bookingId } = held.value.booking
  const chosen = { bookingId, lines: linesOf([0, 1], 1), couponCode: null }
  const asks = [
    () => house.ask('desk-1', 'hold-seats', holdOf([0, 1], { couponCode: 'TENOFF' }), id('hold')),
    () => house.ask('desk-1', 'extend-hold', { bookingId }, id('extend')),
    () => house.ask('desk-1', 'choose-tickets', chosen, id('choose')),
    () =>
      house.ask(
        'desk-1',
        'pay-booking',
        { bookingId, mode: 'CASH', totalMinor: 320_00, tenderedMinor: 500_00 },
        id('pay'),
      ),
    () => house.ask('desk-1', 'cancel-booking', { bookingId, reason: 'ill' }, id('cancel')),
  ]
  const first = []
  for (const ask of asks) {
    house.clock.atMs += 1000
    // oxlint-disable-next-line no-await-in-loop -- each stands on the one before
    first.push(await ask())
  }
  expect(first.map(({ kind }) => kind)).toEqual(asks.map(() => 'done'))
  house.restart()
  expect(await Promise.all(asks.map((ask) => ask()))).toEqual(first)
  expect(house.store.all('command').every((row) => row.answer.length < 150)).toBe(true)
})

test('[C3] an answer without a booking, and a refusal, come again as they were given', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const release = () => house.ask('manager', 'release-holds', { filter: {}, reason: '' }, id('release'))
  const pay = () => house.ask('desk-1', 'pay-booking', payOf(booking), id('pay'))
  const first = [await release(), await pay()]
  expect(first.map(({ kind }) => kind)).toEqual(['done', 'refused'])
  house.restart()
  expect([await release(), await pay()]).toEqual(first)
})

test('[C3] what is decided long after a booking began is kept whole: its repeat does not go back through the journal', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  await house.done('desk-1', 'pay-booking', payOf(booking))
  house.clock.atMs += 16 * MINUTE_MS
  const { bookingId } = booking
  const cancel = () => house.ask('desk-1', 'cancel-booking', { bookingId, reason: 'ill' }, id('cancel'))
  const first = await cancel()
  expect(first).toMatchObject({ kind: 'done', value: { booking: { state: 'refunded' } } })
  house.restart()
  expect(await cancel()).toEqual(first)
  expect(JSON.parse(house.store.get('command', 'cancel')?.answer ?? '')).toEqual(first)
})

test('[C3] [P11] a command that changed nothing answers for its own booking again, not for the one that was sold before', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const { bookingId } = booking
  await house.done('desk-1', 'pay-later', { bookingId })
  await house.done('desk-2', 'hold-seats', holdOf([1], { cart: 'b' }))
  const again = () => house.ask('desk-1', 'pay-later', { bookingId }, id('again'))
  const first = await again()
  expect(first).toMatchObject({ kind: 'done', value: { booking: { bookingId } } })
  expect(await again()).toEqual(first)
})
