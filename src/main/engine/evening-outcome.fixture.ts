import type { HouseEvent } from '../../shared/domain/events.ts'
import { type Outcome, type Rescued, type Kept, seatsOf } from './model-booking.fixture.ts'

export interface Seen {
  readonly seen: Outcome
  readonly rescued: Rescued | null
}

/** The outcome of a payment, and the booking made for its money if any, as the journal tells it. */
export function seenOf(events: readonly HouseEvent[], one: Kept, paymentId: string): Seen {
  const own = events.find((event) => 'payment' in event && event.payment?.paymentId === paymentId)
  if (own?.type === 'booking-confirmed') return plainly('confirmed')
  if (own?.type === 'payment-taken') return plainly('taken')
  if (own?.type === 'payment-failed')
    return plainly(own.payment.failure === 'mismatch' ? 'mismatch' : 'declined')
  if (own?.type !== 'payment-late') return plainly('ignored')
  const held = events.find((event) => event.type === 'seats-held' && event.rescues === one.id)
  if (held?.type !== 'seats-held') return plainly('wallet')
  const sold = events.find(
    (event) => event.type === 'booking-confirmed' && event.bookingId === held.bookingId,
  )
  const madeBy = sold?.type === 'booking-confirmed' ? (sold.payment?.paymentId ?? '') : ''
  const seats = held.lines.map(({ seatId }) => Number(seatId))
  const rescued = { id: held.bookingId, cart: held.cartId, paymentId: madeBy, seats }
  return { seen: seats.join() === seatsOf(one).join() ? 'same-seats' : 'other-seats', rescued }
}

function plainly(seen: Outcome): Seen {
  return { seen, rescued: null }
}
