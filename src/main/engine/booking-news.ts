// Tells screens which bookings something happened to: for the office's table of them [A1], and whose payment a terminal has answered [P6].
// Owns who listens; must never say what happened, which is the booking's, and whose that is. A sale that nobody looks at costs nothing.

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

  /** Memory was given up: nobody knows what happened meanwhile, and whoever listens looks for itself. */
  publishAnew(): void {
    this.#tell([])
  }

  #tell(bookingIds: readonly BookingId[]): void {
    for (const listener of this.#listeners) listener({ kind: this.#kind, bookingIds })
  }
}

export const changedIn: ConcernedBy = (event) => ('bookingId' in event ? [event.bookingId] : [])

/** Cash is answered by whoever takes it. */
export const answeredIn: ConcernedBy = (event) => {
  const { type } = event
  if (type === 'payment-failed' || type === 'payment-late') return [event.bookingId]
  if (type !== 'payment-taken' && type !== 'booking-confirmed') return []
  return event.payment && isTerminalMode(event.payment.mode) ? [event.bookingId] : []
}
