// The pending bookings: held or reserved, and not yet paid, ended or given back. Kept in memory as their events made them,
// because every step of a sale asks for one. Owns that picture; must never outlive a change that it was not told of (`forget`).

import type { HoldFilter } from '../../shared/domain/asks.ts'
import { type Booking, evolveBooking, holdEndMs, payEndMs } from '../../shared/domain/booking.ts'
import type { BookingEvent } from '../../shared/domain/events.ts'
import type { BookingId, CartId } from '../../shared/domain/ids.ts'
import { PassingMap } from '../../shared/lib/passing-map.ts'
import { pendingBookings } from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import { bookingOf } from './booking-rows.ts'

export class PendingBookings {
  readonly #store: Store
  /** Null: not read yet, or forgotten. */
  #read: PassingMap<BookingId, Booking> | null = null
  /** It was read inside the running commit, so it may contain what will be undone. */
  #isUnsettled = false
  /** Each booking as it was before the running commit changed it. */
  #before = new Map<BookingId, Booking | null>()
  #byCart = new PassingMap<CartId, BookingId>()

  constructor(store: Store) {
    this.#store = store
  }

  get(bookingId: BookingId): Booking | null {
    return this.#bookings.get(bookingId) ?? null
  }

  /** Until when a pending booking can still be paid; null if it is not pending. */
  payEndMs(bookingId: BookingId): number | null {
    const booking = this.get(bookingId)
    return booking && payEndMs(booking)
  }

  /** [H9] A cart has at most one. */
  ofCart(cartId: CartId): Booking | null {
    const bookings = this.#bookings
    const bookingId = this.#byCart.get(cartId)
    return bookingId === undefined ? null : (bookings.get(bookingId) ?? null)
  }

  /** [H12] In the order they were made. */
  matching({ showId, kioskId, staffId, heldBeforeMs }: HoldFilter): readonly Booking[] {
    const fits = (booking: Booking) =>
      (showId === undefined || booking.showId === showId) &&
      (kioskId === undefined || booking.kioskId === kioskId) &&
      (staffId === undefined || booking.staffId === staffId) &&
      (heldBeforeMs === undefined || booking.reservedAtMs < heldBeforeMs)
    const found = [...this.#bookings.values()].filter(fits)
    return found.toSorted((a, b) => (a.bookingId < b.bookingId ? -1 : 1))
  }

  /** [H7] Bookings whose end is reached but not recorded, soonest first, at most `limit`. */
  due(nowMs: number, limit: number): readonly Booking[] {
    const due = [...this.#bookings.values()].filter((booking) => nextEndMs(booking) <= nowMs)
    return due.toSorted((a, b) => nextEndMs(a) - nextEndMs(b)).slice(0, limit)
  }

  /** When the next of them ends; infinite if none does. */
  nextEndMs(): number {
    let next = Number.POSITIVE_INFINITY
    for (const booking of this.#bookings.values()) next = Math.min(next, nextEndMs(booking))
    return next
  }

  /** Applies what was recorded, inside the commit that records it. */
  follow(event: BookingEvent, atMs: number): void {
    const bookings = this.#bookings
    const before = bookings.get(event.bookingId) ?? null
    if (before === null && event.type !== 'seats-held') return
    if (!this.#before.has(event.bookingId)) this.#before.set(event.bookingId, before)
    this.#keep(bookings, evolveBooking(before, event, atMs))
  }

  /** The commit succeeded. */
  settle(): void {
    this.#isUnsettled = false
    this.#before = new Map()
  }

  /** The running commit was undone: restores what it changed. */
  undo(): void {
    const bookings = this.#read
    if (this.#isUnsettled || !bookings) return this.forget()
    for (const [bookingId, before] of this.#before) {
      const now = bookings.get(bookingId)
      if (now) this.#drop(bookings, now)
      if (before) this.#keep(bookings, before)
    }
    this.#before = new Map()
  }

  /** A part was undone, or another process wrote: read again when next asked. */
  forget(): void {
    this.#read = null
    this.#byCart = new PassingMap()
    this.#before = new Map()
  }

  get #bookings(): PassingMap<BookingId, Booking> {
    if (this.#read) return this.#read
    const read = new PassingMap<BookingId, Booking>()
    for (const row of this.#store.select(pendingBookings)) this.#keep(read, bookingOf(this.#store, row))
    this.#read = read
    this.#isUnsettled = true
    return read
  }

  #keep(bookings: PassingMap<BookingId, Booking>, booking: Booking): void {
    const { bookingId, cartId, state } = booking
    if (state !== 'reserved') return this.#drop(bookings, booking)
    bookings.set(bookingId, booking)
    this.#byCart.set(cartId, bookingId)
  }

  #drop(bookings: PassingMap<BookingId, Booking>, { bookingId, cartId }: Booking): void {
    bookings.delete(bookingId)
    if (this.#byCart.get(cartId) === bookingId) this.#byCart.delete(cartId)
  }
}

/** First the end of the hold; once that is recorded, the end of its grace. */
function nextEndMs(booking: Booking): number {
  return booking.lapsedAtMs === null ? holdEndMs(booking) : payEndMs(booking)
}
