// Tells each kiosk what it waits for, and what has just been held for it [H15]. Owns who listens; must never be called before the commit.

import type { CartId, KioskId, ShowId } from '../../shared/domain/ids.ts'
import type { News } from '../../shared/contract/topics.ts'
import type { JournalEntry } from '../store/journal.ts'
import { waitingAtKiosk } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import type { Reader } from './reader.ts'

type StandbyTold = Extract<News, { kind: 'standby' }>
type Listener = (news: News) => void

export class StandbyNews {
  readonly #store: Store
  readonly #reader: Reader
  readonly #ofKiosk = new Map<KioskId, Set<Listener>>()

  constructor(store: Store, reader: Reader) {
    this.#store = store
    this.#reader = reader
  }

  subscribe(kioskId: KioskId, listener: Listener): () => void {
    const listeners = this.#ofKiosk.get(kioskId) ?? new Set()
    this.#ofKiosk.set(kioskId, listeners.add(listener))
    listener(this.#news(kioskId, []))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#ofKiosk.delete(kioskId)
    }
  }

  publish(entries: readonly JournalEntry[]): void {
    const concerned = entries.filter(
      ({ event: { type } }) =>
        type === 'standby-joined' || type === 'standby-left' || type === 'standby-served',
    )
    if (concerned.length > 0) this.#tell(concerned)
  }

  /** Memory was dropped: tells everybody. */
  publishAnew(): void {
    this.#tell([])
  }

  #tell(concerned: readonly JournalEntry[]): void {
    for (const [kioskId, listeners] of this.#ofKiosk) {
      const news = this.#news(kioskId, servedAt(kioskId, concerned))
      for (const listener of listeners) listener(news)
    }
  }

  #news(kioskId: KioskId, served: StandbyTold['served']): StandbyTold {
    const waiting = this.#store.select(waitingAtKiosk, kioskId).map((wait) => this.#told(wait))
    return { kind: 'standby', waiting, served }
  }

  #told({ showId, cartId, count, seatIds }: Row<'standby'>): StandbyTold['waiting'][number] {
    const queue = this.#reader.read({ waiting: showId }).waiting
    const ahead = queue.findIndex((one) => one.cartId === cartId)
    const labels = this.#reader.seatsOf(showId, seatIds ?? [], () => null).map(({ label }) => label)
    return { showId, cartId, count, labels, ahead }
  }
}

function servedAt(kioskId: KioskId, entries: readonly JournalEntry[]): StandbyTold['served'] {
  return entries.flatMap(({ event }) =>
    event.type === 'standby-served' && event.kioskId === kioskId
      ? [told(event.showId, event.cartId, event.heldAs)]
      : [],
  )
}

function told(showId: ShowId, cartId: CartId, bookingId: StandbyTold['served'][number]['bookingId']) {
  return { showId, cartId, bookingId }
}
