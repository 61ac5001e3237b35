import type { HouseAlarm, News } from '../../shared/contract/topics.ts'
import { isOfAlert } from '../../shared/domain/alert-events.ts'
import type { JournalEntry } from '../store/journal.ts'
import { standingAlerts } from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import { alertTold } from './alert-views.ts'
import type { Backups } from './ports.ts'

type Listener = (news: News) => void

/**
 * Tells screens the state of the house: whether its books add up [I43], whether it has a backup [I44], and what the office should
 * look at [K3].
 */
export class HouseNews {
  readonly #store: Store
  readonly #backups: Backups | null
  readonly #listeners = new Set<Listener>()
  #alarm: HouseAlarm | null = null

  constructor(store: Store, backups: Backups | null) {
    this.#store = store
    this.#backups = backups
    backups?.watch(() => this.publishAnew())
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    listener(this.#news())
    return () => this.#listeners.delete(listener)
  }

  /** Tells every screen, now and when it subscribes later. */
  sound(alarm: HouseAlarm | null): void {
    this.#alarm = alarm
    this.publishAnew()
  }

  publish(entries: readonly JournalEntry[]): void {
    if (entries.some(({ event }) => isOfAlert(event))) this.publishAnew()
  }

  publishAnew(): void {
    if (this.#listeners.size === 0) return
    const news = this.#news()
    for (const listener of this.#listeners) listener(news)
  }

  #news(): News {
    const alerts = this.#store.select(standingAlerts).map(alertTold)
    const backup = this.#backups?.state().trouble?.kind ?? null
    return { kind: 'house', alarm: this.#alarm, alerts, backup }
  }
}
