import type { News } from '../../shared/contract/topics.ts'
import type { JournalEntry } from '../store/journal.ts'
import { failedMessages } from '../store/queries.ts'
import type { Store } from '../store/store.ts'

type Listener = (news: News) => void

/** Counted up to this many; beyond it the screens only say "many". */
const COUNT_MAX = 100

/** [T2] Tells screens that messages changed, and how many were given up; anything else they ask for. */
export class MessageNews {
  readonly #store: Store
  readonly #listeners = new Set<Listener>()

  constructor(store: Store) {
    this.#store = store
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    listener(this.#news())
    return () => this.#listeners.delete(listener)
  }

  publish(entries: readonly JournalEntry[]): void {
    if (this.#listeners.size > 0 && entries.some(({ row }) => row.kind.startsWith('message-')))
      this.publishAnew()
  }

  publishAnew(): void {
    if (this.#listeners.size === 0) return
    const news = this.#news()
    for (const listener of this.#listeners) listener(news)
  }

  #news(): News {
    return { kind: 'messages', failed: this.#store.select(failedMessages, COUNT_MAX).length }
  }
}
