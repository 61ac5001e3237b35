// Where a booking may go from where it is [A4], and what keeps it from there now. The ways are those of the one table of states; the
// reasons are the decisions' own, foreseen. Owns that foresight; must never be asked in place of the decision.

import { type Booking, type BookingState, bookingStates, mayBeOwed, payEndMs } from './booking.ts'
import { refusalOfUnseen } from './refund.ts'
import { inFlight, paidMinor } from './tender.ts'

/**
 * `past`: its time is over. `not-yet`: its time is not. `paying`: a terminal is being asked. `picture`: nobody has looked at the
 * transfer that it was paid by. `role`: another's to do. `nothing-back`: there is no money to give. `money-due`: there still is.
 * `on-sale`: its seats would be sold under those who sit there.
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

/** Nothing becomes reserved: it begins so. */
type LaterState = Exclude<BookingState, 'reserved'>

export interface NextState {
  readonly state: LaterState
  /** Null: nothing. */
  readonly whyNot: WhyNot | null
}

/** What is known of the moment: who looks, what would go back, until when its show is sold. */
export interface Moment {
  readonly nowMs: number
  readonly isOffice: boolean
  /** What a cancelled one gives back by its seats' terms; of one that is not paid for, what was paid. */
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

/** [P10] What goes back has been looked at, and is no more than whoever asks may give. */
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
