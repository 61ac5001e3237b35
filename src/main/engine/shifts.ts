// The shifts of the drawers [A5]: the newest of each kiosk, cached because every sale asks for it; what a drawer contains by the
// books; the figures of a shift, read from the journal. Must never write, nor keep what a commit may still undo.

import { bookingAt } from './kept-answers.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { BookingId, KioskId, PaymentId, StaffId } from '../../shared/domain/ids.ts'
import { isShiftEvent } from '../../shared/domain/shift-events.ts'
import type { Balance, FoundShift } from '../../shared/domain/shift.ts'
import { type ShiftReport, ShiftTally, type ToldRow } from '../../shared/domain/shift-report.ts'
import type { Currency } from '../../shared/lib/money.ts'
import type { Readings } from '../../shared/domain/asks.ts'
import type { ListingSort } from '../../shared/domain/catalogue.ts'
import { SHOW_HOURS, type ShowOn } from '../../shared/domain/updates.ts'
import { openShifts, showsBeginningBetween } from '../store/office-queries.ts'
import { allVenues, journalAfter, shiftsOfKiosk, transfersAfter } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'

/** Rows read at a time: a long shift's journal is never in memory as a whole. */
const PAGE_ROWS = 1000

export class Shifts {
  readonly #store: Store
  readonly #newest = new Map<KioskId, Row<'shift'> | null>()

  constructor(store: Store) {
    this.#store = store
  }

  forget(): void {
    this.#newest.clear()
  }

  /** Applies what was recorded, inside the commit that records it. */
  follow(event: HouseEvent): void {
    if (isShiftEvent(event)) this.#newest.delete(event.kioskId)
  }

  newestOf(kioskId: KioskId): Row<'shift'> | null {
    const ready = this.#newest.get(kioskId)
    if (ready !== undefined) return ready
    const row = this.#store.select(shiftsOfKiosk, kioskId, Number.MAX_SAFE_INTEGER, 1)[0] ?? null
    this.#newest.set(kioskId, row)
    return row
  }

  /**
   * What is in the drawer by the books: the floats of the open shift and every movement since it was opened; if it is closed,
   * every movement since the close.
   */
  balances(kioskId: KioskId): readonly Balance[] {
    const shift = this.newestOf(kioskId)
    const sums = new Map<Currency, number>()
    const add = (currency: Currency, amountMinor: number) =>
      sums.set(currency, (sums.get(currency) ?? 0) + amountMinor)
    if (shift?.closedSequence === null)
      for (const { currency, amountMinor } of shift.floats) add(currency, amountMinor)
    const drawer = `drawer:${kioskId}`
    for (const { debit, credit, amountMinor, currency } of this.#transfersAfter(
      shift?.closedSequence ?? shift?.openedSequence ?? 0,
    )) {
      if (currency === null) continue
      if (debit === drawer) add(currency, amountMinor)
      if (credit === drawer) add(currency, -amountMinor)
    }
    return [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }))
  }

  /** The report of the open shift; null if none is open. */
  reportOf(kioskId: KioskId): ShiftReport | null {
    const shift = this.newestOf(kioskId)
    if (!shift || shift.state === 'closed') return null
    const [first, ...others] = this.#store.select(allVenues)
    // A drawer belongs to no one venue of several: its report then bears the desk's name alone.
    const venue = others.length > 0 ? '' : (first?.name ?? '')
    const zone = first?.zone ?? 'UTC'
    const { floats, openedBy } = shift
    const tally = new ShiftTally({ floats, openedBy, venue, zone })
    const nameOf = (staffId: StaffId) => this.#store.get('staff', staffId)?.name ?? ''
    for (const row of this.rowsOf(shift)) tally.follow(row, nameOf)
    return tally.report
  }

  /** What happened in a shift, row by row, up to its close or to now. */
  *rowsOf(shift: Row<'shift'>): Generator<ToldRow & { readonly row: Row<'journal'> }> {
    const origins = new Origins(this.#store)
    for (const row of this.#journalAfter(shift.openedSequence)) {
      if (row.sequence === shift.closedSequence) return
      const told = origins.told(row)
      if (told.kioskId === shift.kioskId) yield { ...told, row }
    }
  }

  *#transfersAfter(sequence: number): Generator<Row<'transfer'>> {
    // A page may end in the middle of one row's transfers: those of its last row are left to the next page, which has them all.
    for (let after = sequence; ; ) {
      const page = this.#store.select(transfersAfter, after, PAGE_ROWS)
      const last = page.at(-1)
      if (!last) return
      const isLast = page.length < PAGE_ROWS
      const whole = isLast ? page : page.filter((one) => one.sequence < last.sequence)
      yield* whole
      if (isLast) return
      after = whole.at(-1)?.sequence ?? last.sequence
    }
  }

  *#journalAfter(sequence: number): Generator<Row<'journal'>> {
    for (let after = sequence; ; ) {
      const page = this.#store.select(journalAfter, after, PAGE_ROWS)
      yield* page
      const last = page.at(-1)
      if (!last || page.length < PAGE_ROWS) return
      after = last.sequence
    }
  }
}

export function foundShift(row: Row<'shift'> | null): FoundShift | null {
  if (!row) return null
  const { kioskId, number, state, counts } = row
  return { kioskId, number, state, counts }
}

interface Doer {
  readonly kioskId: KioskId
  readonly staffId: StaffId
}

/**
 * Who did what a row records. A terminal's answer is recorded by the house; it counts for whoever asked the terminal, or else for
 * whoever made the booking. A shift's own events name their drawer: a manager may have used another desk.
 */
class Origins {
  readonly #store: Store
  readonly #asked = new Map<PaymentId, Doer>()
  readonly #held = new Map<BookingId, NonNullable<ToldRow['sold']>>()

  constructor(store: Store) {
    this.#store = store
  }

  told(row: Row<'journal'>): ToldRow & { readonly row: Row<'journal'> } {
    const event = JSON.parse(row.body) as HouseEvent
    if (event.type === 'seats-held' || event.type === 'tickets-chosen') this.#held.set(event.bookingId, event)
    if (event.type === 'payment-begun')
      this.#asked.set(event.payment.paymentId, { kioskId: row.kioskId, staffId: row.staffId })
    const { kioskId, staffId } = this.#doerOf(row, event)
    return {
      event,
      kioskId,
      staffId,
      hadTickets: this.#hadTickets(event),
      sold: this.#soldBy(row, event),
      row,
    }
  }

  /** A part-paid hold that is given back has no tickets, yet is refunded as a sale is. */
  #hadTickets(event: HouseEvent): boolean {
    if (event.type !== 'booking-cancelled') return false
    return typeof this.#store.get('booking', event.bookingId)?.confirmedAtMs === 'number'
  }

  #doerOf(row: Row<'journal'>, event: HouseEvent): Doer {
    if (isShiftEvent(event)) return event
    if (row.kioskId !== HOUSE || !('bookingId' in event)) return row
    const asked = 'payment' in event && event.payment ? this.#asked.get(event.payment.paymentId) : undefined
    return asked ?? this.#store.get('booking', event.bookingId) ?? row
  }

  /** From its hold if that was in this shift; otherwise folded from its own events. */
  #soldBy(row: Row<'journal'>, event: HouseEvent): ToldRow['sold'] {
    if (event.type !== 'booking-confirmed') return null
    return this.#held.get(event.bookingId) ?? bookingAt(this.#store, { atSequence: row.sequence })
  }
}

const HOUSE = 'house' as KioskId

/** What is in use in the house just now, besides carts. */
export function atRestOf(store: Store, nowMs: number): Readings['atRest']['answer'] {
  const shifts = store.select(openShifts).flatMap((row) => foundShift(row) ?? [])
  return { openShifts: shifts, showOn: showOnAt(store, nowMs) }
}

/** Rooms and packages do not count as a show that is on: their nights begin every day, and guests do not all come at once. */
const stays: ReadonlySet<ListingSort> = new Set<ListingSort>(['hotel', 'package'])

function showOnAt(store: Store, nowMs: number): ShowOn | null {
  const { beforeMs, afterMs } = SHOW_HOURS
  // Shows that begin within the next hour, or began within the last half hour.
  for (const show of store.select(showsBeginningBetween, nowMs - afterMs, nowMs + beforeMs)) {
    const listing = store.get('listing', show.listingId)
    if (show.active && !show.withdrawn && listing && !stays.has(listing.sort))
      return { title: listing.title, startsAtMs: show.startsAtMs }
  }
  return null
}
