// Payments by terminal, through the whole engine: every answer it can give, at every moment it can give it.

import { expect, test } from 'vitest'
import type { Booking } from '../../shared/domain/booking.ts'
import type { Input } from '../../shared/contract/operations.ts'
import { houseTerms } from '../../shared/domain/terms.ts'
import { MINUTE_MS, SECOND_MS } from '../../shared/lib/time.ts'
import { SimulatedTerminal, type TerminalMood } from '../house/simulated-terminal.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { FailingStore } from '../store/failing-store.fixture.ts'
import { MemoryStore } from '../store/memory-store.ts'
import type { Store } from '../store/store.ts'
import { TestHouse, holdOf, openingMs, payOf, show1 } from './test-house.ts'

const { holdMs, graceMs, paymentCapMs } = houseTerms

function houseWith(mood: TerminalMood | (() => TerminalMood), store: Store = new MemoryStore()) {
  const terminals: SimulatedTerminal[] = []
  const house = new TestHouse({
    store,
    terminal: ({ clock, scheduler }) => {
      const terminal = new SimulatedTerminal(clock, scheduler, typeof mood === 'function' ? mood : () => mood)
      terminals.push(terminal)
      return terminal
    },
  })
  return { house, terminals }
}

/** One payment after the other; the last stays. */
function moodsOf(...moods: TerminalMood[]): () => TerminalMood {
  return () => (moods.length > 1 ? moods.shift() : moods[0]) ?? 'approve'
}

function cardOf(booking: Booking, turned: Partial<Input<'pay-booking'>> = {}): Input<'pay-booking'> {
  return { ...payOf(booking), mode: 'CARD', ...turned }
}

/** Time passes in steps, so that woken work may set another timer. */
async function pass(house: TestHouse, ms: number): Promise<void> {
  const end = house.clock.atMs + ms
  while (house.clock.atMs < end) {
    house.pass(Math.min(end, house.clock.atMs + SECOND_MS))
    // oxlint-disable-next-line no-await-in-loop -- what was answered is recorded before time goes on
    await Promise.resolve()
  }
}

async function stateOf(house: TestHouse, { bookingId }: Booking): Promise<Booking> {
  return (await house.done('manager', 'booking', { bookingId })).booking
}

async function counts(house: TestHouse) {
  return (await house.done('desk-1', 'capacity', { showId: show1 })).counts
}

function checkBooks(house: TestHouse): void {
  expect(checkInvariants(house.store)).toEqual([])
  expect(house.log.errors).toEqual([])
}

test('[P6] [H6] a terminal is asked after the journal says so, its seats are being paid, and its yes confirms them', async () => {
  const { house } = houseWith('approve')
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const begun = await house.done('desk-1', 'pay-booking', cardOf(booking))
  expect(begun.booking).toMatchObject({ state: 'reserved', payments: [{ state: 'pending', mode: 'CARD' }] })
  expect(await counts(house)).toMatchObject({ paying: 2, held: 0 })
  await pass(house, 2 * SECOND_MS)
  const paid = await stateOf(house, booking)
  expect(paid).toMatchObject({
    state: 'confirmed',
    payments: [{ state: 'success', account: 'terminal:CARD' }],
  })
  expect(paid.tickets.length).toBe(2)
  expect(house.store.all('terminalTask')).toEqual([])
  checkBooks(house)
})

test('[H6] while a terminal is asked nothing else is done to the booking, and nobody else gets its seats', async () => {
  const { house } = houseWith('silent')
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const { bookingId } = booking
  await house.done('desk-1', 'pay-booking', cardOf(booking))
  const refused = { kind: 'refused', refusal: { code: 'PAYMENT_IN_FLIGHT' } }
  expect(await house.ask('desk-1', 'pay-booking', payOf(booking))).toMatchObject(refused)
  expect(await house.ask('desk-1', 'cancel-booking', { bookingId, reason: '' })).toMatchObject(refused)
  expect(await house.ask('desk-1', 'extend-hold', { bookingId })).toMatchObject(refused)
  expect(await house.ask('desk-1', 'hold-seats', holdOf([3]))).toMatchObject(refused)
  expect(await house.ask('desk-2', 'hold-seats', holdOf([0], { cart: 'b' }))).toMatchObject({
    refusal: { code: 'SEAT_NOT_AVAILABLE', seats: [{ reason: 'paying' }] },
  })
})

test('[H6] a payment in flight keeps the hold beyond its end, for at most its cap; then the seats are free by rule', async () => {
  const { house } = houseWith('silent')
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  house.clock.atMs = openingMs + holdMs - 1
  await house.done('desk-1', 'pay-booking', cardOf(booking))
  house.clock.atMs = openingMs + holdMs - 1 + paymentCapMs - 1
  expect(await house.ask('desk-2', 'hold-seats', holdOf([0], { cart: 'b' }))).toMatchObject({
    kind: 'refused',
  })
  house.clock.atMs += 1
  expect(await house.ask('desk-2', 'hold-seats', holdOf([0], { cart: 'b' }))).toMatchObject({ kind: 'done' })
  expect(await stateOf(house, booking)).toMatchObject({ state: 'expired', payments: [{ state: 'pending' }] })
  checkBooks(house)
})

test('[P7] a declined try is recorded and the hold lives on; the third makes PAYMENT_FAILED and frees the seats at once', async () => {
  const { house } = houseWith('decline')
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  for (const tries of [1, 2]) {
    await house.done('desk-1', 'pay-booking', cardOf(booking))
    await pass(house, 2 * SECOND_MS)
    const tried = await stateOf(house, booking)
    expect(tried.payments.map(({ failure }) => failure)).toEqual(Array(tries).fill('declined'))
    expect(await counts(house)).toMatchObject({ held: 2, paying: 0 })
  }
  await house.done('desk-1', 'pay-booking', cardOf(booking))
  await pass(house, 2 * SECOND_MS)
  expect(await stateOf(house, booking)).toMatchObject({ state: 'payment_failed' })
  expect(await counts(house)).toMatchObject({ held: 0, paying: 0, available: 13 })
  checkBooks(house)
})

test('[P7] a hold whose time ran out while a terminal said no is over at once', async () => {
  const { house } = houseWith('decline')
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  house.clock.atMs = openingMs + holdMs - 1
  await house.done('desk-1', 'pay-booking', cardOf(booking))
  await pass(house, 5 * SECOND_MS)
  expect(await counts(house)).toMatchObject({ held: 0, paying: 0, available: 13 })
  await pass(house, graceMs)
  expect(await stateOf(house, booking)).toMatchObject({ state: 'expired' })
  checkBooks(house)
})

test('[P6] an answer that comes twice has one effect', async () => {
  const { house } = houseWith('twice')
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  await house.done('desk-1', 'pay-booking', cardOf(booking))
  await pass(house, 5 * SECOND_MS)
  expect((await stateOf(house, booking)).payments.length).toBe(1)
  expect(house.store.all('transfer').length).toBe(1)
  checkBooks(house)
})

test('[P6] an answer that was lost is found by looking up', async () => {
  const { house } = houseWith('lost')
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  await house.done('desk-1', 'pay-booking', cardOf(booking))
  await pass(house, 5 * SECOND_MS)
  expect(await stateOf(house, booking)).toMatchObject({ state: 'reserved' })
  await pass(house, 15 * SECOND_MS)
  expect(await stateOf(house, booking)).toMatchObject({ state: 'confirmed' })
  checkBooks(house)
})

test('[P6] a payment that is not answered is looked up every quarter of a minute, however many others are asked for', async () => {
  const { house } = houseWith(moodsOf('lost', 'silent'))
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  await house.done('desk-1', 'pay-booking', cardOf(booking))
  for (const seat of [2, 4]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, each before the look for the first
    const other = await house.done(`desk-${seat}`, 'hold-seats', holdOf([seat], { cart: `cart-${seat}` }))
    // oxlint-disable-next-line no-await-in-loop -- the same
    await house.done(`desk-${seat}`, 'pay-booking', cardOf(other.booking))
    // oxlint-disable-next-line no-await-in-loop -- the same
    await pass(house, 10 * SECOND_MS)
  }
  expect(await stateOf(house, booking)).toMatchObject({ state: 'confirmed' })
  checkBooks(house)
})

test('[P6] [V10] where the disk does not answer a look, the house goes on and looks again', async () => {
  const store = new FailingStore(new MemoryStore())
  const { house } = houseWith('lost', store)
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  await house.done('desk-1', 'pay-booking', cardOf(booking))
  store.isBlind = true
  await pass(house, 20 * SECOND_MS)
  store.isBlind = false
  expect(house.log.errors).toMatchObject([{ facts: { error: expect.stringContaining('SQLITE_IOERR') } }])
  await pass(house, 15 * SECOND_MS)
  expect(await stateOf(house, booking)).toMatchObject({ state: 'confirmed' })
})

test('[P6] after a restart nothing is asked for twice: what was open is looked up', async () => {
  const asked: string[] = []
  const house = new TestHouse({
    terminal: () => ({
      pay: ({ paymentId }) => void asked.push(`pay ${paymentId}`),
      lookUp: (paymentId, onAnswer) => {
        asked.push(`look up ${paymentId}`)
        const { amountMinor, currency } = house.store.all('terminalTask')[0] ?? {
          amountMinor: 0,
          currency: 'INR',
        }
        onAnswer({ kind: 'approved', reference: 'R', amountMinor, currency })
      },
      refund: () => {},
    }),
  })
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const { booking: paying } = await house.done('desk-1', 'pay-booking', cardOf(booking))
  house.restart()
  house.scheduler.flush()
  const paymentId = paying.payments[0]?.paymentId
  expect(asked).toEqual([`pay ${paymentId}`, `look up ${paymentId}`])
  expect(await stateOf(house, booking)).toMatchObject({ state: 'confirmed' })
})

test('[P6] a yes to another sum confirms nothing, and goes back', async () => {
  const house = new TestHouse({
    terminal: () => ({
      pay: ({ amountMinor, currency }, onAnswer) =>
        onAnswer({ kind: 'approved', reference: 'R1', amountMinor: amountMinor - 1, currency }),
      lookUp: () => {},
      refund: ({ reference }, onDone) => {
        expect(reference).toBe('R1')
        onDone()
      },
    }),
  })
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  await house.done('desk-1', 'pay-booking', cardOf(booking))
  house.scheduler.flush()
  expect(house.store.all('terminalTask')).toMatchObject([{ kind: 'refund' }])
  house.scheduler.flush()
  expect(await stateOf(house, booking)).toMatchObject({
    state: 'reserved',
    payments: [{ state: 'failed', failure: 'mismatch' }],
  })
  expect(house.store.all('terminalTask')).toEqual([])
  checkBooks(house)
})

async function lateMoney(taken: readonly number[], customerId: number | null = null) {
  const { house } = houseWith('late')
  const wanted = holdOf([0, 1], { customerId: customerId as never })
  const { booking } = await house.done('desk-1', 'hold-seats', wanted)
  house.clock.atMs = openingMs + holdMs - 1
  await house.done('desk-1', 'pay-booking', cardOf(booking))
  await pass(house, paymentCapMs + 1)
  if (taken.length > 0) {
    const other = await house.done('desk-2', 'hold-seats', holdOf(taken, { cart: 'b' }))
    await house.done('desk-2', 'pay-booking', payOf(other.booking))
  }
  await pass(house, 2 * MINUTE_MS)
  return { house, booking }
}

function rescueOf(house: TestHouse, booking: Booking) {
  const rows = house.store.all('journal').filter(({ kind }) => kind === 'seats-held')
  return rows
    .map(({ body }) => JSON.parse(body) as Booking & { rescues?: string })
    .find(({ rescues }) => rescues === booking.bookingId)
}

test('[P8] money that comes after the end gets the same seats, if they are free', async () => {
  const { house, booking } = await lateMoney([])
  const rescue = rescueOf(house, booking)
  expect(rescue?.lines.map(({ seatId }) => seatId)).toEqual([0, 1])
  expect(house.store.get('booking', rescue?.bookingId ?? '')).toMatchObject({ state: 'confirmed' })
  expect(await stateOf(house, booking)).toMatchObject({ state: 'expired', payments: [{ state: 'refunded' }] })
  expect(await counts(house)).toMatchObject({ sold: 2 })
  checkBooks(house)
})

test('[P8] else the nearest seats side by side that cost the same', async () => {
  const { house, booking } = await lateMoney([1])
  expect(rescueOf(house, booking)?.lines.map(({ label }) => label)).toEqual(['B1', 'B2'])
  expect(await counts(house)).toMatchObject({ sold: 3 })
  checkBooks(house)
})

test('[P8] else a wallet: the customer’s, or a bearer’s with its own number', async () => {
  const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  const known = await lateMoney(all, 2)
  expect(known.house.store.all('wallet')).toMatchObject([{ customerId: 2 }])
  const { walletId } = known.house.store.all('wallet')[0] ?? { walletId: 0 as never }
  const wallet = await known.house.done('desk-1', 'wallet', { walletId })
  expect(wallet).toMatchObject({ balanceMinor: 420_00, entries: [{ bookingId: known.booking.bookingId }] })
  const walkIn = await lateMoney(all)
  expect(walkIn.house.store.all('wallet')).toMatchObject([{ customerId: null }])
  checkBooks(known.house)
  checkBooks(walkIn.house)
})

test('[P7] [P8] given up: the seats are free at once; money that comes yet is rescued', async () => {
  const { house } = houseWith('late')
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const { bookingId } = booking
  await house.done('desk-1', 'pay-booking', cardOf(booking))
  const given = await house.done('desk-1', 'give-up-payment', { bookingId })
  expect(given.booking).toMatchObject({ state: 'payment_failed', payments: [{ failure: 'given-up' }] })
  expect(await counts(house)).toMatchObject({ available: 13 })
  await pass(house, 4 * MINUTE_MS)
  expect(rescueOf(house, booking)).toBeDefined()
  checkBooks(house)
})

test('[P10] what was paid by card goes back by card, once, and the terminal is asked until it has', async () => {
  const { house, terminals } = houseWith('approve')
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const { bookingId } = booking
  await house.done('desk-1', 'pay-booking', cardOf(booking))
  await pass(house, 2 * SECOND_MS)
  await house.done('desk-1', 'return-seats', { bookingId, seatIds: [1 as never], reason: '' })
  await pass(house, 2 * SECOND_MS)
  await house.done('desk-1', 'cancel-booking', { bookingId, reason: '' })
  await pass(house, 40 * SECOND_MS)
  expect([...(terminals[0]?.refunded.values() ?? [])]).toEqual([210_00, 210_00])
  expect(await stateOf(house, booking)).toMatchObject({
    state: 'refunded',
    payments: [{ state: 'refunded' }],
  })
  expect(house.store.all('terminalTask')).toEqual([])
  checkBooks(house)
})

test('[P6] a house without a terminal takes no card, and says so', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  expect(await house.ask('desk-1', 'pay-booking', cardOf(booking))).toEqual({
    kind: 'refused',
    refusal: { code: 'INVALID_INPUT', field: 'mode', problem: 'no-terminal', detail: '' },
  })
})

test('[P5] a card pays a part, cash the rest; a part that was taken is not lost when the hold ends', async () => {
  const { house } = houseWith('approve')
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const { bookingId } = booking
  await house.done('desk-1', 'pay-booking', cardOf(booking, { amountMinor: 100_00 }))
  await pass(house, 2 * SECOND_MS)
  expect(await counts(house)).toMatchObject({ held: 2, paying: 0 })
  const rest = await house.done('desk-1', 'pay-booking', { ...payOf(booking), tenderedMinor: 400_00 })
  expect(rest).toMatchObject({ changeMinor: 80_00, booking: { state: 'confirmed' } })
  const other = await house.done('desk-1', 'hold-seats', holdOf([2], { cart: 'b' }))
  await house.done('desk-1', 'pay-booking', cardOf(other.booking, { amountMinor: 1_00 }))
  await pass(house, holdMs + graceMs)
  const { bookings } = await house.done('desk-1', 'money-due', {})
  expect(bookings).toMatchObject([{ bookingId: other.booking.bookingId, amountMinor: 1_00 }])
  await house.done('desk-1', 'return-money', { bookingId: other.booking.bookingId })
  expect((await house.done('desk-1', 'money-due', {})).bookings).toEqual([])
  expect((await stateOf(house, { ...booking, bookingId })).payments.length).toBe(2)
  checkBooks(house)
})
