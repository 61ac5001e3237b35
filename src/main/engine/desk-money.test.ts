// What a desk does around its money, through the whole engine: a booking's customer, part payments that go back, pictures of
// transfers, answers that come by themselves, what is still open.

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Booking } from '../../shared/domain/booking.ts'
import { houseTerms } from '../../shared/domain/terms.ts'
import type { News } from '../../shared/contract/topics.ts'
import { CHUNK_CHARS, PICTURE_BYTES_MAX } from '../../shared/contract/limits.ts'
import { known } from '../../shared/lib/assert.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { ScriptedTerminal } from './scripted-terminal.fixture.ts'
import type { Pictures } from './ports.ts'
import { TestHouse, holdOf, openingMs, payOf } from './test-house.ts'

const { holdMs, vipHoldMs, reservationMs } = houseTerms

function checkBooks(house: TestHouse): void {
  expect(checkInvariants(house.store)).toEqual([])
  expect(house.log.errors).toEqual([])
}

async function held(house: TestHouse, seats: readonly number[], cart = 'cart') {
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf(seats, { cart }))
  return booking
}

test('[H2] a hold that turns out to be a VIP’s lives as long as a VIP’s, and its seats with it', async () => {
  const house = new TestHouse()
  const { bookingId } = await held(house, [0])
  const { booking } = await house.done('desk-1', 'choose-customer', { bookingId, customerId: 1 as never })
  expect(booking).toMatchObject({ customerId: 1, holdMs: vipHoldMs, expiresAtMs: openingMs + vipHoldMs })
  house.pass(openingMs + holdMs + 1)
  const other = await house.ask('desk-2', 'hold-seats', holdOf([0], { cart: 'b' }))
  expect(other).toMatchObject({ kind: 'refused', refusal: { seats: [{ reason: 'held' }] } })
  await house.done('desk-1', 'pay-booking', payOf(booking))
  house.restart()
  expect((await house.done('desk-1', 'booking', { bookingId })).booking.customerId).toBe(1)
  checkBooks(house)
})

test('[P9] a booking that is said to be a customer’s is paid from that customer’s wallet', async () => {
  const house = new TestHouse()
  const customerId = 2 as never
  const { walletId } = await house.done('desk-1', 'open-wallet', { customerId, currency: 'INR' })
  await house.done('desk-1', 'top-up-wallet', { walletId, amountMinor: 500_00 })
  const booking = await held(house, [0, 1])
  const pay = { ...payOf(booking), mode: 'WALLET', walletId } as const
  expect(await house.ask('desk-1', 'pay-booking', pay)).toMatchObject({
    refusal: { field: 'walletId', problem: 'other-customer' },
  })
  await house.done('desk-1', 'choose-customer', { bookingId: booking.bookingId, customerId })
  await house.done('desk-1', 'pay-booking', pay)
  const seen = await house.done('desk-1', 'customer', { customerId, currency: 'INR' })
  expect(seen).toMatchObject({
    customer: { name: 'Ravi', vip: false },
    wallet: { walletId, balanceMinor: 80_00 },
  })
  checkBooks(house)
})

test('[A1] a new customer is found by name and by number, and has no wallet yet', async () => {
  const house = new TestHouse()
  const person = { customerId: null, name: 'Meera Nair', phone: '+91 98765 43210', email: '' }
  const { customerId } = await house.done('desk-1', 'save-customer', person)
  for (const text of ['meera', '43210', '']) {
    // oxlint-disable-next-line no-await-in-loop -- one question after the other
    const { customers } = await house.done('desk-2', 'customers', { text })
    expect(customers[0]).toEqual({ ...person, customerId, vip: false, language: null })
  }
  expect(await house.done('desk-1', 'customer', { customerId, currency: 'INR' })).toMatchObject({
    wallet: null,
  })
  expect(await house.ask('desk-1', 'customer', { customerId: 99 as never, currency: 'INR' })).toMatchObject({
    refusal: { code: 'NOT_FOUND', what: 'customer' },
  })
  checkBooks(house)
})

test('[P5] a part that is taken back leaves the rest, the seats and the books in order', async () => {
  const house = new TestHouse()
  const booking = await held(house, [0, 1])
  const part = { ...payOf(booking), amountMinor: 100_00, tenderedMinor: 200_00 }
  const { booking: begun } = await house.done('desk-1', 'pay-booking', part)
  const { bookingId, payments } = begun
  const paymentId = payments[0]?.paymentId ?? ('' as never)
  const back = await house.done('desk-1', 'return-money', { bookingId, paymentId })
  expect(back.booking).toMatchObject({ state: 'reserved', payments: [{ state: 'refunded' }] })
  const paid = await house.done('desk-1', 'pay-booking', payOf(booking))
  expect(paid.booking.payments.map(({ amountMinor, state }) => [amountMinor, state])).toEqual([
    [100_00, 'refunded'],
    [420_00, 'success'],
  ])
  checkBooks(house)
})

test('[H16] [P5] what is to be paid later says what of it is paid', async () => {
  const house = new TestHouse()
  const booking = await held(house, [0])
  await house.done('desk-1', 'pay-later', { bookingId: booking.bookingId })
  await house.done('desk-1', 'pay-booking', { ...payOf(booking), amountMinor: 50_00, tenderedMinor: 50_00 })
  const { bookings } = await house.done('desk-1', 'reservations', {})
  expect(bookings).toMatchObject([{ totalMinor: 210_00, paidMinor: 50_00 }])
})

test('[H16] what is to be paid later is found by its desk and by a manager until its end, the soonest first', async () => {
  const house = new TestHouse()
  const [first, second] = [await held(house, [0]), await held(house, [1], 'b')]
  for (const { bookingId } of [second, first]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await house.done('desk-1', 'pay-later', { bookingId })
  }
  const { bookings } = await house.done('desk-1', 'reservations', {})
  expect(bookings.map(({ seats }) => seats)).toEqual([['A1'], ['A2']])
  expect(bookings[0]).toMatchObject({ purpose: 'reservation', expiresAtMs: openingMs + reservationMs })
  expect((await house.done('desk-2', 'reservations', {})).bookings).toEqual([])
  expect((await house.done('manager', 'reservations', {})).bookings.length).toBe(2)
  await house.done('desk-1', 'pay-booking', payOf(first))
  expect((await house.done('desk-1', 'reservations', {})).bookings.length).toBe(1)
  house.pass(openingMs + reservationMs)
  expect((await house.done('desk-1', 'reservations', {})).bookings).toEqual([])
  checkBooks(house)
})

function houseWithTerminal() {
  const terminal = new ScriptedTerminal()
  const house = new TestHouse({ terminal: () => terminal })
  const heard: News[] = []
  const listen = () => house.desk('desk-1').subscribe({ kind: 'payments' }, (news) => heard.push(news))
  return { house, terminal, heard, listen }
}

/** Answers the newest request. */
function answer(house: TestHouse, terminal: ScriptedTerminal, isNo = false): void {
  const request = known(terminal.requests[0], 'request')
  const { amountMinor, currency } = request
  const yes = { kind: 'approved', reference: 'R1', amountMinor, currency } as const
  terminal.say(request, isNo ? { kind: 'declined' } : yes, 1)
  house.scheduler.flush()
}

async function byCard(house: TestHouse, booking: Booking): Promise<void> {
  await house.done('desk-1', 'pay-booking', { ...payOf(booking), mode: 'CARD' })
}

test('[P6] whoever listens hears whose payment was answered, and nothing of cash', async () => {
  const { house, terminal, heard, listen } = houseWithTerminal()
  const stop = listen()
  expect(heard).toEqual([{ kind: 'payments', bookingIds: [] }])
  const cash = await held(house, [5], 'b')
  await house.done('desk-1', 'pay-booking', payOf(cash))
  const booking = await held(house, [0])
  const { bookingId } = booking
  await byCard(house, booking)
  expect(heard.length).toBe(1)
  answer(house, terminal, true)
  await byCard(house, booking)
  answer(house, terminal)
  const told = { kind: 'payments', bookingIds: [bookingId] }
  expect(heard.slice(1)).toEqual([told, told])
  stop()
  const last = await held(house, [7], 'c')
  await byCard(house, last)
  answer(house, terminal)
  expect(heard.length).toBe(3)
  checkBooks(house)
})

test('[P8] late money has a slip that says where it is: the same seats, other seats, a wallet', async () => {
  const { house, terminal } = houseWithTerminal()
  const giveUp = async (booking: Booking) => {
    await byCard(house, booking)
    await house.done('desk-1', 'give-up-payment', { bookingId: booking.bookingId })
  }
  await giveUp(await held(house, [0]))
  answer(house, terminal)
  await giveUp(await held(house, [1]))
  await house.done('desk-2', 'hold-seats', holdOf([1], { cart: 'other' }))
  answer(house, terminal)
  const parted = await held(house, [5, 6])
  await house.done('desk-1', 'pay-booking', { ...payOf(parted), amountMinor: 100_00, tenderedMinor: 100_00 })
  await giveUp(parted)
  answer(house, terminal)
  const { slips } = await house.done('desk-1', 'late-money', {})
  expect(slips).toMatchObject([
    { outcome: 'wallet', seats: ['B1', 'B2'], amountMinor: 320_00, walletId: 1, rescue: null },
    { outcome: 'other-seats', seats: ['A2'], rescue: { seats: [expect.not.stringMatching(/^A2$/)] } },
    { outcome: 'same-seats', seats: ['A1'], amountMinor: 210_00, rescue: { seats: ['A1'] }, walletId: null },
  ])
  expect((await house.done('desk-2', 'late-money', {})).slips).toEqual([])
  checkBooks(house)
})

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7])
const webp = Buffer.from('RIFF1234WEBPVP8 ')

function keptPictures() {
  const kept = new Map<string, Uint8Array>()
  const pictures: Pictures = {
    has: (digest) => kept.has(digest),
    read: (digest) => kept.get(digest) ?? null,
    keep: (digest, bytes) => void kept.set(digest, bytes),
  }
  return { house: new TestHouse({ pictures }), kept }
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const whole = (bytes: Buffer, digest = digestOf(bytes)) => ({
  digest,
  index: 0,
  count: 1,
  text: bytes.toString('base64'),
})

test('[P5] a picture is kept under its digest, seen again by whoever may see the booking, and pays', async () => {
  const { house, kept } = keptPictures()
  const booking = await held(house, [0])
  const pay = { ...payOf(booking), mode: 'PROOF', proof: digestOf(jpeg) } as const
  expect(await house.ask('desk-1', 'pay-booking', pay)).toMatchObject({
    refusal: { code: 'INVALID_INPUT', field: 'proof', problem: 'no-picture' },
  })
  expect(await house.done('desk-1', 'put-picture', whole(jpeg))).toEqual({ missing: 0 })
  expect([...kept.keys()]).toEqual([digestOf(jpeg)])
  const paid = await house.done('desk-1', 'pay-booking', pay)
  const { bookingId, payments } = paid.booking
  const ofPayment = { bookingId, paymentId: payments[0]?.paymentId ?? ('' as never) }
  const seen = { type: 'image/jpeg', text: jpeg.toString('base64') }
  expect(await house.done('manager', 'picture', ofPayment)).toEqual(seen)
  expect(await house.ask('desk-2', 'picture', ofPayment)).toMatchObject({ refusal: { code: 'NOT_YOURS' } })
  const none = await house.ask('desk-1', 'picture', { bookingId, paymentId: 'none' as never })
  expect(none).toMatchObject({ refusal: { code: 'NOT_FOUND', what: 'payment' } })
  kept.clear()
  expect(await house.ask('manager', 'picture', ofPayment)).toMatchObject({ refusal: { code: 'NOT_FOUND' } })
  checkBooks(house)
})

test('[P5] pieces may come in any order; another picture of the desk takes the place of one that was never finished', async () => {
  const { house, kept } = keptPictures()
  const text = png.toString('base64')
  const piece = (index: number, count = 2) => ({
    digest: digestOf(png),
    index,
    count,
    text: index === 0 ? text.slice(0, 5) : text.slice(5),
  })
  expect(await house.done('desk-1', 'put-picture', piece(1))).toEqual({ missing: 1 })
  expect(await house.done('desk-1', 'put-picture', whole(webp))).toEqual({ missing: 0 })
  expect(await house.done('desk-1', 'put-picture', piece(1))).toEqual({ missing: 1 })
  expect(await house.ask('desk-1', 'put-picture', piece(2))).toMatchObject({
    refusal: { problem: 'malformed' },
  })
  expect(await house.done('desk-1', 'put-picture', piece(0))).toEqual({ missing: 0 })
  expect([...kept.values()].map((bytes) => Buffer.from(bytes))).toEqual([webp, png])
})

test('[P5] what is no picture, is too large, or is not what its digest says is refused and not kept', async () => {
  const { house, kept } = keptPictures()
  const put = (bytes: Buffer, digest?: string) => house.ask('desk-1', 'put-picture', whole(bytes, digest))
  expect(await put(Buffer.from('<svg onload=alert(1)>'))).toMatchObject({
    refusal: { problem: 'no-picture' },
  })
  expect(await put(Buffer.from('RIFF1234WAVE'))).toMatchObject({ refusal: { problem: 'no-picture' } })
  expect(await put(jpeg, digestOf(png))).toMatchObject({ refusal: { field: 'proof', problem: 'malformed' } })
  const large = Buffer.concat([jpeg, Buffer.alloc(PICTURE_BYTES_MAX)]).toString('base64')
  const count = Math.ceil(large.length / CHUNK_CHARS)
  const answers = []
  for (let index = 0; index < count; index += 1) {
    const text = large.slice(index * CHUNK_CHARS, (index + 1) * CHUNK_CHARS)
    // oxlint-disable-next-line no-await-in-loop -- in their order
    answers.push(await house.ask('desk-1', 'put-picture', { digest: 'a'.repeat(64), index, count, text }))
  }
  expect(answers.at(-1)).toMatchObject({ refusal: { field: 'proof', problem: 'too-large' } })
  expect(kept.size).toBe(0)
})

test('[P5] eight desks may each be showing a picture; the ninth is asked to wait', async () => {
  const { house } = keptPictures()
  const first = { digest: digestOf(png), index: 0, count: 2, text: '' }
  for (let desk = 1; desk <= 8; desk += 1) {
    // oxlint-disable-next-line no-await-in-loop -- in their order
    await house.done(`desk-${desk}`, 'put-picture', first)
  }
  expect(await house.ask('desk-9', 'put-picture', first)).toMatchObject({
    refusal: { code: 'BUSY', limit: 'uploads' },
  })
})
