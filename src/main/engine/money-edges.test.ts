// Edge cases where money and seats meet, through the whole engine. Each was once a bug, found by the model of the random
// evenings, in a run of them or while it was being written.

import { expect, test } from 'vitest'
import type { Booking } from '../../shared/domain/booking.ts'
import { houseTerms } from '../../shared/domain/terms.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/lib/time.ts'
import type { Input } from '../../shared/contract/operations.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { ScriptedTerminal } from './scripted-terminal.fixture.ts'
import { TestHouse, holdOf, openingMs, payOf, seatCount, show1, showEntry } from './test-house.ts'

const { holdMs, graceMs, paymentCapMs } = houseTerms
const proof = 'c'.repeat(64)

function houseWithTerminal() {
  const terminal = new ScriptedTerminal()
  return { house: new TestHouse({ terminal: () => terminal }), terminal }
}

async function held(house: TestHouse, seats: readonly number[], turned: Parameters<typeof holdOf>[1] = {}) {
  return (await house.done('desk-1', 'hold-seats', holdOf(seats, turned))).booking
}

async function paid(house: TestHouse, booking: Booking, turned: Partial<Input<'pay-booking'>> = {}) {
  return (await house.done('desk-1', 'pay-booking', { ...payOf(booking), ...turned })).booking
}

/** The terminal approves the newest request. */
function sayYes(house: TestHouse, terminal: ScriptedTerminal): void {
  const [request] = terminal.requests
  if (!request) throw new Error('nothing was asked for')
  const { amountMinor, currency } = request
  terminal.say(request, { kind: 'approved', reference: 'R', amountMinor, currency }, 1)
  house.scheduler.flush()
}

async function stateOf(house: TestHouse, { bookingId }: Booking) {
  return (await house.done('manager', 'booking', { bookingId })).booking
}

function checkBooks(house: TestHouse): void {
  expect(checkInvariants(house.store)).toEqual([])
  expect(house.log.errors).toEqual([])
}

async function letIn(house: TestHouse, { bookingId }: Booking, seat: number): Promise<void> {
  const { tickets } = await house.done('desk-1', 'tickets', { bookingId })
  const code = tickets.find(({ seatId }) => seatId === seat)?.code ?? ''
  expect(await house.done('desk-1', 'check-in', { showId: show1, code })).toMatchObject({ answer: 'valid' })
}

test('[I2] a booking that was let in is deleted when the show’s sales are over, and has no seats any more', async () => {
  const house = new TestHouse()
  const booking = await paid(house, await held(house, [0]))
  await letIn(house, booking, 0)
  await house.done('desk-1', 'capacity', { showId: show1 })
  const remove = { bookingId: booking.bookingId, reason: '' }
  const { salesCloseAtMs } = showEntry(show1, openingMs + 5 * HOUR_MS)
  house.clock.atMs = salesCloseAtMs - 1
  expect(await house.ask('manager', 'delete-booking', remove)).toMatchObject({
    refusal: { code: 'SHOW_ON_SALE', salesCloseAtMs },
  })
  expect(house.store.all('claim')).toHaveLength(1)
  house.clock.atMs = salesCloseAtMs
  await house.done('manager', 'delete-booking', remove)
  expect(house.store.all('claim')).toEqual([])
  const { counts } = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(counts).toMatchObject({ sold: 0, available: seatCount - 1 })
  checkBooks(house)
})

test('[T3] the last ticket in completes a booking whose other one was let in and then given back', async () => {
  const house = new TestHouse()
  const booking = await paid(house, await held(house, [0, 1]))
  const { bookingId } = booking
  await letIn(house, booking, 0)
  await house.done('desk-1', 'return-seats', { bookingId, seatIds: [0 as never], reason: '' })
  await letIn(house, booking, 1)
  expect(await stateOf(house, booking)).toMatchObject({ state: 'completed' })
})

test('[T3] a ticket that was let in and given back does not count for one that is still outside', async () => {
  const house = new TestHouse()
  const booking = await paid(house, await held(house, [0, 1, 2]))
  const { bookingId } = booking
  await letIn(house, booking, 0)
  await house.done('desk-1', 'return-seats', { bookingId, seatIds: [0 as never], reason: '' })
  await letIn(house, booking, 1)
  expect(await stateOf(house, booking)).toMatchObject({ state: 'confirmed' })
  await letIn(house, booking, 2)
  expect(await stateOf(house, booking)).toMatchObject({ state: 'completed' })
})

test('[P5] what was paid beside a rejected picture is due to its customer, and no booking is deleted before', async () => {
  const house = new TestHouse()
  const booking = await held(house, [0])
  const { bookingId } = booking
  await paid(house, booking, { amountMinor: 100_00, tenderedMinor: 100_00 })
  const { payments } = await paid(house, booking, { mode: 'PROOF', proof })
  const paymentId = payments.at(-1)?.paymentId ?? ('' as never)
  const said = await house.done('manager', 'review-proof', { bookingId, paymentId, accepted: false })
  expect(said.booking).toMatchObject({ state: 'cancelled' })
  expect((await house.done('desk-1', 'money-due', {})).bookings).toMatchObject([
    { bookingId, amountMinor: 100_00 },
  ])
  expect(await house.ask('manager', 'delete-booking', { bookingId, reason: '' })).toMatchObject({
    refusal: { code: 'MONEY_DUE', amountMinor: 100_00 },
  })
  const back = await house.done('desk-1', 'return-money', { bookingId })
  expect(back.booking).toMatchObject({ state: 'refunded' })
  expect((await house.done('desk-1', 'money-due', {})).bookings).toEqual([])
  await house.done('manager', 'delete-booking', { bookingId, reason: '' })
  checkBooks(house)
})

test('[P10] nothing is due of a booking that was cancelled without money', async () => {
  const house = new TestHouse()
  const { bookingId } = await held(house, [0])
  await house.done('desk-1', 'cancel-booking', { bookingId, reason: '' })
  expect(await house.ask('desk-1', 'return-money', { bookingId })).toMatchObject({
    refusal: { code: 'WRONG_STATE', from: 'cancelled', to: 'refunded' },
  })
})

test('[P5] [P10] a seat that a picture paid for gives nothing back before somebody has looked at it', async () => {
  const house = new TestHouse()
  const booking = await held(house, [0, 1])
  const { bookingId } = booking
  const { payments } = await paid(house, booking, { mode: 'PROOF', proof })
  const paymentId = payments[0]?.paymentId ?? ('' as never)
  const seat = { bookingId, seatIds: [0 as never], reason: '' }
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const kiosk of ['desk-1', 'manager'])
    expect(await house.ask(kiosk, 'return-seats', seat)).toMatchObject({
      refusal: { code: 'PROOF_UNREVIEWED', amountMinor: 210_00 },
    })
  await house.done('manager', 'review-proof', { bookingId, paymentId, accepted: true })
  await house.done('desk-1', 'return-seats', seat)
  checkBooks(house)
})

test('[P5] a picture of a booking that was let in cannot be rejected: it cannot be cancelled any more', async () => {
  const house = new TestHouse()
  const booking = await held(house, [0])
  const { bookingId } = booking
  const sold = await paid(house, booking, { mode: 'PROOF', proof })
  const paymentId = sold.payments[0]?.paymentId ?? ('' as never)
  await letIn(house, sold, 0)
  expect(await house.ask('manager', 'review-proof', { bookingId, paymentId, accepted: false })).toMatchObject(
    {
      refusal: { code: 'WRONG_STATE', from: 'completed', to: 'cancelled' },
    },
  )
  await house.done('manager', 'review-proof', { bookingId, paymentId, accepted: true })
  checkBooks(house)
})

test('[P8] [P9] money that comes late ends its booking: what a wallet gave towards it goes back at once', async () => {
  const { house, terminal } = houseWithTerminal()
  const { walletId } = await house.done('desk-1', 'open-wallet', { customerId: 2 as never, currency: 'INR' })
  await house.done('desk-1', 'top-up-wallet', { walletId, amountMinor: 100_00 })
  const booking = await held(house, [0], { customerId: 2 as never })
  await paid(house, booking, { mode: 'WALLET', walletId, amountMinor: 60_00 })
  await paid(house, booking, { mode: 'CARD' })
  house.clock.atMs = openingMs + holdMs + graceMs + paymentCapMs
  sayYes(house, terminal)
  expect(await stateOf(house, booking)).toMatchObject({ state: 'expired' })
  expect(await house.done('desk-1', 'wallet', { walletId })).toMatchObject({ balanceMinor: 250_00 })
  checkBooks(house)
})

test('[P9] [I13] money goes back to the wallet in its own currency, where the customer has one in another', async () => {
  const house = new TestHouse()
  const customerId = 1 as never
  await house.done('desk-1', 'open-wallet', { customerId, currency: 'EUR' })
  const { bookingId } = await paid(house, await held(house, [0], { customerId }))
  await house.done('desk-1', 'cancel-booking', { bookingId, reason: '', refundTo: 'wallet' })
  expect(house.store.all('wallet')).toMatchObject([{ currency: 'EUR' }, { currency: 'INR' }])
  expect(await house.done('desk-1', 'wallet', { walletId: 2 as never })).toMatchObject({
    balanceMinor: 210_00,
  })
  checkBooks(house)
})

test('[P4] [P8] [I21] late money buys no seats by a coupon that was used up meanwhile', async () => {
  const { house, terminal } = houseWithTerminal()
  const booking = await held(house, [0], { couponCode: 'ONCE' })
  await paid(house, booking, { mode: 'CARD' })
  house.pass(openingMs + holdMs)
  house.pass(openingMs + holdMs + graceMs)
  await paid(house, await held(house, [5], { cart: 'b', couponCode: 'ONCE' }))
  sayYes(house, terminal)
  expect(house.store.all('wallet').length).toBe(1)
  checkBooks(house)
})

const shows = (set: Input<'change-rows'>['change']) => ({ change: set, rows: { ids: [show1] } })
const moved = (byMs: number) => shows({ of: 'shows', kind: 'move', byMs })

test.for<[what: string, changes: readonly Input<'change-rows'>[], becomes: 'seats' | 'wallet']>([
  ['called off', [shows({ of: 'shows', kind: 'set', set: { active: false } })], 'wallet'],
  ['whose listing is off sale', [shows({ of: 'listings', kind: 'set', set: { active: false } })], 'wallet'],
  ['moved to another day', [moved(7 * DAY_MS)], 'wallet'],
  ['moved twice', Array.from({ length: 21 }, () => moved(MINUTE_MS)), 'wallet'],
  ['moved and moved back', [moved(DAY_MS), moved(-DAY_MS)], 'seats'],
  ['at a new price', [shows({ of: 'shows', kind: 'percent', percent: 10 })], 'seats'],
])('[P8] late money for a show that is %s by now', async ([, changes, becomes]) => {
  const { house, terminal } = houseWithTerminal()
  await house.done('manager', 'change-rows', moved(MINUTE_MS))
  await paid(house, await held(house, [0]), { mode: 'CARD' })
  house.pass(openingMs + holdMs)
  house.pass(openingMs + holdMs + graceMs)
  house.pass(openingMs + holdMs + graceMs + paymentCapMs)
  for (const change of changes)
    expect(await house.done('manager', 'change-rows', change)).toMatchObject({ changed: 1 })
  sayYes(house, terminal)
  expect(house.store.all('claim')).toHaveLength(becomes === 'seats' ? 1 : 0)
  expect(house.store.all('wallet')).toHaveLength(becomes === 'seats' ? 0 : 1)
  checkBooks(house)
})

test('[P4] [P8] the coupon of a booking that ran out is its own again when its money comes', async () => {
  const { house, terminal } = houseWithTerminal()
  await paid(house, await held(house, [0], { couponCode: 'ONCE' }), { mode: 'CARD' })
  house.clock.atMs = openingMs + holdMs + graceMs
  sayYes(house, terminal)
  const { counts } = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(counts).toMatchObject({ sold: 1 })
  checkBooks(house)
})

test('[H4] [P8] seats whose hold has ended are near enough, whether or not anybody has noticed', async () => {
  const { house, terminal } = houseWithTerminal()
  const booking = await held(house, [0])
  await paid(house, booking, { mode: 'CARD' })
  house.pass(openingMs + holdMs)
  house.pass(openingMs + holdMs + graceMs)
  await paid(house, await held(house, [0, 1, 2, 3, 4], { cart: 'b' }))
  const lapsing = await held(house, [5, 6, 7, 8, 9], { cart: 'c' })
  house.clock.atMs = lapsing.expiresAtMs
  sayYes(house, terminal)
  expect(await stateOf(house, lapsing)).toMatchObject({ state: 'expired' })
  const { counts } = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(counts).toMatchObject({ sold: 6 })
  checkBooks(house)
})

test('[A2] [P8] [I48] late money buys no seat that goes off sale in the very commit that it comes in', async () => {
  const { house, terminal } = houseWithTerminal()
  await paid(house, await held(house, [0]), { mode: 'CARD' })
  house.pass(openingMs + holdMs)
  house.pass(openingMs + holdMs + graceMs)
  const change = { of: 'seats', showId: show1, blockedFor: 'a camera' } as const
  const rows = { ids: [0, 1, 2, 3, 4, 5, 6, 7, 8] }
  const blocking = house.desk('manager', 'manager').call('change-rows', { change, rows })
  sayYes(house, terminal)
  expect(await blocking).toMatchObject({ value: { changed: 9 } })
  expect(house.store.all('claim')).toMatchObject([{ seatId: 9 }])
  checkBooks(house)
})

test('[P6] [P10] a terminal that took another sum than it was asked for gives back what it took, no more', async () => {
  const { house, terminal } = houseWithTerminal()
  await paid(house, await held(house, [0]), { mode: 'CARD' })
  const [request] = terminal.requests
  if (!request) throw new Error('nothing was asked for')
  terminal.say(request, { kind: 'approved', reference: 'R', amountMinor: 5_00, currency: 'INR' }, 1)
  house.scheduler.flush()
  house.scheduler.flush()
  expect(terminal.refundedMinor).toBe(5_00)
  checkBooks(house)
})
