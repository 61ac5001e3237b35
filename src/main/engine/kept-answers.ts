// The first answer to each command, as it is kept [C3]. Owns the short form: a booking in an answer is written as its id and the
// journal row it stood at, because the journal has the rest. Must never give another answer than the first.

import { type Booking, evolveBooking } from '../../shared/domain/booking.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import type { Answer } from '../../shared/contract/port.ts'
import { known } from '../../shared/lib/assert.ts'
import { journalAfter } from '../store/queries.ts'
import type { Store } from '../store/store.ts'

/** A booking as it stood when a row of the journal was the newest. */
interface BookingAt {
  readonly bookingId: BookingId
  readonly atSequence: number
}

/** Rows of the journal that are read at a time on the way to a booking's last event. */
const PAGE_ROWS = 1000

/** `sequence`: the newest row of the journal as the answer is given. */
export function keptText(answer: Answer<unknown>, sequence: number): string {
  if (answer.kind !== 'done' || !hasBooking(answer.value)) return JSON.stringify(answer)
  const { booking, ...rest } = answer.value
  const at: BookingAt = { bookingId: booking.bookingId, atSequence: sequence }
  return JSON.stringify({ kind: 'done', value: { ...rest, booking: at } })
}

export function answerOf(store: Store, text: string): Answer<unknown> {
  const answer = JSON.parse(text) as Answer<unknown>
  if (answer.kind !== 'done' || !hasBooking(answer.value)) return answer
  const { booking } = answer.value
  if (!('atSequence' in booking)) return answer
  return { kind: 'done', value: { ...answer.value, booking: bookingAt(store, booking) } }
}

function hasBooking(value: unknown): value is { readonly booking: Booking | BookingAt } {
  return typeof value === 'object' && value !== null && 'booking' in value
}

/** Folds the booking's events. Only a command that comes again asks for this, within seconds or minutes of the first time. */
function bookingAt(store: Store, { bookingId, atSequence }: BookingAt): Booking {
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
