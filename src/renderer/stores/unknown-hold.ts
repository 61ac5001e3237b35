// A hold that the house has not: it came back from a backup of a time before it [SYNC 4.7]. Owns what then becomes of the cart; that a
// booking is unknown is the house's word alone, never that of a kiosk's own copy.

import type { Booking } from '../../shared/domain/booking.ts'
import type { Answer } from '../../shared/contract/port.ts'
import { newCartId } from '../box-office.ts'
import { connection } from './connection.ts'
import { leaveMoney, sale, whyNot } from './sale.ts'
import { seats } from './seats.ts'
import type { Taken } from '../../shared/contract/recovery-news.ts'
import { takenOf } from './taken.ts'

export function isUnknown(answer: Answer<unknown>, { bookingId }: Pick<Booking, 'bookingId'>): boolean {
  if (answer.kind !== 'refused' || answer.refusal.code !== 'NOT_FOUND') return false
  const { what, id } = answer.refusal
  return what === 'booking' && id === bookingId && connection.getState().connection === 'open'
}

/** Nothing is held and nothing to pay; what is free is still chosen. `taken`: for the hold that is no more. */
export function forgetHold(taken: Taken | null): void {
  const { lines, showId } = sale.getState()
  const isOnMap = seats.getState().showId === showId
  const lost = isOnMap ? lines.flatMap(({ seatId }) => whyNot(seatId) ?? []) : []
  const gone = new Set(lost.map(({ seatId }) => seatId))
  const free = lines.filter(({ seatId }) => !gone.has(seatId))
  sale.setState({ booking: null, cartId: newCartId(), lines: free, notice: { kind: 'unknown', lost, taken } })
  leaveMoney()
}

/** The house may say so to whatever is asked of the hold, before anybody asked what became of it. */
sale.subscribe(({ booking, notice }, { booking: before }) => {
  if (booking || !before || notice?.kind !== 'refusal') return
  if (isUnknown({ kind: 'refused', refusal: notice.refusal }, before)) forgetHold(takenOf(before))
})
