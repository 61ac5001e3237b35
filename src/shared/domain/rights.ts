import type { Booking } from './booking.ts'
import type { Actor } from './catalogue.ts'
import type { Refusal } from './refusal.ts'

/** [P11] Only the owner (the kiosk that made it), or staff with the right, may pay, change, cancel or see a booking. */
export function refusalIfNotYours(
  booking: Pick<Booking, 'bookingId' | 'kioskId'>,
  actor: Actor,
): Refusal | null {
  const isOwner = booking.kioskId === actor.kioskId
  const mayAll = actor.role === 'manager' || actor.role === 'admin'
  return isOwner || mayAll ? null : { code: 'NOT_YOURS', bookingId: booking.bookingId }
}
