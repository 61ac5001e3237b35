import type { HouseEvent } from '../../shared/domain/events.ts'
import type { SeatId, ShowId } from '../../shared/domain/ids.ts'
import { blocksOfShow } from '../store/queries.ts'
import type { Store } from '../store/store.ts'

/** [A2] Seats that were taken off sale, and why. Cached, because every hold asks. */
export class Blocks {
  readonly #store: Store
  readonly #ofShows = new Map<ShowId, ReadonlyMap<SeatId, string>>()

  constructor(store: Store) {
    this.#store = store
  }

  in(showId: ShowId): ReadonlyMap<SeatId, string> {
    const ready = this.#ofShows.get(showId)
    if (ready) return ready
    const rows = this.#store.select(blocksOfShow, showId)
    const blocked = new Map(rows.map(({ seatId, reason }) => [seatId, reason]))
    this.#ofShows.set(showId, blocked)
    return blocked
  }

  follow(event: HouseEvent): void {
    if (event.type === 'seats-blocked' || event.type === 'seats-unblocked') this.#ofShows.delete(event.showId)
  }

  forget(): void {
    this.#ofShows.clear()
  }
}

export function whyOffSale(blocked: ReadonlyMap<SeatId, string>, seatId: SeatId): { blockedFor?: string } {
  const blockedFor = blocked.get(seatId)
  return blockedFor === undefined ? {} : { blockedFor }
}
