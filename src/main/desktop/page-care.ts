// A page that died, or does not answer. Owns that it is logged and reloaded (with its cart, which the house knows); must never reload
// without end a page that dies at once, except on a locked screen, where nobody else could.

import type { RenderProcessGoneDetails } from 'electron'
import { MINUTE_MS, SECOND_MS } from '../../shared/lib/time.ts'

/** Per minute. A page that dies of what it shows dies again at once; one that died of an accident does not. */
const DEATHS_MAX = 3
/** The slower pace on a locked screen: a customer waits this long, and a page that dies at once leaves the processor to the house. */
const SLOWER_MS = 10 * SECOND_MS

export interface PageCareParts {
  readonly log: { readonly error: (facts: object, text: string) => void }
  readonly elapsedMs: () => number
  readonly loadAgain: () => void
  readonly giveUp: () => void
  /** [A7] Nobody there could start the program again. */
  readonly isLocked: boolean
  readonly wait: (ms: number) => Promise<void>
}

export class PageCare {
  readonly #parts: PageCareParts
  #deaths: number[] = []

  constructor(parts: PageCareParts) {
    this.#parts = parts
  }

  gone({ reason, exitCode }: Pick<RenderProcessGoneDetails, 'reason' | 'exitCode'>): void {
    // The window was closed.
    if (reason === 'clean-exit') return
    const { log, elapsedMs, loadAgain } = this.#parts
    log.error({ reason, exitCode }, 'the page died')
    const nowMs = elapsedMs()
    this.#deaths = [...this.#deaths.filter((atMs) => nowMs - atMs < MINUTE_MS), nowMs]
    if (this.#deaths.length > DEATHS_MAX) this.#diesAtOnce()
    else loadAgain()
  }

  #diesAtOnce(): void {
    const { isLocked, wait, loadAgain, giveUp } = this.#parts
    if (isLocked) void wait(SLOWER_MS).then(loadAgain)
    else giveUp()
  }

  /** It may recover; a person who waits for it can close the window. */
  stuck(): void {
    this.#parts.log.error({}, 'the page does not answer')
  }
}
