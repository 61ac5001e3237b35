// Finds bookings by what a seller has in hand: a ticket, a scan, a name, a seat; with nothing in hand, the newest. Owns how far
// each of these searches; must never write, and never search so far that a sale has to wait for it.

import { mayBeOwed } from '../../shared/domain/booking.ts'
import type { Actor } from '../../shared/domain/catalogue.ts'
import { readFindText } from '../../shared/domain/find-text.ts'
import type { BookingId, ShowId } from '../../shared/domain/ids.ts'
import { refusalIfNotYours } from '../../shared/domain/rights.ts'
import { paidMinor } from '../../shared/domain/tender.ts'
import { type Plan, seatLabel } from '../../shared/domain/seat-plan/plan.ts'
import { FOUND_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { BookingHead } from '../../shared/contract/booking-head.ts'
import { DAY_MS, HOUR_MS } from '../../shared/lib/time.ts'
import { soughtText } from '../../shared/lib/sought-text.ts'
import * as query from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import { personOf } from './booking-story.ts'
import { isSignedHere } from './door.ts'
import type { Signer } from './ports.ts'
import type { Reader } from './reader.ts'
import { roomsIn } from './show-facts.ts'
import { ticketsEndingIn, ticketsOfNumber } from './ticket-numbers.ts'
import { showNames } from './ticket-views.ts'

/** Newest bookings searched for those that a clerk may see: a busy evening of a whole house, in a few milliseconds. */
const NEWEST_SEEN = 1000
/** Customers searched, newest first; a house with more would need a search index. */
const CUSTOMERS_SEEN = 5000
/** For seats, "tonight" means shows that began at most this long ago up to shows that begin within a day. */
const BEGUN_MS = 6 * HOUR_MS

interface Parts {
  readonly store: Store
  readonly reader: Reader
  readonly signer: Signer
  readonly nowMs: () => number
}

type Find = Input<'find-bookings'>
type Found = Output<'find-bookings'>

export function findBookings(parts: Parts, input: Find, actor: Actor): Found {
  const { store } = parts
  if (input.text === '') return { ...seen(parts, newest(store), actor), customers: [], isOurs: null }
  const wanted = readFindText(input.text)
  const customers = customersWith(store, wanted)
  const rows = [
    ...ofNumber(store, wanted.number),
    ...ofEnding(store, wanted.ending),
    ...ofSeat(parts, wanted.seat, input.showId),
    ...ofCustomers(store, customers),
  ]
  const isOurs = wanted.code === null ? null : isSignedHere(parts.signer, wanted.code)
  return { ...seen(parts, rows, actor), customers: customers.slice(0, FOUND_MAX).map(personOf), isOurs }
}

function newest(store: Store): Row<'booking'>[] {
  return store.select(query.newestBookings, NEWEST_SEEN)
}

/** [P11] Each booking once, in the order found, and only those that this desk may see. */
function seen({ store, reader }: Parts, rows: readonly Row<'booking'>[], actor: Actor) {
  const there = rows.filter((row) => row.state !== 'deleted')
  const all = [...new Map(there.map((row) => [row.bookingId, row])).values()]
  const own = all.filter((row) => refusalIfNotYours(row, actor) === null)
  const bookings = own.slice(0, FOUND_MAX).map((row) => headOf(store, row, reader))
  return { bookings, isMore: own.length > FOUND_MAX, hidden: all.length - own.length }
}

/** Of the newest bookings, those that have ended while money of their customers is still here, and that this desk may see. */
export function moneyDue(
  { store, reader }: Pick<Parts, 'store' | 'reader'>,
  actor: Actor,
): Output<'money-due'>['bookings'] {
  return newest(store)
    .filter(({ state }) => mayBeOwed(state))
    .filter((row) => refusalIfNotYours(row, actor) === null)
    .map((row) => ({ row, amountMinor: paidMinor(row.payments ?? []) }))
    .filter(({ amountMinor }) => amountMinor > 0)
    .slice(0, FOUND_MAX)
    .map(({ row, amountMinor }) => ({ ...headOf(store, row, reader), amountMinor }))
}

/** [H16] Reservations still to be paid that this desk may see, the soonest to end first. */
export function reservations(
  { store, reader, nowMs }: Omit<Parts, 'signer'>,
  actor: Actor,
): Output<'reservations'>['bookings'] {
  return reader.pending
    .matching({})
    .filter(({ purpose, expiresAtMs }) => purpose === 'reservation' && nowMs() < expiresAtMs)
    .filter((booking) => refusalIfNotYours(booking, actor) === null)
    .toSorted((a, b) => a.expiresAtMs - b.expiresAtMs)
    .slice(0, FOUND_MAX)
    .flatMap(({ bookingId, expiresAtMs, payments }) => {
      const row = store.get('booking', bookingId)
      return row ? [{ ...headOf(store, row, reader), expiresAtMs, paidMinor: paidMinor(payments) }] : []
    })
}

/** `reader`: left out where nobody reads what rooms a hotel's booking is. */
export function headOf(store: Store, row: Row<'booking'>, reader?: Reader): BookingHead {
  const { bookingId, showId, state, purpose, totalMinor, currency, kioskId, reservedAtMs, customerId } = row
  const names = showNames(store, showId)
  const { rooms } = reader ? roomsIn(reader, row) : {}
  const nights = rooms?.map(({ startsAtMs }) => startsAtMs) ?? []
  return {
    bookingId,
    showId,
    state,
    purpose,
    ...names,
    ...(rooms && { rooms, startsAtMs: nights.length > 0 ? Math.min(...nights) : names.startsAtMs }),
    seats: row.lines.map(({ label }) => label),
    totalMinor,
    currency,
    customer: customerId === null ? null : (store.get('customer', customerId)?.name ?? null),
    kioskId,
    reservedAtMs,
  }
}

function bookingRows(store: Store, bookingIds: readonly BookingId[]): Row<'booking'>[] {
  return [...new Set(bookingIds)].flatMap((bookingId) => store.get('booking', bookingId) ?? [])
}

function ofNumber(store: Store, number: string | null): Row<'booking'>[] {
  if (number === null) return []
  return bookingRows(
    store,
    ticketsOfNumber(store, number).map(({ bookingId }) => bookingId),
  )
}

function ofEnding(store: Store, ending: string | null): Row<'booking'>[] {
  if (ending === null) return []
  const tickets = ticketsEndingIn(store, ending, FOUND_MAX + 1)
  return bookingRows(
    store,
    tickets.map(({ bookingId }) => bookingId),
  )
}

/** The bookings that have the seat now: in one show, or in all shows of tonight. */
function ofSeat(
  { store, reader, nowMs }: Parts,
  seat: string | null,
  showId: ShowId | null,
): Row<'booking'>[] {
  if (seat === null) return []
  const shows = showId === null ? tonight(store, nowMs()) : [showId]
  const claims = shows
    .filter((one) => store.get('show', one) !== undefined)
    .flatMap((one) =>
      seatsNamed(reader.planOfShow(one), seat).flatMap((seatId) => store.get('claim', one, seatId) ?? []),
    )
  return bookingRows(
    store,
    claims.map(({ bookingId }) => bookingId),
  )
}

function tonight(store: Store, nowMs: number): ShowId[] {
  return store
    .select(query.allShows)
    .filter(({ startsAtMs }) => startsAtMs > nowMs - BEGUN_MS && startsAtMs < nowMs + DAY_MS)
    .map(({ showId }) => showId)
}

/** Every seat of that name: "A1" may be in the stalls and on the balcony. */
export function seatsNamed(plan: Plan, seat: string): number[] {
  const rows = new Set(
    plan.rows.flatMap(({ label }, index) => (seat.startsWith(plainly(label)) ? [index] : [])),
  )
  const named: number[] = []
  for (let seatId = 0; seatId < plan.count; seatId += 1) {
    if (rows.has(plan.row[seatId] ?? 0) && plainly(seatLabel(plan, seatId as never)) === seat)
      named.push(seatId)
  }
  return named
}

function plainly(label: string): string {
  return label.toUpperCase().replace(/\s/g, '')
}

/** No more than are shown, plus one that says there are more: a short word occurs in half of all names. */
function ofCustomers(store: Store, customers: readonly Row<'customer'>[]): Row<'booking'>[] {
  const found: Row<'booking'>[] = []
  for (const { customerId } of customers) {
    if (found.length > FOUND_MAX) break
    found.push(...store.select(query.bookingsOfCustomer, customerId, FOUND_MAX + 1))
  }
  return found
}

export function customersWith(
  store: Store,
  { words, phone }: { readonly words: string | null; readonly phone: string | null },
): Row<'customer'>[] {
  if (words === null) return []
  return newestCustomers(store, CUSTOMERS_SEEN).filter((customer) => {
    const isNamed = soughtText(`${customer.name}\n${customer.email}`).includes(words)
    return isNamed || (phone !== null && customer.phone.replace(/\D/g, '').includes(phone))
  })
}

/** Leaves out customers whose creation was undone. */
export function newestCustomers(store: Store, limit: number): Row<'customer'>[] {
  return store.select(query.newestCustomers, limit).filter(({ withdrawn }) => !withdrawn)
}
