// Money through the whole engine: part payments, wallets, pictures of transfers, refunds, moves, and a door at the end.

import { expect, test } from 'vitest'
import type { Booking } from '../../shared/domain/booking.ts'
import type { Terms } from '../../shared/domain/terms.ts'
import type { Input } from '../../shared/contract/operations.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { TestHouse, holdOf, openingMs, payOf, show1, show2, showEntry } from './test-house.ts'

type Pay = Input<'pay-booking'>

async function sold(
  seats: readonly number[],
  houseTerms: Partial<Terms> = {},
  customerId: number | null = null,
) {
  const house = new TestHouse({ houseTerms })
  const { booking } = await house.done(
    'desk-1',
    'hold-seats',
    holdOf(seats, { customerId: customerId as never }),
  )
  const paid = await house.done('desk-1', 'pay-booking', payOf(booking))
  return { house, booking: paid.booking, bookingId: booking.bookingId }
}

async function withWallet(balanceMinor: number) {
  const house = new TestHouse()
  const { walletId } = await house.done('desk-1', 'open-wallet', { customerId: 2 as never, currency: 'INR' })
  if (balanceMinor > 0) await house.done('desk-1', 'top-up-wallet', { walletId, amountMinor: balanceMinor })
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1], { customerId: 2 as never }))
  return { house, walletId, booking, bookingId: booking.bookingId }
}

function walletPay(booking: Booking, turned: Partial<Pay>): Pay {
  return { ...payOf(booking), mode: 'WALLET', ...turned }
}

function checkBooks(house: TestHouse): void {
  expect(checkInvariants(house.store)).toEqual([])
  expect(house.log.errors).toEqual([])
}

async function sumOf(house: TestHouse, account: string): Promise<number> {
  return house.store.all('transfer').reduce((sum, { debit, credit, amountMinor }) => {
    return sum + (debit === account ? amountMinor : 0) - (credit === account ? amountMinor : 0)
  }, 0)
}

test('[P9] [I15] a wallet is opened once, topped up, pays, and never goes below zero', async () => {
  const { house, walletId, booking } = await withWallet(500_00)
  const again = await house.done('desk-1', 'open-wallet', { customerId: 2 as never, currency: 'INR' })
  expect(again).toEqual({ walletId })
  await house.done('desk-1', 'pay-booking', walletPay(booking, { walletId }))
  const wallet = await house.done('desk-1', 'wallet', { walletId })
  expect(wallet).toMatchObject({
    balanceMinor: 80_00,
    entries: [{ amountMinor: 500_00 }, { amountMinor: -420_00 }],
  })
  const next = await house.done('desk-1', 'hold-seats', holdOf([3], { customerId: 2 as never }))
  expect(await house.ask('desk-1', 'pay-booking', walletPay(next.booking, { walletId }))).toEqual({
    kind: 'refused',
    refusal: {
      code: 'PAYMENT_FAILED',
      reason: 'balance',
      dueMinor: 210_00,
      tenderedMinor: 80_00,
      currency: 'INR',
    },
  })
  checkBooks(house)
})

test('[P9] [I15] two payments from one wallet in the same turn: the second sees what the first left', async () => {
  const { house, walletId, booking } = await withWallet(500_00)
  const other = await house.done(
    'desk-2',
    'hold-seats',
    holdOf([5, 6], { cart: 'b', customerId: 2 as never }),
  )
  const both = [booking, other.booking].map((one, index) =>
    house.desk(`desk-${index + 1}`).call('pay-booking', walletPay(one, { walletId })),
  )
  house.scheduler.flush()
  expect((await Promise.all(both)).map(({ kind }) => kind)).toEqual(['done', 'refused'])
  checkBooks(house)
})

test('[P9] a wallet pays for its own customer only, and a wallet that is not there for nobody', async () => {
  const { house, walletId } = await withWallet(900_00)
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([3]))
  expect(await house.ask('desk-1', 'pay-booking', walletPay(booking, { walletId }))).toMatchObject({
    refusal: { field: 'walletId', problem: 'other-customer' },
  })
  expect(
    await house.ask('desk-1', 'pay-booking', walletPay(booking, { walletId: 99 as never })),
  ).toMatchObject({
    refusal: { field: 'walletId', problem: 'unknown-wallet' },
  })
  expect(await house.ask('desk-1', 'pay-booking', walletPay(booking, {}))).toMatchObject({ kind: 'refused' })
})

test('[P5] several payments make one total: wallet, cash, and what is over is change', async () => {
  const { house, walletId, booking, bookingId } = await withWallet(100_00)
  const part = await house.done(
    'desk-1',
    'pay-booking',
    walletPay(booking, { walletId, amountMinor: 100_00 }),
  )
  expect(part.booking).toMatchObject({ state: 'reserved', tickets: [] })
  expect(await house.ask('desk-1', 'pay-booking', { ...payOf(booking), amountMinor: 320_01 })).toMatchObject({
    refusal: { code: 'INVALID_INPUT', field: 'amountMinor', problem: 'too-much' },
  })
  const rest = await house.done('desk-1', 'pay-booking', { ...payOf(booking), tenderedMinor: 500_00 })
  expect(rest).toMatchObject({ changeMinor: 180_00, booking: { state: 'confirmed' } })
  expect(await sumOf(house, 'drawer:desk-1')).toBe(100_00 + 320_00)
  expect(await sumOf(house, `booking:${bookingId}`)).toBe(-420_00)
  checkBooks(house)
})

test('[P5] what is paid in part is not chosen anew, and a cart that has money is not replaced', async () => {
  const { house, walletId, booking, bookingId } = await withWallet(100_00)
  await house.done('desk-1', 'pay-booking', walletPay(booking, { walletId, amountMinor: 100_00 }))
  const due = { refusal: { code: 'MONEY_DUE', amountMinor: 100_00, currency: 'INR' } }
  const lines = booking.lines.map(({ seatId }) => ({ seatId, ticketTypeId: 1 as never }))
  expect(await house.ask('desk-1', 'choose-tickets', { bookingId, lines, couponCode: null })).toMatchObject(
    due,
  )
  expect(await house.ask('desk-1', 'hold-seats', holdOf([7], { customerId: 2 as never }))).toMatchObject(due)
})

test('[P5] [I16] a hold that ends with a part paid: the wallet has it back at once, cash waits for its owner', async () => {
  const { house, walletId, booking, bookingId } = await withWallet(100_00)
  await house.done('desk-1', 'pay-booking', walletPay(booking, { walletId, amountMinor: 60_00 }))
  await house.done('desk-1', 'pay-booking', { ...payOf(booking), amountMinor: 50_00, tenderedMinor: 50_00 })
  house.pass(booking.expiresAtMs)
  house.pass(booking.graceEndsAtMs)
  expect(await house.done('desk-1', 'wallet', { walletId })).toMatchObject({ balanceMinor: 100_00 })
  expect((await house.done('desk-1', 'money-due', {})).bookings).toMatchObject([
    { bookingId, amountMinor: 50_00 },
  ])
  expect(await house.ask('manager', 'delete-booking', { bookingId, reason: '' })).toMatchObject({
    refusal: { code: 'MONEY_DUE', amountMinor: 50_00 },
  })
  await house.done('desk-1', 'return-money', { bookingId, refundTo: 'wallet' })
  expect(await house.done('desk-1', 'wallet', { walletId })).toMatchObject({ balanceMinor: 150_00 })
  await house.done('manager', 'delete-booking', { bookingId, reason: 'done' })
  const { booking: gone } = await house.done('desk-1', 'booking', { bookingId })
  expect(gone.state).toBe('deleted')
  checkBooks(house)
})

test('[P10] cancelled while paid in part: all of it goes back, whatever the terms keep of a sale', async () => {
  const house = new TestHouse({ houseTerms: { refundPercent: 50, feeRefundPercent: 0 } })
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const { bookingId } = booking
  await house.done('desk-1', 'pay-booking', { ...payOf(booking), amountMinor: 30_00, tenderedMinor: 30_00 })
  const ended = await house.done('desk-1', 'cancel-booking', { bookingId, reason: '' })
  expect(ended.booking).toMatchObject({ state: 'refunded', payments: [{ state: 'refunded' }] })
  expect(await sumOf(house, 'drawer:desk-1')).toBe(0)
  checkBooks(house)
})

test('[P10] a single seat given back: its own price less the terms, its seat on sale at once, the rest goes on', async () => {
  const { house, bookingId } = await sold([0, 1, 2], { refundPercent: 90, feeRefundPercent: 0 })
  const after = await house.done('desk-1', 'return-seats', {
    bookingId,
    seatIds: [1 as never],
    reason: 'ill',
  })
  expect(after.booking).toMatchObject({
    state: 'confirmed',
    lines: [{ seatId: 0 }, { seatId: 2 }],
    returned: [{ seatId: 1, refundMinor: 180_00, returnedAtMs: openingMs }],
    totals: { totalMinor: 420_00 },
    tickets: [{ seatId: 0 }, { seatId: 2 }],
    payments: [{ state: 'success', refundedMinor: 180_00 }],
  })
  const read = await house.done('desk-1', 'booking', { bookingId })
  expect(read).toEqual(after)
  const { counts } = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(counts).toMatchObject({ sold: 2, available: 11 })
  await house.done('desk-2', 'hold-seats', holdOf([1], { cart: 'b' }))
  await house.done('desk-1', 'return-seats', { bookingId, seatIds: [0 as never], reason: '' })
  checkBooks(house)
  await house.done('desk-1', 'cancel-booking', { bookingId, reason: '' })
  expect(await sumOf(house, 'drawer:desk-1')).toBe(630_00 - 3 * 180_00)
  checkBooks(house)
})

test('[P10] what cannot be given back is named: foreign seats, the same twice, all of them', async () => {
  const { house, bookingId } = await sold([0, 1])
  const ask = (...seatIds: number[]) =>
    house.ask('desk-1', 'return-seats', { bookingId, seatIds: seatIds as never, reason: '' })
  expect(await ask(7)).toMatchObject({ refusal: { field: 'seatIds', problem: 'other-seats', detail: '7' } })
  expect(await ask(0, 0)).toMatchObject({ refusal: { field: 'seatIds', problem: 'duplicate-seat' } })
  expect(await ask(0, 1)).toMatchObject({ refusal: { field: 'seatIds', problem: 'other-seats' } })
  const held = await house.done('desk-1', 'hold-seats', holdOf([5]))
  const { bookingId: pending } = held.booking
  expect(
    await house.ask('desk-1', 'return-seats', { bookingId: pending, seatIds: [5 as never], reason: '' }),
  ).toMatchObject({ refusal: { code: 'WRONG_STATE', from: 'reserved' } })
})

test('[P10] to a wallet: a walk-in gets one of its own, whose number is its slip', async () => {
  const { house, bookingId } = await sold([0, 1])
  await house.done('desk-1', 'cancel-booking', { bookingId, reason: '', refundTo: 'wallet' })
  const [wallet] = house.store.all('wallet')
  expect(wallet).toMatchObject({ customerId: null })
  const walletId = wallet?.walletId ?? (0 as never)
  const { booking } = await house.done('desk-2', 'hold-seats', holdOf([0], { cart: 'b' }))
  await house.done('desk-2', 'pay-booking', walletPay(booking, { walletId }))
  expect(await house.done('desk-1', 'wallet', { walletId })).toMatchObject({
    balanceMinor: 210_00,
    customer: null,
  })
  checkBooks(house)
})

test('[P5] the picture of a transfer confirms at once; a manager’s no cancels, frees the seats and undoes the money', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const { bookingId } = booking
  const proof = 'a'.repeat(64)
  expect(await house.ask('desk-1', 'pay-booking', { ...payOf(booking), mode: 'PROOF' })).toMatchObject({
    refusal: { field: 'proof', problem: 'empty' },
  })
  const paid = await house.done('desk-1', 'pay-booking', { ...payOf(booking), mode: 'PROOF', proof })
  expect(paid.booking).toMatchObject({ state: 'confirmed', payments: [{ review: 'open', proof }] })
  const paymentId = paid.booking.payments[0]?.paymentId ?? ('' as never)
  expect(await house.ask('desk-1', 'review-proof', { bookingId, paymentId, accepted: true })).toMatchObject({
    refusal: { code: 'NOT_ALLOWED' },
  })
  const said = await house.done('manager', 'review-proof', { bookingId, paymentId, accepted: false })
  expect(said.booking).toMatchObject({
    state: 'cancelled',
    payments: [{ state: 'failed', failure: 'rejected' }],
  })
  expect(await sumOf(house, 'bank:proof')).toBe(0)
  expect(await house.ask('manager', 'review-proof', { bookingId, paymentId, accepted: true })).toMatchObject({
    refusal: { code: 'NOT_FOUND', what: 'payment' },
  })
  const { counts } = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(counts).toMatchObject({ sold: 0 })
  checkBooks(house)
})

/** A booking paid with the picture of a transfer. */
async function shown() {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const { bookingId } = booking
  const proof = 'c'.repeat(64)
  const paid = await house.done('desk-1', 'pay-booking', { ...payOf(booking), mode: 'PROOF', proof })
  const paymentId = paid.booking.payments.at(-1)?.paymentId ?? ('' as never)
  const reject = () => house.ask('manager', 'review-proof', { bookingId, paymentId, accepted: false })
  return { house, bookingId, reject }
}

test('[P5] [P10] [I12] nothing goes back of a picture before it is looked at, so that one that is rejected leaves nothing behind', async () => {
  const { house, bookingId, reject } = await shown()
  const unseen = { refusal: { code: 'PROOF_UNREVIEWED' } }
  const wish = { bookingId, reason: '' }
  const seats = { ...wish, seatIds: [1 as never] }
  expect(await house.ask('desk-1', 'return-seats', seats)).toMatchObject(unseen)
  expect(await house.ask('manager', 'cancel-booking', { ...wish, refundTo: 'wallet' })).toMatchObject(unseen)
  expect(await reject()).toMatchObject({ value: { booking: { state: 'cancelled' } } })
  expect(await sumOf(house, 'bank:proof')).toBe(0)
  checkBooks(house)
})

test('[P5] [T3] who was let in is not cancelled any more', async () => {
  const { house, bookingId, reject } = await shown()
  const { tickets } = await house.done('desk-1', 'tickets', { bookingId })
  for (const { code } of tickets) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as at a door
    await house.done('desk-1', 'check-in', { showId: show1, code })
  }
  expect(await reject()).toMatchObject({
    refusal: { code: 'WRONG_STATE', from: 'completed', to: 'cancelled' },
  })
  checkBooks(house)
})

test('[P5] an accepted picture leaves everything as it is', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const { bookingId } = booking
  const proof = 'b'.repeat(64)
  const paid = await house.done('desk-1', 'pay-booking', { ...payOf(booking), mode: 'PROOF', proof })
  const paymentId = paid.booking.payments[0]?.paymentId ?? ('' as never)
  const said = await house.done('manager', 'review-proof', { bookingId, paymentId, accepted: true })
  expect(said.booking).toMatchObject({ state: 'confirmed', payments: [{ review: 'accepted' }] })
  checkBooks(house)
})

const move = (from: number, to: number) => ({ from: from as never, to: to as never })
const moving = { mode: 'CASH', tenderedMinor: 0, differenceMinor: 0, showId: show1 } as const

test('[T4] a ticket moves: old seat free, new one sold, new code for it, the other ticket as it was', async () => {
  const { house, bookingId } = await sold([0, 1])
  const { tickets: before } = await house.done('desk-1', 'tickets', { bookingId })
  const wish = { bookingId, showId: show1, moves: [move(1, 5)] }
  const quote = await house.done('desk-1', 'quote-reseat', wish)
  expect(quote).toMatchObject({ differenceMinor: 0, lines: [{ label: 'A1' }, { label: 'B1' }] })
  expect(await house.ask('desk-2', 'quote-reseat', wish)).toMatchObject({ refusal: { code: 'NOT_YOURS' } })
  const moved = await house.done('desk-1', 'reseat-booking', { ...moving, ...wish })
  expect(moved.booking.lines.map(({ label }) => label)).toEqual(['A1', 'B1'])
  const after = await house.done('desk-1', 'tickets', { bookingId })
  expect(after.tickets[0]).toEqual(before[0])
  expect(after.tickets[1]?.code).not.toBe(before[1]?.code)
  const found = await house.done('desk-1', 'find-bookings', {
    text: after.tickets[1]?.number ?? '',
    showId: null,
  })
  expect(found.bookings).toMatchObject([{ bookingId }])
  const codes = [before[1]?.code ?? '', after.tickets[1]?.code ?? '']
  const said = []
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as at a door
  for (const code of codes)
    said.push((await house.done('desk-1', 'check-in', { showId: show1, code })).answer)
  expect(said).toEqual(['void', 'valid'])
  checkBooks(house)
})

test('[T4] the difference is settled in the same step: paid where it is dearer, given back where it is cheaper', async () => {
  const { house, bookingId } = await sold([10, 0])
  const dearer = { ...moving, bookingId, moves: [move(10, 1)], differenceMinor: 100_00 }
  expect(await house.ask('desk-1', 'reseat-booking', { ...dearer, differenceMinor: 0 })).toMatchObject({
    refusal: { code: 'CONCURRENT_MODIFICATION', what: 'total' },
  })
  expect(await house.ask('desk-1', 'reseat-booking', { ...dearer, tenderedMinor: 99_99 })).toMatchObject({
    refusal: { code: 'PAYMENT_FAILED', reason: 'too-little', dueMinor: 100_00 },
  })
  const up = await house.done('desk-1', 'reseat-booking', { ...dearer, tenderedMinor: 150_00 })
  expect(up).toMatchObject({ changeMinor: 50_00, booking: { totals: { totalMinor: 420_00 } } })
  const cheaper = { ...moving, bookingId, moves: [move(1, 11), move(0, 12)], differenceMinor: -200_00 }
  const down = await house.done('desk-1', 'reseat-booking', cheaper)
  expect(down.booking.totals.totalMinor).toBe(220_00)
  expect(await sumOf(house, 'drawer:desk-1')).toBe(220_00)
  checkBooks(house)
})

test('[T4] a seat that cannot be had refuses the whole move and names it; seats of others are not moved', async () => {
  const { house, bookingId } = await sold([0, 1])
  await house.done('desk-2', 'hold-seats', holdOf([5], { cart: 'b' }))
  const ask = (...moves: ReturnType<typeof move>[]) =>
    house.ask('desk-1', 'reseat-booking', { ...moving, bookingId, moves })
  expect(await ask(move(0, 5))).toMatchObject({
    refusal: { code: 'SEAT_NOT_AVAILABLE', seats: [{ label: 'B1' }] },
  })
  expect(await ask(move(7, 8))).toMatchObject({
    refusal: { field: 'moves', problem: 'other-seats', detail: '7' },
  })
  expect(await ask(move(0, 99))).toMatchObject({ refusal: { problem: 'unknown-seat', detail: '99' } })
  expect(await ask(move(0, 6), move(1, 6))).toMatchObject({ refusal: { problem: 'duplicate-seat' } })
  expect(await ask(move(0, 1))).toMatchObject({ refusal: { code: 'SEAT_NOT_AVAILABLE' } })
  checkBooks(house)
})

test('[T3] a door: valid once, then used; another show; given back is void; a foreign code is unknown; the last one completes', async () => {
  const { house, bookingId } = await sold([0, 1, 2])
  const { tickets } = await house.done('desk-1', 'tickets', { bookingId })
  const scan = (index: number, showId = show1) =>
    house.done('desk-1', 'check-in', { showId, code: tickets[index]?.code ?? '' })
  expect(await scan(0, show2)).toMatchObject({ answer: 'wrong-show' })
  expect(await scan(0)).toMatchObject({ answer: 'valid', label: 'A1', usedAtMs: null })
  expect(await scan(0)).toMatchObject({ answer: 'used', label: 'A1', usedAtMs: openingMs })
  await house.done('desk-1', 'return-seats', { bookingId, seatIds: [1 as never], reason: '' })
  expect(await scan(1)).toMatchObject({ answer: 'void' })
  expect(await house.done('desk-1', 'check-in', { showId: show1, code: 'GUICHET1/X' })).toMatchObject({
    answer: 'unknown',
  })
  expect(await scan(2)).toMatchObject({ answer: 'valid' })
  expect((await house.done('desk-1', 'booking', { bookingId })).booking.state).toBe('completed')
  checkBooks(house)
})

test('[T2] [T3] a copy makes every earlier paper void, whoever comes first; a guest who is in stays in', async () => {
  const { house, bookingId } = await sold([0, 1])
  const codes = async () => {
    const { tickets } = await house.done('desk-1', 'tickets', { bookingId })
    return tickets.map(({ code, copy, number }) => ({ code, copy, number }))
  }
  const scan = async (code = '') => (await house.done('desk-1', 'check-in', { showId: show1, code })).answer
  const [first, other] = await codes()
  await house.done('desk-1', 'reprint-tickets', { bookingId })
  const [second] = await codes()
  await house.done('desk-1', 'reprint-tickets', { bookingId })
  const [third, otherThird] = await codes()
  expect([first, second, third].map((ticket) => ticket?.copy)).toEqual([0, 1, 2])
  expect(new Set([first?.number, second?.number, third?.number]).size).toBe(1)
  expect([await scan(first?.code), await scan(second?.code)]).toEqual(['void', 'void'])
  expect([await scan(third?.code), await scan(third?.code), await scan(first?.code)]).toEqual([
    'valid',
    'used',
    'void',
  ])
  // Printed again after the guest was let in: the new paper belongs to the same guest.
  await house.done('desk-1', 'reprint-tickets', { bookingId })
  const [fourth, otherFourth] = await codes()
  expect([await scan(fourth?.code), await scan(otherThird?.code), await scan(other?.code)]).toEqual([
    'used',
    'void',
    'void',
  ])
  expect(await scan(otherFourth?.code)).toBe('valid')
  expect((await house.done('desk-1', 'booking', { bookingId })).booking.state).toBe('completed')
  checkBooks(house)
})

test('[T2] [T4] a seat that stays keeps its copy through a move; the new seat has a first paper', async () => {
  const { house, bookingId } = await sold([0, 1])
  await house.done('desk-1', 'reprint-tickets', { bookingId })
  const { tickets: copies } = await house.done('desk-1', 'tickets', { bookingId })
  await house.done('desk-1', 'reseat-booking', {
    bookingId,
    showId: show1,
    moves: [{ from: 0 as never, to: 2 as never }],
    differenceMinor: 0,
    mode: 'CASH',
    tenderedMinor: 0,
  })
  const { tickets } = await house.done('desk-1', 'tickets', { bookingId })
  const stays = tickets.find(({ seatId }) => seatId === 1)
  expect(stays).toEqual(copies.find(({ seatId }) => seatId === 1))
  expect(tickets.find(({ seatId }) => seatId === 2)).toMatchObject({ copy: 0 })
  const scan = async (code = '') => (await house.done('desk-1', 'check-in', { showId: show1, code })).answer
  expect([await scan(stays?.code), await scan(copies.find(({ seatId }) => seatId === 0)?.code)]).toEqual([
    'valid',
    'void',
  ])
  checkBooks(house)
})

test('[H16] paid later: a hold becomes a reservation that lives from when it was made, and then expires by rule', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const { bookingId } = booking
  house.clock.atMs += MINUTE_MS
  const later = await house.done('desk-1', 'pay-later', { bookingId })
  expect(later.booking).toMatchObject({ purpose: 'reservation', expiresAtMs: openingMs + 30 * MINUTE_MS })
  const { counts } = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(counts).toMatchObject({ reserved: 2, held: 0 })
  checkBooks(house)
  house.pass(openingMs + 30 * MINUTE_MS - 1)
  expect((await house.done('desk-1', 'booking', { bookingId })).booking.lapsedAtMs).toBeNull()
  house.pass(openingMs + 30 * MINUTE_MS)
  house.pass(later.booking.graceEndsAtMs)
  expect((await house.done('desk-1', 'booking', { bookingId })).booking.state).toBe('expired')
  checkBooks(house)
})

async function onPayment() {
  const house = new TestHouse()
  house.engine.furnish(
    [
      {
        type: 'entry-saved',
        entry: { ...showEntry(show1, openingMs + 5 * 3_600_000), claimPolicy: 'on-payment' },
      },
    ],
    [],
  )
  return house
}

test('[H10] on payment: nothing is held, the first payment wins, all seats or none', async () => {
  const house = await onPayment()
  const first = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const second = await house.done('desk-2', 'hold-seats', holdOf([1, 2], { cart: 'b' }))
  const before = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(before.counts).toMatchObject({ held: 0, available: 13 })
  await house.done('desk-2', 'pay-booking', payOf(second.booking))
  expect(await house.ask('desk-1', 'pay-booking', payOf(first.booking))).toMatchObject({
    refusal: { code: 'SEAT_NOT_AVAILABLE', seats: [{ label: 'A2', reason: 'sold' }] },
  })
  const after = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(after).toMatchObject({ counts: { sold: 2, held: 0 }, ticketTypes: [{ sold: 2 }, { sold: 0 }] })
  await house.done('desk-1', 'cancel-booking', { bookingId: first.booking.bookingId, reason: '' })
  checkBooks(house)
})

test('[H10] on payment: two that pay in one turn are one sale', async () => {
  const house = await onPayment()
  const one = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const two = await house.done('desk-2', 'hold-seats', holdOf([0], { cart: 'b' }))
  const both = [one, two].map(({ booking }, index) =>
    house.desk(`desk-${index + 1}`).call('pay-booking', payOf(booking)),
  )
  house.scheduler.flush()
  expect((await Promise.all(both)).map(({ kind }) => kind)).toEqual(['done', 'refused'])
  checkBooks(house)
})
