import { dueMinor } from '../../shared/domain/booking.ts'
import type { ShowId } from '../../shared/domain/ids.ts'
import { inFlight } from '../../shared/domain/tender.ts'
import { findBest } from './best-seats.ts'
import { connection } from './connection.ts'
import { exchangeOf, exchanging } from './exchanging.ts'
import { sayNames } from './passengers.ts'
import { pay } from './payment.ts'
import { holdSeats, isHeldAsChosen, sale } from './sale.ts'

/** Nothing is chosen, held or asked: a seller who has begun to choose is not overruled. */
export function mayHoldBest(): boolean {
  const { lines, booking, asking } = sale.getState()
  return lines.length === 0 && booking === null && asking === null
}

/** [H13] The best seats for the party, found and held at one press, whatever is still on its way: a sum that is told stands on a promise. */
export async function holdBest(showId: ShowId): Promise<void> {
  if (!mayHoldBest()) return
  const { cartId } = sale.getState()
  await findBest(showId)
  const now = sale.getState()
  if (now.cartId === cartId && now.asking === null && !isHeldAsChosen(now)) await holdSeats()
}

/** Cash taken while nobody can say whether the seats are still held would be a promise without a house. */
export function mayTakeExactly(): boolean {
  const now = sale.getState()
  if (now.booking && inFlight(now.booking.payments)) return false
  // [T4] What is due then is not the sum of the cart.
  if (exchangeOf(exchanging.getState().all, now.cartId)) return false
  return isHeldAsChosen(now) && now.asking === null && connection.getState().connection === 'open'
}

/** [P7] The customer hands over the very sum: paid without a look at the screen for it. */
export async function takeExactly(asksNames: boolean): Promise<void> {
  if (!mayTakeExactly() || (asksNames && !(await sayNames()))) return
  const { booking } = sale.getState()
  if (booking && mayTakeExactly()) await pay({ mode: 'CASH', tenderedMinor: dueMinor(booking) })
}
