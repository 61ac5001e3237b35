import type { News } from '../../shared/contract/topics.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { JournalEntry } from '../store/journal.ts'

type Listener = (news: News) => void

/** [A7] Tells every screen that people are not what they were: who is in at its desk, and as what, it asks. It says nothing of them itself. */
export class WhoNews {
  readonly #listeners = new Set<Listener>()

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  publish(entries: readonly JournalEntry[]): void {
    if (entries.some(({ event }) => changesPeople(event))) this.publishAnew()
  }

  publishAnew(): void {
    for (const listener of this.#listeners) listener({ kind: 'who' })
  }
}

function changesPeople(event: HouseEvent): boolean {
  return event.type === 'pin-set' || (event.type === 'entry-saved' && event.entry.kind === 'staff')
}
