// The cart of this window over a reload, and in the desktop app over a new start. Owns where it is kept; what was held is always asked of the house again.

import { createStore } from 'zustand/vanilla'
import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import { HOUR_MS } from '../../shared/lib/time.ts'
import { ask, boxOffice, newCartId } from '../box-office.ts'
import { cartShelf } from './cart-shelf.ts'
import { CART_KEPT_AS, type Kept, keptCart } from './kept-cart.ts'
import { exchangeOf, exchanging } from './exchanging.ts'
import { inHandUntilMs, timeUp } from './hold-money.ts'
import { goOn } from './payment.ts'
import { type Sale, fresh, keepBooking, leaveMoney, sale } from './sale.ts'
import { goTo, screen } from './screen.ts'
import type { Taken } from '../../shared/contract/recovery-news.ts'
import { takenOf } from './taken.ts'
import { forgetHold, isUnknown } from './unknown-hold.ts'
import { onceSignedIn } from './who.ts'

/** What was only chosen so long ago was another shift's. */
const STALE_MS = 8 * HOUR_MS

/** A reload of this window finds its cart again, held or only chosen; another window has its own. */
sale.subscribe(({ cartId, showId, lines, couponCode, customerId, booking }) => {
  const bookingId = booking?.bookingId ?? null
  const taken = takenOf(booking)
  const kept: Kept = { cartId, showId, lines, couponCode, customerId, bookingId, taken, atMs: Date.now() }
  // [T4] What an exchange begins with is its empty cart, which the old booking pays for.
  const isBegun = lines.length > 0 || exchangeOf(exchanging.getState().all, cartId) !== null
  if (isBegun) cartShelf.setItem(CART_KEPT_AS, JSON.stringify(kept))
  else cartShelf.removeItem(CART_KEPT_AS)
})

/** What this window sold last. */
const SOLD_KEPT_AS = 'guichet.sold'

/**
 * [P6] Until its next sale begins. A page that is loaded again in the very moment of an answer has let go of its cart, and not yet gone to
 * the tickets.
 */
sale.subscribe(({ lines, booking }, { booking: before }) => {
  if (lines.length > 0) cartShelf.removeItem(SOLD_KEPT_AS)
  else if (before && !booking) cartShelf.setItem(SOLD_KEPT_AS, before.bookingId)
})

/** The house is asked what became of the sale that was in hand: until it answers, nobody knows whether there is something to pay. */
export const restoring = createStore(() => ({ isAsked: false }))

/** What was only chosen is chosen again; what was held is asked of the house, whose word it was. */
function restore(): void {
  const kept = keptCart(cartShelf)
  const sold = screen.getState().now.name === 'pay' ? cartShelf.getItem(SOLD_KEPT_AS) : null
  if (kept === null) return sold === null ? undefined : void restoreHold(sold as BookingId, {}, null)
  const { bookingId, taken, atMs, ...chosen } = kept
  const isStale = Date.now() - atMs > STALE_MS
  if (bookingId !== null) void restoreHold(bookingId, chosen, taken)
  else if (!isStale) {
    sale.setState({ ...fresh(), ...chosen })
    comeBack(chosen)
  }
}

/** A window that was opened anew is nowhere yet; one that loaded again is where it was. */
function comeBack({ showId }: Partial<Sale>): void {
  if (location.hash === '' && showId != null) goTo({ name: 'sell', showId })
}

async function restoreHold(bookingId: BookingId, chosen: Partial<Sale>, taken: Taken | null): Promise<void> {
  restoring.setState({ isAsked: true })
  const answer = await ask('booking', { bookingId })
  const isLocked = answer.kind === 'refused' && answer.refusal.code === 'SIGN_IN_REQUIRED'
  // The cart is this desk's, whoever unlocks it.
  if (isLocked) return onceSignedIn(() => void restoreHold(bookingId, chosen, taken))
  if (answer.kind === 'done') become(answer.value.booking, chosen)
  else if (isUnknown(answer, { bookingId })) onlyChosen(chosen, taken)
  restoring.setState({ isAsked: false })
}

function become(booking: Booking, chosen: Partial<Sale>): void {
  const { state } = booking
  const isPending = state === 'reserved' || state === 'expired'
  // Paid while the window was away: its tickets are what it was for. What has ended is said where it is looked for.
  if (!isPending) return isSold(booking) || isAtSale() ? goOn(booking) : undefined
  if (state === 'expired' || boxOffice.hubNowMs() >= inHandUntilMs(booking))
    return tellTimeUp(booking, chosen)
  keepBooking({ booking })
  comeBack(booking)
}

/** [SYNC 4.7] What was sold before the restore is looked for by its number; of a cart its seats are chosen again. */
function onlyChosen(chosen: Partial<Sale>, taken: Taken | null): void {
  if (chosen.lines === undefined) return
  sale.setState({ ...fresh(), ...chosen })
  forgetHold(taken)
  comeBack(chosen)
}

function isSold({ state }: Booking): boolean {
  return state === 'confirmed' || state === 'completed'
}

function isAtSale(): boolean {
  const { name } = screen.getState().now
  return name === 'pay' || name === 'sell'
}

function tellTimeUp(booking: Booking, chosen: Partial<Sale>): void {
  const { showId } = booking
  // [T4] What is paid from sold seats is known by the cart's number until it gets a new one.
  sale.setState({ ...fresh(), showId, ...chosen })
  sale.setState({ cartId: newCartId(), notice: timeUp(booking) })
  leaveMoney()
}

restore()
