// The rule at the door [T3]: what a scanned ticket is. Owns the four answers; must never let one ticket in twice.

import type { Found } from './asks.ts'
import type { Booking } from './booking.ts'
import { type Context, type Decision, accept } from './decision.ts'
import type { BookingEvent } from './events.ts'
import { idsOf } from './hold-end.ts'
import type { ShowId } from './ids.ts'

/** A ticket as the house knows it. */
export interface FoundTicket {
  readonly number: string
  /** Its seat; null where the booking has that no more. */
  readonly label: string | null
  /** This very code is the one that counts: signed here, and not replaced since. */
  readonly isCurrent: boolean
  readonly booking: Booking
  /** When it was let in; null: not yet. */
  readonly usedAtMs: number | null
  /** Of the tickets that the booking has now, those that were let in. */
  readonly used: number
}

export type DoorAnswer = 'valid' | 'used' | 'wrong-show' | 'void' | 'unknown'

export interface CheckInAnswer {
  readonly answer: DoorAnswer
  readonly label: string | null
  readonly usedAtMs: number | null
}

/** Nothing here is refused: a door needs an answer to everything that is held under its scanner. */
export function decideCheckIn(
  found: Found<'ticket'>,
  request: { readonly showId: ShowId },
  _context: Context,
): Decision<CheckInAnswer> {
  const { ticket } = found
  const answer = answerFor(ticket, request.showId)
  const said = { answer, label: ticket?.label ?? null, usedAtMs: ticket?.usedAtMs ?? null }
  if (answer !== 'valid' || !ticket) return accept([], said)
  const { booking, number, used } = ticket
  const isLast = used + 1 === booking.tickets.length
  const event: BookingEvent = { type: 'ticket-checked-in', ...idsOf(booking), number, isLast }
  return accept([event], said)
}

function answerFor(ticket: FoundTicket | null, showId: ShowId): DoorAnswer {
  if (!ticket) return 'unknown'
  if (ticket.booking.showId !== showId) return 'wrong-show'
  const { state } = ticket.booking
  if (!ticket.isCurrent || (state !== 'confirmed' && state !== 'completed')) return 'void'
  return ticket.usedAtMs === null ? 'valid' : 'used'
}
