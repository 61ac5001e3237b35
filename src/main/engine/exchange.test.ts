// [T4] Seats of one show exchanged for seats of another, through the whole engine: money, seats, tickets, and what happens if it
// is asked twice or too late.

import { expect, test } from 'vitest'
import type { Booking } from '../../shared/domain/booking.ts'
import type { Terms } from '../../shared/domain/terms.ts'
import type { Input } from '../../shared/contract/operations.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import type { Terminal, TerminalRefund } from './ports.ts'
import { ScriptedTerminal } from './scripted-terminal.fixture.ts'
import { TestHouse, holdOf, payOf, show1, show2 } from './test-house.ts'

type Wish = Input<'exchange-booking'>

/** Seats sold for tonight, and others held for the later show. Seats 0 to 9 are ₹200, 10 to 12 ₹100; each has a fee of ₹10. */
async function wanting(sold: readonly number[], held: readonly number[], houseTerms: Partial<Terms> = {}) {
  const house = new TestHouse({ houseTerms })
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf(sold))
  const old = (await house.done('desk-1', 'pay-booking', payOf(booking))).booking
  const hold = holdOf(held, { showId: show2, cart: 'later' })
  const fresh = (await house.done('desk-1', 'hold-seats', hold)).booking
  return { house, old, fresh, wish: wishOf(old, fresh) }
}

function wishOf(old: Booking, fresh: Booking): Wish {
  const differenceMinor = fresh.totals.totalMinor - old.totals.totalMinor
  return {
    bookingId: fresh.bookingId,
    fromBookingId: old.bookingId,
    seatIds: old.lines.map(({ seatId }) => seatId),
    differenceMinor,
    mode: 'CASH',
    tenderedMinor: Math.max(0, differenceMinor),
  }
}

function sound(house: TestHouse): void {
  expect(checkInvariants(house.store)).toEqual([])
  expect(house.log.errors).toEqual([])
}

function balanceOf(house: TestHouse, account: string): number {
  return house.store.all('transfer').reduce((sum, { debit, credit, amountMinor }) => {
    return sum + (debit === account ? amountMinor : 0) - (credit === account ? amountMinor : 0)
  }, 0)
}

async function doorSays(house: TestHouse, { bookingId, showId }: Booking, codes?: readonly string[]) {
  const told = codes ?? (await house.done('desk-1', 'tickets', { bookingId })).tickets.map(({ code }) => code)
  const said: string[] = []
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as at a door
  for (const code of told) said.push((await house.done('desk-1', 'check-in', { showId, code })).answer)
  return said
}

const capacityOf = async (house: TestHouse) => {
  const takes = async (seatIds: readonly number[], showId: typeof show1, cart: string) =>
    (await house.ask('desk-2', 'hold-seats', holdOf(seatIds, { showId, cart }))).kind
  return [await takes([0, 1], show1, 'x'), await takes([5, 6], show2, 'y')]
}

test('[T4] [I12] [I19] even: the money is the new booking’s, the old seats are free, old tickets void and new ones valid', async () => {
  const { house, old, fresh, wish } = await wanting([0, 1], [5, 6])
  const { tickets: before } = await house.done('desk-1', 'tickets', { bookingId: old.bookingId })
  const rows = house.store.all('journal').length
  const done = await house.done('desk-1', 'exchange-booking', wish)
  expect(done).toMatchObject({ changeMinor: 0, booking: { state: 'confirmed', showId: show2 } })
  expect(
    house.store
      .all('journal')
      .slice(rows)
      .map(({ kind }) => kind),
  ).toEqual(['booking-cancelled', 'booking-refunded', 'booking-confirmed'])
  expect(balanceOf(house, 'drawer:desk-1')).toBe(420_00)
  expect(balanceOf(house, `booking:${old.bookingId}`)).toBe(0)
  expect(balanceOf(house, `booking:${fresh.bookingId}`)).toBe(-420_00)
  const { booking } = await house.done('desk-1', 'booking', { bookingId: old.bookingId })
  expect(booking).toMatchObject({ state: 'refunded', payments: [{ state: 'refunded' }] })
  expect(
    await doorSays(
      house,
      old,
      before.map(({ code }) => code),
    ),
  ).toEqual(['void', 'void'])
  expect(await doorSays(house, fresh)).toEqual(['valid', 'valid'])
  expect(await capacityOf(house)).toEqual(['done', 'refused'])
  sound(house)
})

test('[T4] [P5] dearer and cheaper: what is paid in and what goes back is what the seller saw, or nothing happens', async () => {
  const dearer = await wanting([10, 11], [5, 6])
  const { house, wish } = dearer
  expect(await house.ask('desk-1', 'exchange-booking', { ...wish, differenceMinor: 0 })).toMatchObject({
    refusal: { code: 'CONCURRENT_MODIFICATION' },
  })
  expect(await house.ask('desk-1', 'exchange-booking', { ...wish, tenderedMinor: 199_99 })).toMatchObject({
    refusal: { code: 'PAYMENT_FAILED', dueMinor: 200_00 },
  })
  expect(balanceOf(house, 'drawer:desk-1')).toBe(220_00)
  const paid = await house.done('desk-1', 'exchange-booking', { ...wish, tenderedMinor: 500_00 })
  expect(paid).toMatchObject({ changeMinor: 300_00, booking: { payments: [{}, {}] } })
  expect(balanceOf(house, 'drawer:desk-1')).toBe(420_00)
  sound(house)

  const cheaper = await wanting([0, 1], [10, 11])
  await cheaper.house.done('desk-1', 'exchange-booking', { ...cheaper.wish, refundTo: 'wallet' })
  expect(balanceOf(cheaper.house, 'drawer:desk-1')).toBe(420_00)
  expect(cheaper.house.store.all('transfer').filter(({ walletId }) => walletId !== null)).toMatchObject([
    { amountMinor: 200_00 },
  ])
  sound(cheaper.house)
})

test('[T4] [P5] also for seats of its own show: held beside the old ones, paid by a card’s part and by them, in one step', async () => {
  const terminal = new ScriptedTerminal()
  const house = new TestHouse({ terminal: () => terminal })
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([10, 11]))
  const old = (await house.done('desk-1', 'pay-booking', payOf(booking))).booking
  const fresh = (await house.done('desk-1', 'hold-seats', holdOf([5], { cart: 'dearer' }))).booking
  const due = { bookingId: fresh.bookingId, totalMinor: 210_00, tenderedMinor: 100_00, amountMinor: 100_00 }
  await house.done('desk-1', 'pay-booking', { ...due, mode: 'CARD' })
  for (const request of terminal.requests) {
    const { amountMinor, currency } = request
    terminal.say(request, { kind: 'approved', reference: 'R', amountMinor, currency }, 1)
  }
  house.scheduler.flush()
  const wish = { ...wishOf(old, fresh), seatIds: old.lines.slice(1).map(({ seatId }) => seatId) }
  const done = await house.done('desk-1', 'exchange-booking', {
    ...wish,
    differenceMinor: 0,
    tenderedMinor: 0,
  })
  expect(done.booking).toMatchObject({ state: 'confirmed', showId: show1, payments: [{ mode: 'CARD' }, {}] })
  const { booking: rest } = await house.done('desk-1', 'booking', { bookingId: old.bookingId })
  expect(rest).toMatchObject({ state: 'confirmed', lines: [{ seatId: 10 }] })
  const { counts } = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(counts).toMatchObject({ sold: 2, held: 0 })
  sound(house)
})

test('[T4] [P5] several payments go over as one: a part in a wallet and a part in cash', async () => {
  const { house, fresh } = await wanting([9], [5, 6])
  const { walletId } = await house.done('desk-1', 'open-wallet', { customerId: 2 as never, currency: 'INR' })
  await house.done('desk-1', 'top-up-wallet', { walletId, amountMinor: 120_00 })
  const hold = holdOf([0, 1], { customerId: 2 as never, cart: 'mixed' })
  const { booking } = await house.done('desk-1', 'hold-seats', hold)
  const part = { ...payOf(booking), mode: 'WALLET', walletId, amountMinor: 120_00 } as const
  await house.done('desk-1', 'pay-booking', part)
  const old = (await house.done('desk-1', 'pay-booking', { ...payOf(booking), tenderedMinor: 300_00 }))
    .booking
  const done = await house.done('desk-1', 'exchange-booking', wishOf(old, fresh))
  expect(done.booking.payments).toMatchObject([{ amountMinor: 420_00, account: `booking:${old.bookingId}` }])
  expect(
    house.store.all('transfer').filter(({ credit }) => credit === `booking:${fresh.bookingId}`),
  ).toHaveLength(2)
  sound(house)
})

test('[T4] single seats leave; the rest of the booking is as valid as before', async () => {
  const { house, old, fresh, wish } = await wanting([0, 1], [5])
  const one = { ...wish, seatIds: wish.seatIds.slice(1), differenceMinor: 0 }
  await house.done('desk-1', 'exchange-booking', one)
  const { booking } = await house.done('desk-1', 'booking', { bookingId: old.bookingId })
  expect(booking).toMatchObject({ state: 'confirmed', lines: [{ label: 'A1' }], returned: [{ label: 'A2' }] })
  expect(await doorSays(house, old)).toEqual(['valid'])
  expect(await doorSays(house, fresh)).toEqual(['valid'])
  sound(house)
})

test('[T4] [C3] sent again it answers what it answered, and money moves once', async () => {
  const { house, wish } = await wanting([10, 11], [5, 6])
  const command = house.newCommandId()
  const first = await house.ask('desk-1', 'exchange-booking', wish, command)
  const rows = house.store.all('journal').length
  expect(await house.ask('desk-1', 'exchange-booking', wish, command)).toEqual(first)
  house.restart()
  expect(await house.ask('desk-1', 'exchange-booking', wish, command)).toEqual(first)
  expect(house.store.all('journal').length).toBe(rows)
  expect(await house.ask('desk-1', 'exchange-booking', wish)).toMatchObject({
    refusal: { code: 'WRONG_STATE', from: 'confirmed' },
  })
  sound(house)
})

test('[T4] [H4] a hold that is over, or whose seats others took, leaves everything as it was', async () => {
  const { house, old, fresh, wish } = await wanting([0, 1], [5, 6])
  house.clock.atMs = fresh.expiresAtMs
  await house.done('desk-2', 'hold-seats', holdOf([5], { showId: show2, cart: 'rival' }))
  expect(await house.ask('desk-1', 'exchange-booking', wish)).toMatchObject({ kind: 'refused' })
  const { booking } = await house.done('desk-1', 'booking', { bookingId: old.bookingId })
  expect(booking).toEqual(old)
  expect(await doorSays(house, old)).toEqual(['valid', 'valid'])
  sound(house)
})

test('[T4] two desks exchange the same seats in the same turn: one has them, the other is told', async () => {
  const { house, old, wish } = await wanting([0, 1], [5, 6])
  const hold = holdOf([2, 3], { showId: show2, cart: 'second' })
  const { booking } = await house.done('manager', 'hold-seats', hold)
  const answering = [
    house.desk('desk-1').call('exchange-booking', wish, house.newCommandId()),
    house.desk('manager', 'manager').call('exchange-booking', wishOf(old, booking), house.newCommandId()),
  ]
  house.scheduler.flush()
  const answers = await Promise.all(answering)
  expect(answers.map(({ kind }) => kind)).toEqual(['done', 'refused'])
  expect(answers[1]).toMatchObject({ refusal: { code: 'WRONG_STATE', from: 'refunded' } })
  sound(house)
})

test('[T4] [P10] what came over goes back the way it first came, twice exchanged and given back in parts, to the terminal by its own number', async () => {
  const asked: TerminalRefund[] = []
  let approve: () => void = () => {}
  const terminal: Terminal = {
    pay: ({ amountMinor, currency }, onAnswer) => {
      approve = () => onAnswer({ kind: 'approved', amountMinor, currency, reference: 'REF-1' })
    },
    lookUp: () => {},
    refund: (refund, onDone) => {
      asked.push(refund)
      onDone()
    },
  }
  const house = new TestHouse({ terminal: () => terminal, houseTerms: { refundAloneMaxMinor: 10_000_00 } })
  const held = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const card = { ...payOf(held.booking), mode: 'CARD', amountMinor: 300_00, tenderedMinor: 300_00 } as const
  await house.done('desk-1', 'pay-booking', card)
  approve()
  house.scheduler.flush()
  const rest = { ...payOf(held.booking), tenderedMinor: 120_00 }
  let { booking } = await house.done('desk-1', 'pay-booking', rest)
  for (const [index, showId] of [show2, show1].entries()) {
    const hold = holdOf([5 + index * 2, 6 + index * 2], { showId, cart: `to-${index}` })
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const fresh = (await house.done('desk-1', 'hold-seats', hold)).booking
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    booking = (await house.done('desk-1', 'exchange-booking', wishOf(booking, fresh))).booking
  }
  const { bookingId } = booking
  const first = booking.lines.slice(0, 1).map(({ seatId }) => seatId)
  await house.done('desk-1', 'return-seats', { bookingId, seatIds: first, reason: 'ill' })
  const { booking: over } = await house.done('desk-1', 'cancel-booking', { bookingId, reason: 'ill' })
  house.scheduler.flush()
  const back = over.payments.flatMap(({ refunds = [] }) => refunds)
  const backTo = (account: string) =>
    back.filter((one) => one.account === account).reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  // The newest payment first, as in any booking: the cash, then the card.
  expect([backTo('drawer:desk-1'), backTo('terminal:CARD')]).toEqual([120_00, 300_00])
  expect(asked.map(({ amountMinor, reference }) => ({ amountMinor, reference }))).toEqual([
    { amountMinor: 90_00, reference: 'REF-1' },
    { amountMinor: 210_00, reference: 'REF-1' },
  ])
  sound(house)
})
