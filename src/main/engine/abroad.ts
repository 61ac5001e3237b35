// Follows what other processes of this machine write into the same house. It reads their journal rows, as it does for our own events, so
// that one sale of theirs does not force a reread of a show with 80,000 seats. Owns when to look; must never decide, nor write.

import { SECOND_MS } from '../../shared/lib/time.ts'
import type { JournalEntry } from '../store/journal.ts'
import type { Store } from '../store/store.ts'
import type { AlertDesk } from './alert-desk.ts'
import type { DeadlineClock } from './deadline-clock.ts'
import type { MessageDesk } from './message-desk.ts'
import type { JournalWriter } from './journal-writer.ts'
import type { Scheduler } from './ports.ts'
import type { Publisher } from './publisher.ts'
import type { Reader } from './reader.ts'

/** SQLite notifies nobody of a write, so we poll. Five times a second looks immediate to the eye, and one look takes two microseconds. */
const LOOK_EVERY_MS = SECOND_MS / 5

interface Parts {
  readonly store: Store
  readonly scheduler: Scheduler
  readonly journal: JournalWriter
  readonly reader: Reader
  readonly publisher: Publisher
  readonly deadlines: DeadlineClock
  readonly alerts: Pick<AlertDesk, 'follow'>
  readonly messages: Pick<MessageDesk, 'follow' | 'lookAgain'> | null
  /** Other processes may write this house. */
  readonly isShared: boolean
  readonly nowMs: () => number
}

export class Abroad {
  readonly #parts: Parts
  #callOff: () => void = () => {}

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Runs `work` with memory and rows at the same instant: whatever another process sold in the meantime is followed first. */
  reading<Result>(work: () => Result): Result {
    const { store, isShared } = this.#parts
    if (!isShared) return work()
    return store.snapshot(() => {
      this.catchUp()
      return work()
    })
  }

  /** After the commit: tells screens what was recorded here and what other processes recorded after it. */
  publish(recorded: readonly JournalEntry[]): void {
    const { store, publisher, isShared } = this.#parts
    if (isShared) store.snapshot(() => this.catchUp(recorded))
    else publisher.publish(recorded)
  }

  /**
   * Called inside a transaction, before anything is decided in it. What other processes recorded is already committed, so it stays followed
   * and published even if this transaction is undone. `own`: entries recorded here before theirs and not yet published.
   */
  catchUp(own: readonly JournalEntry[] = []): void {
    const { journal, reader, publisher, deadlines, alerts, messages, isShared } = this.#parts
    const theirs = journal.lookAbroad(isShared)
    if (theirs === null) return this.#lookAnew(own)
    if (theirs.length === 0 && own.length === 0) return
    if (theirs.length > 0) this.#follow(theirs)
    publisher.publish([...own, ...theirs])
    if (theirs.length > 0) deadlines.follow(theirs)
    if (theirs.length > 0) messages?.follow(theirs)
    if (theirs.length > 0) alerts.follow(theirs)
    reader.settle()
  }

  /**
   * Looks at regular intervals, so that screens hear of sales by other processes while nobody asks anything here. It wakes; it
   * decides nothing.
   */
  watch(onTrouble: (error: unknown) => void): void {
    const { scheduler, isShared, journal, nowMs } = this.#parts
    if (!isShared) return
    const look = () => {
      try {
        if (journal.isBehind()) this.reading(() => {})
      } catch (error) {
        onTrouble(error)
      }
      this.#callOff = scheduler.at(nowMs() + LOOK_EVERY_MS, look)
    }
    this.#callOff = scheduler.at(nowMs() + LOOK_EVERY_MS, look)
  }

  stop(): void {
    this.#callOff()
  }

  #follow(theirs: readonly JournalEntry[]): void {
    const { reader } = this.#parts
    try {
      for (const { event, row } of theirs) reader.follow(event, row.atMs)
      reader.settle()
    } catch (error) {
      reader.forgetAll()
      throw error
    }
  }

  /** It is unknown what was written: everything remembered is dropped, and every screen gets the whole picture. */
  #lookAnew(own: readonly JournalEntry[]): void {
    const { reader, publisher, deadlines, messages } = this.#parts
    reader.forgetAll()
    deadlines.lookAgain()
    messages?.lookAgain()
    publisher.publish(own)
    publisher.publishAnew()
  }
}
