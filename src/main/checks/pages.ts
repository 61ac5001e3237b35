// The house's rows, a page at a time, in one walk over each table. Owns how rows of a booking come together; must never hold
// more than a page.

import { journalAfter } from '../store/queries.ts'
import type { Row, Store, TableName } from '../store/store.ts'
import type { BookingRows } from './check.ts'

/** Long enough that a page costs nothing beside its rows, short enough for any memory. */
const PAGE_ROWS = 1000

export function* journalPages(store: Store): Generator<Row<'journal'>[]> {
  let after = 0
  for (;;) {
    const rows = store.select(journalAfter, after, PAGE_ROWS)
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.sequence
  }
}

export function* bookingPages(store: Store): Generator<BookingRows[]> {
  const claims = new OfBookings(store, 'claim')
  const payments = new OfBookings(store, 'payment')
  let page: BookingRows[] = []
  for (const booking of store.each('booking')) {
    const lines = claims.take(booking.bookingId).toSorted((a, b) => a.line - b.line)
    const live = lines.filter((line) => line.isLive)
    page.push({ booking, lines, live, payments: payments.take(booking.bookingId) })
    if (page.length < PAGE_ROWS) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

/** A table whose key begins with its booking, walked along with the bookings. */
class OfBookings<Name extends TableName & ('claim' | 'payment')> {
  readonly #rows: Iterator<Row<Name>>
  #next: IteratorResult<Row<Name>>

  constructor(store: Store, table: Name) {
    this.#rows = store.each(table)[Symbol.iterator]()
    this.#next = this.#rows.next()
  }

  /** Called in the order of bookings. Rows of none of them are passed over: foreign keys, and the fold, look at those. */
  take(bookingId: string): Row<Name>[] {
    const taken: Row<Name>[] = []
    while (!this.#next.done && this.#next.value.bookingId <= bookingId) {
      if (this.#next.value.bookingId === bookingId) taken.push(this.#next.value)
      this.#next = this.#rows.next()
    }
    return taken
  }
}
