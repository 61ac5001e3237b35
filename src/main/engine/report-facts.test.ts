import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingId, SeatId, ShowId, TicketTypeId } from '../../shared/domain/ids.ts'
import { movesByDrawer } from '../../shared/domain/reports/drawer-fact.ts'
import { saleGroupings, salesBy, totalOf } from '../../shared/domain/reports/sales-table.ts'
import { REPORT_ROWS_MAX } from '../../shared/contract/limits.ts'
import { type Input, type Output, operations } from '../../shared/contract/operations.ts'
import { known } from '../../shared/lib/assert.ts'
import { HOUR_MS, MINUTE_MS } from '../../shared/lib/time.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import type { Store } from '../store/store.ts'
import { EveningRun } from './evening-run.fixture.ts'
import { step } from './evening.fixture.ts'
import { reportFacts } from './report-facts.ts'
import { TestHouse, holdOf, linesOf, openingMs, payOf, show1 } from './test-house.ts'

type Facts = Pick<Output<'report-facts'>, 'sales' | 'drawers' | 'holds'>

const always = { fromMs: 0, untilMs: 8_640_000_000_000_000 }

function allFacts(store: Store, stretch: Omit<Input<'report-facts'>, 'after'> = always): Facts {
  const pages: Output<'report-facts'>[] = []
  for (let after: number | null = null; ; ) {
    const page: Output<'report-facts'> = reportFacts(store, { ...stretch, after })
    pages.push(page)
    if (page.next === null) break
    after = page.next
  }
  return {
    sales: pages.flatMap(({ sales }) => sales),
    drawers: pages.flatMap(({ drawers }) => drawers),
    holds: pages.flatMap(({ holds }) => holds),
  }
}

function netOf({ sales }: Facts, bookingId: BookingId): number {
  const own = sales.filter((fact) => fact.bookingId === bookingId)
  return totalOf(salesBy(own, 'mode', () => '')).netMinor
}

/** What an account is owed according to the books. */
function owed(store: Store, account: string): number {
  return store.all('transfer').reduce((sum, { debit, credit, amountMinor }) => {
    return sum + (credit === account ? amountMinor : 0) - (debit === account ? amountMinor : 0)
  }, 0)
}

/**
 * For each booking that was ever sold the facts net what the books say, for each drawer what its account says, and each seat is
 * where it is.
 */
function expectBooks(store: Store): void {
  const facts = allFacts(store)
  const sold = store.all('booking').filter(({ confirmedAtMs }) => confirmedAtMs !== null)
  const netted = sold.map(({ bookingId }) => [bookingId, netOf(facts, bookingId)])
  expect(netted).toEqual(sold.map(({ bookingId }) => [bookingId, owed(store, `booking:${bookingId}`)]))
  const known = new Set(sold.map(({ bookingId }) => bookingId))
  expect(facts.sales.filter(({ bookingId }) => !known.has(bookingId))).toEqual([])
  const drawers = movesByDrawer(facts.drawers)
  expect(drawers.map(({ drawer, changeMinor }) => [drawer, changeMinor])).toEqual(
    drawers.map(({ drawer }) => [drawer, 0 - owed(store, `drawer:${drawer}`)]),
  )
  const all = saleGroupings.map((grouping) => ({
    ...totalOf(salesBy(facts.sales, grouping, ({ atMs }) => String(atMs))),
  }))
  for (const one of all) expect({ ...one, bookingIds: [] }).toEqual({ ...all[0], bookingIds: [] })
  const isSeated = ({ state }: { state: string }) => state === 'confirmed' || state === 'completed'
  const seats = sold.filter(isSeated).reduce((sum, { lines }) => sum + lines.length, 0)
  expect(all[0]?.seats).toBe(seats)
}

test('[A6] [P9] whatever happens in an evening, a report nets of each booking and each drawer what the books say', async () => {
  const evenings = fc.asyncProperty(
    fc.array(step, { minLength: 60, maxLength: 60, size: 'max' }),
    async (steps) => {
      const run = new EveningRun(false, new Map())
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as in any evening
      for (const one of steps) await run.take(one)
      const { store } = run.house
      expectBooks(store)
    },
  )
  await fc.assert(evenings, { numRuns: 40 })
}, 120_000)

async function smallEvening() {
  const house = new TestHouse()
  const first = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const parted = { ...payOf(first.booking), amountMinor: 100_00, tenderedMinor: 100_00 }
  await house.done('desk-1', 'pay-booking', parted)
  house.clock.atMs += MINUTE_MS
  await house.done('desk-1', 'pay-booking', { ...payOf(first.booking), tenderedMinor: 320_00 })
  house.clock.atMs += HOUR_MS
  const { bookingId } = first.booking
  await house.done('manager', 'return-seats', { bookingId, seatIds: [1 as SeatId], reason: 'ill' })
  const left = await house.done('desk-1', 'hold-seats', holdOf([5], { cart: 'b' }))
  return { house, bookingId, left: left.booking.bookingId }
}

test('[A6] an evening with a sale in parts, a seat given back and a cart that was left', async () => {
  const { house, bookingId, left } = await smallEvening()
  const answer = await house.done('manager', 'report-facts', { ...always, after: null })
  expect(operations['report-facts'].output.safeParse(answer).success).toBe(true)
  expect([answer.share, answer.next]).toEqual([1, null])
  expect(
    answer.sales.map(({ types, modes, kioskId }) => [
      types[0]?.seats,
      types[0]?.grossMinor,
      types[0]?.refundMinor,
      modes,
      kioskId,
    ]),
  ).toMatchObject([
    [2, 400_00, 0, [{ mode: 'CASH', amountMinor: 420_00 }], 'desk-1'],
    [-1, 0, expect.any(Number), [{ mode: 'CASH' }], 'manager'],
  ])
  expect(answer.holds.map((hold) => [hold.bookingId, hold.seats, hold.isSold])).toEqual([
    [bookingId, 2, true],
    [left, 1, false],
  ])
  expectBooks(house.store)
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A6] a stretch of time is told from its first millisecond up to, not with, its last', async () => {
  const { house } = await smallEvening()
  const soldAtMs = openingMs + MINUTE_MS
  const count = (fromMs: number, untilMs: number) => allFacts(house.store, { fromMs, untilMs }).sales.length
  expect(count(soldAtMs, soldAtMs + 1)).toBe(1)
  expect(count(soldAtMs + 1, always.untilMs)).toBe(1)
  expect(count(0, soldAtMs)).toBe(0)
  expect(count(always.untilMs - 1, always.untilMs)).toBe(0)
  expect(count(soldAtMs, 0)).toBe(0)
})

test('[A6] a long journal comes page by page, each row once', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  await house.done('desk-1', 'pay-booking', payOf(booking))
  const { bookingId } = booking
  for (let copy = 0; copy < REPORT_ROWS_MAX; copy += 1)
    // oxlint-disable-next-line no-await-in-loop -- each a row of its own
    await house.done('desk-1', 'reprint-tickets', { bookingId })
  await house.done('manager', 'cancel-booking', { bookingId, reason: 'rain' })
  const first = await house.done('manager', 'report-facts', { ...always, after: null })
  expect(first.next).toBe(REPORT_ROWS_MAX)
  expect(first.share).toBeLessThan(1)
  expect(allFacts(house.store).sales.length).toBe(2)
  expectBooks(house.store)
})

test('[A6] seats that were moved since are counted as they were sold, and a part that went back before the sale not at all', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  const { bookingId } = booking
  const part = await house.done('desk-1', 'pay-booking', {
    ...payOf(booking),
    amountMinor: 50_00,
    tenderedMinor: 50_00,
  })
  const paymentId = known(part.booking.payments[0], 'part').paymentId
  await house.done('desk-1', 'return-money', { bookingId, paymentId })
  await house.done('desk-1', 'pay-booking', payOf(booking))
  const moves = [{ from: 1 as SeatId, to: 10 as SeatId }]
  const move = { bookingId, showId: 1 as ShowId, moves }
  const quote = await house.done('desk-1', 'quote-reseat', move)
  const { differenceMinor } = quote
  await house.done('desk-1', 'reseat-booking', { ...move, differenceMinor, mode: 'CASH', tenderedMinor: 0 })
  const { sales } = allFacts(house.store)
  expect(
    sales.map(({ types }) =>
      types.map(({ seats, grossMinor, refundMinor }) => [seats, grossMinor, refundMinor]),
    ),
  ).toEqual([[[2, 400_00, 0]], [[0, 0, 100_00]]])
  expectBooks(house.store)
})

test('[A6] tickets of another type for the same money, chosen while they were held, are counted as what they were sold as', async () => {
  const house = new TestHouse()
  // In seat 0 a student pays as much as anybody.
  const cells = [{ category: 0, ticketTypeId: 1 as TicketTypeId, priceMinor: 200_00 }]
  await house.done('manager-1', 'set-prices', { showId: show1, seenVersion: 1, cells })
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const { bookingId } = booking
  const choice = { bookingId, lines: linesOf([0], 1), couponCode: null }
  const chosen = await house.done('desk-1', 'choose-tickets', choice)
  expect(chosen.booking.totals).toEqual(booking.totals)
  await house.done('desk-1', 'pay-booking', payOf(booking))
  const [sale] = allFacts(house.store).sales
  expect(sale?.types.map(({ ticketType }) => ticketType)).toEqual(['Student'])
})

test('[A6] a part that went back, a sale and its end within one millisecond are told apart', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const { bookingId } = booking
  const half = { ...payOf(booking), amountMinor: 50_00, tenderedMinor: 50_00 }
  const part = await house.done('desk-1', 'pay-booking', half)
  const { paymentId } = known(part.booking.payments[0], 'part')
  await house.done('desk-1', 'return-money', { bookingId, paymentId })
  await house.done('desk-1', 'pay-booking', payOf(booking))
  await house.done('manager', 'cancel-booking', { bookingId, reason: 'rain' })
  expect(allFacts(house.store).sales.length).toBe(2)
  expectBooks(house.store)
})

test('[A6] reservations that were paid long after and moved since are counted as they were sold, some an answer', async () => {
  const house = new TestHouse()
  const { booking: other } = await house.done('desk-1', 'hold-seats', holdOf([9], { cart: 'other' }))
  await house.done('desk-1', 'pay-booking', payOf(other))
  const held: Booking[] = []
  for (const seat of [0, 2, 4]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { booking } = await house.done('desk-1', 'hold-seats', holdOf([seat], { cart: `of-${seat}` }))
    // One of them is held long before the others: of that one only the first event is read.
    const copies = seat === 0 ? REPORT_ROWS_MAX : REPORT_ROWS_MAX / 2
    for (let copy = 0; copy < copies; copy += 1)
      // oxlint-disable-next-line no-await-in-loop -- each a row of its own
      await house.done('desk-1', 'reprint-tickets', { bookingId: other.bookingId })
    held.push(booking)
  }
  for (const [index, booking] of held.entries()) {
    const { bookingId } = booking
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await house.done('desk-1', 'pay-booking', payOf(booking))
    const moves = [{ from: (index * 2) as SeatId, to: (10 + index) as SeatId }]
    const money = { differenceMinor: -100_00, mode: 'CASH', tenderedMinor: 0 } as const
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await house.done('desk-1', 'reseat-booking', { bookingId, showId: 1 as ShowId, moves, ...money })
  }
  const { sales } = allFacts(house.store)
  const grossOf = ({ bookingId }: Booking) =>
    sales
      .filter((sale) => sale.bookingId === bookingId)
      .flatMap(({ types }) => types.map(({ grossMinor }) => grossMinor))
  expect(held.map(grossOf)).toEqual([
    [200_00, 0],
    [200_00, 0],
    [200_00, 0],
  ])
  const paid = house.engine.sequence - 6
  const { next } = await house.done('manager', 'report-facts', { ...always, after: paid })
  expect(next).toBeGreaterThan(paid)
  expect(next).toBeLessThan(house.engine.sequence)
  expectBooks(house.store)
})
