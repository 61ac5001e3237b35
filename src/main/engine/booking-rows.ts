import type { Booking, Ticket } from '../../shared/domain/booking.ts'
import type { BookingConfirmed } from '../../shared/domain/events.ts'
import { known } from '../../shared/lib/assert.ts'
import * as query from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'

/** A booking with its lines, payments and tickets, from its rows. */
export function bookingOf(store: Store, row: Row<'booking'>): Booking {
  const { sequence: _sequence, ticketsSequence, ...rest } = row
  const { currency, baseMinor, discountMinor, feeMinor, totalMinor, ...booking } = rest
  const lines = store
    .select(query.claimsOfBooking, row.bookingId)
    .map(({ bookingId: _bookingId, showId: _showId, isLive: _isLive, line: _line, gender, ...line }) =>
      gender === null ? line : { ...line, gender },
    )
  const paid = row.state !== 'reserved' && row.state !== 'expired'
  return {
    ...booking,
    lines,
    totals: { currency, baseMinor, discountMinor, feeMinor, totalMinor },
    payments: paid ? store.select(query.paymentsOfBooking, row.bookingId).map(withoutBooking) : [],
    tickets: ticketsSequence === null ? [] : ticketsAt(store, ticketsSequence),
  }
}

function withoutBooking<Of extends { bookingId: unknown }>({ bookingId: _bookingId, ...rest }: Of) {
  return rest
}

/** Tickets are kept by the row that made them alone. */
function ticketsAt(store: Store, sequence: number): readonly Ticket[] {
  const { body } = known(store.get('journal', sequence), 'row of tickets')
  return (JSON.parse(body) as BookingConfirmed).tickets
}
