// What must hold of a house's rows after every step (RELIABILITY.md, by its numbers), read from rows alone. Owns the checks that
// the property test and the simulators share; must never call a decision.

import type { Ticket } from '../../shared/domain/booking.ts'
import type { BookingConfirmed } from '../../shared/domain/events.ts'
import type { BookingId, ShowId } from '../../shared/domain/ids.ts'
import { assert, known } from '../../shared/lib/assert.ts'
import { type JournalHead, brokenLink, emptyHead } from '../store/journal.ts'
import { journalAfter } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'

interface Rows {
  readonly bookings: ReadonlyMap<string, Row<'booking'>>
  readonly claims: readonly Row<'claim'>[]
  readonly payments: readonly Row<'payment'>[]
  readonly tickets: readonly (Ticket & { readonly bookingId: BookingId })[]
}

const isLive = (claim: Row<'claim'>) => claim.isLive

/** Throws at the first rule that does not hold, by its number. */
export function checkRows(store: Store): void {
  const rows: Rows = {
    bookings: new Map(store.all('booking').map((booking) => [booking.bookingId, booking])),
    claims: store.all('claim'),
    payments: store.all('payment'),
    tickets: ticketsOf(store),
  }
  checkClaims(rows)
  for (const booking of rows.bookings.values()) {
    const claims = rows.claims.filter((claim) => claim.bookingId === booking.bookingId)
    checkStates(booking, claims)
    checkPrices(booking, claims)
    checkMoney(booking, rows)
    checkTimes(booking)
  }
}

function ticketsOf(store: Store): Rows['tickets'] {
  return store.all('journal').flatMap(({ kind, body }) => {
    if (kind !== 'booking-confirmed') return []
    const { bookingId, tickets } = JSON.parse(body) as BookingConfirmed
    return tickets.map((ticket) => ({ ...ticket, bookingId }))
  })
}

function checkClaims({ claims, tickets }: Rows): void {
  const live = claims.filter(isLive).map((claim) => `${claim.showId} ${claim.seatId}`)
  assert(new Set(live).size === live.length, 'I1 one live claim a seat')
  assert(
    new Set(tickets.map((ticket) => ticket.number)).size === tickets.length,
    'I22 ticket numbers are unique',
  )
}

function checkStates({ state, bookingId }: Row<'booking'>, claims: readonly Row<'claim'>[]): void {
  const isPaid = state === 'confirmed' || state === 'completed'
  assert(claims.length >= 1, `I3 ${bookingId} has seats`)
  assert(
    claims.every((claim) => claim.isLive === (isPaid || state === 'reserved')),
    `I2 I3 the seats of ${bookingId}, which is ${state}, are claimed or free as it says`,
  )
}

function checkPrices(booking: Row<'booking'>, claims: readonly Row<'claim'>[]): void {
  const sum = (of: (claim: Row<'claim'>) => number) => claims.reduce((total, claim) => total + of(claim), 0)
  const { baseMinor, discountMinor, feeMinor, totalMinor } = booking
  assert(baseMinor === sum((claim) => claim.priceMinor), 'I21 the base is the sum of prices')
  assert(discountMinor === sum((claim) => claim.discountMinor), 'I21 the discount is the sum of shares')
  assert(feeMinor === sum((claim) => claim.feeMinor), 'I21 the fee is the sum of fees')
  assert(totalMinor === baseMinor - discountMinor + feeMinor, 'I21 total = base − discount + fee')
  assert(discountMinor === 0 || booking.couponCode !== null, 'I21 no discount without a coupon')
  assert(
    [baseMinor, discountMinor, feeMinor, totalMinor].every(isAmount),
    'I13 amounts are whole and not negative',
  )
}

function checkMoney(booking: Row<'booking'>, { payments, tickets }: Rows): void {
  const own = payments.filter((payment) => payment.bookingId === booking.bookingId)
  const paid = own.reduce((sum, payment) => sum + payment.amountMinor, 0)
  const wasConfirmed = booking.confirmedAtMs !== null
  assert(
    paid === (wasConfirmed ? booking.totalMinor : 0),
    `I16 ${booking.bookingId} is paid exactly if confirmed`,
  )
  const back = booking.state === 'refunded' ? 'refunded' : 'success'
  assert(
    own.every((payment) => payment.state === back),
    'I17 a payment is refunded exactly once, with its booking',
  )
  assert(
    own.every((payment) => payment.changeMinor === payment.tenderedMinor - payment.amountMinor),
    'P5 change',
  )
  const ownTickets = tickets.filter((ticket) => ticket.bookingId === booking.bookingId)
  assert(wasConfirmed === ownTickets.length > 0, 'P7 tickets exactly where confirmed')
}

function checkTimes(booking: Row<'booking'>): void {
  const { reservedAtMs, expiresAtMs, graceEndsAtMs, holdMs, confirmedAtMs, extendedAtMs } = booking
  const length = extendedAtMs === null ? holdMs : 2 * holdMs
  assert(expiresAtMs - reservedAtMs === length, 'I7 a hold lives its length, twice if extended')
  assert(extendedAtMs === null || extendedAtMs < reservedAtMs + holdMs, 'I7 extended in time')
  assert(confirmedAtMs === null || confirmedAtMs < graceEndsAtMs, 'I9 no late confirm')
}

/** [I6] After a sweep nothing that has ended is left open. */
export function checkSwept(store: Store, nowMs: number): void {
  for (const booking of store.all('booking')) {
    if (booking.state !== 'reserved') continue
    assert(nowMs < booking.graceEndsAtMs, 'I6 no stuck hold')
    assert(nowMs < booking.expiresAtMs || booking.lapsedAtMs !== null, 'I6 no end that was not recorded')
  }
}

/** [P4] How many bookings a coupon with a limit carries, whatever way it got there. */
export function checkCoupon(store: Store, code: string, nowMs: number): void {
  const coupon = known(store.get('coupon', code), 'coupon')
  const uses = store.all('booking').filter((booking) => {
    const counts =
      booking.state === 'confirmed' || (booking.state === 'reserved' && nowMs < booking.graceEndsAtMs)
    return booking.couponCode === code && counts
  })
  assert(
    coupon.usesMax === null || uses.length <= coupon.usesMax,
    'I21 no coupon is used more often than it may',
  )
}

/** Follows the journal as it grows, so that a long history is read once: chain, numbers, revisions, time. */
export class JournalWatch {
  #head: JournalHead = emptyHead
  readonly #revisions = new Map<ShowId, number>()
  readonly kinds = new Map<string, number>()

  follow(store: Store): void {
    const rows = store.select(journalAfter, this.#head.sequence, Number.MAX_SAFE_INTEGER)
    assert(brokenLink(rows, this.#head) === null, 'I25 the chain holds and its numbers have no gap')
    for (const row of rows) {
      assert(row.atMs >= this.#head.atMs, 'I11 time does not go back')
      this.kinds.set(row.kind, (this.kinds.get(row.kind) ?? 0) + 1)
      if (row.showId !== null) this.#revise(row.showId, row.revision)
      this.#head = row
    }
  }

  #revise(showId: ShowId, revision: number | null): void {
    assert(revision === (this.#revisions.get(showId) ?? 0) + 1, 'I25 revisions of a show have no gap')
    this.#revisions.set(showId, revision)
  }
}

function isAmount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
