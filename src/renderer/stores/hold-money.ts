// Notices about a hold with money in it [P5] as it ends: given back, out of time, in its grace period. Owns how long such a hold
// stays in hand and which notice says so; must never end or pay one.

import { type Booking, holdEndMs, payEndMs } from '../../shared/domain/booking.ts'
import { paidMinor } from '../../shared/domain/tender.ts'
import { boxOffice } from '../box-office.ts'
import type { Notice } from './notice.ts'

/** [H5] A partly paid hold stays in hand as long as the rest can be paid. */
export function inHandUntilMs(booking: Booking): number {
  return hasMoney(booking) ? payEndMs(booking) : holdEndMs(booking)
}

/** Null if it is not in its grace period, or has no money in it. */
export function inGrace(booking: Booking): Notice | null {
  const nowMs = boxOffice.hubNowMs()
  const isGrace = hasMoney(booking) && nowMs >= holdEndMs(booking) && nowMs < payEndMs(booking)
  return isGrace ? { kind: 'grace', booking, leftMs: payEndMs(booking) - nowMs } : null
}

export function timeUp(booking: Booking): Notice {
  const seats = booking.lines.map(({ label }) => label)
  return { kind: 'time-up', seats, ...(hasMoney(booking) && { taken: booking }) }
}

/** Null if nothing was taken. */
export function timeUpWithMoney(booking: Booking | null): Notice | null {
  return booking && hasMoney(booking) ? timeUp(booking) : null
}

/** Null if there was nothing to give back. */
export function givenBack(before: Booking, after: Booking): Notice | null {
  return hasMoney(before) ? { kind: 'given-back', before, after } : null
}

export function hasMoney({ payments }: Booking): boolean {
  return paidMinor(payments) > 0
}
