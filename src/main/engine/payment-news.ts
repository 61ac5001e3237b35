// Tells screens whose payments a terminal has answered [P6]: who waits at a desk asks at once, and late money is heard of. Owns who
// listens; must never say what the answer was, which is the booking's, and whose that is.

import type { BookingId } from '../../shared/domain/ids.ts'
import { isTerminalMode } from '../../shared/domain/tender.ts'
import type { News } from '../../shared/contract/topics.ts'
import type { JournalEntry } from '../store/journal.ts'

type Listener = (news: News) => void

export class PaymentNews {
  readonly #listeners = new Set<Listener>()

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    listener(news([]))
    return () => this.#listeners.delete(listener)
  }

  publish(entries: readonly JournalEntry[]): void {
    if (this.#listeners.size === 0) return
    const answered = new Set(entries.flatMap(({ event }) => answeredIn(event)))
    if (answered.size > 0) this.#tell([...answered])
  }

  /** Memory was given up: whoever waits looks for itself. */
  publishAnew(): void {
    this.#tell([])
  }

  #tell(bookingIds: readonly BookingId[]): void {
    for (const listener of this.#listeners) listener(news(bookingIds))
  }
}

function news(bookingIds: readonly BookingId[]): News {
  return { kind: 'payments', bookingIds }
}

/** Cash is answered by whoever takes it. */
function answeredIn(event: JournalEntry['event']): readonly BookingId[] {
  const { type } = event
  if (type === 'payment-failed' || type === 'payment-late') return [event.bookingId]
  if (type !== 'payment-taken' && type !== 'booking-confirmed') return []
  return event.payment && isTerminalMode(event.payment.mode) ? [event.bookingId] : []
}
