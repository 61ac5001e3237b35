// The rule at the door [T3]: how a scanned ticket is judged. Owns the five answers; must never let one ticket in twice.

import { known } from '../lib/assert.ts'
import type { Found } from './asks.ts'
import type { Booking, BookingLine } from './booking.ts'
import { type Context, type Decision, accept } from './decision.ts'
import type { BookingEvent } from './events.ts'
import { idsOf } from './hold-end.ts'
import type { ShowId } from './ids.ts'

/** A ticket as the house knows it. */
export interface FoundTicket {
  readonly number: string
  /** Its seat; null where the booking no longer has it. */
  readonly line: Pick<BookingLine, 'label' | 'section' | 'ticketType'> | null
  /** This code is the valid one: signed by this house, and not replaced since. */
  readonly isCurrent: boolean
  readonly booking: Booking
  /** When it was let in; null: not yet. */
  readonly usedAtMs: number | null
  /** How many of the booking's current tickets were let in. */
  readonly used: number
}

export type DoorAnswer = 'valid' | 'used' | 'wrong-show' | 'void' | 'unknown'

export interface CheckInAnswer {
  readonly answer: DoorAnswer
  /** The ticket's number; null where it is unknown. */
  readonly number: string | null
  /** The show that the ticket is for. */
  readonly ofShowId: ShowId | null
  readonly label: string | null
  readonly section: string | null
  readonly ticketType: string | null
  readonly usedAtMs: number | null
}

interface CheckInRequest {
  readonly showId: ShowId
  /** When a door that could not reach the house let the ticket in; left out: now. */
  readonly scannedAtMs?: number
}

/** Never refuses: a door needs an answer to everything that is held under its scanner. */
export function decideCheckIn(
  found: Found<'ticket'>,
  { showId, scannedAtMs }: CheckInRequest,
  { nowMs }: Context,
): Decision<CheckInAnswer> {
  const { ticket } = found
  const answer = answerFor(ticket, showId)
  const said = { answer, ...factsOf(ticket) }
  if (answer !== 'valid' || !ticket) return accept([], said)
  const { booking, number, used } = ticket
  const isLast = used + 1 === booking.tickets.length
  // A door's own clock may be wrong: nobody can have been let in later than now, or before the ticket was sold.
  const soldAtMs = known(booking.confirmedAtMs, 'when a ticket at the door was sold')
  const isThen = scannedAtMs !== undefined && scannedAtMs < nowMs && scannedAtMs >= soldAtMs
  const earlier = isThen ? { scannedAtMs } : {}
  const event: BookingEvent = { type: 'ticket-checked-in', ...idsOf(booking), number, isLast, ...earlier }
  return accept([event], said)
}

function factsOf(ticket: FoundTicket | null): Omit<CheckInAnswer, 'answer'> {
  if (!ticket)
    return { number: null, ofShowId: null, label: null, section: null, ticketType: null, usedAtMs: null }
  const { number, booking, line, usedAtMs } = ticket
  const seat = line ?? { label: null, section: null, ticketType: null }
  const { label, section, ticketType } = seat
  return { number, ofShowId: booking.showId, label, section, ticketType, usedAtMs }
}

function answerFor(ticket: FoundTicket | null, showId: ShowId): DoorAnswer {
  if (!ticket) return 'unknown'
  const { state } = ticket.booking
  if (!ticket.isCurrent || (state !== 'confirmed' && state !== 'completed')) return 'void'
  if (ticket.booking.showId !== showId) return 'wrong-show'
  return ticket.usedAtMs === null ? 'valid' : 'used'
}
