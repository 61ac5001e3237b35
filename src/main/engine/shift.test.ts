// Shifts through the whole engine [A5]: evenings of sales and what their reports say of them.

import { expect, test } from 'vitest'
import type { CountedCash } from '../../shared/domain/shift-events.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { SimulatedTerminal } from '../house/simulated-terminal.ts'
import { FailingStore } from '../store/failing-store.fixture.ts'
import { MemoryStore } from '../store/memory-store.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { PeopleHouse, clerkPin } from './people.fixture.ts'
import { TestHouse, type TestHouseParts, holdOf, linesOf, payOf, show2 } from './test-house.ts'

const float = [{ currency: 'INR', pieces: [{ valueMinor: 100_00, count: 5 }], otherMinor: 0 } as const]
const sum = (otherMinor: number) => [{ currency: 'INR', pieces: [], otherMinor } as const]

async function sell(house: TestHouse, seats: readonly number[], turned = {}, desk = 'desk-1') {
  const { booking } = await house.done(
    desk,
    'hold-seats',
    holdOf(seats, { cart: `cart ${seats.join()}`, ...turned }),
  )
  return (await house.done(desk, 'pay-booking', payOf(booking))).booking
}

/** Counts this sum, then closes the shift. */
async function close(house: TestHouse, countedMinor: number, reason = '', desk = 'desk-1') {
  const { shift } = await house.done(desk, 'shift', {})
  const number = shift?.number ?? 0
  const { counts } = await house.done(desk, 'count-drawer', { number, counts: sum(countedMinor) })
  await house.done(desk, 'close-shift', { number, reason })
  return counts as readonly CountedCash[]
}

/**
 * A wallet of ₹150, a sale with a coupon, one to a student, one returned seat, a cancelled sale, a reprint, cash paid out, the
 * drawer opened once.
 */
async function evening(house: TestHouse) {
  await house.done('desk-1', 'open-shift', { floats: float })
  const { walletId } = await house.done('desk-1', 'open-wallet', { customerId: 2 as never, currency: 'INR' })
  await house.done('desk-1', 'top-up-wallet', { walletId, amountMinor: 150_00 })
  const first = await sell(house, [0, 1], { couponCode: 'TENOFF' })
  const second = await sell(house, [2], { lines: linesOf([2], 1) })
  await house.done('desk-1', 'cancel-booking', { bookingId: second.bookingId, reason: 'ill' })
  const third = await sell(house, [3, 4])
  const seatIds = third.lines.slice(1).map(({ seatId }) => seatId)
  await house.done('desk-1', 'return-seats', { bookingId: third.bookingId, seatIds, reason: 'ill' })
  const held = await house.done('desk-1', 'hold-seats', holdOf([5]))
  await house.done('desk-1', 'cancel-booking', { bookingId: held.booking.bookingId, reason: '' })
  const purse = { cart: 'purse', customerId: 2 as never }
  const fourth = await house.done('desk-1', 'hold-seats', holdOf([10], purse))
  const paid = await house.done('desk-1', 'pay-booking', {
    ...payOf(fourth.booking),
    mode: 'WALLET',
    walletId,
  })
  await house.done('desk-1', 'reprint-tickets', { bookingId: first.bookingId })
  await house.done('desk-1', 'move-cash', {
    direction: 'out',
    currency: 'INR',
    amountMinor: 40_00,
    reason: 'Courier',
  })
  await house.done('desk-1', 'open-drawer', { reason: 'Change' })
  // A sale at another desk, which this drawer must not include.
  await sell(house, [8], {}, 'desk-2')
  return { first, last: paid.booking }
}

/** ₹500 float, 150 into a wallet, 380 and 420 and 160 taken, 160 and 210 refunded, 40 paid out. */
const expectedMinor = 500_00 + 150_00 + 380_00 + 160_00 - 160_00 + 420_00 - 210_00 - 40_00

test('[A5] a Z report says what an evening came to, and the drawer is empty after it', async () => {
  const house = new TestHouse({ store: new SqliteStore(openDatabase(':memory:')) })
  const { first, last } = await evening(house)
  const counts = await close(house, expectedMinor - 10_00, 'Wrong change')
  expect(counts).toEqual([{ currency: 'INR', amountMinor: expectedMinor - 10_00, pieces: [], expectedMinor }])
  const { report, reason, closedBy, shift } = await house.done('desk-1', 'shift-report', { number: 1 })
  expect({ reason, closedBy, state: shift.state }).toEqual({
    reason: 'Wrong change',
    closedBy: 'desk-1',
    state: 'closed',
  })
  expect(report).toMatchObject({
    bookings: 4,
    tickets: 6,
    first: first.tickets[0]?.number,
    last: last.tickets[0]?.number,
    voids: 2,
    copies: 1,
    noSales: 1,
    venue: 'Barn',
    zone: 'Asia/Kolkata',
  })
  expect(report.currencies).toEqual([
    {
      currency: 'INR',
      baseMinor: 1050_00,
      discountMinor: 40_00,
      feeMinor: 60_00,
      totalMinor: 1070_00,
      modes: [
        { mode: 'CASH', taken: tally(3, 960_00), returned: tally(2, 370_00) },
        ...(['CARD', 'UPI', 'NET_BANKING'] as const).map((mode) => ({
          mode,
          taken: tally(0, 0),
          returned: tally(0, 0),
        })),
        { mode: 'WALLET', taken: tally(1, 110_00), returned: tally(0, 0) },
        { mode: 'PROOF', taken: tally(0, 0), returned: tally(0, 0) },
      ],
      coupons: [{ name: 'TENOFF', ...tally(1, 40_00) }],
      sellers: [{ staffId: 1, name: 'Desk', ...tally(4, 1070_00) }],
      ticketTypes: [
        { name: 'Normal', ...tally(5, 900_00) },
        { name: 'Student', ...tally(1, 150_00) },
      ],
      carried: tally(0, 0),
      topUps: tally(1, 150_00),
      cashIn: tally(0, 0),
      cashOut: tally(1, 40_00),
      foundMinor: 0,
      floatMinor: 500_00,
      expectedMinor,
    },
  ])
  expect(checkInvariants(house.store)).toEqual([])
})

function tally(count: number, amountMinor: number) {
  return { count, amountMinor }
}

test('[A5] [P5] [T4] a cart given back with a part of it paid voids no ticket, a sale of an earlier shift does; exchanged seats bring sums together', async () => {
  const house = new TestHouse()
  await house.done('desk-1', 'open-shift', { floats: float })
  const earlier = await sell(house, [0])
  await close(house, 500_00 + 210_00)
  await house.done('desk-1', 'open-shift', { floats: float })
  await house.done('desk-1', 'cancel-booking', { bookingId: earlier.bookingId, reason: 'ill' })
  const { booking: cart } = await house.done('desk-1', 'hold-seats', holdOf([1, 2]))
  await house.done('desk-1', 'pay-booking', { ...payOf(cart), amountMinor: 100_00, tenderedMinor: 100_00 })
  await house.done('desk-1', 'cancel-booking', { bookingId: cart.bookingId, reason: '' })
  const old = await sell(house, [3])
  const later = holdOf([5, 6], { showId: show2, cart: 'later' })
  const { booking: fresh } = await house.done('desk-1', 'hold-seats', later)
  await house.done('desk-1', 'exchange-booking', {
    bookingId: fresh.bookingId,
    fromBookingId: old.bookingId,
    seatIds: old.lines.map(({ seatId }) => seatId),
    differenceMinor: 210_00,
    mode: 'CASH',
    tenderedMinor: 210_00,
  })
  await close(house, 500_00 - 210_00 + 210_00 + 210_00)
  const { report } = await house.done('desk-1', 'shift-report', { number: 2 })
  expect(report).toMatchObject({ voids: 2, bookings: 2, tickets: 3 })
  const [part] = report.currencies
  expect(part?.carried).toEqual(tally(1, 210_00))
  const cash = part?.modes.find(({ mode }) => mode === 'CASH')
  // Sold is what was taken and carried over, less the part that never became a sale.
  expect(part?.totalMinor).toBe((cash?.taken.amountMinor ?? 0) + 210_00 - 100_00)
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A5] a drawer of a house with several venues bears the name of none of them', async () => {
  const house = new TestHouse()
  const entry = { kind: 'venue', venueId: 9, name: 'Shed', zone: 'UTC', currency: 'INR', terms: {} } as const
  house.engine.furnish([{ type: 'entry-saved', entry: entry as never }], [])
  await house.done('desk-1', 'open-shift', { floats: float })
  const { report } = await house.done('desk-1', 'shift-report', { number: 1 })
  expect(report).toMatchObject({ venue: '', zone: 'Asia/Kolkata' })
})

test('[A5] a Z report prints the same for ever, whatever is renamed after it', async () => {
  const house = new TestHouse()
  await evening(house)
  await close(house, expectedMinor)
  const before = await house.done('desk-1', 'shift-report', { number: 1 })
  const renamed = {
    kind: 'venue',
    venueId: 1 as never,
    name: 'Hall',
    zone: 'UTC',
    currency: 'INR',
    terms: {},
  } as const
  const staff = {
    kind: 'staff',
    staffId: 1 as never,
    name: 'Another',
    role: 'manager',
    active: true,
  } as const
  house.engine.furnish(
    [renamed, staff].map((entry) => ({ type: 'entry-saved', entry })),
    [],
  )
  await sell(house, [9])
  house.restart()
  expect(await house.done('desk-1', 'shift-report', { number: 1 })).toEqual(before)
})

test('[A5] shifts are numbered desk by desk, without a gap, through a restart; the list has the newest first', async () => {
  const house = new TestHouse()
  for (const number of [1, 2, 3]) {
    expect(await house.done('desk-1', 'open-shift', { floats: sum(10_00) })).toEqual({ number })
    house.restart()
    await close(house, 10_00)
  }
  expect(await house.done('desk-2', 'open-shift', { floats: [] })).toEqual({ number: 1 })
  const own = await house.done('desk-1', 'shifts', { isOfAll: false, before: null })
  expect(own.rows.map(({ number }) => number)).toEqual([3, 2, 1])
  const all = await house.done('manager', 'shifts', { isOfAll: true, before: null })
  expect(all.rows.map(({ kioskId, number }) => `${kioskId} ${number}`)).toEqual([
    'desk-2 1',
    'desk-1 3',
    'desk-1 2',
    'desk-1 1',
  ])
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A5] what was taken before a shift is found when it opens, and goes to the safe', async () => {
  const house = new TestHouse()
  await sell(house, [0])
  await house.done('desk-1', 'open-shift', { floats: sum(100_00) })
  await sell(house, [1])
  const counts = await close(house, 310_00)
  expect(counts).toMatchObject([{ expectedMinor: 310_00 }])
  const { report } = await house.done('desk-1', 'shift-report', { number: 1 })
  expect(report.currencies).toMatchObject([{ foundMinor: 210_00, floatMinor: 100_00 }])
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A5] blind: no answer to a clerk has the expected sum, or what it could be reckoned from, before the count', async () => {
  const house = new TestHouse()
  await evening(house)
  const ask = () =>
    Promise.all([
      house.ask('desk-1', 'shift', {}),
      house.ask('desk-1', 'shift-report', { number: 1 }),
      house.ask('desk-1', 'shifts', { isOfAll: false, before: null }),
      house.ask('desk-1', 'shift-cash', { number: 1 }),
    ])
  const [shift, report, list, cash] = await ask()
  const said = JSON.stringify([shift, report, list, cash])
  expect(said).not.toContain(String(expectedMinor))
  expect(cash).toMatchObject({ kind: 'refused', refusal: { code: 'NOT_ALLOWED' } })
  if (report?.kind !== 'done') throw new Error('no report')
  const [part] = report.value.report.currencies
  const sums = JSON.stringify({ ...part, modes: part?.modes.filter(({ mode }) => mode === 'CASH') })
  expect(sums).not.toMatch(/Minor":\d/)
  expect(part?.modes.find(({ mode }) => mode === 'WALLET')?.taken).toEqual(tally(1, 110_00))
  // Whoever is responsible for all desks sees it at any time.
  const seen = await house.done('manager', 'shift-report', { kioskId: 'desk-1' as never, number: 1 })
  expect(seen.report.currencies).toMatchObject([{ expectedMinor }])

  await house.done('desk-1', 'count-drawer', { number: 1, counts: sum(1) })
  const [, after, , moved] = await ask()
  expect(JSON.stringify(after)).toContain(String(expectedMinor))
  if (moved?.kind !== 'done') throw new Error('no cash')
  const togetherMinor = moved.value.rows.reduce((total, { amountMinor }) => total + amountMinor, 500_00)
  expect(togetherMinor).toBe(expectedMinor)
  expect(moved.value.rows.map(({ kind }) => kind)).toEqual([
    'top-up',
    'sale',
    'sale',
    'refund',
    'sale',
    'refund',
    'out',
  ])
})

test('[A5] a parked cart keeps the drawer from being counted and closed, by the names of its seats', async () => {
  const house = new TestHouse()
  await house.done('desk-1', 'open-shift', { floats: [] })
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const blocked = { refusal: { code: 'SHIFT_BLOCKED', bookings: [{ seats: ['A1', 'A2'], isPaying: false }] } }
  const count = { number: 1, counts: [] }
  expect(await house.ask('desk-1', 'count-drawer', count)).toMatchObject(blocked)
  expect(await house.done('desk-1', 'shift', {})).toMatchObject({ blocking: [{ seats: ['A1', 'A2'] }] })
  house.pass(booking.expiresAtMs)
  expect(await house.ask('desk-1', 'count-drawer', count)).toMatchObject({ kind: 'done' })
  await house.done('desk-1', 'hold-seats', holdOf([2]))
  expect(await house.ask('desk-1', 'close-shift', { number: 1, reason: '' })).toMatchObject({
    refusal: { code: 'SHIFT_BLOCKED', bookings: [{ seats: ['A3'] }] },
  })
})

test('[A5] between the count and the close no cash moves at that desk, and nothing is half done', async () => {
  const house = new TestHouse()
  const sold = await sell(house, [0])
  await house.done('desk-1', 'open-shift', { floats: [] })
  await house.done('desk-1', 'count-drawer', { number: 1, counts: [] })
  const counted = { kind: 'refused', refusal: { code: 'SHIFT_STATE', state: 'counted', kioskId: 'desk-1' } }
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([1]))
  expect(await house.ask('desk-1', 'pay-booking', payOf(booking))).toMatchObject(counted)
  expect(
    await house.ask('desk-1', 'cancel-booking', { bookingId: sold.bookingId, reason: 'ill' }),
  ).toMatchObject(counted)
  expect((await house.done('desk-1', 'booking', { bookingId: sold.bookingId })).booking.state).toBe(
    'confirmed',
  )
  // Taken at another desk, the same booking's money goes into another drawer.
  expect((await house.done('manager', 'pay-booking', payOf(booking))).booking.state).toBe('confirmed')
  await house.done('desk-1', 'close-shift', { number: 1, reason: '' })
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A5] a house that asks for shifts takes no cash without one, at any desk, in any way; cards go on', async () => {
  const terminal: TestHouseParts['terminal'] = ({ clock, scheduler }) =>
    new SimulatedTerminal(clock, scheduler, () => 'approve')
  const house = new TestHouse({ houseTerms: { requireShift: true }, terminal })
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const closed = { kind: 'refused', refusal: { code: 'SHIFT_STATE', state: 'closed', kioskId: 'desk-1' } }
  expect(await house.ask('desk-1', 'pay-booking', payOf(booking))).toMatchObject(closed)
  const { walletId } = await house.done('desk-1', 'open-wallet', { customerId: 2 as never, currency: 'INR' })
  expect(await house.ask('desk-1', 'top-up-wallet', { walletId, amountMinor: 1 })).toMatchObject(closed)
  expect(await house.done('desk-1', 'shift', {})).toMatchObject({
    shift: null,
    nextNumber: 1,
    isRequired: true,
  })
  const card = await house.ask('desk-1', 'pay-booking', { ...payOf(booking), mode: 'CARD' })
  expect(card).toMatchObject({ kind: 'done' })
  await house.done('desk-1', 'open-shift', { floats: [] })
  expect((await sell(house, [1])).state).toBe('confirmed')
})

test('[A5] [P6] what a terminal answers is the sale of the desk that asked it', async () => {
  const terminal: TestHouseParts['terminal'] = ({ clock, scheduler }) =>
    new SimulatedTerminal(clock, scheduler, () => 'approve')
  const house = new TestHouse({ terminal })
  await house.done('desk-1', 'open-shift', { floats: [] })
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  await house.done('desk-1', 'pay-booking', { ...payOf(booking), mode: 'CARD' })
  const paying = { number: 1, counts: [] }
  expect(await house.ask('desk-1', 'count-drawer', paying)).toMatchObject({
    refusal: { code: 'SHIFT_BLOCKED', bookings: [{ seats: ['A1'], isPaying: true }] },
  })
  for (let second = 0; second < 3; second += 1) {
    house.pass(house.clock.atMs + 1000)
    // oxlint-disable-next-line no-await-in-loop -- the answer is recorded before time goes on
    await Promise.resolve()
  }
  const { report } = await house.done('manager', 'shift-report', { kioskId: 'desk-1' as never, number: 1 })
  expect(report).toMatchObject({ bookings: 1, tickets: 1 })
  expect(report.currencies[0]?.modes.find(({ mode }) => mode === 'CARD')?.taken).toEqual(tally(1, 210_00))
  expect(report.currencies[0]?.sellers).toMatchObject([{ staffId: 1, count: 1 }])
  expect(report.currencies[0]?.expectedMinor).toBe(0)
})

test('[A7] a clerk sees and moves the own drawer alone, whoever answers for all any', async () => {
  const house = new PeopleHouse()
  const { asha } = await house.staffed()
  await house.doneAt('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })
  await house.doneAt('office', 'open-shift', { floats: [] })
  const office = 'office' as never
  const no = { kind: 'refused', refusal: { code: 'NOT_ALLOWED', role: 'clerk' } }
  const other = { kioskId: office, number: 1 }
  for (const answer of [
    await house.at('desk-1', 'shift', { kioskId: office }),
    await house.at('desk-1', 'shift-report', other),
    await house.at('desk-1', 'shift-cash', other),
    await house.at('desk-1', 'shifts', { isOfAll: true, before: null }),
    await house.at('desk-1', 'open-shift', { kioskId: office, floats: [] }),
    await house.at('desk-1', 'count-drawer', { ...other, counts: [] }),
    await house.at('desk-1', 'close-shift', { ...other, reason: '' }),
  ])
    expect(answer).toMatchObject(no)
  await house.doneAt('desk-1', 'open-shift', { floats: [] })
  const desk = { kioskId: 'desk-1' as never, number: 1 }
  await house.doneAt('office', 'count-drawer', { ...desk, counts: [] })
  await house.doneAt('office', 'close-shift', { ...desk, reason: '' })
  const log = await house.doneAt('office', 'audit-log', { before: null, staffId: null, area: 'drawer' })
  expect(log.rows.map(({ kind, by, desk: of, about }) => `${by?.name} ${kind} ${of} · ${about}`)).toEqual([
    'Mina shift-closed desk-1 · 1',
    'Mina shift-counted desk-1 · 1',
    'Asha shift-opened desk-1 · 1',
    'Mina shift-opened office · 1',
  ])
})

test('[A7] [I39] what was done about a drawer is found by its desk, by id and by name, wherever it was done', async () => {
  const house = new PeopleHouse()
  await house.staffed()
  const kioskId = 'desk-1' as never
  const entry = { kind: 'kiosk', kioskId, name: 'Zoë’s counter', pin: 'x', active: true } as const
  house.engine.furnish([{ type: 'entry-saved', entry }], [])
  await house.doneAt('office', 'open-shift', { kioskId, floats: [] })
  await house.doneAt('office', 'open-shift', { floats: [] })
  const found = async (text: string) => {
    const asked = { before: null, staffId: null, area: 'drawer', text } as const
    const { rows } = await house.doneAt('office', 'audit-log', asked)
    return rows.map(({ desk }) => desk)
  }
  expect(await found('mina zoe')).toEqual(['desk-1'])
  expect(await found('desk-1')).toEqual(['desk-1'])
  expect(await found('office')).toEqual(['office', 'desk-1'])
})

test('[A5] a shift that nobody has heard of is said to be none', async () => {
  const house = new TestHouse()
  expect(await house.ask('desk-1', 'shift-report', { number: 4 })).toMatchObject({
    refusal: { code: 'NOT_FOUND', what: 'shift', id: '4' },
  })
})

test('[A5] [P7] an opening that the disk did not take is none, in memory too', async () => {
  const store = new FailingStore(new MemoryStore())
  const house = new TestHouse({ store, houseTerms: { requireShift: true } })
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  for (const failAfter of [1, 2, 3, 4]) {
    store.failAfter = failAfter
    // oxlint-disable-next-line no-await-in-loop -- one failure after the other
    expect(await house.ask('desk-1', 'open-shift', { floats: [] })).toMatchObject({ kind: 'fault' })
    store.failAfter = Number.POSITIVE_INFINITY
    // oxlint-disable-next-line no-await-in-loop -- one failure after the other
    expect(await house.ask('desk-1', 'pay-booking', payOf(booking))).toMatchObject({
      refusal: { code: 'SHIFT_STATE' },
    })
  }
  expect(await house.done('desk-1', 'open-shift', { floats: [] })).toEqual({ number: 1 })
})

test('[A5] whoever listens hears that a drawer was opened, counted or closed, or that cash moved, and nothing of a sale', async () => {
  const house = new TestHouse()
  let heard = 0
  const stop = house.desk('desk-2').subscribe({ kind: 'shifts' }, () => (heard += 1))
  expect(heard).toBe(1)
  await house.done('desk-1', 'open-shift', { floats: float })
  expect(heard).toBe(2)
  await sell(house, [0])
  expect(heard).toBe(2)
  await close(house, 0, 'gone')
  expect(heard).toBe(4)
  stop()
  await house.done('desk-1', 'open-shift', { floats: float })
  expect(heard).toBe(4)
})
