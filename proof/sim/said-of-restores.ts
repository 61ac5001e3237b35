// What a house's journal says of its restores [SYNC 4.7]: the restores themselves, what was lost by them, and what the house had
// of that. Must never say what is right.

import type { Store } from '../../src/main/store/store.ts'
import { type Booking, evolveBooking } from '../../src/shared/domain/booking.ts'
import type { HouseEvent } from '../../src/shared/domain/events.ts'
import type { BookingId } from '../../src/shared/domain/ids.ts'
import type { SaleLost, SoldHere } from '../../src/shared/domain/lost-sale.ts'
import type { HouseRestored } from '../../src/shared/domain/recovery.ts'

export function lostIn(store: Store): readonly { readonly event: SaleLost; readonly sequence: number }[] {
  return store
    .all('journal')
    .filter(({ kind }) => kind === 'sale-lost')
    .map(({ body, sequence }) => ({ event: JSON.parse(body) as SaleLost, sequence }))
}

/** A booking as the house had it just before this row; null: it was not sold there. */
export function soldBefore(store: Store, bookingId: BookingId, sequence: number): SoldHere | null {
  const events = store
    .all('journal')
    .filter((row) => row.sequence < sequence)
    .map(({ body, atMs }) => ({ event: JSON.parse(body) as HouseEvent, atMs }))
  const booking = events.reduce<Booking | null>(
    (then, { event, atMs }) =>
      'bookingId' in event && event.bookingId === bookingId ? evolveBooking(then, event, atMs) : then,
    null,
  )
  if (!booking || booking.confirmedAtMs === null) return null
  return { state: booking.state, seatIds: booking.lines.map(({ seatId }) => seatId) }
}

export function restoresIn(store: Store): readonly HouseRestored[] {
  return store
    .all('journal')
    .filter(({ kind }) => kind === 'house-restored')
    .map(({ body }) => JSON.parse(body) as HouseRestored)
}
