// The cart of this window over a reload, and in the desktop app over a new start. Owns where it is kept; what was held is always asked of the house again.

import { holdEndMs } from '../../shared/domain/booking.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import { HOUR_MS } from '../../shared/lib/time.ts'
import { ask, boxOffice, newCartId } from '../box-office.ts'
import { cartShelf } from './cart-shelf.ts'
import { CART_KEPT_AS, type Kept, keptCart } from './kept-cart.ts'
import { goOn } from './payment.ts'
import { type Sale, fresh, keepBooking, sale } from './sale.ts'
import { goTo } from './screen.ts'
import { onceSignedIn } from './who.ts'

/** What was only chosen so long ago was another shift's. */
const STALE_MS = 8 * HOUR_MS

/** A reload of this window finds its cart again, held or only chosen; another window has its own. */
sale.subscribe(({ cartId, showId, lines, couponCode, customerId, booking }) => {
  const bookingId = booking?.bookingId ?? null
  const kept: Kept = { cartId, showId, lines, couponCode, customerId, bookingId, atMs: Date.now() }
  if (lines.length > 0) cartShelf.setItem(CART_KEPT_AS, JSON.stringify(kept))
  else cartShelf.removeItem(CART_KEPT_AS)
})

/** What was only chosen is chosen again; what was held is asked of the house, whose word it was. */
function restore(): void {
  const kept = keptCart(cartShelf)
  if (kept === null) return
  const { bookingId, atMs, ...chosen } = kept
  const isStale = Date.now() - atMs > STALE_MS
  if (bookingId !== null) void restoreHold(bookingId, chosen)
  else if (!isStale) {
    sale.setState({ ...fresh(), ...chosen })
    comeBack(chosen)
  }
}

/** A window that was opened anew is nowhere yet; one that loaded again is where it was. */
function comeBack({ showId }: Partial<Sale>): void {
  if (location.hash === '' && showId != null) goTo({ name: 'sell', showId })
}

async function restoreHold(bookingId: BookingId, chosen: Partial<Sale>): Promise<void> {
  const answer = await ask('booking', { bookingId })
  const isLocked = answer.kind === 'refused' && answer.refusal.code === 'SIGN_IN_REQUIRED'
  // The cart is this desk's, whoever unlocks it.
  if (isLocked) return onceSignedIn(() => void restoreHold(bookingId, chosen))
  if (answer.kind !== 'done') return
  const { booking } = answer.value
  // Paid while the window was away: its tickets are what it was for.
  if (booking.state === 'confirmed') return goOn(booking)
  if (booking.state !== 'reserved') return
  if (boxOffice.hubNowMs() >= holdEndMs(booking)) {
    const labels = booking.lines.map((line) => line.label)
    return sale.setState({
      ...fresh(),
      ...chosen,
      cartId: newCartId(),
      notice: { kind: 'time-up', seats: labels },
    })
  }
  keepBooking({ booking })
  comeBack(booking)
}

restore()
