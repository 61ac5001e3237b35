// [P5] Pictures of transfers that nobody has checked yet. Owns which bookings have one, as far as is known: rows from before this
// process are searched newest first, some at each question, so that no sale waits for them; later ones are noticed as they are
// recorded. Must never be the last word: each is checked again in its row.

import { holdEndMs } from '../../shared/domain/booking.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { BookingId, PaymentId } from '../../shared/domain/ids.ts'
import type { Payment } from '../../shared/domain/tender.ts'
import { OPEN_PROOFS_MAX, TABLE_ROWS_MAX } from '../../shared/contract/limits.ts'
import type { Output } from '../../shared/contract/operations.ts'
import type { News } from '../../shared/contract/topics.ts'
import { timeOfUlid } from '../../shared/lib/ulid.ts'
import type { JournalEntry } from '../store/journal.ts'
import { paymentsBefore } from '../store/office-queries.ts'
import type { Store } from '../store/store.ts'
import { staffName } from './actor-of.ts'
import { bookingOf } from './booking-rows.ts'
import { headOf } from './find-bookings.ts'

type Listener = (news: News) => void
type Proof = Output<'open-proofs'>['proofs'][number]
/** Sorts after every id. */
const LAST_ID = '~'

export class OpenProofs {
  readonly #store: Store
  readonly #listeners = new Set<Listener>()
  /** Payment ids sort by the time they were made. */
  readonly #open = new Map<PaymentId, BookingId>()
  readonly #bookings = new Set<BookingId>()
  /** Rows from this one on have been searched; null: all have. */
  #before: string | null = LAST_ID

  constructor(store: Store) {
    this.#store = store
  }

  /** Longest waiting first. `isWhole`: there are no others; if false, ask again to search further. */
  answer(): Output<'open-proofs'> {
    this.#goThrough()
    const proofs: Proof[] = []
    for (const one of [...this.#open].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      if (proofs.length === OPEN_PROOFS_MAX) break
      proofs.push(...this.#proof(one))
    }
    return { proofs, waiting: this.#open.size, isWhole: this.#before === null }
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    listener({ kind: 'proofs' })
    return () => this.#listeners.delete(listener)
  }

  publish(entries: readonly JournalEntry[]): void {
    let isNews = false
    for (const { event } of entries) {
      if (!('bookingId' in event)) continue
      if (paymentsIn(event).some(isOpen)) this.#note(event.bookingId, paymentsIn(event))
      isNews ||= this.#bookings.has(event.bookingId)
    }
    if (isNews) this.#tell()
  }

  /** Memory was dropped: events that were not noticed are found in the rows. */
  publishAnew(): void {
    this.#before = LAST_ID
    this.#tell()
  }

  #goThrough(): void {
    if (this.#before === null) return
    const rows = this.#store.select(paymentsBefore, this.#before, TABLE_ROWS_MAX)
    for (const { bookingId, payments } of rows) this.#note(bookingId, payments ?? [])
    this.#before = rows.length < TABLE_ROWS_MAX ? null : (rows.at(-1)?.bookingId ?? null)
  }

  #note(bookingId: BookingId, payments: readonly Payment[]): void {
    for (const { paymentId } of payments.filter(isOpen)) {
      this.#open.set(paymentId, bookingId)
      this.#bookings.add(bookingId)
    }
  }

  /** Empty if somebody has checked it meanwhile. */
  #proof([paymentId, bookingId]: readonly [PaymentId, BookingId]): readonly Proof[] {
    const row = this.#store.get('booking', bookingId)
    const booking = row && row.state !== 'deleted' ? bookingOf(this.#store, row) : null
    const payment = booking?.payments.find((one) => one.paymentId === paymentId && isOpen(one))
    if (!row || !booking || !payment) {
      this.#open.delete(paymentId)
      return []
    }
    return [
      {
        ...headOf(this.#store, row),
        paymentId,
        amountMinor: payment.amountMinor,
        number: booking.tickets[0]?.number ?? null,
        seller: staffName(this.#store, booking.staffId),
        shownAtMs: timeOfUlid(paymentId) ?? booking.reservedAtMs,
        endsAtMs: booking.state === 'reserved' ? holdEndMs(booking) : null,
      },
    ]
  }

  #tell(): void {
    for (const listener of this.#listeners) listener({ kind: 'proofs' })
  }
}

function isOpen({ review }: Payment): boolean {
  return review === 'open'
}

function paymentsIn(event: HouseEvent): readonly Payment[] {
  if (!('payment' in event) || !event.payment) return []
  return [event.payment, ...('others' in event ? (event.others ?? []) : [])]
}
