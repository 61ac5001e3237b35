// What others do to the sale in hand: seats that were only chosen and are taken, holds that end elsewhere. Owns the looking; must
// never decide what is whose, only ask.

import type { Booking } from '../../shared/domain/booking.ts'
import { seatStateCode } from '../../shared/domain/seat-state.ts'
import { ask } from '../box-office.ts'
import { goOn } from './payment.ts'
import { fresh, leaveMoney, loseSeats, sale, whyNot } from './sale.ts'
import { seats } from './seats.ts'

/** Another desk took a chosen seat before it was held: say which, at once. */
seats.subscribe(({ changed, states, showId, plan }) => {
  const { lines, booking, asking } = sale.getState()
  if (!states || !plan || showId !== sale.getState().showId || asking === 'hold') return
  const own = new Set(booking?.lines.map((line) => line.seatId))
  const looked = changed ?? lines.map((line) => line.seatId)
  const lost = looked.flatMap((seatId) => {
    const isChosen = lines.some((line) => line.seatId === seatId) && !own.has(seatId)
    return isChosen ? (whyNot(seatId) ?? []) : []
  })
  if (lost.length > 0) loseSeats(lost)
  const isOwnMoved = (changed ?? [...own]).some(
    (seatId) => own.has(seatId) && !isClaimed(states[seatId] ?? 0),
  )
  if (booking && isOwnMoved && asking === null) void lookAfter(booking)
})

function isClaimed(code: number): boolean {
  return code === seatStateCode.held || code === seatStateCode.reserved || code === seatStateCode.paying
}

/** Our own seats changed and we did not ask for it: the house says what became of the cart. */
async function lookAfter({ bookingId, cartId, showId, payments }: Booking): Promise<void> {
  const answer = await ask('booking', { bookingId })
  if (answer.kind !== 'done' || sale.getState().cartId !== cartId) return
  const { state } = answer.value.booking
  if (state === 'reserved' || state === 'expired') return
  // What a terminal was asked for here is our own doing.
  if (payments.some((payment) => payment.state === 'pending')) return goOn(answer.value.booking)
  sale.setState({
    ...fresh(),
    showId,
    notice: { kind: 'gone', booking: answer.value.booking },
  })
  leaveMoney()
}
