// From a ticket's number, or its last digits, to the ticket: the digits say which journal rows may have made it [T1]. Owns how
// far back it looks; must never read a journal from end to end.

import type { Ticket } from '../../shared/domain/booking.ts'
import type { BookingConfirmed, BookingReseated, TicketsReprinted } from '../../shared/domain/events.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import { ticketPlace } from '../../shared/domain/ticket-number.ts'
import { lastJournalRow } from '../store/queries.ts'
import type { Store } from '../store/store.ts'

/** A ticket as the journal has it; `sequence`: its row. */
export interface NumberedTicket extends Ticket {
  readonly bookingId: BookingId
  readonly sequence: number
}

/** Rows tried, newest first: for four digits this reaches half a million rows back, for eight to the beginning. 5 ms. */
const ROWS_TRIED = 2000
const DIGITS = 8

/** One ticket; two may share a number from the day on which a house was upgraded from 0.1.0. */
export function ticketsOfNumber(store: Store, number: string): readonly NumberedTicket[] {
  const early = store.get('earlyTicket', number)
  const ofEarly = early ? ticketsAt(store, early.sequence) : []
  const found = [...ticketsEndingIn(store, number.slice(-DIGITS), ROWS_TRIED), ...ofEarly]
  return found.filter((ticket) => ticket.number === number)
}

/** `digits`: the last four to eight of a number. Newest first, at most `limit`. */
export function ticketsEndingIn(store: Store, digits: string, limit: number): readonly NumberedTicket[] {
  const { sequence, line, every } = ticketPlace(digits)
  const newest = store.select(lastJournalRow, 1)[0]?.sequence ?? 0
  const found: NumberedTicket[] = []
  let at = sequence + Math.floor((newest - sequence) / every) * every
  for (let tried = 0; at > 0 && tried < ROWS_TRIED && found.length < limit; tried += 1, at -= every) {
    const ticket = ticketsAt(store, at)[line]
    if (ticket?.number.endsWith(digits)) found.push(ticket)
  }
  return found
}

/** [T2] The tickets whose codes a journal row wrote, including the row of a reprint. */
export function ticketsWrittenAt(store: Store, sequence: number): readonly NumberedTicket[] {
  const row = store.get('journal', sequence)
  if (row?.kind !== 'tickets-reprinted') return ticketsAt(store, sequence)
  const { bookingId, tickets = [] } = JSON.parse(row.body) as TicketsReprinted
  return tickets.map((ticket) => ({ ...ticket, bookingId, sequence }))
}

/** The tickets that got their numbers from a row. */
function ticketsAt(store: Store, sequence: number): readonly NumberedTicket[] {
  const row = store.get('journal', sequence)
  if (row?.kind !== 'booking-confirmed' && row?.kind !== 'booking-reseated') return []
  const { bookingId, tickets } = JSON.parse(row.body) as BookingConfirmed | BookingReseated
  // Tickets taken over from an earlier row carry that row's `sequence`.
  const made = tickets.filter((ticket) => ticket.sequence === undefined)
  return made.map((ticket) => ({ ...ticket, bookingId, sequence }))
}
