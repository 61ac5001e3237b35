// Bookings as the office's table shows them [A1], a page at a time in the order they were made. Must never read more of a booking
// than is shown.

import type { BookingConfirmed } from '../../shared/domain/events.ts'
import { BOOKING_ROWS_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { BookingRow } from '../../shared/contract/row-operations.ts'
import { bookingsAfter } from '../store/office-queries.ts'
import type { Row, Store } from '../store/store.ts'
import { staffName } from './actor-of.ts'
import type { Reader } from './reader.ts'
import { roomsIn } from './show-facts.ts'

type Kept = Pick<Row<'booking'>, (typeof bookingsAfter)['only'][number]>

interface Parts {
  readonly store: Store
  readonly reader: Reader
}

export function bookingsPage(parts: Parts, asked: Input<'booking-rows'>): Output<'booking-rows'> {
  const { store } = parts
  if ('ids' in asked) {
    const rows = asked.ids.flatMap((bookingId) => store.get('booking', bookingId) ?? [])
    const there = rows.filter(({ state }) => state !== 'deleted')
    return { rows: there.map((row) => rowOf(parts, row)), isMore: false }
  }
  const rows = store.select(bookingsAfter, asked.after ?? '', BOOKING_ROWS_MAX)
  return { rows: rows.map((row) => rowOf(parts, row)), isMore: rows.length === BOOKING_ROWS_MAX }
}

function rowOf({ store, reader }: Parts, row: Kept): BookingRow {
  const { bookingId, showId, state, customerId, kioskId, staffId, reservedAtMs, totalMinor, currency } = row
  const paid = (row.payments ?? []).filter((payment) => payment.state !== 'failed')
  return {
    bookingId,
    showId,
    number: row.ticketsSequence === null ? null : firstNumber(store, row.ticketsSequence),
    seats: row.lines.map(({ label }) => label),
    ...roomsIn(reader, row),
    state,
    seller: staffName(store, staffId),
    kioskId,
    customer: customerId === null ? null : (store.get('customer', customerId)?.name ?? null),
    modes: [...new Set(paid.map(({ mode }) => mode))],
    reservedAtMs,
    totalMinor,
    currency,
  }
}

/** Tickets are stored only in the journal row that made them. */
export function firstNumber(store: Store, sequence: number): string | null {
  const row = store.get('journal', sequence)
  const { tickets } = JSON.parse(row?.body ?? '{}') as Partial<BookingConfirmed>
  return tickets?.[0]?.number ?? null
}
