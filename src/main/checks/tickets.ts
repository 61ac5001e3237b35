// Tickets: I22, from the journal alone.

import type {
  BookingConfirmed,
  BookingReseated,
  HouseEvent,
  TicketsReprinted,
} from '../../shared/domain/events.ts'
import type { Ticket } from '../../shared/domain/booking.ts'
import type { Row, Store } from '../store/store.ts'
import { type Check, type Looks, type Surroundings, eachOf, ofBooking, ofRow } from './check.ts'
import { TicketNumbers } from './ticket-set.ts'

export const ticketChecks: readonly Check[] = [
  { id: 'I22', claim: 'ticket numbers are unique, their codes beyond guessing', look: i22Numbers },
]

/** [T1] Long enough for 80 bits. From a single secret nobody can tell whether it was drawn at random. */
const secretForm = /^[0-9A-Z]{16,}$/

export function i22Numbers({ store, findings }: Surroundings): Looks {
  const numbers = new TicketNumbers()
  const lookAt = (where: string, { number, secret, seatId }: Ticket) => {
    if (!numbers.add(number)) findings.add(where, `seat ${seatId} has the number “${number}”`)
    if (!secretForm.test(secret)) findings.add(where, `the code of ${number} can be guessed`)
  }
  const lookAtCopy = (row: Row<'journal'>, event: TicketsReprinted) => {
    for (const wrong of wrongInCopy(store, row, event)) findings.add(ofRow(row), wrong)
  }
  return {
    bookings: eachOf(({ booking }) => {
      const hasTickets = booking.ticketsSequence !== null
      if (hasTickets !== (booking.confirmedAtMs !== null))
        findings.add(
          ofBooking(booking),
          `has ${hasTickets ? 'tickets and was not' : 'no tickets and was'} confirmed`,
        )
    }),
    journal: eachOf(({ row, event }) => {
      if (event.type === 'tickets-reprinted') lookAtCopy(row, event)
      if (event.type !== 'booking-confirmed' && event.type !== 'booking-reseated') return
      for (const ticket of event.tickets) {
        if (ticket.sequence === undefined) lookAt(ofRow(row), ticket)
        else if (!isMadeBy(store, ticket, row.sequence))
          findings.add(ofRow(row), `keeps ${ticket.number}, which journal ${ticket.sequence} did not make`)
      }
      const wrong = notOneEach(event)
      if (wrong) findings.add(ofRow(row), wrong)
    }),
    end: () => {
      for (const number of numbers.twins()) findings.add(`ticket ${number}`, 'is there twice')
      return 0
    },
  }
}

/** [T4] A seat that did not move keeps the very ticket of an earlier row. */
function isMadeBy(store: Store, { number, secret, sequence = 0 }: Ticket, before: number): boolean {
  const told = sequence < before ? ticketsTold(store, sequence) : []
  return told.some((one) => one.number === number && one.secret === secret && !one.sequence)
}

/** [T2] A reprint has the numbers of the tickets that it voids, on the same seats, and none of their secrets. */
function wrongInCopy(
  store: Store,
  row: Row<'journal'>,
  { tickets, replaces = 0 }: TicketsReprinted,
): string[] {
  if (!tickets) return []
  const before = replaces < row.sequence ? ticketsTold(store, replaces) : []
  return tickets.flatMap(({ number, seatId, secret }) => {
    const first = before.find((one) => one.number === number && one.seatId === seatId)
    if (!first) return [`prints ${number} again, which journal ${replaces} did not tell`]
    if (first.secret === secret) return [`prints ${number} again with the same code`]
    return secretForm.test(secret) ? [] : [`the code of ${number} can be guessed`]
  })
}

/** All tickets that a row lists for its booking, including those it took over. */
function ticketsTold(store: Store, sequence: number): readonly Ticket[] {
  const body = store.get('journal', sequence)?.body
  const event = body === undefined ? null : (JSON.parse(body) as HouseEvent)
  const hasTickets =
    event?.type === 'booking-confirmed' ||
    event?.type === 'booking-reseated' ||
    event?.type === 'tickets-reprinted'
  return (hasTickets && event.tickets) || []
}

/** [P7] One ticket for each seat. */
function notOneEach(event: BookingConfirmed | BookingReseated): string | null {
  const seatIds = event.type === 'booking-confirmed' ? event.seatIds : event.lines.map(({ seatId }) => seatId)
  const ticketed = event.tickets.map((ticket) => ticket.seatId).toSorted((a, b) => a - b)
  const isEach = seatIds.toSorted((a, b) => a - b).join() === ticketed.join()
  return isEach ? null : `${seatIds.length} seats have ${event.tickets.length} tickets`
}
