import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { BookingId, CommandId } from '../../shared/domain/ids.ts'
import { ticketPlace } from '../../shared/domain/ticket-number.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { revisionOf } from './journal-writer.ts'
import { base32 } from '../../shared/lib/ulid.ts'
import { TestHouse, holdOf, openingMs, payOf, show1, show2 } from './test-house.ts'

const again = 'the-same' as CommandId

test('[P7] hold, pay: the booking is confirmed with a ticket a seat, and the seats are sold', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const paid = await house.done('desk-1', 'pay-booking', { ...payOf(booking), tenderedMinor: 500_00 })
  expect(paid).toMatchObject({ changeMinor: 80_00, booking: { state: 'confirmed', tickets: [{}, {}] } })
  const { counts } = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(counts).toMatchObject({ sold: 2, held: 0, available: 11, blocked: 1, allocated: 14 })
})

test('[C3] a repeat of a command gets the first answer and has no second effect', async () => {
  const house = new TestHouse()
  const first = await house.ask('desk-1', 'hold-seats', holdOf([0, 1]), again)
  const sequence = house.engine.sequence
  house.clock.atMs += 10_000
  expect(await house.ask('desk-1', 'hold-seats', holdOf([0, 1]), again)).toEqual(first)
  expect(house.engine.sequence).toBe(sequence)
})

test('[C3] a repeat gets the first answer after a restart too, from the file', async () => {
  const file = join(tempFolder(), 'house.db')
  const before = new TestHouse({ store: new SqliteStore(openDatabase(file)) })
  const first = await before.ask('desk-1', 'hold-seats', holdOf([0, 1]), again)
  before.engine.close()
  const after = new TestHouse({ store: new SqliteStore(openDatabase(file)) })
  after.clock.atMs += 3_600_000
  expect(await after.ask('desk-1', 'hold-seats', holdOf([0, 1]), again)).toEqual(first)
  expect(after.store.all('booking').length).toBe(1)
  after.engine.close()
})

test('[C3] a refusal is an answer as well: its repeat never flips, though the seat is free by then', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const refused = await house.ask('desk-2', 'hold-seats', holdOf([0], { cart: 'cart-2' }), again)
  expect(refused).toMatchObject({ kind: 'refused', refusal: { code: 'SEAT_NOT_AVAILABLE' } })
  await house.done('desk-1', 'cancel-booking', { bookingId: booking.bookingId, reason: '' })
  expect(await house.ask('desk-2', 'hold-seats', holdOf([0], { cart: 'cart-2' }), again)).toEqual(refused)
})

test('[C3] a command id that comes again with another content is refused and raised', async () => {
  const house = new TestHouse()
  await house.ask('desk-1', 'hold-seats', holdOf([0]), again)
  const reused = { kind: 'refused', refusal: { code: 'COMMAND_REUSED', commandId: again } }
  expect(await house.ask('desk-1', 'hold-seats', holdOf([1]), again)).toEqual(reused)
  expect(await house.ask('desk-2', 'hold-seats', holdOf([0]), again)).toEqual(reused)
  expect(house.log.errors).toMatchObject([{ facts: { commandId: again, kiosk: 'desk-1' } }, {}])
  expect(house.store.all('booking').length).toBe(1)
})

test('[I24] the id of what the house did by itself is no screen’s to send: nothing happens under it a second time', async () => {
  const house = new TestHouse()
  await house.done('desk-1', 'hold-seats', holdOf([0]))
  house.pass(openingMs + 3_600_000)
  house.scheduler.flush()
  const swept = house.store.all('journal').at(-1)
  expect(swept).toMatchObject({ kioskId: 'house' })
  const commandId = swept?.commandId ?? again
  const reused = { kind: 'refused', refusal: { code: 'COMMAND_REUSED', commandId } }
  expect(await house.ask('desk-1', 'hold-seats', holdOf([1]), commandId)).toEqual(reused)
  expect(await house.ask('desk-1', 'capacity', { showId: show1 }, commandId)).toEqual(reused)
  expect(house.store.all('journal').at(-1)).toEqual(swept)
  expect(checkInvariants(house.store)).toEqual([])
  expect(house.log.errors).toMatchObject([{ facts: { commandId, kiosk: 'desk-1' } }, {}])
})

test('[C3] two of one command in one turn are one command', async () => {
  const house = new TestHouse()
  const desk = house.desk('desk-1')
  const both = [desk.call('hold-seats', holdOf([0]), again), desk.call('hold-seats', holdOf([0]), again)]
  house.scheduler.flush()
  const [first, second] = await Promise.all(both)
  expect(first).toMatchObject({ kind: 'done' })
  expect(second).toEqual(first)
  expect(house.store.all('booking').length).toBe(1)
})

test('[C1] of two that want one seat in the same turn the first has it', async () => {
  const house = new TestHouse()
  const wants = ['desk-1', 'desk-2', 'desk-3'].map((kiosk) =>
    house.desk(kiosk).call('hold-seats', holdOf([4], { cart: `cart-of-${kiosk}` as never })),
  )
  house.scheduler.flush()
  const answers = await Promise.all(wants)
  expect(answers.map(({ kind }) => kind)).toEqual(['done', 'refused', 'refused'])
})

test("[I11] the house's time never goes back, whatever the clock does", async () => {
  const house = new TestHouse()
  house.clock.atMs = openingMs + 60_000
  const first = await house.done('desk-1', 'hold-seats', holdOf([0]))
  house.clock.atMs = openingMs - 86_400_000
  const second = await house.done('desk-2', 'hold-seats', holdOf([1], { cart: 'b' }))
  expect(house.engine.nowMs()).toBe(openingMs + 60_000)
  expect(second.booking.reservedAtMs).toBe(first.booking.reservedAtMs)
  house.restart()
  expect(house.engine.nowMs()).toBe(openingMs + 60_000)
  const times = house.store.all('journal').map((row) => row.atMs)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
})

test('[I25] numbers are gapless in the house and in each show', async () => {
  const house = new TestHouse()
  await house.done('desk-1', 'hold-seats', holdOf([0]))
  await house.done('desk-1', 'hold-seats', holdOf([0], { cart: 'b', showId: show2 }))
  await house.done('desk-1', 'hold-seats', holdOf([1]))
  const rows = house.store.all('journal')
  expect(rows.map((row) => row.sequence)).toEqual(rows.map((_, index) => index + 1))
  for (const showId of [show1, show2]) {
    const revisions = rows.filter((row) => row.showId === showId).map((row) => row.revision)
    expect(revisions).toEqual(revisions.map((_, index) => index + 1))
    expect(revisionOf(house.store, showId)).toBe(revisions.length)
  }
})

/** After this, chance draws the same ten bytes again while the clock stands still: as in two houses made from one copy. */
function drawAgain(house: TestHouse): Uint8Array {
  const same = new Uint8Array(10).fill(7)
  house.restart()
  house.chance.queue(same)
  return same
}

test('[I24] a booking id that is there already is made anew, and the hold goes through', async () => {
  const house = new TestHouse()
  const same = drawAgain(house)
  const first = await house.done('desk-1', 'hold-seats', holdOf([0]))
  drawAgain(house)
  const second = await house.done('desk-1', 'hold-seats', holdOf([1], { cart: 'b' }))
  expect(first.booking.bookingId.slice(10)).toBe(base32(same))
  expect(second.booking.bookingId > first.booking.bookingId).toBe(true)
  expect(house.store.all('claim').length).toBe(2)
})

test('[I24] ids that are all there already are a fault after some tries, and nothing is held', async () => {
  const house = new TestHouse()
  drawAgain(house)
  const carts = [0, 1, 2, 3].map((seat) => holdOf([seat], { cart: `cart-${seat}` }))
  // oxlint-disable-next-line no-await-in-loop -- one after the other, in one millisecond
  for (const wanted of carts) await house.done('desk-1', 'hold-seats', wanted)
  drawAgain(house)
  const sequence = house.engine.sequence
  const wanted = holdOf([5], { cart: 'b' })
  expect(await house.ask('desk-1', 'hold-seats', wanted, again)).toMatchObject({
    kind: 'fault',
    reason: 'bug',
  })
  expect(house.engine.sequence).toBe(sequence)
  expect(await house.ask('desk-1', 'hold-seats', wanted, again)).toMatchObject({ kind: 'done' })
})

test('[T1] ticket numbers are there once, over sales, shows, failed tries and a restart', async () => {
  const house = new TestHouse()
  for (const [turn, seats] of [[0, 1], [2], [3, 4, 5], [6]].entries()) {
    const { booking } = await house.done('desk-1', 'hold-seats', holdOf(seats, { cart: `c${turn}` }))
    await house.ask('desk-1', 'pay-booking', { ...payOf(booking), tenderedMinor: 0 })
    await house.done('desk-1', 'pay-booking', payOf(booking))
    house.restart()
  }
  const tickets = house.tickets()
  expect(new Set(tickets.map((ticket) => ticket.number)).size).toBe(7)
  for (const { number, sequence } of tickets) {
    expect(number).toMatch(/^TKT-20261120-[0-9A-F]{8}$/)
    expect(ticketPlace(number.slice(-8)).sequence).toBe(sequence)
  }
})

test('[A7] a role that may not is refused before anything is read, and its command id stays free', async () => {
  const house = new TestHouse()
  const input = { filter: {}, reason: '' }
  expect(await house.ask('desk-1', 'release-holds', input, again)).toEqual({
    kind: 'refused',
    refusal: { code: 'NOT_ALLOWED', role: 'clerk' },
  })
  expect(house.store.get('command', again)).toBeUndefined()
  for (const role of ['gate', 'self-service'] as const) {
    expect(await house.desk('door', role).call('open-carts', {})).toMatchObject({
      refusal: { code: 'NOT_ALLOWED' },
    })
  }
})

test('[P11] a booking is seen, paid and cancelled by its own kiosk and by managers', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const { bookingId } = booking
  const notYours = { kind: 'refused', refusal: { code: 'NOT_YOURS', bookingId } }
  expect(await house.ask('desk-2', 'booking', { bookingId })).toEqual(notYours)
  expect(await house.ask('desk-2', 'tickets', { bookingId })).toEqual(notYours)
  expect(await house.ask('desk-2', 'pay-booking', payOf(booking))).toEqual(notYours)
  expect(await house.ask('manager', 'booking', { bookingId })).toMatchObject({ kind: 'done' })
  expect(await house.ask('desk-1', 'booking', { bookingId: 'none' as BookingId })).toMatchObject({
    refusal: { code: 'NOT_FOUND' },
  })
})

test('[C6] every hold, extension, release, payment and refusal is one line with its ids', async () => {
  const house = new TestHouse()
  house.log.lines.length = 0
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  await house.done('desk-1', 'extend-hold', { bookingId: booking.bookingId })
  await house.done('desk-1', 'pay-booking', payOf(booking))
  await house.ask('desk-2', 'hold-seats', holdOf([0], { cart: 'b' }))
  await house.done('desk-1', 'cancel-booking', { bookingId: booking.bookingId, reason: '' })
  expect(house.log.lines.map((line) => line.message)).toEqual([
    'seats-held',
    'hold-extended',
    'booking-confirmed',
    'refused',
    'booking-cancelled',
    'booking-refunded',
  ])
  const { bookingId } = booking
  const who = { kiosk: 'desk-1', staff: 1, showId: show1, bookingId }
  expect(house.log.lines[0]?.facts).toEqual({
    ...who,
    command: 'hold-seats',
    commandId: 'command-1',
    seats: ['A1', 'A2'],
  })
  expect(house.log.lines[3]?.facts).toMatchObject({
    kiosk: 'desk-2',
    refusal: { code: 'SEAT_NOT_AVAILABLE' },
  })
  expect(house.log.lines.every((line) => line.level === 'info')).toBe(true)
})

test('[C6] what time ended is logged as well', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  house.log.lines.length = 0
  house.pass(booking.expiresAtMs)
  house.pass(booking.graceEndsAtMs)
  expect(house.log.lines).toMatchObject([
    { message: 'hold-lapsed', facts: { command: 'sweep', bookingId: booking.bookingId } },
    { message: 'booking-expired', facts: { command: 'sweep', bookingId: booking.bookingId } },
  ])
})

test('[C6] a repeat is not logged twice, and secrets and ticket numbers never', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  await house.ask('desk-1', 'pay-booking', payOf(booking), again)
  const lines = house.log.lines.length
  await house.ask('desk-1', 'pay-booking', payOf(booking), again)
  expect(house.log.lines.length).toBe(lines)
  const ticket = house.tickets()[0]
  expect(JSON.stringify(house.log.lines)).not.toContain(ticket?.secret)
  expect(JSON.stringify(house.log.lines)).not.toContain(ticket?.number)
})

test('[C1] a house that is closing answers what waits, then nothing more', async () => {
  const file = join(tempFolder(), 'house.db')
  const house = new TestHouse({ store: new SqliteStore(openDatabase(file)) })
  const waiting = house.desk('desk-1').call('hold-seats', holdOf([0]))
  house.engine.close()
  expect(await waiting).toMatchObject({ kind: 'done' })
  expect(await house.desk('desk-1').call('hold-seats', holdOf([1]))).toMatchObject({
    kind: 'fault',
    reason: 'storage',
  })
  expect(house.scheduler.sleepers).toBe(0)
  house.scheduler.flush()
  const after = new TestHouse({ store: new SqliteStore(openDatabase(file)) })
  expect(after.store.all('booking').length).toBe(1)
  after.engine.close()
})

test('[I11] a command goes by one instant, however the clock runs on: what is answered is what is written', async () => {
  const house = new TestHouse()
  const readings = { count: 0 }
  house.clock.nowMs = () => openingMs + (readings.count += 1)
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const paid = await house.done('desk-1', 'pay-booking', payOf(booking))
  const row = house.store.get('booking', booking.bookingId)
  expect(readings.count).toBe(2)
  expect(row?.reservedAtMs).toBe(booking.reservedAtMs)
  expect(row?.expiresAtMs).toBe(booking.reservedAtMs + booking.holdMs)
  expect(row?.confirmedAtMs).toBe(paid.booking.confirmedAtMs)
})
