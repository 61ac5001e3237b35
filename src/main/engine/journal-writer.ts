// The pen of the journal: gives each event its place in the chain and its show's next revision, and writes it with all that
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

/** Rows of other processes that are followed one by one; where there are more, reading everything anew is faster. */
const FOLLOWED_MAX = 1000

/**
 * [I11] No clock that runs leaps so far, and no house is closed for so long without somebody who can say so: what was recorded at such a
 * time would stay before everything that follows, until real time catches up.
 */
export const LEAP_MS = 100 * DAY_MS

/** Where the pen stood: what to go back to when a part of a commit, or all of it, is undone. */
export interface Mark {
  readonly head: JournalHead
  readonly reached: Reached
  readonly recorded: number
  readonly notes: number
}

/** An instant of the house's time, and when that was by the clock that never steps. */
interface Reached {
  readonly atMs: number
  readonly elapsedMs: number
}

/** How often a show has changed. */
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
  /** Where each show stands, as far as it was asked. */
  readonly #revisions = new Map<ShowId, number>()
  #recorded: JournalEntry[] = []
  #notes: (() => void)[] = []

  constructor(store: Store, clock: Clock) {
    this.#store = store
    this.#clock = clock
    // Before the row: what is written between the two is then looked at once more, and not missed.
    this.#foreignVersion = store.foreignVersion()
    this.#head = this.#lastRow()
    // Whoever opened the house has asked whether this date is right (`house/refuse-start.ts`).
    this.#reached = this.#reachedAt(Math.max(this.#head.atMs, clock.nowMs()))
  }

  /**
   * [I11] The house's time: the clock's, but never before what was recorded last. A clock that was set back does not stand
   * still for the sellers: time then goes on from the last record by what has passed since. So it does where the clock leaps by
   * `LEAP_MS` while the house is open.
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

  /** `occasion.atMs`: the one instant that its command went by. */
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

  /** A line for the log, written when what it says has been committed, and never if it is undone. */
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

  /** After the commit: what it recorded, for the publisher, and its lines for the log. */
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
   * What other processes recorded since we last looked; the chain then goes on from their last row. Null where they wrote and
   * nobody can say what: not another Guichet (`isShared`), no row that goes on from ours, or too many.
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
