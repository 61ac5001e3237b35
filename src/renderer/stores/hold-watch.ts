import type { Booking } from '../../shared/domain/booking.ts'
import { inFlight } from '../../shared/domain/tender.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { boxOffice, newCartId } from '../box-office.ts'
import { inGrace, inHandUntilMs, timeUp } from './hold-money.ts'
import { isPassing } from './notice.ts'
import { leaveMoney, sale } from './sale.ts'

/** The end that has been warned of: an extended hold has another, and gets another warning. */
let warnedOfMs: number | null = null

/** [H11] Watches the clock of the hold in hand on every screen: warns once as its last minute begins, and tells its end. */
export function watchHold(): void {
  endHoldIfOver()
  tellGrace()
  const { booking, notice, asking } = sale.getState()
  // A hint was read long ago and must not keep the warning away.
  const isFree = notice === null || isPassing(notice)
  if (!booking || !isFree || asking !== null || booking.holdMs <= MINUTE_MS) return
  // [H6] A hold does not end while a terminal is being asked.
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

/** The seats are still chosen but not held; reports what was taken for them. With nothing to pay, the payment screen is left. */
export function endHold(booking: Booking): void {
  sale.setState({ booking: null, cartId: newCartId(), notice: timeUp(booking) })
  leaveMoney()
}

let toldGraceOfMs: number | null = null

/** [H5] Reported once; the current screen, seats or payment, stays. */
function tellGrace(): void {
  const { booking, asking } = sale.getState()
  const notice = booking && asking === null ? inGrace(booking) : null
  if (!booking || !notice || toldGraceOfMs === booking.expiresAtMs) return
  toldGraceOfMs = booking.expiresAtMs
  sale.setState({ notice })
}
