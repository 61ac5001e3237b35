import { isShiftEvent } from '../../shared/domain/shift-events.ts'
import type { News } from '../../shared/contract/topics.ts'
import type { JournalEntry } from '../store/journal.ts'

type Listener = (news: News) => void

/** [A5] Tells screens that a drawer was opened, counted or closed, or that cash went in or out: how it stands now, they ask. */
export class ShiftNews {
  readonly #listeners = new Set<Listener>()

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    listener({ kind: 'shifts' })
    return () => this.#listeners.delete(listener)
  }

  publish(entries: readonly JournalEntry[]): void {
    if (entries.some(({ event }) => isShiftEvent(event))) this.publishAnew()
  }

  publishAnew(): void {
    for (const listener of this.#listeners) listener({ kind: 'shifts' })
  }
}
