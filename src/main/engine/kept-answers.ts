// The first answer to each command, as it is kept [C3]. Owns the short form: a booking in an answer is written as the journal
// row that made it so, because the journal has the rest. Must never give another answer than the first.

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

/** A booking as a row of the journal left it: the last one of the command that is answered. */
export interface BookingAt {
  readonly atSequence: number
}

/** What is decided later than this after the booking began is kept whole: the way back through the journal would be long. */
const LATE_MS = 15 * MINUTE_MS
/** Rows of the journal that are read at a time on the way to a booking's last event. */
const PAGE_ROWS = 1000

/** Of a command's content, enough to tell a repeat from another command: 132 bits. */
const HASH_LETTERS = 22

/** [I42] `input` without secrets: a PIN would be found again by hashing all there are. */
export function inputHashOf(kioskId: KioskId, name: OperationName, input: unknown): string {
  return hash('sha256', JSON.stringify([kioskId, name, input]), 'base64').slice(0, HASH_LETTERS)
}

/**
 * `head`: the journal's last row; `last`: what the command recorded there. A command may change nothing (a reservation is asked to be
 * one): the row is then another's, and the answer is kept whole.
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

/** [K3] A hold that was refused is kept with its show, so that it can be counted; no sale writes anything for it. */
export interface KeptRefusal {
  readonly kind: 'refused'
  readonly refusal: Refusal
  /** Left out of all but holds, and by older versions. */
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

/** Folds the booking's events. Only a command that comes again asks for this, within seconds or minutes of the first time. */
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
