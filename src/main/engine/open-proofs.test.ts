import { expect, test } from 'vitest'
import type { BookingId } from '../../shared/domain/ids.ts'
import { OPEN_PROOFS_MAX, TABLE_ROWS_MAX } from '../../shared/contract/limits.ts'
import { operations } from '../../shared/contract/operations.ts'
import type { News } from '../../shared/contract/topics.ts'
import { HOUR_MS, MINUTE_MS } from '../../shared/lib/time.ts'
import { known } from '../../shared/lib/assert.ts'
import type { Store } from '../store/store.ts'
import { put } from '../store/rows.ts'
import { OpenProofs } from './open-proofs.ts'
import { TestHouse, holdOf, openingMs, payOf } from './test-house.ts'

const proof = 'a'.repeat(64)

async function shown(house: TestHouse, seat: number, amountMinor?: number) {
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([seat], { cart: `cart-${seat}` }))
  const pay = { ...payOf(booking), mode: 'PROOF', proof } as const
  const part = amountMinor === undefined ? {} : { amountMinor, tenderedMinor: amountMinor }
  return (await house.done('desk-1', 'pay-booking', { ...pay, ...part })).booking
}

async function waiting(house: TestHouse) {
  const answer = await house.done('manager', 'open-proofs', {})
  expect(operations['open-proofs'].output.safeParse(answer).error).toBeUndefined()
  return answer
}

async function review(house: TestHouse, bookingId: BookingId, accepted: boolean) {
  const { paymentId } = known(
    (await waiting(house)).proofs.find((one) => one.bookingId === bookingId),
    'waiting picture',
  )
  await house.done('manager', 'review-proof', { bookingId, paymentId, accepted })
}

test('[P5] pictures wait in the order they came, each with its booking, until somebody says yes or no', async () => {
  const house = new TestHouse()
  const one = await shown(house, 0)
  house.clock.atMs = openingMs + MINUTE_MS
  const two = await shown(house, 1)
  const { proofs, ...rest } = await waiting(house)
  expect(rest).toEqual({ waiting: 2, isWhole: true })
  expect(proofs.map(({ seats, shownAtMs, state }) => [seats, shownAtMs - openingMs, state])).toEqual([
    [['A1'], 0, 'confirmed'],
    [['A2'], MINUTE_MS, 'confirmed'],
  ])
  expect(proofs[0]).toMatchObject({ seller: 'Desk', number: one.tickets[0]?.number, endsAtMs: null })
  await review(house, one.bookingId, true)
  await review(house, two.bookingId, false)
  expect(await waiting(house)).toEqual({ proofs: [], waiting: 0, isWhole: true })
})

test('[P5] a part that was shown of a booking whose time ran out waits all the same, and says what became of it', async () => {
  const house = new TestHouse()
  const booking = await shown(house, 0, 50_00)
  const before = await waiting(house)
  expect(before.proofs).toMatchObject([
    { state: 'reserved', amountMinor: 50_00, number: null, endsAtMs: booking.expiresAtMs },
  ])
  house.pass(openingMs + HOUR_MS)
  expect((await waiting(house)).proofs).toMatchObject([{ state: 'expired', endsAtMs: null }])
  house.restart()
  expect((await waiting(house)).proofs).toMatchObject([{ state: 'expired' }])
})

test('[P5] whoever looks hears of each that came, was judged, or whose booking changed, and of nothing else', async () => {
  const house = new TestHouse()
  const heard: News[] = []
  const stop = house.desk('manager').subscribe({ kind: 'proofs' }, (news) => heard.push(news))
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([5]))
  await house.done('desk-1', 'pay-booking', payOf(booking))
  expect(heard).toHaveLength(1)
  const { bookingId } = await shown(house, 0)
  expect(heard).toHaveLength(2)
  await review(house, bookingId, false)
  expect(heard).toHaveLength(3)
  stop()
  await shown(house, 1)
  expect(heard).toHaveLength(3)
})

function bookingRow(store: Store, like: BookingId, index: number) {
  const row = known(store.get('booking', like), 'booking')
  const bookingId = `00${String(index).padStart(10, '0')}` as BookingId
  const payments = (row.payments ?? []).map((payment) => ({ ...payment, paymentId: `P${index}` as never }))
  return put('booking', { ...row, bookingId, payments: index % 10 === 0 ? payments : [] })
}

test('[P5] [E4] rows of earlier are gone through some at a question, newest first, until all were; what is too many is counted', async () => {
  const house = new TestHouse()
  const { bookingId } = await shown(house, 0)
  const count = 2 * TABLE_ROWS_MAX
  house.store.write(Array.from({ length: count }, (_, index) => bookingRow(house.store, bookingId, index)))
  const proofs = new OpenProofs(house.store)
  expect(proofs.answer()).toMatchObject({ waiting: 200, isWhole: false })
  expect(proofs.answer()).toMatchObject({ waiting: 400, isWhole: false })
  const { proofs: told, ...rest } = proofs.answer()
  expect(rest).toEqual({ waiting: 401, isWhole: true })
  expect(told).toHaveLength(OPEN_PROOFS_MAX)
  proofs.publishAnew()
  expect(proofs.answer()).toMatchObject({ waiting: 401, isWhole: false })
})
