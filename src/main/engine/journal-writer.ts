// The pen of the journal: gives each event its place in the chain and its show's next revision, and writes it with all that
// follows from it. Owns the house's time and what waits to be published; must never commit by itself.

import type { HouseEvent } from '../../shared/domain/events.ts'
import { showOf } from '../../shared/domain/seat-changes.ts'
import type { ShowId } from '../../shared/domain/ids.ts'
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

/** Where the pen stood: what to go back to when a part of a commit, or all of it, is undone. */
export interface Mark {
  readonly head: JournalHead
  readonly recordedAtMs: number
  readonly recorded: number
  readonly notes: number
}

/** How often a show has changed. */
export function revisionOf(store: Store, showId: ShowId): number {
  return store.select(lastRevisionOfShow, showId, 1)[0]?.revision ?? 0
}

export class JournalWriter {
  readonly #store: Store
  readonly #clock: Clock
  #head: JournalHead
  /** By the clock that never steps: when the head was recorded, or first seen. */
  #recordedAtMs: number
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
    this.#recordedAtMs = clock.elapsedMs()
  }

  /**
   * [I11] The house's time: the clock's, but never before what was recorded last. A clock that was set back does not stand
   * still for the sellers: time then goes on from the last record by what has passed since.
   */
  nowMs(): number {
    const passedMs = Math.floor(this.#clock.elapsedMs() - this.#recordedAtMs)
    return Math.max(this.#head.atMs + Math.max(0, passedMs), this.#clock.nowMs())
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
      this.#recordedAtMs = this.#clock.elapsedMs()
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
      recordedAtMs: this.#recordedAtMs,
      recorded: this.#recorded.length,
      notes: this.#notes.length,
    }
  }

  backTo({ head, recordedAtMs, recorded, notes }: Mark): void {
    this.#head = head
    this.#recordedAtMs = recordedAtMs
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
    if (head.sequence !== this.#head.sequence) this.#recordedAtMs = this.#clock.elapsedMs()
    this.#head = head
    this.#foreignVersion = version
    this.#revisions.clear()
    return theirs
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
