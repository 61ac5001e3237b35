// Keeps this window's cart over a reload, and in the desktop app over a restart. Owns where it is stored; what was held is always
// asked of the house again.

import { createStore } from 'zustand/vanilla'
import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import { HOUR_MS } from '../../shared/lib/time.ts'
import { ask, boxOffice, newCartId } from '../box-office.ts'
import { cartShelf } from './cart-shelf.ts'
import { CART_KEPT_AS, type Kept, keptCart } from './kept-cart.ts'
import { exchangeOf, exchanging } from './exchanging.ts'
import { inHandUntilMs, timeUp } from './hold-money.ts'
import { goOn, isSold } from './payment.ts'
import { type Sale, fresh, keepBooking, leaveMoney, sale } from './sale.ts'
import { goTo, screen } from './screen.ts'
import type { Taken } from '../../shared/contract/recovery-news.ts'
import { takenOf } from './taken.ts'
import { forgetHold, isUnknown } from './unknown-hold.ts'
import { onceSignedIn } from './who.ts'

/** A choice (not held) as old as this belonged to another shift. */
const STALE_MS = 8 * HOUR_MS

/** A reload of this window finds its cart again, held or only chosen; other windows have their own. */
sale.subscribe(({ cartId, showId, lines, couponCode, customerId, booking }) => {
  const bookingId = booking?.bookingId ?? null
  const taken = takenOf(booking)
  const kept: Kept = { cartId, showId, lines, couponCode, customerId, bookingId, taken, atMs: Date.now() }
  // [T4] An exchange begins with an empty cart, which is paid from the old booking.
  const isBegun = lines.length > 0 || exchangeOf(exchanging.getState().all, cartId) !== null
  if (isBegun) cartShelf.setItem(CART_KEPT_AS, JSON.stringify(kept))
  else cartShelf.removeItem(CART_KEPT_AS)
})

/** The last sale of this window. */
const SOLD_KEPT_AS = 'guichet.sold'

/**
 * [P6] Kept until the next sale begins. If the page is reloaded at the very moment of an answer, it has let go of its cart but
 * not yet gone to the tickets.
 */
sale.subscribe(({ lines, booking }, { booking: before }) => {
  if (lines.length > 0) cartShelf.removeItem(SOLD_KEPT_AS)
  else if (before && !booking) cartShelf.setItem(SOLD_KEPT_AS, before.bookingId)
})

/** Set while the house is asked what happened to the sale in hand: until it answers, nobody knows whether there is something to pay. */
export const restoring = createStore(() => ({ isAsked: false }))

/** What was only chosen is chosen again; for what was held, the house is asked. */
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

/** A newly opened window has no address yet; a reloaded one stays where it was. */
function comeBack({ showId }: Partial<Sale>): void {
  if (location.hash === '' && showId != null) goTo({ name: 'sell', showId })
}

async function restoreHold(bookingId: BookingId, chosen: Partial<Sale>, taken: Taken | null): Promise<void> {
  restoring.setState({ isAsked: true })
  const answer = await ask('booking', { bookingId })
  const isLocked = answer.kind === 'refused' && answer.refusal.code === 'SIGN_IN_REQUIRED'
  // The cart belongs to this desk, whoever unlocks it.
  if (isLocked) return onceSignedIn(() => void restoreHold(bookingId, chosen, taken))
  if (answer.kind === 'done') become(answer.value.booking, chosen)
  else if (isUnknown(answer, { bookingId })) onlyChosen(chosen, taken)
  restoring.setState({ isAsked: false })
}

function become(booking: Booking, chosen: Partial<Sale>): void {
  const { state } = booking
  const isPending = state === 'reserved' || state === 'expired'
  // Paid while the window was away: shows its tickets. A booking that has ended otherwise is reported only on the screens of a
  // sale.
  if (!isPending) return isSold(booking) || isAtSale() ? goOn(booking) : undefined
  if (state === 'expired' || boxOffice.hubNowMs() >= inHandUntilMs(booking))
    return tellTimeUp(booking, chosen)
  keepBooking({ booking })
  comeBack(booking)
}

/** [SYNC 4.7] A sale made before the restore is found by its number; for a cart the seats are chosen again. */
function onlyChosen(chosen: Partial<Sale>, taken: Taken | null): void {
  if (chosen.lines === undefined) return
  sale.setState({ ...fresh(), ...chosen })
  forgetHold(taken)
  comeBack(chosen)
}

function isAtSale(): boolean {
  const { name } = screen.getState().now
  return name === 'pay' || name === 'sell'
}

function tellTimeUp(booking: Booking, chosen: Partial<Sale>): void {
  const { showId } = booking
  // [T4] In two steps: the exchange that the cart pays with is found by its id, and follows the change to a new one.
  sale.setState({ ...fresh(), showId, ...chosen })
  sale.setState({ cartId: newCartId(), notice: timeUp(booking) })
  leaveMoney()
}

restore()
