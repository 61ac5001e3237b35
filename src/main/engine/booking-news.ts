// Tells screens which bookings changed: all changes for the office's table [A1], and terminal answers for the desk that waits for
// them [P6]. Owns who listens; must never say what happened: that is read from the booking, and only by those who may see it. A
// sale that nobody watches costs nothing.

import type { BookingId } from '../../shared/domain/ids.ts'
import { isTerminalMode } from '../../shared/domain/tender.ts'
import type { News } from '../../shared/contract/topics.ts'
import type { JournalEntry } from '../store/journal.ts'

type Listener = (news: News) => void
type ConcernedBy = (event: JournalEntry['event']) => readonly BookingId[]

export class BookingNews {
  readonly #kind: 'bookings' | 'payments'
  readonly #concernedBy: ConcernedBy
  readonly #listeners = new Set<Listener>()

  constructor(kind: 'bookings' | 'payments', concernedBy: ConcernedBy) {
    this.#kind = kind
    this.#concernedBy = concernedBy
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    listener({ kind: this.#kind, bookingIds: [] })
    return () => this.#listeners.delete(listener)
  }

  publish(entries: readonly JournalEntry[]): void {
    if (this.#listeners.size === 0) return
    const concerned = new Set(entries.flatMap(({ event }) => this.#concernedBy(event)))
    if (concerned.size > 0) this.#tell([...concerned])
  }

  /** Memory was dropped, so it is unknown what happened meanwhile: every listener has to look for itself. */
  publishAnew(): void {
    this.#tell([])
  }

  #tell(bookingIds: readonly BookingId[]): void {
    for (const listener of this.#listeners) listener({ kind: this.#kind, bookingIds })
  }
}

export const changedIn: ConcernedBy = (event) => ('bookingId' in event ? [event.bookingId] : [])

/** Only payments by terminal: cash is confirmed by the clerk who takes it. */
export const answeredIn: ConcernedBy = (event) => {
  const { type } = event
  if (type === 'payment-failed' || type === 'payment-late') return [event.bookingId]
  if (type !== 'payment-taken' && type !== 'booking-confirmed') return []
  return event.payment && isTerminalMode(event.payment.mode) ? [event.bookingId] : []
}
