import type { Booking } from '../../shared/domain/booking.ts'
import * as query from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'

/** A booking with its lines, payments and tickets, from its rows. */
export function bookingOf(store: Store, row: Row<'booking'>): Booking {
  const { sequence: _sequence, currency, baseMinor, discountMinor, feeMinor, totalMinor, ...booking } = row
  const lines = store
    .select(query.claimsOfBooking, row.bookingId)
    .map(
      ({ bookingId: _bookingId, showId: _showId, isLive: _isLive, isSold: _isSold, line: _line, ...line }) =>
        line,
    )
  const paid = row.state !== 'reserved' && row.state !== 'expired'
  return {
    ...booking,
    lines,
    totals: { currency, baseMinor, discountMinor, feeMinor, totalMinor },
    payments: paid ? store.select(query.paymentsOfBooking, row.bookingId).map(withoutBooking) : [],
    tickets: paid ? ticketsInLineOrder(store, row, lines) : [],
  }
}

function withoutBooking<Of extends { bookingId: unknown }>({ bookingId: _bookingId, ...rest }: Of) {
  return rest
}

function ticketsInLineOrder(
  store: Store,
  { bookingId }: Row<'booking'>,
  lines: Booking['lines'],
): Booking['tickets'] {
  const rows = store.select(query.ticketsOfBooking, bookingId)
  return lines.flatMap(({ seatId }) => {
    const row = rows.find((one) => one.seatId === seatId)
    return row ? [{ number: row.number, seatId, secret: row.secret }] : []
  })
}
