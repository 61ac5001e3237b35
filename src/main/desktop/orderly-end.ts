// The end of the desktop app, whatever causes it: the menu, a closed window, a signal, the system. Owns the order (answers first, then
// the house, then the process) and how long answers are waited for; must never quit before everything recorded is on the disk.

import { SECOND_MS } from '../../shared/lib/time.ts'

/** A sale is answered in milliseconds, a hub behind a bad cable in seconds; a system that shuts down gives five. */
const PATIENCE_MS = 3 * SECOND_MS

export interface EndParts {
  /** Nothing is unanswered: then quitting is not delayed, since macOS takes a delay for a refusal of its shutdown. */
  readonly isSettled: () => boolean
  /** Resolves once that is so. */
  readonly settled: () => Promise<void>
  readonly wait: (ms: number) => Promise<void>
  /** Closes the house, which first records what it was given. */
  readonly close: () => void
  readonly quit: () => void
}

export class OrderlyEnd {
  readonly #parts: EndParts
  #state: 'open' | 'waiting' | 'settled' = 'open'
  #isClosed = false

  constructor(parts: EndParts) {
    this.#parts = parts
  }

  /** Electron's `before-quit`: prevented until every answer is there, and then requested again. */
  begin(event: { preventDefault: () => void }): void {
    if (this.#state === 'open' && this.#parts.isSettled()) this.#state = 'settled'
    if (this.#state === 'settled') return
    event.preventDefault()
    if (this.#state === 'open') void this.#settle()
    this.#state = 'waiting'
  }

  /** The last chance: `will-quit`, or a session of the system that ends now. */
  finish(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#parts.close()
  }

  async #settle(): Promise<void> {
    const { settled, wait, quit } = this.#parts
    await Promise.race([settled(), wait(PATIENCE_MS)])
    this.#state = 'settled'
    quit()
  }
}
