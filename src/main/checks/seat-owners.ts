import type { HouseEvent } from '../../shared/domain/events.ts'
import { type SeatChange, seatChanges } from '../../shared/domain/seat-changes.ts'
import type { ShowId } from '../../shared/domain/ids.ts'
import type { SeatsBefore } from './check.ts'

/** Seats of a show that room is made for at first; it grows to the highest seat that was ever sold. */
const SEATS_FIRST = 64

/** Who has which seat during a replay: four bytes per seat, the `sequence` of its booking, or 0 for nobody. */
export class SeatOwners {
  readonly #byShow = new Map<ShowId, Uint32Array>()

  /** Returns the event's seats as they were before it, then takes or frees them. `booking`: the sequence of the event's booking. */
  follow(event: HouseEvent, booking: number): readonly SeatsBefore[] {
    // A lapse is shown on screens, but the claim stands until its booking ends; and going on or off sale makes a seat nobody's.
    if (event.type === 'hold-lapsed' || !('bookingId' in event) || !('showId' in event)) return []
    return seatChanges(event).map((change) => this.#change(event.showId, change, booking))
  }

  #change(showId: ShowId, { state, seatIds }: SeatChange, booking: number): SeatsBefore {
    const seats = seatIds.map((seatId) => ({ seatId, owner: this.#ownerOf(showId, seatId) }))
    for (const { seatId, owner } of seats) {
      if (state !== 'available') this.#own(showId, seatId, booking)
      else if (owner === booking) this.#own(showId, seatId, 0)
    }
    return { state, seats }
  }

  #ownerOf(showId: ShowId, seatId: number): number {
    return this.#byShow.get(showId)?.[seatId] ?? 0
  }

  #own(showId: ShowId, seatId: number, owner: number): void {
    let seats = this.#byShow.get(showId) ?? new Uint32Array(SEATS_FIRST)
    if (seatId >= seats.length) {
      const wider = new Uint32Array(2 * (seatId + 1))
      wider.set(seats)
      seats = wider
    }
    seats[seatId] = owner
    this.#byShow.set(showId, seats)
  }
}
