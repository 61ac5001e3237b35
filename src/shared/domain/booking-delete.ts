import type { Found } from './asks.ts'
import { mayBecome, mayBeOwed } from './booking.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import { idsOf, seatIdsOf } from './hold-end.ts'
import type { BookingId } from './ids.ts'
import { paidMinor } from './tender.ts'

/**
 * Takes a booking that has ended out of every list; its journal stays, its seats, where it still has them, are free [I2]. Refuses
 * while money of it has not gone back.
 */
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
  if (mayBeOwed(booking.state) && amountMinor > 0)
    return refuse({ code: 'MONEY_DUE', amountMinor, currency: booking.totals.currency })
  const seats = booking.state === 'completed' ? { seatIds: seatIdsOf(booking) } : {}
  const event = { type: 'booking-deleted', ...idsOf(booking), ...seats, reason: request.reason } as const
  return accept([event], { bookingId: booking.bookingId })
}
