// The journal as joined kiosks follow it for the copies that they keep [S3] [SYNC 5.6]. Owns which kiosk follows from where, and
// how far each says it has come; must never send the journal to a screen.

import { hash } from 'node:crypto'
import type { DigestNews, JournalNews } from '../../shared/contract/journal-news.ts'
import type { BoxOffice } from '../../shared/contract/port.ts'
import type { News, Topic } from '../../shared/contract/topics.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { CommandId, KioskId, ShowId } from '../../shared/domain/ids.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { type JournalEntry, emptyHead, sameBytes } from '../store/journal.ts'
import { epochOf } from '../store/house-epoch.ts'
import { planOf } from '../store/plan-rows.ts'
import { journalAfter } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import type { PutBack, Scheduler } from './ports.ts'
import type { Reader } from './reader.ts'

type Listener = (news: News) => void
type From = Extract<Topic, { kind: 'journal' }>

/** A page is read and sent in some milliseconds, between sales; a copy of a million rows takes two thousand pages. */
const PAGE_ROWS = 500
/**
 * Where rows are long (changes to many rows, plans), fewer are a page: a kiosk takes 32 MB in one frame and a waiting house 16 million
 * characters, and as JSON a row may take twice its length.
 */
const PAGE_CHARS = 4 * 1024 * 1024
/** What a row has besides its event: times, names, its hash, and often an answer. */
const ROW_CHARS = 400
/** A seat of a plan that goes along, in base64. */
const SEAT_CHARS = 24
/** [SYNC 5.6] Often enough to notice a wrong copy before anybody needs it. */
const DIGEST_EVERY_MS = 30 * SECOND_MS

interface Following {
  readonly listener: Listener
  /** The copy is complete, so each commit is sent to it; otherwise it asks its way up, page by page. */
  isWhole: boolean
}

interface Parts {
  readonly store: Store
  readonly reader: Pick<Reader, 'board' | 'show'>
  readonly scheduler: Scheduler
  readonly journal: { readonly head: { readonly sequence: number } }
  readonly nowMs: () => number
  readonly onTrouble: (error: unknown) => void
  readonly onPutBack?: (found: PutBack) => void
}

export class JournalFeed {
  readonly #parts: Parts
  readonly #following = new Map<KioskId, Following>()
  readonly #reached = new Map<KioskId, number>()
  /** Shows that changed since their seat digests were last sent. */
  readonly #changed = new Set<ShowId>()
  #callOff: (() => void) | null = null
  #onReached: () => void = () => {}

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** What a kiosk may ask of the house, plus the journal. */
  besides(desk: BoxOffice, kioskId: KioskId): BoxOffice {
    return {
      call: (...asked) => desk.call(...asked),
      subscribe: (topic, listener) =>
        topic.kind === 'journal' ? this.subscribe(kioskId, topic, listener) : desk.subscribe(topic, listener),
    }
  }

  /** A kiosk has one copy; a new subscription replaces the old one and starts from where the kiosk says it is. */
  subscribe(kioskId: KioskId, from: From, listener: Listener): () => void {
    const { head } = this.#parts.journal
    if (!this.#goesOn(from)) {
      this.#reached.delete(kioskId)
      if (this.#isPutBack(kioskId, from)) return () => {}
      listener({ kind: 'journal-foreign', head: head.sequence })
      return () => {}
    }
    const rows = pageRows(this.#parts.store.select(journalAfter, from.after, PAGE_ROWS))
    const following = { listener, isWhole: (rows.at(-1)?.sequence ?? from.after) === head.sequence }
    this.#following.set(kioskId, following)
    this.#reached.set(kioskId, from.after)
    // Only when complete, not for every page on the way up.
    if (following.isWhole) this.#onReached()
    this.#sumUpLater()
    listener(this.#newsOf(rows))
    return () => {
      if (this.#following.get(kioskId) !== following) return
      this.#following.delete(kioskId)
      if (this.#following.size === 0) this.stop()
    }
  }

  /** `onReached` is called when a copy has become complete. */
  watch(onReached: () => void): void {
    this.#onReached = onReached
  }

  /** [S5] How far the kiosk's copy had come when it last said so; null: it has no copy of this house. */
  reachedBy(kioskId: KioskId): number | null {
    return this.#reached.get(kioskId) ?? null
  }

  /** After a commit, and before any screen hears of it: no kiosk shows what its copy does not have [I28]. */
  follow(recorded: readonly JournalEntry[]): void {
    if (recorded.length === 0 || this.#following.size === 0) return
    for (const { row } of recorded) if (row.showId !== null) this.#changed.add(row.showId)
    const whole = [...this.#following.values()].filter(({ isWhole }) => isWhole)
    if (whole.length === 0) return
    const rows = pageRows(recorded.map(({ row }) => row))
    const news = this.#newsOf(rows)
    for (const one of whole) {
      // A file of a hundred thousand rows is one commit: the copy hears how it begins, and asks for the rest.
      one.isWhole = rows.length === recorded.length
      one.listener(news)
    }
  }

  stop(): void {
    this.#callOff?.()
    this.#callOff = null
    this.#changed.clear()
  }

  #goesOn({ after, hash: theirs }: Pick<From, 'after' | 'hash'>): boolean {
    const ours = after === 0 ? emptyHead : this.#parts.store.get('journal', after)
    return ours !== undefined && sameBytes(ours.hash, Buffer.from(theirs, 'base64'))
  }

  /**
   * [SYNC 5.9] True if a copy of this very house is ahead of it: the house's files are then older than what was sold from it. A
   * copy with a lower epoch does not count: it was left behind knowingly, when two people opened the house without it. Nor does a
   * copy of another restore with the same epoch. All this rests on the kiosk’s word: whoever has a kiosk’s key can lie and so
   * stop the house; that kiosk is then shut out.
   */
  #isPutBack(kioskId: KioskId, { after, earlier = [], epoch = 1, storeId = null }: From): boolean {
    const { store, onPutBack } = this.#parts
    const ours = epochOf(store)
    const isOurs = earlier.some((place) => place.after > 0 && this.#goesOn(place))
    const isOfNow = epoch > ours.epoch || (epoch === ours.epoch && storeId === ours.storeId)
    if (!onPutBack || !isOurs || !isOfNow) return false
    onPutBack({ foundBy: kioskId, seen: after, epoch })
    return true
  }

  #newsOf(rows: readonly Row<'journal'>[]): JournalNews {
    const { store, journal } = this.#parts
    return journalPage(store, rows, journal.head.sequence)
  }

  #sumUpLater(): void {
    const { scheduler, nowMs, onTrouble } = this.#parts
    this.#callOff ??= scheduler.at(nowMs() + DIGEST_EVERY_MS, () => {
      this.#callOff = null
      try {
        this.#sumUp()
      } catch (error) {
        // The disk does not answer; copies are compared the next time.
        onTrouble(error)
      }
      if (this.#following.size > 0) this.#sumUpLater()
    })
  }

  /** [I26] Sent only to complete copies: only they can compare. */
  #sumUp(): void {
    const { reader, journal } = this.#parts
    if (this.#changed.size === 0) return
    const showIds = [...this.#changed].filter((showId) => reader.show(showId))
    const news: DigestNews = {
      kind: 'seat-digests',
      sequence: journal.head.sequence,
      shows: showIds.map((showId) => ({ showId, digest: seatDigest(reader.board(showId).states) })),
    }
    this.#changed.clear()
    for (const { listener, isWhole } of this.#following.values()) if (isWhole) listener(news)
  }
}

/** Of these rows, in order, as many as are sent together; always the first. */
export function pageRows(rows: readonly Row<'journal'>[]): readonly Row<'journal'>[] {
  let chars = 0
  const end = rows.findIndex((row, index) => {
    chars += charsOf(row)
    return index > 0 && chars > PAGE_CHARS
  })
  return end < 0 ? rows : rows.slice(0, end)
}

function charsOf({ kind, body }: Row<'journal'>): number {
  if (kind !== 'plan-imported') return ROW_CHARS + body.length
  const { seats } = JSON.parse(body) as Extract<HouseEvent, { type: 'plan-imported' }>
  return ROW_CHARS + body.length + seats * SEAT_CHARS
}

/** In base64. Of the states as the journal has them: a hold that has ended by the clock alone still counts. */
export function seatDigest(states: Uint8Array): string {
  return hash('sha256', states, 'base64')
}

/** These rows with the answers and plans that go with them: all that another house needs to continue from them. */
export function journalPage(store: Store, rows: readonly Row<'journal'>[], head: number): JournalNews {
  const commandIds = [...new Set(rows.map(({ commandId }) => commandId))]
  return {
    kind: 'journal',
    head,
    rows: rows.map((row) => ({ ...row, hash: Buffer.from(row.hash).toString('base64') })),
    answers: commandIds.flatMap((commandId: CommandId) => store.get('command', commandId) ?? []),
    plans: rows.flatMap((row) => planOfRow(store, row)),
  }
}

function planOfRow(store: Store, { kind, body }: Row<'journal'>): JournalNews['plans'] {
  if (kind !== 'plan-imported') return []
  const { planId } = JSON.parse(body) as Extract<HouseEvent, { type: 'plan-imported' }>
  const plan = planOf(store, planId)
  return plan ? [plan] : []
}
