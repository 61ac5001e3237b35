// Tells screens what changed, once per commit: one frame per show and topic, however many bookings it carried. Owns who listens,
// and how a screen that missed something catches up [S2]; must never be called before the commit.

import type { HouseEvent } from '../../shared/domain/events.ts'
import type { KioskId, SeatId, ShowId } from '../../shared/domain/ids.ts'
import type { HouseAlarm, News, SeatNews, Topic } from '../../shared/contract/topics.ts'
import { seatChanges } from '../../shared/domain/seat-changes.ts'
import type { JournalEntry } from '../store/journal.ts'
import { allShows, journalOfShow } from '../store/queries.ts'
import { startName } from '../store/house-epoch.ts'
import type { Store } from '../store/store.ts'
import type { Backups } from './ports.ts'
import type { Reader } from './reader.ts'
import { BookingNews, answeredIn, changedIn } from './booking-news.ts'
import { OpenProofs } from './open-proofs.ts'
import type { SeatBoard } from './seat-board.ts'
import { shiftNews, whoNews } from './ask-news.ts'
import { ChangeNews } from './change-news.ts'
import { DoorNews } from './door-news.ts'
import { HouseNews } from './house-news.ts'
import { MessageNews } from './message-news.ts'
import { StandbyNews } from './standby-news.ts'
import { allShowRows, showRow } from './show-rows.ts'

/** How many revisions a screen may be behind and still get a delta; beyond this a snapshot is smaller. */
const CATCH_UP_MAX = 500

type Listener = (news: News) => void

export class Publisher {
  readonly #store: Store
  readonly #reader: Reader
  readonly #nowMs: () => number
  readonly #name: string
  readonly #house: HouseNews
  readonly #standby: StandbyNews
  readonly #door: DoorNews
  readonly #payments = new BookingNews('payments', answeredIn)
  readonly #bookings = new BookingNews('bookings', changedIn)
  readonly proofs: OpenProofs
  readonly #messages: MessageNews
  readonly #changes = new ChangeNews()
  readonly #shifts = shiftNews()
  readonly #who = whoNews()
  readonly #ofShows = new Set<Listener>()
  readonly #ofSeats = new Map<ShowId, Set<Listener>>()

  constructor(store: Store, reader: Reader, nowMs: () => number, backups: Backups | null = null) {
    this.#store = store
    this.#reader = reader
    this.#nowMs = nowMs
    this.#name = startName(store, nowMs())
    this.#standby = new StandbyNews(store, reader)
    this.#door = new DoorNews(store, reader, nowMs)
    this.#messages = new MessageNews(store)
    this.proofs = new OpenProofs(store)
    this.#house = new HouseNews(store, backups)
  }

  subscribe(
    topic: Exclude<Topic, { kind: 'disk' | 'link' | 'printing' | 'kiosks' | 'journal' | 'recovery' }>,
    kioskId: KioskId,
    listener: Listener,
  ): () => void {
    if (topic.kind === 'standby') return this.#standby.subscribe(kioskId, listener)
    if (topic.kind === 'payments') return this.#payments.subscribe(listener)
    if (topic.kind === 'bookings') return this.#bookings.subscribe(listener)
    if (topic.kind === 'proofs') return this.proofs.subscribe(listener)
    if (topic.kind === 'door') return this.#door.subscribe(topic.showId, listener)
    if (topic.kind === 'messages') return this.#messages.subscribe(listener)
    if (topic.kind === 'changes') return this.#changes.subscribe(listener)
    if (topic.kind === 'shifts') {
      listener({ kind: 'shifts' })
      return this.#shifts.subscribe(listener)
    }
    if (topic.kind === 'who') return this.#who.subscribe(listener)
    if (topic.kind === 'house') return this.#house.subscribe(listener)
    if (topic.kind === 'shows') {
      this.#ofShows.add(listener)
      listener({ kind: 'shows', whole: true, rows: allShowRows(this.#store, this.#reader, this.#nowMs()) })
      return () => this.#ofShows.delete(listener)
    }
    const listeners = this.#ofSeats.get(topic.showId) ?? new Set()
    this.#ofSeats.set(topic.showId, listeners.add(listener))
    // A show that does not exist yet is sent whole when it comes.
    if (this.#reader.show(topic.showId)) listener(this.#catchUp(topic))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#ofSeats.delete(topic.showId)
    }
  }

  /** [I43] Tells every screen, now and when it subscribes later. */
  sound(alarm: HouseAlarm | null): void {
    this.#house.sound(alarm)
  }

  publish(entries: readonly JournalEntry[]): void {
    const touched = new Map<ShowId, JournalEntry[]>()
    for (const entry of entries) {
      const { showId } = entry.row
      const ofShow = showId === null ? null : touched.get(showId)
      if (ofShow) ofShow.push(entry)
      else if (showId !== null) touched.set(showId, [entry])
    }
    for (const [showId, ofShow] of touched) this.#publishSeats(showId, ofShow)
    this.#publishShows(entries, [...touched.keys()])
    for (const [showId, ofShow] of touched) this.#door.publish(showId, ofShow)
    this.#standby.publish(entries)
    this.#payments.publish(entries)
    this.#bookings.publish(entries)
    this.proofs.publish(entries)
    this.#messages.publish(entries)
    this.#changes.publish(entries)
    this.#shifts.publish(entries)
    this.#house.publish(entries)
    this.#who.publish(entries)
  }

  /** Memory was dropped: whole pictures of everything that anybody looks at. */
  publishAnew(): void {
    for (const showId of this.#ofSeats.keys()) {
      if (this.#reader.show(showId)) this.#tell(showId, () => this.#snapshot(showId))
    }
    this.#standby.publishAnew()
    this.#door.publishAnew()
    this.#payments.publishAnew()
    this.#bookings.publishAnew()
    this.proofs.publishAnew()
    this.#messages.publishAnew()
    this.#shifts.publishAnew()
    this.#house.publishAnew()
    this.#who.publishAnew()
    if (this.#ofShows.size === 0) return
    const rows = allShowRows(this.#store, this.#reader, this.#nowMs())
    for (const listener of this.#ofShows) listener({ kind: 'shows', whole: true, rows })
  }

  #publishSeats(showId: ShowId, entries: readonly JournalEntry[]): void {
    if (entries.some(({ event }) => beginsAnew(event))) {
      this.#reader.forgetBoard(showId)
      return this.#tell(showId, () => this.#snapshot(showId))
    }
    const board = this.#reader.boardIfOpen(showId)
    // The board was dropped meanwhile: listeners get the whole picture, never a gap.
    if (!board) return this.#tell(showId, () => this.#snapshot(showId))
    const from = board.revision
    const seatIds = new Set<SeatId>()
    for (const { event, row } of entries) {
      if ((row.revision ?? 0) <= board.revision) continue
      for (const seatId of board.apply(event)) seatIds.add(seatId)
      board.revision = row.revision ?? board.revision
    }
    // A board that was read inside this commit already contained some of its events; the listeners have not seen them.
    const isFirst = entries[0]?.row.revision === from + 1
    if (!isFirst) return this.#tell(showId, () => this.#snapshot(showId))
    this.#tell(showId, () => delta(board, showId, { from, seatIds }))
  }

  #tell(showId: ShowId, makeNews: () => SeatNews): void {
    const listeners = this.#ofSeats.get(showId)
    if (!listeners) return
    const news = makeNews()
    for (const listener of listeners) listener(news)
  }

  /** A listing, venue or price may concern shows that had no event of their own: then every row is sent. */
  #publishShows(entries: readonly JournalEntry[], showIds: readonly ShowId[]): void {
    if (this.#ofShows.size === 0 || entries.length === 0) return
    const isWide = entries.some(({ event }) => isOfCatalogue(event))
    const nowMs = this.#nowMs()
    const rows = isWide
      ? allShowRows(this.#store, this.#reader, nowMs)
      : [...new Set([...showIds, ...this.#shownOtherwise(entries)])].map((showId) =>
          showRow(this.#store, this.#reader, showId, nowMs),
        )
    if (rows.length === 0) return
    for (const listener of this.#ofShows) listener({ kind: 'shows', whole: isWide, rows })
  }

  /** [A2] Shows that were changed together with many others, or whose listing was. */
  #shownOtherwise(entries: readonly JournalEntry[]): ShowId[] {
    const idsOf = (of: 'shows' | 'listings') =>
      entries.flatMap(({ event }) =>
        event.type === 'rows-changed' && event.of === of ? event.alike.flatMap(({ ids }) => ids) : [],
      )
    const listings = new Set(idsOf('listings'))
    const ofListings = listings.size > 0 ? this.#store.select(allShows) : []
    return [
      ...(idsOf('shows') as ShowId[]),
      ...ofListings.filter(({ listingId }) => listings.has(listingId)).map(({ showId }) => showId),
    ]
  }

  #catchUp({ showId, afterRevision, house }: Extract<Topic, { kind: 'seats' }>): SeatNews {
    const board = this.#reader.board(showId)
    const { revision } = board
    const behind = afterRevision === null ? Number.POSITIVE_INFINITY : revision - afterRevision
    if (afterRevision === null || behind < 0 || behind > CATCH_UP_MAX) return this.#snapshot(showId)
    // [SYNC 5.6] The screen's revisions are those of the house before a restart: the same numbers may stand for other events.
    if (house !== this.#name) return this.#snapshot(showId)
    const rows = this.#store.select(journalOfShow, showId, afterRevision, CATCH_UP_MAX + 1)
    const events = rows.map((row) => JSON.parse(row.body) as HouseEvent)
    if (events.some(beginsAnew)) return this.#snapshot(showId)
    const seatIds = new Set(events.flatMap((event) => seatChanges(event).flatMap(({ seatIds }) => seatIds)))
    const states = board.statesAt(this.#nowMs())
    return delta(board, showId, { from: afterRevision, seatIds, states })
  }

  #snapshot(showId: ShowId): SeatNews {
    const board = this.#reader.board(showId)
    const { planId } = this.#reader.planOfShow(showId)
    return {
      kind: 'snapshot',
      house: this.#name,
      showId,
      planId,
      revision: board.revision,
      states: board.statesAt(this.#nowMs()),
    }
  }
}

function delta(
  board: SeatBoard,
  showId: ShowId,
  { from, seatIds, states = board.states }: { from: number; seatIds: Iterable<SeatId>; states?: Uint8Array },
): SeatNews {
  const changed = [...seatIds]
  return {
    kind: 'delta',
    showId,
    from,
    to: board.revision,
    seatIds: changed,
    states: changed.map((seatId) => states[seatId] ?? 0),
  }
}

/** After such an event every seat may look different: the screen gets the whole picture, which says which plan it is of. */
function beginsAnew({ type }: HouseEvent): boolean {
  return type === 'prices-set' || type === 'show-replanned'
}

function isOfCatalogue(event: HouseEvent): boolean {
  if (event.type === 'rows-changed') return event.of === 'venues' || event.of === 'house'
  return event.type === 'entry-saved' && event.entry.kind !== 'show'
}
