import type { Found } from './asks.ts'
import type { Ticket } from './booking.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { TicketsReprinted } from './events.ts'
import type { BookingId } from './ids.ts'
import { refusalIfNotYours } from './rights.ts'

/**
 * [T2] Another printing of a booking's tickets: counted and journaled before the paper comes, so that none is silent. The numbers
 * stay, people know them; the codes are new, so that whoever comes with an earlier paper is told that it is void.
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
