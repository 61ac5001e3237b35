// What a booking gives back now: all of it, some seats, or money that was left behind; and what went where when it did. Owns the
// reading of a story; must never decide a sum: seats say theirs, and the house has the last word.

import { type Booking, type BookingLine, mayBeOwed, mayBecome } from '../../../shared/domain/booking.ts'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { paidMinor } from '../../../shared/domain/tender.ts'
import type { Story } from './use-story.ts'

/** `seats`: some of a paid booking; `cancel`: a booking, paid or not; `money`: what was paid towards one that has ended. */
export interface GiveBack {
  readonly kind: 'seats' | 'cancel' | 'money'
  readonly lines: readonly BookingLine[]
  readonly refundMinor: number
}

type Told = Pick<Story, 'booking' | 'giveBack'>

/** [P10] Ticked seats; where none is ticked, or all are, the whole booking. Null: there is nothing to give. */
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

/** A sum and where it is, or was, going. */
export interface Way {
  readonly account: string
  readonly amountMinor: number
}

/** What went back between two readings of a booking, by where it went. */
export function waysBetween(before: Booking, after: Booking): readonly Way[] {
  const fresh = after.payments.flatMap(({ paymentId, refunds = [] }) => {
    const known = before.payments.find((one) => one.paymentId === paymentId)?.refunds ?? []
    return refunds.slice(known.length)
  })
  return sumsOf(fresh)
}

/** One sum an account, in the order in which they first appear. */
export function sumsOf(parts: readonly Way[]): readonly Way[] {
  return [...Map.groupBy(parts, ({ account }) => account)].map(([account, own]) => ({
    account,
    amountMinor: own.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  }))
}
