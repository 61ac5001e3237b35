import type { Booking } from '../../shared/domain/booking.ts'
import { refundOf } from '../../shared/domain/refund.ts'
import { aloneMaxMinor } from '../../shared/domain/refund-limits.ts'
import type { FoundShow } from '../../shared/domain/show.ts'
import type { Output } from '../../shared/contract/operations.ts'
import * as query from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import { showNames } from './ticket-views.ts'

/** [A4] A booking with readable names: the show, the customer, the seller, and every time its tickets were printed again. */
export function bookingStory(store: Store, booking: Booking, { terms }: FoundShow): Output<'booking-story'> {
  const { bookingId, customerId, showId, staffId } = booking
  const customer = customerId === null ? undefined : store.get('customer', customerId)
  return {
    booking,
    ...showNames(store, showId),
    customer: customer ? personOf(customer) : null,
    seller: store.get('staff', staffId)?.name ?? '',
    copies: store
      .select(query.copiesOfBooking, bookingId)
      .map(({ bookingId: _bookingId, ...reprinted }) => reprinted),
    giveBack: booking.lines.map((line) => ({ seatId: line.seatId, refundMinor: refundOf(line, terms) })),
    giveBackMaxMinor: aloneMaxMinor(booking, terms),
  }
}

/** What a desk may see of a customer. */
export function personOf({
  customerId,
  name,
  phone,
  email,
  vip,
  language,
}: Row<'customer'>): Output<'find-bookings'>['customers'][number] {
  return { customerId, name, phone, email, vip, language: language ?? null }
}
