// Papers that wait for a printer, kept so that they survive a restart [T2]. Owns what is written of one and how long it is kept;
// must never keep a paper that came out, nor stop one from being printed because it cannot be kept.

import { type PrintJob, type WaitingPaper, waitingPaper } from '../../shared/contract/print-operations.ts'
import { DAY_MS } from '../../shared/lib/time.ts'
import type { EngineParts, PaperShelf } from './ports.ts'

/**
 * Covers a weekend on which nobody comes. After that, customers' data should not lie around; the paper can be printed again from the sale.
 */
const KEPT_MS = 3 * DAY_MS

/** A job that only opens the drawer, which is useful at once or not at all. */
export function opensOnly({ papers, html }: PrintJob): boolean {
  return papers.length === 0 && html === null
}

const none: PaperShelf = { keep: () => '', drop: () => {}, kept: () => [] }

export class WaitingPapers {
  readonly #shelf: PaperShelf
  readonly #clock: EngineParts['clock']
  readonly #log: EngineParts['log']

  constructor({ paperShelf, clock, log }: Pick<EngineParts, 'paperShelf' | 'clock' | 'log'>) {
    this.#shelf = paperShelf ?? none
    this.#clock = clock
    this.#log = log
  }

  /** The name it is kept under; null: it could not be kept, or is not to be, and is in memory alone. */
  keep(paper: Omit<WaitingPaper, 'atMs'>): string | null {
    if (opensOnly(paper.job)) return null
    try {
      return this.#shelf.keep(JSON.stringify({ atMs: this.#clock.nowMs(), ...paper }))
    } catch (error) {
      const { kioskId, jobId } = paper
      this.#log.error({ kiosk: kioskId, jobId, error: String(error) }, 'a paper that waits is not kept')
      return null
    }
  }

  drop(name: string | null): void {
    if (name === null) return
    try {
      this.#shelf.drop(name)
    } catch (error) {
      this.#log.error({ paper: name, error: String(error) }, 'a paper that came out is still kept')
    }
  }

  /** For the start, in the order in which they came. Those that are too old, or were cut short by a power cut, are dropped. */
  all(): readonly { readonly name: string; readonly paper: WaitingPaper }[] {
    const oldestMs = this.#clock.nowMs() - KEPT_MS
    return this.#shelf.kept().flatMap(({ name, text }) => {
      const read = readWritten(text)
      if (read && read.atMs >= oldestMs && !opensOnly(read.job)) return [{ name, paper: read }]
      this.#log.info({ paper: name, isReadable: read !== null }, 'a paper that waited is dropped')
      this.drop(name)
      return []
    })
  }
}

function readWritten(text: string): WaitingPaper | null {
  try {
    return waitingPaper.parse(JSON.parse(text))
  } catch {
    return null
  }
}
