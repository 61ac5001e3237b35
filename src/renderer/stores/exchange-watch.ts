// What other windows do to the sold seats with which the cart in hand is paid [T4]. Owns the check; the house decides whether
// they can be exchanged, and a cart must never become an ordinary sale by itself: an amount typed for the exchange would be wrong
// for it.

import type { Booking } from '../../shared/domain/booking.ts'
import { ask } from '../box-office.ts'
import { type Exchange, endExchange, exchangeOf, exchanging } from './exchanging.ts'
import { sale } from './sale.ts'
import { onShowNews } from './shows.ts'

onShowNews(
  () => inHand()?.booking.showId ?? null,
  () => {
    const exchange = inHand()
    if (exchange) void look(exchange)
  },
)

function inHand(): Exchange | null {
  return exchangeOf(exchanging.getState().all, sale.getState().cartId)
}

async function look(exchange: Exchange): Promise<void> {
  const answer = await ask('booking', { bookingId: exchange.booking.bookingId })
  // A request of this window is about to report the same, or already has.
  const isOurs = sale.getState().asking !== null || inHand() !== exchange
  if (answer.kind !== 'done' || isOurs || hasThem(answer.value.booking, exchange)) return
  const { state: from } = answer.value.booking
  endExchange(exchange.cartId)
  sale.setState({ notice: { kind: 'refusal', refusal: { code: 'WRONG_STATE', from, to: 'refunded' } } })
}

function hasThem({ state, lines }: Booking, { seatIds }: Exchange): boolean {
  const own = new Set(lines.map(({ seatId }) => seatId))
  return state === 'confirmed' && seatIds.every((seatId) => own.has(seatId))
}
