import type { BookingId } from '../../shared/domain/ids.ts'
import type { News } from '../../shared/contract/topics.ts'
import type { JournalEntry } from '../store/journal.ts'

type Listener = (news: News) => void

/** [A1] Tells whoever has a table of them which bookings changed: what they are now, they ask. A sale that nobody looks at costs nothing. */
export class BookingNews {
  readonly #listeners = new Set<Listener>()

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    listener(news([]))
    return () => this.#listeners.delete(listener)
  }

  publish(entries: readonly JournalEntry[]): void {
    if (this.#listeners.size === 0) return
    const changed = new Set(entries.flatMap(({ event }) => ('bookingId' in event ? [event.bookingId] : [])))
    if (changed.size > 0) this.#tell([...changed])
  }

  /** Memory was given up: nobody knows what changed meanwhile. */
  publishAnew(): void {
    this.#tell([])
  }

  #tell(bookingIds: readonly BookingId[]): void {
    for (const listener of this.#listeners) listener(news(bookingIds))
  }
}

function news(bookingIds: readonly BookingId[]): News {
  return { kind: 'bookings', bookingIds }
}
