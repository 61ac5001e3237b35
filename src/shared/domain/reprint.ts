import type { Found } from './asks.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { BookingId } from './ids.ts'
import { refusalIfNotYours } from './rights.ts'

/** [T2] Another printing of a booking's tickets: counted and journaled before the paper comes, so that none is silent. */
export function decideReprint(
  found: Found<'booking' | 'copies'>,
  request: { readonly bookingId: BookingId },
  { actor }: Context,
): Decision<{ readonly copy: number }> {
  const { booking, copies } = found
  if (!booking) return refuse({ code: 'NOT_FOUND', what: 'booking', id: request.bookingId })
  const refusal = refusalIfNotYours(booking, actor)
  if (refusal) return refuse(refusal)
  const { bookingId, showId, state } = booking
  if (state !== 'confirmed' && state !== 'completed') return refuse({ code: 'NO_TICKETS', state })
  const copy = copies + 1
  return accept([{ type: 'tickets-reprinted', bookingId, showId, copy }], { copy })
}
