import { type Booking, type Ticket, wholly } from '../../shared/domain/booking.ts'
import type { BookingConfirmed, BookingReseated, TicketsReprinted } from '../../shared/domain/events.ts'
import type { Payment } from '../../shared/domain/tender.ts'
import { known } from '../../shared/lib/assert.ts'
import type { Row, Store } from '../store/store.ts'

/** A booking with its tickets, from its row. */
export function bookingOf(store: Store, row: Row<'booking'>): Booking {
  const { sequence: _sequence, ticketsSequence, ...rest } = row
  const { currency, baseMinor, discountMinor, feeMinor, totalMinor, ...booking } = rest
  const tickets = ticketsSequence === null ? [] : ticketsAt(store, ticketsSequence)
  const seats = new Set(row.lines.map(({ seatId }) => seatId))
  return {
    ...booking,
    returned: row.returned ?? [],
    totals: { currency, baseMinor, discountMinor, feeMinor, totalMinor },
    payments: paymentsIn(row),
    tickets: tickets.filter(({ seatId }) => seats.has(seatId)),
  }
}

/** Older versions recorded only that a booking was refunded, not which payment. */
function paymentsIn({ state, payments }: Row<'booking'>): readonly Payment[] {
  const all = payments ?? []
  const isOfOlder = state === 'refunded' && all.every(({ account }) => account === undefined)
  return isOfOlder ? all.map(wholly) : all
}

/** Tickets are stored only in the journal row that made them: a sale, a move, or a reprint. */
function ticketsAt(store: Store, sequence: number): readonly Ticket[] {
  const { body } = known(store.get('journal', sequence), 'row of tickets')
  const { tickets } = JSON.parse(body) as BookingConfirmed | BookingReseated | TicketsReprinted
  return known(tickets, 'tickets of a row')
}
