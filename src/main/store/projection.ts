// What an event does to the rows. Folding the journal through here from nothing gives exactly the rows there are [I25].
// Must never refuse, read, or know which store will write.

import { never } from '../../shared/lib/assert.ts'
import type { Payment } from '../../shared/domain/booking.ts'
import type { Entry } from '../../shared/domain/catalogue.ts'
import type {
  BookingConfirmed,
  SeatsHeld,
  StandbyLeft,
  StandbyServed,
  TicketsChosen,
} from '../../shared/domain/events.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import type { JournalEntry } from './journal.ts'
import { type Row, type Write, change, put } from './rows.ts'

export function writesOf({ row, event }: JournalEntry): Write[] {
  return [put('journal', row), ...effectOf({ row, event })]
}

function effectOf({ row, event }: JournalEntry): Write[] {
  const { atMs } = row
  switch (event.type) {
    case 'seats-held':
      return held(event, row)
    case 'hold-extended': {
      const { expiresAtMs, graceEndsAtMs } = event
      return [booking(event, { expiresAtMs, graceEndsAtMs, extendedAtMs: atMs })]
    }
    case 'tickets-chosen':
      return chosen(event)
    case 'hold-lapsed':
      return [booking(event, { lapsedAtMs: atMs })]
    case 'booking-expired':
      return [booking(event, { state: 'expired', expiredAtMs: atMs }), released(event)]
    case 'booking-cancelled':
      return [booking(event, { state: 'cancelled', cancelledAtMs: atMs }), released(event)]
    case 'payment-taken':
      return [paid(event, event.payment)]
    case 'booking-confirmed':
      return confirmed(event, row)
    case 'booking-refunded':
      return [
        booking(event, { state: 'refunded', refundedAtMs: atMs }),
        change('payment', { bookingId: event.bookingId }, { state: 'refunded' }),
      ]
    case 'tickets-reprinted': {
      const { bookingId, copy } = event
      return [put('reprint', { bookingId, copy, atMs, kioskId: row.kioskId })]
    }
    case 'entry-saved':
      return [saved(event.entry)]
    case 'prices-set':
      return [put('priceList', { showId: event.showId, version: event.version, prices: event.prices })]
    case 'standby-joined': {
      const { type: _type, ...waiting } = event
      return [put('standby', { ...waiting, sequence: row.sequence, state: 'waiting' })]
    }
    case 'standby-left':
      return [waited(event, 'left')]
    case 'standby-served':
      return [waited(event, 'served')]
    case 'plan-imported':
      return []
    default:
      return never(event)
  }
}

type OfBooking = { readonly bookingId: BookingId }

function booking({ bookingId }: OfBooking, set: Partial<Row<'booking'>>): Write {
  return change('booking', { bookingId }, set)
}

function released({ bookingId }: OfBooking): Write {
  return change('claim', { bookingId }, { isLive: false })
}

function held(event: SeatsHeld, { atMs, sequence }: Row<'journal'>): Write[] {
  const { type: _type, override: _override, lines, totals, ...given } = event
  const row: Row<'booking'> = {
    ...given,
    ...totals,
    sequence,
    state: 'reserved',
    reservedAtMs: atMs,
    extendedAtMs: null,
    lapsedAtMs: null,
    confirmedAtMs: null,
    expiredAtMs: null,
    cancelledAtMs: null,
    refundedAtMs: null,
    ticketsSequence: null,
  }
  const ofLines = lines.map((line, index) =>
    put('claim', { gender: null, ...line, ...placeOf(event), isLive: true, line: index }),
  )
  return [put('booking', row), ...ofLines]
}

function placeOf({ bookingId, showId }: SeatsHeld) {
  return { bookingId, showId }
}

function chosen(event: TicketsChosen): Write[] {
  const { bookingId, totals, couponCode } = event
  const ofLines = event.lines.map(({ seatId, label: _label, section: _section, ...price }) =>
    change('claim', { bookingId, seatId }, price),
  )
  return [booking(event, { ...totals, couponCode }), ...ofLines]
}

function confirmed(event: BookingConfirmed, { atMs, sequence }: Row<'journal'>): Write[] {
  const set = { state: 'confirmed', confirmedAtMs: atMs, ticketsSequence: sequence } as const
  return [booking(event, set), ...(event.payment ? [paid(event, event.payment)] : [])]
}

function waited({ showId, cartId }: StandbyLeft | StandbyServed, state: 'left' | 'served'): Write {
  return change('standby', { showId, cartId }, { state })
}

function paid({ bookingId }: OfBooking, payment: Payment): Write {
  return put('payment', { bookingId, ...payment })
}

function saved(entry: Entry): Write {
  const { kind, ...row } = entry
  return { put: kind, row } as Write
}
