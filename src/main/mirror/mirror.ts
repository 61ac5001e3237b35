// A joined kiosk's own copy of the house [S3] [SYNC 5.6]: its journal, every row derived from it, its plans and its kept answers. Owns
// that it is whole up to its head and never has a gap; must never decide anything, nor be sold from.

import {
  type DigestNews,
  EARLIER_MAX,
  type JournalNews,
  type JournalPlace,
  type WantedNews,
} from '../../shared/contract/journal-news.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { PlanImported } from '../../shared/domain/catalogue-events.ts'
import { known } from '../../shared/lib/assert.ts'
import { journalPage, pageRows, seatDigest } from '../engine/journal-feed.ts'
import { Reader } from '../engine/reader.ts'
import { type JournalEntry, type JournalHead, brokenLink, emptyHead, sameBytes } from '../store/journal.ts'
import { epochOf } from '../store/house-epoch.ts'
import { type PlanVersion, planDigest, writesOfPlan } from '../store/plan-rows.ts'
import { writesOf } from '../store/projection.ts'
import { journalAfter, lastJournalRow } from '../store/queries.ts'
import { type Write, put } from '../store/rows.ts'
import type { Store } from '../store/store.ts'

/** `gap`: rows between its head and these are missing. `broken`: they do not continue it; they are another house's. */
export type Taken = 'taken' | 'gap' | 'broken'

export class Mirror {
  readonly #store: Store
  readonly #reader: Reader
  #head: JournalHead

  constructor(store: Store) {
    this.#store = store
    this.#head = store.select(lastJournalRow, 1)[0] ?? emptyHead
    const signer = { sign: () => '', publicKeyText: () => '' }
    this.#reader = new Reader({ store, signer, houseTerms: {}, claims: 'pessimistic' })
  }

  get head(): JournalHead {
    return this.#head
  }

  /** Takes all of it in one commit or nothing, and skips what it already has. Throws where the disk refuses. */
  take({ rows, answers, plans }: JournalNews): Taken {
    const fresh = rows
      .filter(({ sequence }) => sequence > this.#head.sequence)
      .map((row) => ({ ...row, hash: Buffer.from(row.hash, 'base64') }))
    if (fresh.length === 0) return 'taken'
    if (fresh[0]?.sequence !== this.#head.sequence + 1) return 'gap'
    if (brokenLink(fresh, this.#head) !== null) return 'broken'
    const entries = fresh.map((row) => ({ row, event: JSON.parse(row.body) as HouseEvent }))
    if (!entries.every(({ event }) => event.type !== 'plan-imported' || isItsPlan(event, plans)))
      return 'broken'
    this.#store.transaction(() => {
      this.#store.write(entries.flatMap(({ event }) => this.#planOf(event, plans)))
      this.#store.write(entries.flatMap(writesOf))
      this.#store.write(this.#unkept(answers))
    })
    this.#follow(entries)
    return 'taken'
  }

  /**
   * [I26] Shows of which its rows say something else than the house's. Null: the copy is not at the same row as the house was, and cannot
   * tell.
   */
  differsIn({ sequence, shows }: DigestNews): DigestNews['shows'] | null {
    if (sequence !== this.#head.sequence) return null
    return shows.filter(({ showId, digest }) => {
      // Computed from its rows, not from what is cached of them.
      this.#reader.forgetBoard(showId)
      return seatDigest(this.#reader.board(showId).states) !== digest
    })
  }

  /**
   * [SYNC 4.7] A page of what follows this row, for a house that has lost it; null: the copy does not go on from there, or there is no
   * more.
   */
  pageAfter({ after, hash }: Pick<WantedNews, 'after' | 'hash'>, rowsMax: number): JournalNews | null {
    const row = after === 0 ? emptyHead : this.#store.get('journal', after)
    if (!row || !sameBytes(row.hash, Buffer.from(hash, 'base64'))) return null
    const rows = pageRows(this.#store.select(journalAfter, after, rowsMax))
    return rows.length === 0 ? null : journalPage(this.#store, rows, this.#head.sequence)
  }

  /** Sent to a house when asking it to go on: where this copy ends, and enough earlier rows for the house to recognise its own. */
  place(): JournalPlace {
    const { sequence, hash } = this.#head
    const earlier = earlierThan(sequence).map((after) => {
      const row = known(this.#store.get('journal', after), 'earlier row')
      return { after, hash: base64(row.hash) }
    })
    return { kind: 'journal', after: sequence, hash: base64(hash), earlier, ...epochOf(this.#store) }
  }

  close(): void {
    this.#store.close()
  }

  #follow(entries: readonly JournalEntry[]): void {
    this.#head = known(entries.at(-1), 'row that was taken').row
    for (const { event, row } of entries) this.#reader.follow(event, row.atMs)
    this.#reader.settle()
  }

  #planOf(event: HouseEvent, plans: JournalNews['plans']): Write[] {
    if (event.type !== 'plan-imported' || this.#store.get('plan', event.planId)) return []
    const plan = known(
      plans.find(({ planId }) => planId === event.planId),
      'plan of a row',
    )
    return writesOfPlan(plan, versionOf(event))
  }

  #unkept(answers: JournalNews['answers']): Write[] {
    return answers
      .filter(({ commandId }) => !this.#store.get('command', commandId))
      .map((answer) => put('command', answer))
  }
}

/** The journal has only a plan's digest. */
function isItsPlan({ planId, digest }: PlanImported, plans: JournalNews['plans']): boolean {
  const plan = plans.find((one) => one.planId === planId)
  return plan !== undefined && planDigest(plan) === digest
}

function versionOf({ versionOf: first, version = 1 }: PlanImported): PlanVersion {
  return { versionOf: first ?? null, version }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** Rows at growing distances, and the first: files older than all the others still belong to this house. */
function earlierThan(sequence: number): readonly number[] {
  const places: number[] = []
  for (let back = 1; sequence - back > 1 && places.length < EARLIER_MAX - 1; back *= 2)
    places.push(sequence - back)
  return sequence > 1 ? [...places, 1] : places
}
