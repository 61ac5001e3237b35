// Which states a booking may go to next [A4], and what prevents each of them now. The steps come from the one table of states; the
// reasons foresee those of the decisions. Owns that foresight; must never be asked in place of the decision.

import { type Booking, type BookingState, bookingStates, mayBeOwed, payEndMs } from './booking.ts'
import { refusalOfUnseen } from './refund-limits.ts'
import { inFlight, paidMinor } from './tender.ts'

/**
 * `past`: its time is over. `not-yet`: its time is not over yet. `paying`: a terminal is being asked. `picture`: nobody
 * has reviewed the transfer that it was paid by. `role`: somebody else's to do. `nothing-back`: there is no money to return.
 * `money-due`: there still is. `on-sale`: its seats could be sold while people sit in them.
 */
export type WhyNot =
  | 'past'
  | 'not-yet'
  | 'paying'
  | 'picture'
  | 'role'
  | 'nothing-back'
  | 'money-due'
  | 'on-sale'

/** Every state but `reserved`, in which every booking begins. */
type LaterState = Exclude<BookingState, 'reserved'>

export interface NextState {
  readonly state: LaterState
  /** Null: nothing prevents it. */
  readonly whyNot: WhyNot | null
}

/** The facts of the moment: who looks, what would go back, until when the show is sold. */
export interface Moment {
  readonly nowMs: number
  readonly isOffice: boolean
  /** What cancelling gives back by the seats' terms; for a booking not fully paid, what was paid towards it. */
  readonly giveBackMinor: number
  readonly giveBackMaxMinor: number
  readonly salesCloseAtMs: number
}

export function nextStates(booking: Booking, moment: Moment): readonly NextState[] {
  return bookingStates[booking.state].map((state) => ({ state, whyNot: whyNot[state](booking, moment) }))
}

type Ask = (booking: Booking, moment: Moment) => WhyNot | null

const paying: Ask = ({ payments }) => (inFlight(payments) ? 'paying' : null)
const isPast: Ask = (booking, { nowMs }) => (nowMs >= payEndMs(booking) ? 'past' : null)

/** [P10] The money that goes back has been reviewed, and is no more than this person may give back. */
const giving: Ask = (booking, { giveBackMinor, giveBackMaxMinor, isOffice }) => {
  if (refusalOfUnseen(booking, giveBackMinor)) return 'picture'
  return giveBackMinor > giveBackMaxMinor && !isOffice ? 'role' : null
}

const removing: Ask = ({ state, payments }, { isOffice, nowMs, salesCloseAtMs }) => {
  if (!isOffice) return 'role'
  if (mayBeOwed(state) && paidMinor(payments) > 0) return 'money-due'
  return state === 'completed' && nowMs < salesCloseAtMs ? 'on-sale' : null
}

const whyNot: Readonly<Record<LaterState, Ask>> = {
  confirmed: (booking, moment) => isPast(booking, moment) ?? paying(booking, moment),
  payment_failed: () => null,
  expired: (booking, moment) => (isPast(booking, moment) ? null : 'not-yet'),
  cancelled: (booking, moment) => paying(booking, moment) ?? giving(booking, moment),
  completed: () => null,
  refunded: (booking, moment) =>
    paidMinor(booking.payments) === 0 ? 'nothing-back' : giving(booking, moment),
  deleted: removing,
}
