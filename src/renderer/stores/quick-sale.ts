import { dueMinor } from '../../shared/domain/booking.ts'
import type { ShowId } from '../../shared/domain/ids.ts'
import { inFlight } from '../../shared/domain/tender.ts'
import { findBest } from './best-seats.ts'
import { connection } from './connection.ts'
import { exchangeOf, exchanging } from './exchanging.ts'
import { sayNames } from './passengers.ts'
import { pay } from './payment.ts'
import { holdSeats, isHeldAsChosen, sale } from './sale.ts'

/** Only if nothing is chosen, held or being asked: a choice the seller has begun is not overruled. */
export function mayHoldBest(): boolean {
  const { lines, booking, asking } = sale.getState()
  return lines.length === 0 && booking === null && asking === null
}

/**
 * [H13] The best seats for the party, found and held at one press, also while the plan or a search is still loading: a total that
 * is quoted must be backed by a hold.
 */
export async function holdBest(showId: ShowId): Promise<void> {
  if (!mayHoldBest()) return
  const { cartId } = sale.getState()
  await findBest(showId)
  const now = sale.getState()
  if (now.cartId === cartId && now.asking === null && !isHeldAsChosen(now)) await holdSeats()
}

/** While nobody knows whether the seats are still held, taking cash would promise something the house has not. */
export function mayTakeExactly(): boolean {
  const now = sale.getState()
  if (now.booking && inFlight(now.booking.payments)) return false
  // [T4] In an exchange the amount due is not the cart's total.
  if (exchangeOf(exchanging.getState().all, now.cartId)) return false
  return isHeldAsChosen(now) && now.asking === null && connection.getState().connection === 'open'
}

/** [P7] The customer hands over the exact sum: paid without the payment screen. */
export async function takeExactly(asksNames: boolean): Promise<void> {
  if (!mayTakeExactly() || (asksNames && !(await sayNames()))) return
  const { booking } = sale.getState()
  if (booking && mayTakeExactly()) await pay(booking, { mode: 'CASH', tenderedMinor: dueMinor(booking) })
}
