import type { Found } from './asks.ts'
import type { Ticket } from './booking.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { TicketsReprinted } from './events.ts'
import type { BookingId } from './ids.ts'
import { refusalIfNotYours } from './rights.ts'

/**
 * [T2] Prints a booking's tickets again: counted and journaled before anything is printed, so that no reprint is silent. The numbers
 * stay, since people know them; the codes are new, so that a door rejects earlier papers as void.
 */
export function decideReprint(
  found: Found<'booking' | 'copies' | 'ticketsRow'>,
  request: { readonly bookingId: BookingId },
  { actor, newSecret }: Context,
): Decision<{ readonly copy: number }> {
  const { booking, copies, ticketsRow } = found
  if (!booking) return refuse({ code: 'NOT_FOUND', what: 'booking', id: request.bookingId })
  const refusal = refusalIfNotYours(booking, actor)
  if (refusal) return refuse(refusal)
  const { bookingId, showId, state } = booking
  if (ticketsRow === null || (state !== 'confirmed' && state !== 'completed'))
    return refuse({ code: 'NO_TICKETS', state })
  const copy = copies + 1
  const tickets = booking.tickets.map(({ number, seatId }): Ticket => {
    return { number, seatId, secret: newSecret() }
  })
  const event: TicketsReprinted = {
    type: 'tickets-reprinted',
    bookingId,
    showId,
    copy,
    tickets,
    replaces: ticketsRow,
  }
  return accept([event], { copy })
}
