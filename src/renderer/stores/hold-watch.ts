import type { Booking } from '../../shared/domain/booking.ts'
import { inFlight } from '../../shared/domain/tender.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { boxOffice, newCartId } from '../box-office.ts'
import { inGrace, inHandUntilMs, timeUp } from './hold-money.ts'
import { sale } from './sale.ts'
import { goTo } from './screen.ts'

/** The end that was warned of: an extended hold has another, and is warned of again. */
let warnedOfMs: number | null = null

/** [H11] Looks at the clock of the hold in hand: warns once as its last minute begins, and goes back to the map at its end. */
export function watchHold(): void {
  endHoldIfOver()
  tellGrace()
  const { booking, notice, asking } = sale.getState()
  // A seat left alone was read long ago: the end that comes is news.
  const isFree = notice === null || notice.kind === 'alone'
  if (!booking || !isFree || asking !== null || booking.holdMs <= MINUTE_MS) return
  // [H6] What a terminal is asked for does not end.
  if (inFlight(booking.payments)) return
  const leftMs = booking.expiresAtMs - boxOffice.hubNowMs()
  if (leftMs > MINUTE_MS || leftMs <= 0 || warnedOfMs === booking.expiresAtMs) return
  warnedOfMs = booking.expiresAtMs
  sale.setState({ notice: { kind: 'minute-left' } })
}

/** [H6] The hub's clock has passed the end. */
function endHoldIfOver(): void {
  const { booking, asking } = sale.getState()
  if (booking && asking !== 'pay' && boxOffice.hubNowMs() >= inHandUntilMs(booking)) endHold(booking)
}

/** Back to the map, the seats still chosen, nothing held; what was taken for them is told. */
export function endHold(booking: Booking): void {
  sale.setState({ booking: null, cartId: newCartId(), notice: timeUp(booking) })
  goTo({ name: 'sell', showId: booking.showId })
}

let toldGraceOfMs: number | null = null

/** [H5] Once: what is on the screen then, the seats or the money, stays there. */
function tellGrace(): void {
  const { booking, asking } = sale.getState()
  const notice = booking && asking === null ? inGrace(booking) : null
  if (!booking || !notice || toldGraceOfMs === booking.expiresAtMs) return
  toldGraceOfMs = booking.expiresAtMs
  sale.setState({ notice })
}
