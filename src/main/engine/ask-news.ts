import type { News } from '../../shared/contract/topics.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import { isShiftEvent } from '../../shared/domain/shift-events.ts'
import type { JournalEntry } from '../store/journal.ts'

type Listener = (news: News) => void
type Said = Extract<News, { kind: 'shifts' | 'who' }>

/** Tells screens only that something changed; they then ask how it stands now. */
export class AskNews {
  readonly #said: Said
  readonly #concerns: (event: HouseEvent) => boolean
  readonly #listeners = new Set<Listener>()

  constructor(said: Said, concerns: (event: HouseEvent) => boolean) {
    this.#said = said
    this.#concerns = concerns
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  publish(entries: readonly JournalEntry[]): void {
    if (entries.some(({ event }) => this.#concerns(event))) this.publishAnew()
  }

  publishAnew(): void {
    for (const listener of this.#listeners) listener(this.#said)
  }
}

/** [A5] A drawer was opened, counted or closed, or cash went in or out. */
export const shiftNews = () => new AskNews({ kind: 'shifts' }, isShiftEvent)

/** [A7] Staff changed: who may be signed in at a desk, and in which role. */
export const whoNews = () => new AskNews({ kind: 'who' }, changesPeople)

function changesPeople(event: HouseEvent): boolean {
  return event.type === 'pin-set' || (event.type === 'entry-saved' && event.entry.kind === 'staff')
}
