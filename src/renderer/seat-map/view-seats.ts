// What each seat looks like to this seller, and which looks have changed since they were drawn.
// Owns the look codes; must never draw them, nor ask anyone for a state.

import type { SeatId } from '../../shared/domain/ids.ts'
import { Fades } from './fades.ts'
import { lookCodeOf, type SeatFacts } from './seat-look.ts'

/** If more seats than this have changed, repainting everything is cheaper than finding them one by one. */
const MOST_DIRTY = 2000

const nobody: ReadonlySet<SeatId> = new Set()

export class ViewSeats {
  readonly looks: Uint8Array
  readonly fades = new Fades()
  readonly #dirty = new Set<SeatId>()
  #facts: SeatFacts

  constructor(count: number) {
    this.looks = new Uint8Array(count)
    this.#facts = { states: new Uint8Array(count), mine: nobody, asking: nobody }
  }

  /** A whole new snapshot; nothing fades. */
  setStates(states: Uint8Array): void {
    this.#facts = { ...this.#facts, states }
    for (let seat = 0; seat < this.looks.length; seat += 1) this.#look(seat as SeatId)
    this.fades.clear()
  }

  /** Seats whose states the owner has changed in place. `startedAtMs` lets them fade; null does not. */
  change(seatIds: readonly SeatId[], startedAtMs: number | null): void {
    for (const seatId of seatIds) {
      const fromLook = this.looks[seatId] ?? 0
      const isChanged = this.#look(seatId)
      if (isChanged && startedAtMs !== null) this.fades.start({ seatId, fromLook, startedAtMs })
    }
  }

  /** Which seats are searched for; null for all. Nothing fades: the seller asked for this change. */
  setBright(isBright: ((seatId: SeatId) => boolean) | null): void {
    this.#facts = { ...this.#facts, isBright }
    for (let seat = 0; seat < this.looks.length; seat += 1) this.#look(seat as SeatId)
  }

  setMine(mine: ReadonlySet<SeatId>, asking: ReadonlySet<SeatId>, aside = nobody): void {
    const before = this.#facts
    this.#facts = { ...before, mine, asking, aside }
    for (const seats of [before.mine, before.asking, before.aside ?? nobody, mine, asking, aside]) {
      for (const seatId of seats) if (this.#look(seatId)) this.fades.stop(seatId)
    }
  }

  /** Returns the seats to be redrawn and clears the list. */
  takeDirty(): ReadonlySet<SeatId> | 'all' {
    const taken = this.#dirty.size > MOST_DIRTY ? 'all' : new Set(this.#dirty)
    this.#dirty.clear()
    return taken
  }

  #look(seatId: SeatId): boolean {
    const code = lookCodeOf(this.#facts, seatId)
    if (this.looks[seatId] === code) return false
    this.looks[seatId] = code
    if (this.#dirty.size <= MOST_DIRTY) this.#dirty.add(seatId)
    return true
  }
}
