import type { SeatId, ShowId } from '../../shared/domain/ids.ts'

const noSeats: ReadonlySet<SeatId> = new Set()

/** Seats that the running commit held or freed, by show. */
export class TouchedSeats {
  #ofShows = new Map<ShowId, Set<SeatId>>()

  of(showId: ShowId): ReadonlySet<SeatId> {
    return this.#ofShows.get(showId) ?? noSeats
  }

  touch(showId: ShowId, seatIds: readonly SeatId[]): void {
    const touched = this.#ofShows.get(showId) ?? new Set()
    for (const seatId of seatIds) touched.add(seatId)
    this.#ofShows.set(showId, touched)
  }

  forget(): void {
    this.#ofShows = new Map()
  }
}
