// The real house against the model, row by row. Owns what is compared after every step; must never change either of them.

import { expect } from 'vitest'
import type { ShowId } from '../../shared/domain/ids.ts'
import { seatStateCode } from '../../shared/domain/seat-state.ts'
import { known } from '../../shared/lib/assert.ts'
import type { Row, Store } from '../store/store.ts'
import type { EveningModel } from './after-sale-model.fixture.ts'
import { recount, seatsFromRows } from './recount.fixture.ts'
import type { ScriptedTerminal } from './scripted-terminal.fixture.ts'
import { type Kept, type State, inFlight, paid, seatsOf, total } from './model-booking.fixture.ts'
import type { TestHouse } from './test-house.ts'

/** Who has each seat: in the rows, in the counts and on the screen. */
export async function expectSeats(
  { house, model, showId }: { house: TestHouse; model: EveningModel; showId: ShowId },
  screen: Uint8Array,
): Promise<void> {
  const { store } = house
  const nowMs = house.engine.nowMs()
  const claims = store.all('claim').filter((claim) => claim.showId === showId)
  for (const [seat, state] of seatsFromRows(store, showId, nowMs).entries()) {
    const owner = model.ownerOf(showId, seat, nowMs)
    const free = model.isOnSale(seat) ? 'available' : 'blocked'
    expect(state, `seat ${seat} of show ${showId}`).toBe(owner ? lookOf(owner) : free)
    const claim = claims.find((one) => one.seatId === seat)
    if (owner) expect(claim?.bookingId, `the claim on seat ${seat}`).toBe(owner.id)
    const drawn = screen[seat]
    // A screen is told of an end when it is swept: until then it may still draw the hold.
    const mayLag = state === 'available' && claim !== undefined && drawn !== seatStateCode.sold
    if (!mayLag) expect(drawn, `seat ${seat} on the screen`).toBe(seatStateCode[state as 'held'])
  }
  const { counts } = await house.done('desk-1', 'capacity', { showId })
  expect(counts).toEqual(recount(store, showId, nowMs))
}

function lookOf(owner: Kept) {
  if (owner.state !== 'reserved') return 'sold'
  if (inFlight(owner)) return 'paying'
  return owner.isReservation ? 'reserved' : 'held'
}

/** Each booking: its state and the states before it, its seats, its price, and every payment. */
export function expectBookings(store: Store, model: EveningModel): void {
  const rows = new Map(store.all('booking').map((row) => [row.bookingId as string, row]))
  expect(rows.size, 'as many bookings as the model knows').toBe(model.kept.length)
  for (const one of model.kept) {
    const row = known(rows.get(one.id), 'a booking of the model')
    expect(pictureOf(row), one.id).toEqual(pictureWanted(one))
  }
}

function pictureOf(row: Row<'booking'>) {
  const payments = row.payments ?? []
  return {
    state: row.state,
    path: stampsOf(row),
    seats: row.lines.map(({ seatId }) => Number(seatId)),
    totalMinor: row.totalMinor,
    coupon: row.couponCode,
    customer: row.customerId as number | null,
    endMs: row.expiresAtMs,
    payments: payments.map(({ paymentId, amountMinor, state, refundedMinor = 0, failure, review }) =>
      [paymentId, amountMinor, state, refundedMinor, failure ?? '', review ?? ''].join(' '),
    ),
  }
}

function pictureWanted(one: Kept) {
  return {
    state: one.state,
    path: [...one.path].toSorted(),
    seats: seatsOf(one),
    totalMinor: total(one),
    coupon: one.coupon,
    customer: one.customer,
    endMs: one.untilMs,
    payments: one.money.map(({ id, amount, state, back, failure, review }) =>
      [id, amount, state, back, failure ?? '', review ?? ''].join(' '),
    ),
  }
}

function stampsOf(row: Row<'booking'>): State[] {
  const stamps = {
    cancelled: row.cancelledAtMs,
    completed: row.completedAtMs,
    confirmed: row.confirmedAtMs,
    deleted: row.deletedAtMs,
    expired: row.expiredAtMs,
    payment_failed: row.paymentFailedAtMs,
    refunded: row.refundedAtMs,
    reserved: row.reservedAtMs,
  } as const
  return (Object.keys(stamps) as (keyof typeof stamps)[]).filter((state) => stamps[state] !== null)
}

/** Where all money is: drawers, the bank, wallets, and what is held for each booking. */
export function expectMoney(store: Store, model: EveningModel, terminal: ScriptedTerminal): void {
  expect(
    store.all('wallet').map(({ walletId, customerId }) => ({ id: Number(walletId), customer: customerId })),
    'wallets',
  ).toEqual(model.purses)
  const balances = new Map<string, number>()
  const add = (account: string, amount: number) =>
    balances.set(account, (balances.get(account) ?? 0) + amount)
  for (const { debit, credit, amountMinor } of store.all('transfer')) {
    add(debit, isOwed(debit) ? -amountMinor : amountMinor)
    add(credit, isOwed(credit) ? amountMinor : -amountMinor)
  }
  expect(nonZero(balances), 'the books').toEqual(nonZero(model.accounts))
  for (const one of model.kept)
    expect(model.balance(`booking:${one.id}`), `what ${one.id} was paid`).toBe(paid(one))
  expect(terminal.refundedMinor, 'given back by card').toBe(model.givenBackByCard)
}

/** Each drawer's shifts: their state and float, what was counted and what the books expected. */
export function expectShifts(store: Store, model: EveningModel): void {
  const rows = store.all('shift').map(({ kioskId, number, state, floats, counts }) => ({
    kiosk: kioskId as string,
    number,
    state,
    float: floats.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    count: counts?.map(({ amountMinor, expectedMinor }) => ({ found: amountMinor, expected: expectedMinor })),
  }))
  const wanted = model.shifts.map(({ count, ...shift }) => ({ ...shift, count: count ? [count] : undefined }))
  const inOrder = (shifts: typeof rows) =>
    shifts.toSorted((a, b) => a.kiosk.localeCompare(b.kiosk) || a.number - b.number)
  expect(inOrder(rows), 'the shifts').toEqual(inOrder(wanted))
}

/** What the house owes to somebody, rather than has itself. */
function isOwed(account: string): boolean {
  return account.startsWith('booking:') || account.startsWith('wallet:')
}

function nonZero(balances: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries(
    [...balances].filter(([, amount]) => amount !== 0).toSorted(([a], [b]) => a.localeCompare(b)),
  )
}
