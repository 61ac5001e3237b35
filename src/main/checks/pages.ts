// The house's rows, a page at a time, in one walk over each table. Owns the joining of a booking's rows, and of a journal row's
// transfers; must never hold more than a page.

import { claimsOnSeat, journalAfter } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import { type BookingRows, paymentsIn } from './check.ts'

/** Long enough that a page costs nothing compared with its rows, short enough for any memory. */
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
  let page: BookingRows[] = []
  for (const booking of store.each('booking')) {
    const { lines, returned } = booking
    const live = claimsOf(store, booking)
    page.push({ booking, lines, returned: returned ?? [], payments: paymentsIn(booking), live })
    if (page.length < PAGE_ROWS) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

function claimsOf(store: Store, { bookingId, showId, lines }: Row<'booking'>): Row<'claim'>[] {
  const seats = new Set(lines.map(({ seatId }) => seatId))
  return [...seats].flatMap((seatId) =>
    store.select(claimsOnSeat, showId, seatId).filter((claim) => claim.bookingId === bookingId),
  )
}

/** The transfers, walked in step with the journal. */
export class Books {
  readonly #rows: Iterator<Row<'transfer'>>
  #next: IteratorResult<Row<'transfer'>>

  constructor(store: Store) {
    this.#rows = store.each('transfer')[Symbol.iterator]()
    this.#next = this.#rows.next()
  }

  /** Must be called in the order of the journal: the transfers up to this row that were not taken yet. */
  upTo(sequence: number): Row<'transfer'>[] {
    const taken: Row<'transfer'>[] = []
    while (!this.#next.done && this.#next.value.sequence <= sequence) {
      taken.push(this.#next.value)
      this.#next = this.#rows.next()
    }
    return taken
  }

  close(): void {
    this.#rows.return?.()
  }
}
