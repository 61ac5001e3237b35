import type { Found } from './asks.ts'
import { mayBecome } from './booking.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import { idsOf } from './hold-end.ts'
import type { BookingId } from './ids.ts'
import { paidMinor } from './tender.ts'

/** Takes a booking that has ended out of every list; its journal stays. Refuses while money of it has not gone back. */
export function decideDelete(
  found: Found<'booking'>,
  request: { readonly bookingId: BookingId; readonly reason: string },
  _context: Context,
): Decision<{ readonly bookingId: BookingId }> {
  const { booking } = found
  if (!booking) return refuse({ code: 'NOT_FOUND', what: 'booking', id: request.bookingId })
  if (!mayBecome(booking.state, 'deleted'))
    return refuse({ code: 'WRONG_STATE', from: booking.state, to: 'deleted' })
  const amountMinor = paidMinor(booking.payments)
  const isOwed = booking.state === 'expired' || booking.state === 'payment_failed'
  if (isOwed && amountMinor > 0)
    return refuse({ code: 'MONEY_DUE', amountMinor, currency: booking.totals.currency })
  const event = { type: 'booking-deleted', ...idsOf(booking), reason: request.reason } as const
  return accept([event], { bookingId: booking.bookingId })
}
