import type { News } from '../../shared/contract/topics.ts'
import type { ChangeId } from '../../shared/domain/ids.ts'
import type { JournalEntry } from '../store/journal.ts'

type Listener = (news: News) => void

/** [A2] Tells screens how far the newest change to many rows has come; anything else they ask for. */
export class ChangeNews {
  readonly #listeners = new Set<Listener>()
  readonly #parts = new Map<ChangeId, number>()
  #newest: Extract<News, { kind: 'changes' }>['newest'] = null

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    listener({ kind: 'changes', newest: this.#newest })
    return () => this.#listeners.delete(listener)
  }

  publish(entries: readonly JournalEntry[]): void {
    for (const { event } of entries) {
      if (event.type === 'change-planned') this.#parts.set(event.changeId, event.parts)
      if (event.type === 'change-advanced') this.#advance(event.changeId, event.part + 1, event.isLast)
    }
  }

  #advance(changeId: ChangeId, done: number, isLast: boolean): void {
    // A change planned before this start has an unknown number of parts until its last one.
    const parts = isLast ? done : (this.#parts.get(changeId) ?? done + 1)
    if (isLast) this.#parts.delete(changeId)
    this.#newest = { changeId, done, parts }
    for (const listener of this.#listeners) listener({ kind: 'changes', newest: this.#newest })
  }
}
