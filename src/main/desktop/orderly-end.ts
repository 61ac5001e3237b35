// The end of the desktop app, whoever wants it: the menu, a closed window, a signal, the system. Owns the order (answers first, then the
// house, then the process) and how long answers are waited for; must never leave before what is recorded is on the disk.

import { SECOND_MS } from '../../shared/lib/time.ts'

/** A sale is answered in milliseconds, a hub at the other end of a bad cable in seconds; a system that shuts down gives five. */
const PATIENCE_MS = 3 * SECOND_MS

export interface EndParts {
  /** Nothing is asked that has no answer: then nobody is held back, since macOS takes that for a no to its shutdown. */
  readonly isSettled: () => boolean
  /** Once that is so. */
  readonly settled: () => Promise<void>
  readonly wait: (ms: number) => Promise<void>
  /** Closes the house: what it was given it records first. */
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

  /** Electron's `before-quit`: put off until every answer is there, and then asked for anew. */
  begin(event: { preventDefault: () => void }): void {
    if (this.#state === 'open' && this.#parts.isSettled()) this.#state = 'settled'
    if (this.#state === 'settled') return
    event.preventDefault()
    if (this.#state === 'open') void this.#settle()
    this.#state = 'waiting'
  }

  /** The last moment there is: `will-quit`, or a session of the system that ends now. */
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
