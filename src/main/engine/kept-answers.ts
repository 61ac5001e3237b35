// The first answer to each command, in the form it is kept in [C3]. Owns the short form: a booking in an answer is kept as the
// number of the journal row that left it so, because the journal has the rest. Must never give another answer than the first.

import { hash } from 'node:crypto'
import { type Booking, evolveBooking } from '../../shared/domain/booking.ts'
import type { BookingEvent, HouseEvent } from '../../shared/domain/events.ts'
import type { KioskId, ShowId } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { OperationName } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import { known } from '../../shared/lib/assert.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import type { JournalHead } from '../store/journal.ts'
import { journalAfter } from '../store/queries.ts'
import type { Store } from '../store/store.ts'

/** A booking as a journal row left it: the last row of the command that was answered. */
export interface BookingAt {
  readonly atSequence: number
}

/** If a command runs later than this after the booking began, its answer is kept whole: the way back through the journal would be long. */
const LATE_MS = 15 * MINUTE_MS
/** Journal rows read at a time on the way to a booking's last event. */
const PAGE_ROWS = 1000

/** Enough of the hash of a command's content to tell a repeat from another command: 132 bits. */
const HASH_LETTERS = 22

/** [I42] `input` must be without secrets: a PIN could be recovered by hashing all possible ones. */
export function inputHashOf(kioskId: KioskId, name: OperationName, input: unknown): string {
  return hash('sha256', JSON.stringify([kioskId, name, input]), 'base64').slice(0, HASH_LETTERS)
}

/**
 * `head`: the journal's last row; `last`: the last event that the command recorded. A command may change nothing (making a
 * reservation of what already is one): the last row is then of another command, and the answer is kept whole.
 */
export function keptText(answer: Answer<unknown>, head: JournalHead, last: HouseEvent | undefined): string {
  if (answer.kind !== 'done' || !hasBooking(answer.value)) return JSON.stringify(answer)
  const { booking } = answer.value
  const isItsRow =
    last && 'bookingId' in last && 'bookingId' in booking && last.bookingId === booking.bookingId
  if (!isItsRow) return JSON.stringify(answer)
  if ('reservedAtMs' in booking && head.atMs - booking.reservedAtMs > LATE_MS) return JSON.stringify(answer)
  const at: BookingAt = { atSequence: head.sequence }
  return JSON.stringify({ kind: 'done', value: { ...answer.value, booking: at } })
}

/** [K3] A refused hold is kept with its show, so that refusals can be counted without any sale writing anything for it. */
export interface KeptRefusal {
  readonly kind: 'refused'
  readonly refusal: Refusal
  /** Only on holds; also missing in answers kept by older versions. */
  readonly showId?: ShowId
}

export function keptRefusal(refusal: Refusal, showId: ShowId): string {
  const kept: KeptRefusal = { kind: 'refused', refusal, showId }
  return JSON.stringify(kept)
}

export function answerOf(store: Store, text: string): Answer<unknown> {
  const answer = JSON.parse(text) as Answer<unknown>
  if (answer.kind === 'refused') return { kind: 'refused', refusal: answer.refusal }
  if (answer.kind !== 'done' || !hasBooking(answer.value)) return answer
  const { booking } = answer.value
  if (!('atSequence' in booking)) return answer
  return { kind: 'done', value: { ...answer.value, booking: bookingAt(store, booking) } }
}

function hasBooking(value: unknown): value is { readonly booking: Booking | BookingAt } {
  return typeof value === 'object' && value !== null && 'booking' in value
}

/** Folds the booking's events. Needed only if a command is sent again, which happens within seconds or minutes of the first time. */
export function bookingAt(store: Store, { atSequence }: BookingAt): Booking {
  const { body } = known(store.get('journal', atSequence), 'row of an answer')
  const { bookingId } = JSON.parse(body) as BookingEvent
  let from = known(store.get('booking', bookingId), 'booking of an answer').sequence - 1
  let booking: Booking | null = null
  while (from < atSequence) {
    const rows = store.select(journalAfter, from, Math.min(PAGE_ROWS, atSequence - from))
    for (const { body, atMs } of rows) {
      const event = JSON.parse(body) as HouseEvent
      if ('bookingId' in event && event.bookingId === bookingId) booking = evolveBooking(booking, event, atMs)
    }
    from += rows.length
    if (rows.length === 0) break
  }
  return known(booking, 'events of a booking')
}
