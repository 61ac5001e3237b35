import { expect, test } from 'vitest'
import type { BookingId, CartId, SeatId } from '../../shared/domain/ids.ts'
import type { News } from '../../shared/contract/topics.ts'
import { houseTerms } from '../../shared/domain/terms.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { SimulatedTerminal } from '../house/simulated-terminal.ts'
import { TestHouse, holdOf, openingMs, payOf, seatCount, show1 } from './test-house.ts'

const { holdMs } = houseTerms
const cart = (name: string) => name as CartId
const these = (name: string, ...seatIds: number[]) => ({
  showId: show1,
  cartId: cart(name),
  count: seatIds.length,
  seatIds: seatIds as SeatId[],
})
const any = (name: string, count: number) => ({ showId: show1, cartId: cart(name), count, seatIds: null })
/** The seats that a kiosk holds now, by cart. */
async function heldAt(house: TestHouse, kiosk: string) {
  const { bookings } = await house.done(kiosk, 'open-carts', {})
  return Object.fromEntries(bookings.map(({ cartId, lines }) => [cartId, lines.map(({ seatId }) => seatId)]))
}
function expectSound(house: TestHouse): void {
  expect(checkInvariants(house.store)).toEqual([])
}

test('[H15] [H4] who waits has the seats at the very millisecond that the hold before ends, without anybody asking', async () => {
  const house = new TestHouse()
  await house.done('desk-1', 'hold-seats', holdOf([0, 1], { cart: 'first' }))
  expect(await house.done('desk-2', 'join-standby', these('waits', 0, 1))).toEqual({ ahead: 0 })
  house.pass(openingMs + holdMs - 1)
  house.scheduler.flush()
  expect(await heldAt(house, 'desk-2')).toEqual({})
  house.pass(openingMs + holdMs)
  house.scheduler.flush()
  expect(await heldAt(house, 'desk-2')).toEqual({ waits: [0, 1] })
  expectSound(house)
})

test('[H15] whoever asks at that millisecond, before the alarm has rung, comes after those who wait', async () => {
  const house = new TestHouse()
  await house.done('desk-1', 'hold-seats', holdOf([0, 1], { cart: 'first' }))
  await house.done('desk-2', 'join-standby', these('waits', 0))
  house.clock.atMs = openingMs + holdMs
  const late = await house.ask('desk-3', 'hold-seats', holdOf([0], { cart: 'late' }))
  expect(late).toMatchObject({
    refusal: { code: 'SEAT_NOT_AVAILABLE', seats: [{ seatId: 0, reason: 'held' }] },
  })
  expect(await heldAt(house, 'desk-2')).toEqual({ waits: [0] })
  expectSound(house)
})

test('[H15] seats given back go to the queue in the same commit: no screen ever sees them free', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([3], { cart: 'first' }))
  await house.done('desk-2', 'join-standby', these('waits', 3))
  const states: (number | undefined)[] = []
  house.desk('desk-9').subscribe({ kind: 'seats', showId: show1, afterRevision: null }, (news) => {
    if (news.kind === 'snapshot') states.push(news.states[3])
    if (news.kind === 'delta') states.push(news.states[news.seatIds.indexOf(3 as SeatId)])
  })
  const cancel = { bookingId: booking.bookingId, reason: '' }
  const answer = await house.done('desk-1', 'cancel-booking', cancel)
  expect(answer.booking.state).toBe('cancelled')
  expect(states).toEqual([1, 1])
  expect(await heldAt(house, 'desk-2')).toEqual({ waits: [3] })
})

test('[H15] [C3] the answer to the command that freed the seats stays its own, also when it comes again', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([3], { cart: 'first' }))
  await house.done('desk-2', 'join-standby', these('waits', 3))
  const commandId = house.newCommandId()
  const cancel = { bookingId: booking.bookingId, reason: '' }
  const first = await house.ask('desk-1', 'cancel-booking', cancel, commandId)
  expect(await house.ask('desk-1', 'cancel-booking', cancel, commandId)).toEqual(first)
  expect(first).toMatchObject({ kind: 'done', value: { booking: { bookingId: booking.bookingId } } })
})

test('[H15] first come, first served, once each: the second waits on while the first has the seat', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0], { cart: 'first' }))
  await house.done('desk-2', 'join-standby', these('second', 0))
  expect(await house.done('desk-3', 'join-standby', these('third', 0))).toEqual({ ahead: 1 })
  await house.done('desk-1', 'cancel-booking', { bookingId: booking.bookingId, reason: '' })
  expect([await heldAt(house, 'desk-2'), await heldAt(house, 'desk-3')]).toEqual([{ second: [0] }, {}])
  house.pass(openingMs + holdMs)
  house.scheduler.flush()
  expect([await heldAt(house, 'desk-2'), await heldAt(house, 'desk-3')]).toEqual([{}, { third: [0] }])
  house.pass(openingMs + 2 * holdMs)
  house.scheduler.flush()
  // Nobody waits any more: the seat is free.
  expect([await heldAt(house, 'desk-2'), await heldAt(house, 'desk-3')]).toEqual([{}, {}])
  expect(await house.ask('desk-1', 'hold-seats', holdOf([0], { cart: 'anew' }))).toMatchObject({
    kind: 'done',
  })
  expectSound(house)
})

test('[H15] a large party is not starved: what comes free one by one is kept from those who came later and want less', async () => {
  const house = new TestHouse()
  const all = Array.from({ length: seatCount - 1 }, (_, seat) => seat)
  const holds: BookingId[] = []
  for (const seat of all) {
    // oxlint-disable-next-line no-await-in-loop -- each hold is a turn of its own
    const { booking } = await house.done('desk-1', 'hold-seats', holdOf([seat], { cart: `c${seat}` }))
    holds.push(booking.bookingId)
  }
  await house.done('desk-2', 'join-standby', any('pair', 2))
  await house.done('desk-3', 'join-standby', any('single', 1))
  const free = (seat: number) =>
    house.done('desk-1', 'cancel-booking', { bookingId: holds[seat] ?? ('' as never), reason: '' })
  await free(0)
  expect([await heldAt(house, 'desk-2'), await heldAt(house, 'desk-3')]).toEqual([{}, {}])
  await free(5)
  expect([await heldAt(house, 'desk-2'), await heldAt(house, 'desk-3')]).toEqual([{}, {}])
  await free(1)
  expect([await heldAt(house, 'desk-2'), await heldAt(house, 'desk-3')]).toEqual([
    { pair: [0, 1] },
    { single: [5] },
  ])
  expectSound(house)
})

test('[H15] a restart keeps the queue and its order; who left is not served; who joins for free seats has them at once', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0], { cart: 'first' }))
  await house.done('desk-2', 'join-standby', these('gone', 0))
  await house.done('desk-3', 'join-standby', these('stays', 0))
  await house.done('desk-2', 'leave-standby', { showId: show1, cartId: cart('gone') })
  house.restart()
  await house.done('desk-1', 'cancel-booking', { bookingId: booking.bookingId, reason: '' })
  expect([await heldAt(house, 'desk-2'), await heldAt(house, 'desk-3')]).toEqual([{}, { stays: [0] }])
  await house.done('desk-4', 'join-standby', these('lucky', 7, 8))
  expect(await heldAt(house, 'desk-4')).toEqual({ lucky: [7, 8] })
  expectSound(house)
})

test('[H15] the kiosk is told what it waits for and what it has got, and no other kiosk is', async () => {
  const house = new TestHouse()
  const heard: News[] = []
  const others: News[] = []
  house.desk('desk-2').subscribe({ kind: 'standby' }, (news) => heard.push(news))
  house.desk('desk-3').subscribe({ kind: 'standby' }, (news) => others.push(news))
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0], { cart: 'first' }))
  await house.done('desk-2', 'join-standby', these('waits', 0))
  await house.done('desk-1', 'cancel-booking', { bookingId: booking.bookingId, reason: '' })
  const waiting = [{ showId: show1, cartId: 'waits', count: 1, labels: ['A1'], ahead: 0 }]
  expect(heard).toMatchObject([
    { waiting: [], served: [] },
    { waiting, served: [] },
    { waiting: [], served: [{ showId: show1, cartId: 'waits' }] },
  ])
  for (const news of others) expect(news).toMatchObject({ waiting: [], served: [] })
  const bookingId = heard[2]?.kind === 'standby' ? heard[2].served[0]?.bookingId : undefined
  const held = await house.done('desk-2', 'booking', { bookingId: bookingId ?? ('' as never) })
  await house.done('desk-2', 'pay-booking', payOf(held.booking))
})

test('[H15] bad wishes are refused by their field, and nobody leaves for another kiosk', async () => {
  const house = new TestHouse()
  const join = (wish: object) => house.ask('desk-1', 'join-standby', { ...any('a', 1), ...wish })
  expect(await join({ showId: 99 })).toMatchObject({ refusal: { code: 'NOT_FOUND', what: 'show' } })
  expect(await join({ count: 11 })).toMatchObject({
    refusal: { code: 'TOO_MANY_SEATS', asked: 11, limit: 10 },
  })
  const bad = (problem: string, detail: string) => ({
    refusal: { code: 'INVALID_INPUT', field: 'seatIds', problem, detail },
  })
  expect(await join({ seatIds: [99] })).toMatchObject(bad('unknown-seat', '99'))
  expect(await join({ seatIds: [3, 3] })).toMatchObject(bad('duplicate-seat', '3'))
  await house.done('desk-1', 'hold-seats', holdOf([0], { cart: 'full' }))
  expect(await join({ cartId: 'full' })).toMatchObject({ refusal: { field: 'cartId', problem: 'taken' } })
  await house.done('desk-1', 'join-standby', these('b', 0))
  expect(await join({ cartId: 'b' })).toMatchObject({ refusal: { field: 'cartId', problem: 'taken' } })
  const leave = (kiosk: string) => house.ask(kiosk, 'leave-standby', { showId: show1, cartId: cart('b') })
  expect(await leave('desk-2')).toMatchObject({ refusal: { code: 'NOT_FOUND', what: 'standby' } })
  expect(await leave('manager-1')).toMatchObject({ kind: 'done' })
  expect(await leave('desk-1')).toMatchObject({ refusal: { code: 'NOT_FOUND', what: 'standby' } })
})

async function soldTo(house: TestHouse, seats: readonly number[]) {
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf(seats, { cart: 'sold' }))
  return (await house.done('desk-1', 'pay-booking', payOf(booking))).booking
}

test('[H15] [P10] [T4] a seat given back, and one that a move leaves, go to those who wait in the same commit', async () => {
  const house = new TestHouse()
  const { bookingId } = await soldTo(house, [0, 1, 2])
  await house.done('desk-2', 'join-standby', these('back', 2))
  await house.done('desk-3', 'join-standby', these('left', 0))
  await house.done('desk-1', 'return-seats', { bookingId, seatIds: [2 as SeatId], reason: '' })
  expect(await heldAt(house, 'desk-2')).toEqual({ back: [2] })
  const moves = [{ from: 0 as SeatId, to: 5 as SeatId }]
  const move = {
    bookingId,
    showId: show1,
    moves,
    mode: 'CASH',
    tenderedMinor: 0,
    differenceMinor: 0,
  } as const
  await house.done('desk-1', 'reseat-booking', move)
  expect(await heldAt(house, 'desk-3')).toEqual({ left: [0] })
  expectSound(house)
})

test('[H15] [H6] seats that are being paid are nobody’s to have, past the end of their hold too; given up, they are served at once', async () => {
  const house = new TestHouse({
    terminal: ({ clock, scheduler }) => new SimulatedTerminal(clock, scheduler, () => 'silent'),
  })
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0], { cart: 'first' }))
  await house.done('desk-2', 'join-standby', these('waits', 0))
  house.pass(openingMs + holdMs - 1)
  await house.done('desk-1', 'pay-booking', { ...payOf(booking), mode: 'CARD' })
  house.pass(openingMs + holdMs + 1)
  house.scheduler.flush()
  expect(await heldAt(house, 'desk-2')).toEqual({})
  expect(await house.done('desk-3', 'join-standby', these('later', 0))).toEqual({ ahead: 1 })
  expect([await heldAt(house, 'desk-2'), await heldAt(house, 'desk-3')]).toEqual([{}, {}])
  await house.done('desk-1', 'give-up-payment', { bookingId: booking.bookingId })
  expect([await heldAt(house, 'desk-2'), await heldAt(house, 'desk-3')]).toEqual([{ waits: [0] }, {}])
  expectSound(house)
})

test('[H15] whoever moves up in the queue is told; who waits for any so many has no names', async () => {
  const house = new TestHouse()
  await house.done('desk-1', 'hold-seats', holdOf([0, 1], { cart: 'first' }))
  await house.done('desk-2', 'join-standby', these('ahead', 0))
  await house.done('desk-3', 'join-standby', these('behind', 1, 0))
  await house.done('desk-3', 'join-standby', any('more', 10))
  const heard: News[] = []
  house.desk('desk-3').subscribe({ kind: 'standby' }, (news) => heard.push(news))
  await house.done('desk-2', 'leave-standby', { showId: show1, cartId: cart('ahead') })
  const pictures = heard.map((news) =>
    news.kind === 'standby' ? news.waiting.map(({ labels, ahead }) => ({ labels, ahead })) : [],
  )
  expect(pictures).toEqual([
    [
      { labels: ['A2', 'A1'], ahead: 1 },
      { labels: [], ahead: 2 },
    ],
    [
      { labels: ['A2', 'A1'], ahead: 0 },
      { labels: [], ahead: 1 },
    ],
  ])
})
