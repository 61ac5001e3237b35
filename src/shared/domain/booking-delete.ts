import type { Found } from './asks.ts'
import { mayBecome, mayBeOwed } from './booking.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import { idsOf, seatIdsOf } from './hold-end.ts'
import type { BookingId } from './ids.ts'
import { paidMinor } from './tender.ts'

/**
 * Takes a booking that has ended out of every list. Its journal stays; seats that it still has become free [I2]. Refuses while
 * some of its money has not been returned, and while the seats of guests already seated could be sold again.
 */
export function decideDelete(
  { booking, showOf: show }: Found<'booking' | 'showOf'>,
  request: { readonly bookingId: BookingId; readonly reason: string },
  { nowMs }: Context,
): Decision<{ readonly bookingId: BookingId }> {
  if (!booking || !show) return refuse({ code: 'NOT_FOUND', what: 'booking', id: request.bookingId })
  if (!mayBecome(booking.state, 'deleted'))
    return refuse({ code: 'WRONG_STATE', from: booking.state, to: 'deleted' })
  const amountMinor = paidMinor(booking.payments)
  if (mayBeOwed(booking.state) && amountMinor > 0)
    return refuse({ code: 'MONEY_DUE', amountMinor, currency: booking.totals.currency })
  const { salesCloseAtMs } = show
  if (booking.state === 'completed' && nowMs < salesCloseAtMs)
    return refuse({ code: 'SHOW_ON_SALE', salesCloseAtMs })
  const seats = booking.state === 'completed' ? { seatIds: seatIdsOf(booking) } : {}
  const event = { type: 'booking-deleted', ...idsOf(booking), ...seats, reason: request.reason } as const
  return accept([event], { bookingId: booking.bookingId })
}
