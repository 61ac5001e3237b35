// Carries out the order to update: right after the commit that records it, or once the last shift is closed and nothing else is
// in the way. Owns when that is checked; must never install anything that is not to be installed now.

import type { Context, Decision } from '../../shared/domain/decision.ts'
import {
  type UpdateAsked,
  type UpdateTime,
  decideUpdate,
  refusalOfUpdate,
  updateReads,
} from '../../shared/domain/updates.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { JournalEntry } from '../store/journal.ts'
import { kioskEntries } from './kiosk-rows.ts'
import { journalOfKind } from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import type { Scheduler, ShownUpdate, Updates } from './ports.ts'
import type { Reader } from './reader.ts'

/**
 * After the last shift is closed a cart or a show may still be in the way, and nothing reports when it is gone. Runs only while
 * an update waits.
 */
const LOOK_AGAIN_MS = MINUTE_MS

const words = journalOfKind('update-asked')
/** Rows read at once: a house has fewer kiosks. */
const WORDS = 100

interface Parts {
  readonly store: Store
  readonly reader: Reader
  readonly updates: Updates
  readonly nowMs: () => number
  readonly scheduler: Scheduler
  readonly onTrouble: (error: unknown) => void
}

export class UpdateFollower {
  readonly #parts: Parts
  #sleep: () => void = () => {}

  constructor(parts: Parts) {
    this.#parts = parts
    const update = parts.updates.waiting()
    // The process may have crashed right after the commit that called it off; and a house restored from a backup may have lost the order.
    if (update && !this.#isAskedFor(update)) parts.updates.callOff()
    // An update that waited when the house was last closed still waits.
    this.#lookAgain()
  }

  stop(): void {
    this.#sleep()
  }

  follow(recorded: readonly JournalEntry[]): void {
    for (const { event, row } of recorded) {
      if (event.type === 'shift-closed') this.#tryWaiting()
      // A kiosk of the LAN installs its own update, on its own machine.
      if (event.type !== 'update-asked' || this.#isMember(row.kioskId)) continue
      this.#heard({ version: event.version, digest: event.digest }, event.when)
    }
  }

  #heard(update: ShownUpdate, when: UpdateTime): void {
    const { updates } = this.#parts
    if (when === 'never') return updates.callOff()
    if (this.#mayNow()) return updates.install(update, () => this.#mayNow())
    updates.wait(update)
    this.#lookAgain()
  }

  /** Decided by the newest order in the journal: the note beside the update file only tells the next start which file it is. */
  #isAskedFor({ version, digest }: ShownUpdate): boolean {
    const asked = this.#newestWord()
    return asked?.version === version && asked.digest === digest && asked.when !== 'never'
  }

  /** The newest order for this house's own machine: kiosks of the LAN record theirs in the same journal. */
  #newestWord(): UpdateAsked | null {
    const members = new Set<string>(kioskEntries(this.#parts.store).map(({ kioskId }) => kioskId))
    let below = Number.MAX_SAFE_INTEGER
    for (;;) {
      const rows = this.#parts.store.select(words, below, WORDS)
      const own = rows.find(({ kioskId }) => !members.has(kioskId))
      if (own) return JSON.parse(own.body) as UpdateAsked
      if (rows.length < WORDS) return null
      below = rows.at(-1)?.sequence ?? 0
    }
  }

  #tryWaiting(): void {
    const { updates } = this.#parts
    const update = updates.waiting()
    if (update && this.#mayNow()) updates.install(update, () => this.#mayNow())
    this.#lookAgain()
  }

  #lookAgain(): void {
    const { scheduler, updates, nowMs } = this.#parts
    this.#sleep()
    if (updates.waiting()) this.#sleep = scheduler.at(nowMs() + LOOK_AGAIN_MS, () => this.#wake(), nowMs)
  }

  #wake(): void {
    try {
      this.#tryWaiting()
    } catch (error) {
      // The disk does not answer; the update that was asked for keeps waiting.
      this.#parts.onTrouble(error)
      this.#lookAgain()
    }
  }

  #mayNow(): boolean {
    const found = this.#parts.reader.read(updateReads(this.#parts.nowMs()))
    return refusalOfUpdate(found, null) === null
  }

  #isMember(kioskId: string): boolean {
    return kioskEntries(this.#parts.store).some((kiosk) => kiosk.kioskId === kioskId)
  }
}

/** Inside the commit. */
export function decideAskUpdate(
  { reader, updates }: Pick<Parts, 'reader'> & { readonly updates: Updates | null },
  { actor, nowMs }: Context,
  wish: Input<'ask-update'>,
): Decision<Output<'ask-update'>> {
  return decideUpdate(reader.read(updateReads(nowMs)), wish, { actor, offered: updates?.offered() ?? null })
}
