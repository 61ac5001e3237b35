// Transitions: I8 to I11, from the journal alone, comparing each event with its booking as it was just before.

import { type BookingState, mayBecome } from '../../shared/domain/booking.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import {
  type Check,
  type Looks,
  type SeatBefore,
  type SeatsBefore,
  type Step,
  type Surroundings,
  eachOf,
  ofBooking,
  ofRow,
  payEndOf,
} from './check.ts'

export const transitionChecks: readonly Check[] = [
  { id: 'I8', claim: 'each booking’s events are a way through the states', look: i8LegalPath },
  { id: 'I9', claim: 'nothing is confirmed late, or over another’s claim', look: i9NoLateConfirm },
  { id: 'I10', claim: 'only who has a seat gives it back', look: i10ReleaseIsOwned },
  { id: 'I11', claim: 'time does not go back', look: i11TimeOrder },
]

/** Events that leave the state unchanged, and the states in which they may happen; all others are covered by the state table. */
const happensIn: Partial<Record<HouseEvent['type'], readonly BookingState[]>> = {
  'hold-extended': ['reserved'],
  'tickets-chosen': ['reserved'],
  'customer-chosen': ['reserved'],
  'hold-lapsed': ['reserved'],
  'hold-deferred': ['reserved'],
  'payment-begun': ['reserved'],
  'payment-taken': ['reserved'],
  // A terminal may answer no after the booking has ended.
  'payment-failed': ['reserved', 'expired', 'payment_failed', 'deleted'],
  'payment-late': ['expired', 'payment_failed', 'deleted'],
  // For a pending booking: a part payment may go back before the whole is paid.
  'money-returned': ['reserved', 'expired', 'payment_failed', 'deleted'],
  'seats-returned': ['confirmed'],
  'booking-reseated': ['confirmed'],
  'ticket-checked-in': ['confirmed'],
  'tickets-reprinted': ['confirmed', 'completed'],
}

export function i8LegalPath({ findings }: Surroundings): Looks {
  return {
    journal: eachOf((step) => {
      const wrong = illegal(step)
      if (wrong) findings.add(ofRow(step.row), wrong)
    }),
  }
}

function illegal({ event, before, becomes }: Step): string | null {
  if (!('bookingId' in event)) return null
  const { bookingId, type } = event
  if (type === 'seats-held') return before ? `${ofBooking(event)} begins again, ${before.state}` : null
  if (!before) return `${type} of ${bookingId}, which never began`
  if (becomes && !mayBecome(before.state, becomes))
    return `${ofBooking(event)} goes from ${before.state} to ${becomes}`
  const states = happensIn[type]
  return states && !states.includes(before.state)
    ? `${type} of ${ofBooking(event)}, which is ${before.state}`
    : null
}

/** [H5] [H6] Also: the seats it confirms are its own, or were nobody's. */
export function i9NoLateConfirm({ findings }: Surroundings): Looks {
  return {
    journal: eachOf(({ row, event, before, becomes, changes }) => {
      const lateMs = before ? row.atMs - payEndOf(before) : -1
      if (becomes === 'confirmed' && before && lateMs >= 0)
        findings.add(ofRow(row), `${ofBooking(before)} is confirmed ${lateMs} ms late`)
      if (!('bookingId' in event)) return
      const own = before?.sequence ?? row.sequence
      for (const { seatId, owner } of seatsOf(changes, (state) => state !== 'available')) {
        if (owner !== 0 && owner !== own)
          findings.add(ofRow(row), `${ofBooking(event)} takes seat ${seatId}, claimed at journal ${owner}`)
      }
    }),
  }
}

/** A lapse that is shown on screens frees nothing yet: only the end of its booking does. */
export function i10ReleaseIsOwned({ findings }: Surroundings): Looks {
  return {
    journal: eachOf(({ row, event, before, changes }) => {
      if (!('bookingId' in event)) return
      for (const { seatId, owner } of seatsOf(changes, (state) => state === 'available')) {
        if (owner !== before?.sequence)
          findings.add(ofRow(row), `${ofBooking(event)} gives back seat ${seatId}, ${ownerText(owner)}`)
      }
    }),
  }
}

function seatsOf(
  changes: readonly SeatsBefore[],
  fits: (state: SeatsBefore['state']) => boolean,
): readonly SeatBefore[] {
  return changes.flatMap(({ state, seats }) => (fits(state) ? seats : []))
}

function ownerText(owner: number): string {
  return owner === 0 ? 'which nobody has' : `which the booking of journal ${owner} has`
}

export function i11TimeOrder({ findings }: Surroundings): Looks {
  let lastMs = Number.NEGATIVE_INFINITY
  return {
    journal: eachOf(({ row }) => {
      if (row.atMs < lastMs) findings.add(ofRow(row), `is ${lastMs - row.atMs} ms before the row before it`)
      lastMs = row.atMs
    }),
  }
}
