// What must hold of a house's rows after every step (RELIABILITY.md, by its numbers), read from rows alone. Owns the checks that
// the property test and the simulators share; must never call a decision.

import type { BookingLine, Ticket } from '../../shared/domain/booking.ts'
import type { BookingConfirmed, BookingReseated } from '../../shared/domain/events.ts'
import type { BookingId, ShowId } from '../../shared/domain/ids.ts'
import { paidMinor } from '../../shared/domain/tender.ts'
import { houseTerms } from '../../shared/domain/terms.ts'
import { assert, known } from '../../shared/lib/assert.ts'
import { type JournalHead, brokenLink, emptyHead } from '../store/journal.ts'
import { journalAfter } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'

interface Rows {
  readonly bookings: ReadonlyMap<string, Row<'booking'>>
  readonly claims: readonly Row<'claim'>[]
  readonly transfers: readonly Row<'transfer'>[]
  readonly tickets: readonly (Ticket & { readonly bookingId: BookingId })[]
}

/** Throws at the first rule that does not hold, by its number. */
export function checkRows(store: Store): void {
  const rows: Rows = {
    bookings: new Map(store.all('booking').map((booking) => [booking.bookingId, booking])),
    claims: store.all('claim'),
    transfers: store.all('transfer'),
    tickets: ticketsOf(store),
  }
  checkClaims(rows)
  for (const booking of rows.bookings.values()) {
    checkStates(booking, rows)
    checkPrices(booking)
    checkMoney(booking, rows)
    checkTimes(booking)
  }
  checkWallets(store, rows)
}

function ticketsOf(store: Store): Rows['tickets'] {
  return store.all('journal').flatMap(({ kind, body }) => {
    if (kind !== 'booking-confirmed' && kind !== 'booking-reseated') return []
    const { bookingId, tickets } = JSON.parse(body) as BookingConfirmed | BookingReseated
    const made = tickets.filter((ticket) => ticket.sequence === undefined)
    return made.map((ticket) => ({ ...ticket, bookingId }))
  })
}

function checkClaims({ claims, tickets }: Rows): void {
  const live = claims.map((claim) => `${claim.showId} ${claim.seatId}`)
  assert(new Set(live).size === live.length, 'I1 one live claim a seat')
  assert(
    new Set(tickets.map((ticket) => ticket.number)).size === tickets.length,
    'I22 ticket numbers are unique',
  )
}

function checkStates(
  { state, bookingId, showId, lines, claimsAtPayment }: Row<'booking'>,
  { claims }: Rows,
): void {
  const stands = state === 'confirmed' || state === 'completed' || (state === 'reserved' && !claimsAtPayment)
  const own = claims.filter((claim) => claim.bookingId === bookingId)
  assert(lines.length >= 1, `I3 ${bookingId} has seats`)
  const wanted = stands ? lines.map(({ seatId }) => `${showId} ${seatId}`) : []
  const there = own.map((claim) => `${claim.showId} ${claim.seatId}`)
  assert(
    wanted.toSorted().join() === there.toSorted().join(),
    `I2 I3 the seats of ${bookingId}, which is ${state}, are claimed or free as it says`,
  )
  const types = lines.map(({ seatId, ticketTypeId }) => `${seatId} ${ticketTypeId}`)
  assert(
    own.every((claim) => types.includes(`${claim.seatId} ${claim.ticketTypeId}`)),
    'K1 a claim knows the ticket type of its line',
  )
}

function checkPrices({ lines, ...booking }: Row<'booking'>): void {
  const sum = (of: (line: BookingLine) => number) => lines.reduce((total, line) => total + of(line), 0)
  const { baseMinor, discountMinor, feeMinor, totalMinor } = booking
  assert(baseMinor === sum((line) => line.priceMinor), 'I21 the base is the sum of prices')
  assert(discountMinor === sum((line) => line.discountMinor), 'I21 the discount is the sum of shares')
  assert(feeMinor === sum((line) => line.feeMinor), 'I21 the fee is the sum of fees')
  assert(totalMinor === baseMinor - discountMinor + feeMinor, 'I21 total = base − discount + fee')
  assert(discountMinor === 0 || booking.couponCode !== null, 'I21 no discount without a coupon')
  assert(
    [baseMinor, discountMinor, feeMinor, totalMinor].every(isAmount),
    'I13 amounts are whole and not negative',
  )
}

function checkMoney(booking: Row<'booking'>, { transfers, tickets }: Rows): void {
  const { bookingId, state } = booking
  const payments = booking.payments ?? []
  const paid = paidMinor(payments)
  const kept = (booking.returned ?? []).reduce((sum, line) => sum + lineTotal(line) - line.refundMinor, 0)
  const stands = state === 'confirmed' || state === 'completed'
  if (stands) assert(paid === booking.totalMinor + kept, `I16 ${bookingId} is paid exactly`)
  assert(paid <= booking.totalMinor + kept, `I16 ${bookingId} is not paid more than it costs`)
  for (const { amountMinor, refundedMinor = 0 } of payments)
    assert(refundedMinor <= amountMinor, 'I17 no more goes back than came')
  assert(payments.filter((one) => one.state === 'pending').length <= 1, 'I16 one payment in flight at most')
  assert(
    payments.every((one) => one.changeMinor === one.tenderedMinor - one.amountMinor),
    'P5 change',
  )
  const account = `booking:${bookingId}`
  const balance = transfers.reduce((sum, { debit, credit, amountMinor }) => {
    return sum + (credit === account ? amountMinor : 0) - (debit === account ? amountMinor : 0)
  }, 0)
  assert(balance === paid, `I12 I16 the books have what ${bookingId} was paid: ${balance}, ${paid}`)
  const wasConfirmed = booking.confirmedAtMs !== null
  const ownTickets = tickets.filter((ticket) => ticket.bookingId === bookingId)
  assert(wasConfirmed === ownTickets.length > 0, 'P7 tickets exactly where confirmed')
}

function lineTotal({ priceMinor, discountMinor, feeMinor }: BookingLine): number {
  return priceMinor - discountMinor + feeMinor
}

/** [I15] In the order of the journal, not only at its end. */
function checkWallets(store: Store, { transfers }: Rows): void {
  for (const { walletId } of store.all('wallet')) {
    let balance = 0
    for (const { debit, credit, amountMinor } of transfers) {
      if (credit === `wallet:${walletId}`) balance += amountMinor
      if (debit === `wallet:${walletId}`) balance -= amountMinor
      assert(balance >= 0, `I15 wallet ${walletId} is never below zero`)
    }
  }
}

function checkTimes(booking: Row<'booking'>): void {
  const { reservedAtMs, expiresAtMs, graceEndsAtMs, holdMs, confirmedAtMs, extendedAtMs } = booking
  // A payment that began in time may be answered later [H6].
  const byTerminal = (booking.payments ?? []).some(({ reference }) => reference !== undefined)
  const longestPayMs = byTerminal ? graceEndsAtMs + houseTerms.paymentCapMs : 0
  const length = extendedAtMs === null ? holdMs : 2 * holdMs
  assert(expiresAtMs - reservedAtMs === length, 'I7 a hold lives its length, twice if extended')
  assert(extendedAtMs === null || extendedAtMs < reservedAtMs + holdMs, 'I7 extended in time')
  assert(
    confirmedAtMs === null || confirmedAtMs < Math.max(graceEndsAtMs, longestPayMs),
    'I9 no late confirm',
  )
}

/** [I6] After a sweep nothing that has ended is left open. */
export function checkSwept(store: Store, nowMs: number): void {
  for (const booking of store.all('booking')) {
    if (booking.state !== 'reserved') continue
    const payingMs = (booking.payments ?? []).find((one) => one.state === 'pending')?.untilMs ?? 0
    assert(nowMs < Math.max(booking.graceEndsAtMs, payingMs), 'I6 no stuck hold')
    const endMs = Math.max(booking.expiresAtMs, payingMs)
    assert(nowMs < endMs || booking.lapsedAtMs !== null, 'I6 no end that was not recorded')
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
