// Seats that changed elsewhere, on their way from the old look to the new. Owns when each began.
// Must never decide what a seat is: the new look is already there, the old one only fades above it.

import type { SeatId } from '../../shared/domain/ids.ts'

/** LOOK.md: changes of seats take 180 ms. */
const FADE_MS = 180
/** Seats that fade at once at most: more is a change of the house, which no one follows seat by seat. */
const MOST_FADES = 64

export interface Fade {
  readonly seatId: SeatId
  readonly fromLook: number
  readonly startedAtMs: number
}

export class Fades {
  readonly #fades = new Map<SeatId, Fade>()

  get isIdle(): boolean {
    return this.#fades.size === 0
  }

  start(fade: Fade): void {
    if (this.#fades.size < MOST_FADES) this.#fades.set(fade.seatId, fade)
  }

  /** One's own change ends a fade at once. */
  stop(seatId: SeatId): void {
    this.#fades.delete(seatId)
  }

  clear(): void {
    this.#fades.clear()
  }

  /** What is left of each old look, from 1 down to 0 (ease-out); a fade is told once more at 0, then forgotten. */
  tick(nowMs: number): { readonly fade: Fade; readonly strength: number }[] {
    return [...this.#fades.values()].map((fade) => {
      const left = Math.min(1, Math.max(0, 1 - (nowMs - fade.startedAtMs) / FADE_MS))
      if (left === 0) this.#fades.delete(fade.seatId)
      return { fade, strength: left * left }
    })
  }
}
