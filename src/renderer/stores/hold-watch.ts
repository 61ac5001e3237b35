import { inFlight } from '../../shared/domain/tender.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { boxOffice } from '../box-office.ts'
import { endHoldIfOver, sale } from './sale.ts'

/** The end that was warned of: an extended hold has another, and is warned of again. */
let warnedOfMs: number | null = null

/** [H11] Looks at the clock of the hold in hand: warns once as its last minute begins, and goes back to the map at its end. */
export function watchHold(): void {
  endHoldIfOver()
  const { booking, notice, asking } = sale.getState()
  // A seat left alone was read long ago: the end that comes is news.
  const isFree = notice === null || notice.kind === 'alone'
  if (!booking || !isFree || asking !== null || booking.holdMs <= MINUTE_MS) return
  // [H6] What a terminal is asked for does not end.
  if (inFlight(booking.payments)) return
  const isLast = booking.expiresAtMs - boxOffice.hubNowMs() <= MINUTE_MS
  if (!isLast || warnedOfMs === booking.expiresAtMs) return
  warnedOfMs = booking.expiresAtMs
  sale.setState({ notice: { kind: 'minute-left' } })
}
