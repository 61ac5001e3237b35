// What a cart asks the house for, as far as another question needs it. Pure; must never look at the sale in hand.

import type { BookingLine } from '../../shared/domain/booking.ts'
import { type WantedLine, passengerOf } from '../../shared/domain/pricing.ts'

/** The same once more. */
export function wanted(line: BookingLine): WantedLine {
  const { seatId, ticketTypeId } = line
  return { seatId, ticketTypeId, passenger: passengerOf(line) }
}

/** What a price depends on. */
export function priced(lines: readonly WantedLine[]) {
  return lines.map(({ seatId, ticketTypeId }) => ({ seatId, ticketTypeId }))
}

/** What a seat's rules depend on; one that nobody said is none. */
export function genderOf({ passenger }: WantedLine): BookingLine['gender'] {
  return passenger?.gender === 'unspecified' ? undefined : passenger?.gender
}
