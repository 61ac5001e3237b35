// Fades for seats that others changed, from the old look to the new. Owns when each began.
// Must never decide what a seat is: the new look is already drawn, the old one only fades out above it.

import type { SeatId } from '../../shared/domain/ids.ts'

/** LOOK.md: changes of seats take 180 ms. */
const FADE_MS = 180
/** At most so many seats fade at once: beyond that the whole house changes, which no one follows seat by seat. */
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

  /** A change by this seller ends a fade at once. */
  stop(seatId: SeatId): void {
    this.#fades.delete(seatId)
  }

  clear(): void {
    this.#fades.clear()
  }

  /** The remaining strength of each old look, from 1 down to 0 (ease-out); a fade is reported once more at 0, then forgotten. */
  tick(nowMs: number): { readonly fade: Fade; readonly strength: number }[] {
    return [...this.#fades.values()].map((fade) => {
      const left = Math.min(1, Math.max(0, 1 - (nowMs - fade.startedAtMs) / FADE_MS))
      if (left === 0) this.#fades.delete(fade.seatId)
      return { fade, strength: left * left }
    })
  }
}
