// A hold that the house does not know, because it was restored from a backup made before it [SYNC 4.7]. Owns what then happens to
// the cart; only the house itself can say that a booking is unknown, never a kiosk's copy.

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

/** Nothing is held and nothing is to be paid; seats that are free stay chosen. `taken`: what was taken for the lost hold. */
export function forgetHold(taken: Taken | null): void {
  const { lines, showId } = sale.getState()
  const isOnMap = seats.getState().showId === showId
  const lost = isOnMap ? lines.flatMap(({ seatId }) => whyNot(seatId) ?? []) : []
  const gone = new Set(lost.map(({ seatId }) => seatId))
  const free = lines.filter(({ seatId }) => !gone.has(seatId))
  sale.setState({ booking: null, cartId: newCartId(), lines: free, notice: { kind: 'unknown', lost, taken } })
  leaveMoney()
}

/** The house may report it in answer to any request about the hold, before anybody asked what happened to it. */
sale.subscribe(({ booking, notice }, { booking: before }) => {
  if (booking || !before || notice?.kind !== 'refusal') return
  if (isUnknown({ kind: 'refused', refusal: notice.refusal }, before)) forgetHold(takenOf(before))
})
