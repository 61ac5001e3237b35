// The pen of the journal: gives each event its place in the chain and its show's next revision, and writes it with every row that
// follows from it. Owns the house's time and what waits to be published; must never commit by itself.

import type { HouseEvent } from '../../shared/domain/events.ts'
import { showOf } from '../../shared/domain/seat-changes.ts'
import type { ShowId } from '../../shared/domain/ids.ts'
import { DAY_MS } from '../../shared/lib/time.ts'
import {
  type JournalEntry,
  type JournalHead,
  type Occasion,
  brokenLink,
  emptyHead,
  makeEntry,
  sameBytes,
} from '../store/journal.ts'
import { writesOf } from '../store/projection.ts'
import { journalAfter, lastJournalRow, lastRevisionOfShow } from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from './ports.ts'

/** At most so many rows of other processes are followed one by one; beyond that, rereading everything is faster. */
const FOLLOWED_MAX = 1000

/**
 * [I11] No running clock leaps this far, and no house is closed for this long without somebody who can confirm the date. Anything
 * recorded at such a time would stay ahead of all that follows, until real time catches up.
 */
export const LEAP_MS = 100 * DAY_MS

/** Where the pen stood: what to go back to when a part of a commit, or all of it, is undone. */
export interface Mark {
  readonly head: JournalHead
  readonly reached: Reached
  readonly recorded: number
  readonly notes: number
}

/** An instant of the house's time, paired with the monotonic clock at that moment. */
interface Reached {
  readonly atMs: number
  readonly elapsedMs: number
}

/** The show's revision: how often it has changed. */
export function revisionOf(store: Store, showId: ShowId): number {
  return store.select(lastRevisionOfShow, showId, 1)[0]?.revision ?? 0
}

export class JournalWriter {
  readonly #store: Store
  readonly #clock: Clock
  #head: JournalHead
  /** When the head was recorded, or first seen. */
  #reached: Reached
  #foreignVersion: number
  /** The revisions of shows, as far as they were asked for. */
  readonly #revisions = new Map<ShowId, number>()
  #recorded: JournalEntry[] = []
  #notes: (() => void)[] = []

  constructor(store: Store, clock: Clock) {
    this.#store = store
    this.#clock = clock
    // Read before the last row: a write that falls between the two reads is then seen twice instead of never.
    this.#foreignVersion = store.foreignVersion()
    this.#head = this.#lastRow()
    // Whether this date is plausible was checked before the house was opened (`house/refuse-start.ts`).
    this.#reached = this.#reachedAt(Math.max(this.#head.atMs, clock.nowMs()))
  }

  /**
   * [I11] The house's time: the clock's, but never earlier than what was recorded last. If the clock was set back, or leaps ahead
   * by `LEAP_MS` while the house is open, time goes on from the last record by the time passed since, so that it does not stand
   * still for the sellers.
   */
  nowMs(): number {
    const { atMs, elapsedMs } = this.#reached
    const passedMs = Math.floor(this.#clock.elapsedMs() - elapsedMs)
    const ownMs = atMs + Math.max(0, passedMs)
    const clockMs = this.#clock.nowMs()
    return clockMs - ownMs < LEAP_MS ? Math.max(ownMs, clockMs) : ownMs
  }

  /** The newest journal row. */
  get head(): JournalHead {
    return this.#head
  }

  /** `occasion.atMs`: the one instant that the whole command went by. */
  record(events: readonly HouseEvent[], occasion: Occasion): void {
    for (const event of events) {
      const showId = showOf(event)
      const revision = showId === null ? null : this.#nextRevision(showId)
      const entry = makeEntry(this.#head, event, revision, occasion)
      this.#store.write(writesOf(entry))
      this.#head = entry.row
      this.#reached = this.#reachedAt(entry.row.atMs)
      this.#recorded.push(entry)
    }
  }

  /** A line for the log, written once the commit it speaks of has succeeded, and never if that is undone. */
  note(write: () => void): void {
    this.#notes.push(write)
  }

  mark(): Mark {
    return {
      head: this.#head,
      reached: this.#reached,
      recorded: this.#recorded.length,
      notes: this.#notes.length,
    }
  }

  backTo({ head, reached, recorded, notes }: Mark): void {
    this.#head = head
    this.#reached = reached
    this.#recorded.length = recorded
    this.#notes.length = notes
    this.#revisions.clear()
  }

  /** After the commit: what was recorded, for the publisher, and the lines for the log. */
  takeCommitted(): { readonly recorded: readonly JournalEntry[]; readonly notes: readonly (() => void)[] } {
    const recorded = this.#recorded
    const notes = this.#notes
    this.#recorded = []
    this.#notes = []
    return { recorded, notes }
  }

  /** Another process has written since we last looked. */
  isBehind(): boolean {
    return this.#store.foreignVersion() !== this.#foreignVersion
  }

  /**
   * What other processes recorded since we last looked; the chain then continues from their last row. Null if they wrote something that
   * cannot be told: the writer is not another Guichet (`isShared`), no row continues from ours, or there are too many.
   */
  lookAbroad(isShared: boolean): readonly JournalEntry[] | null {
    const version = this.#store.foreignVersion()
    if (version === this.#foreignVersion) return []
    const theirs = isShared ? this.#rowsAfterOurs() : null
    const head = theirs === null ? this.#lastRow() : (theirs.at(-1)?.row ?? this.#head)
    if (head.sequence !== this.#head.sequence) this.#reached = this.#reachedAt(head.atMs)
    this.#head = head
    this.#foreignVersion = version
    this.#revisions.clear()
    return theirs
  }

  #reachedAt(atMs: number): Reached {
    return { atMs, elapsedMs: this.#clock.elapsedMs() }
  }

  #rowsAfterOurs(): readonly JournalEntry[] | null {
    const { sequence, hash } = this.#head
    const ours = sequence === 0 ? emptyHead : this.#store.get('journal', sequence)
    const rows = this.#store.select(journalAfter, sequence, FOLLOWED_MAX + 1)
    if (!ours || !sameBytes(ours.hash, hash) || rows.length > FOLLOWED_MAX) return null
    if (brokenLink(rows, this.#head) !== null) return null
    return rows.map((row) => ({ row, event: JSON.parse(row.body) as HouseEvent }))
  }

  #nextRevision(showId: ShowId): number {
    const last = this.#revisions.get(showId) ?? revisionOf(this.#store, showId)
    this.#revisions.set(showId, last + 1)
    return last + 1
  }

  #lastRow(): JournalHead {
    return this.#store.select(lastJournalRow, 1)[0] ?? emptyHead
  }
}
