// What can be refunded of a booking now: all of it, some seats, or money that was left behind. Owns reading this from a story; must
// never decide a sum: seats state theirs, and the house has the last word.

import { type BookingLine, mayBeOwed, mayBecome } from '../../../shared/domain/booking.ts'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { paidMinor } from '../../../shared/domain/tender.ts'
import type { Story } from './use-story.ts'

/** `seats`: some seats of a paid booking; `cancel`: a whole booking, paid or not; `money`: what was paid towards one that has ended. */
export interface GiveBack {
  readonly kind: 'seats' | 'cancel' | 'money'
  readonly lines: readonly BookingLine[]
  readonly refundMinor: number
}

type Told = Pick<Story, 'booking' | 'giveBack'>

/** [P10] The ticked seats; if none or all are ticked, the whole booking. Null if there is nothing to refund. */
export function giveBackOf({ booking, giveBack }: Told, ticked: ReadonlySet<SeatId>): GiveBack | null {
  const { state, lines, payments } = booking
  if (state === 'confirmed') {
    const some = lines.filter(({ seatId }) => ticked.has(seatId))
    const isPart = some.length > 0 && some.length < lines.length
    const back = isPart ? some : lines
    const refundMinor = giveBack
      .filter((one) => back.some(({ seatId }) => seatId === one.seatId))
      .reduce((sum, one) => sum + one.refundMinor, 0)
    return { kind: isPart ? 'seats' : 'cancel', lines: back, refundMinor }
  }
  const refundMinor = paidMinor(payments)
  if (mayBecome(state, 'cancelled')) return { kind: 'cancel', lines, refundMinor }
  return mayBeOwed(state) && refundMinor > 0 ? { kind: 'money', lines: [], refundMinor } : null
}

/** Whether a question asked about the one is still the same for the other: another window may have refunded some of it meanwhile. */
export function isSameBack(one: GiveBack, other: GiveBack): boolean {
  const seatsOf = ({ lines }: GiveBack) => lines.map(({ seatId }) => seatId).join()
  return one.kind === other.kind && one.refundMinor === other.refundMinor && seatsOf(one) === seatsOf(other)
}
