// How many of a show's guests are inside, by section, for the screens at its doors. Owns the count while somebody listens; must
// never be called before the commit.

import { known } from '../../shared/lib/assert.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { HouseEvent, TicketCheckedIn } from '../../shared/domain/events.ts'
import type { BookingId, ShowId } from '../../shared/domain/ids.ts'
import type { News } from '../../shared/contract/topics.ts'
import type { JournalEntry } from '../store/journal.ts'
import * as query from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import type { Reader } from './reader.ts'

type DoorNewsTold = Extract<News, { kind: 'door' }>
type Listener = (news: News) => void
type LetIn = Map<string, number>

export class DoorNews {
  readonly #store: Store
  readonly #reader: Reader
  readonly #nowMs: () => number
  readonly #ofShow = new Map<ShowId, Set<Listener>>()
  readonly #letIn = new Map<ShowId, LetIn>()
  /** What the doors of a show were told last: most sales of a minute change nothing for them. */
  readonly #told = new Map<ShowId, string>()

  constructor(store: Store, reader: Reader, nowMs: () => number) {
    this.#store = store
    this.#reader = reader
    this.#nowMs = nowMs
  }

  subscribe(showId: ShowId, listener: Listener): () => void {
    const listeners = this.#ofShow.get(showId) ?? new Set()
    this.#ofShow.set(showId, listeners.add(listener))
    if (this.#reader.show(showId)) listener(this.#news(showId))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#forget(showId)
    }
  }

  publish(showId: ShowId, entries: readonly JournalEntry[]): void {
    if (!this.#ofShow.has(showId)) return
    const letIn = this.#letIn.get(showId)
    for (const { event } of entries) {
      if (event.type === 'ticket-checked-in') addTo(letIn, this.#sectionOf(event))
      else if (mayLeave(event)) this.#letIn.delete(showId)
    }
    this.#tell(showId)
  }

  /** Memory was dropped: tells everybody the whole picture. */
  publishAnew(): void {
    this.#letIn.clear()
    for (const showId of this.#ofShow.keys()) this.#tell(showId)
  }

  #tell(showId: ShowId): void {
    if (!this.#reader.show(showId)) return
    const news = this.#news(showId)
    const text = JSON.stringify(news.sections)
    if (this.#told.get(showId) === text) return
    this.#told.set(showId, text)
    for (const listener of this.#ofShow.get(showId) ?? []) listener(news)
  }

  #forget(showId: ShowId): void {
    for (const kept of [this.#ofShow, this.#letIn, this.#told]) kept.delete(showId)
  }

  #news(showId: ShowId): DoorNewsTold {
    const letIn = this.#letIn.get(showId) ?? this.#count(showId)
    this.#letIn.set(showId, letIn)
    const sections = this.#reader
      .board(showId)
      .sectionCountsAt(this.#nowMs())
      .map(({ name, counts }) => ({ name, sold: counts.sold, letIn: letIn.get(name) ?? 0 }))
    return { kind: 'door', showId, sections }
  }

  /** Reads only those of the show's bookings that have a check-in. */
  #count(showId: ShowId): LetIn {
    const letIn: LetIn = new Map()
    const bookingIds = new Set<BookingId>()
    for (const { bookingId } of this.#store.select(query.liveClaimsOfShow, showId)) bookingIds.add(bookingId)
    for (const bookingId of bookingIds) {
      const checkIns = this.#store.select(query.checkInsOfBooking, bookingId)
      if (checkIns.length === 0) continue
      const booking = known(this.#reader.booking(bookingId), 'booking of a claim')
      for (const { number } of checkIns) addTo(letIn, sectionOfTicket(booking, number))
    }
    return letIn
  }

  #sectionOf({ bookingId, number }: TicketCheckedIn): string | null {
    return sectionOfTicket(known(this.#reader.booking(bookingId), 'booking of a ticket'), number)
  }
}

/** Null: the booking no longer has that ticket. */
function sectionOfTicket({ tickets, lines }: Booking, number: string): string | null {
  const seatId = tickets.find((ticket) => ticket.number === number)?.seatId
  return lines.find((line) => line.seatId === seatId)?.section ?? null
}

function addTo(letIn: LetIn | undefined, section: string | null): void {
  if (section !== null) letIn?.set(section, (letIn.get(section) ?? 0) + 1)
}

/** Somebody who was let in may have no seat any more, or another one. */
function mayLeave({ type }: HouseEvent): boolean {
  return ['booking-cancelled', 'seats-returned', 'booking-reseated', 'booking-deleted'].includes(type)
}
