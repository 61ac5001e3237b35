// The cart of this window over a reload. Owns where it is kept; what was held is always asked of the house again.

import { holdEndMs } from '../../shared/domain/booking.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import { ask, boxOffice, newCartId } from '../box-office.ts'
import { goOn } from './payment.ts'
import { type Sale, fresh, keepBooking, sale } from './sale.ts'
import { onceSignedIn } from './who.ts'

const KEPT_AS = 'guichet.cart'
type Kept = Pick<Sale, 'cartId' | 'showId' | 'lines' | 'couponCode' | 'customerId'> & {
  readonly bookingId: BookingId | null
}

/** A reload of this window finds its cart again, held or only chosen; another window has its own. */
sale.subscribe(({ cartId, showId, lines, couponCode, customerId, booking }) => {
  const kept: Kept = { cartId, showId, lines, couponCode, customerId, bookingId: booking?.bookingId ?? null }
  if (lines.length > 0) sessionStorage.setItem(KEPT_AS, JSON.stringify(kept))
  else sessionStorage.removeItem(KEPT_AS)
})

/** What was only chosen is chosen again; what was held is asked of the house, whose word it was. */
function restore(): void {
  const text = sessionStorage.getItem(KEPT_AS)
  if (text === null) return
  const { bookingId, ...chosen } = JSON.parse(text) as Kept
  if (bookingId === null) sale.setState({ ...fresh(), ...chosen })
  else void restoreHold(bookingId, chosen)
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
}

restore()
