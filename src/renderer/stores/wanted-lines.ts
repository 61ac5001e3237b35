// What a cart asks the house for, in the forms that other requests need. Pure; must never look at the sale in hand.

import type { BookingLine } from '../../shared/domain/booking.ts'
import { type WantedLine, passengerOf } from '../../shared/domain/pricing.ts'

/** The line that asks for the same seat again. */
export function wanted(line: BookingLine): WantedLine {
  const { seatId, ticketTypeId } = line
  return { seatId, ticketTypeId, passenger: passengerOf(line) }
}

/** What a price depends on. */
export function priced(lines: readonly WantedLine[]) {
  return lines.map(({ seatId, ticketTypeId }) => ({ seatId, ticketTypeId }))
}

/** What a seat's rules depend on; null if it was not entered. */
export function genderOf({ passenger }: WantedLine): BookingLine['gender'] {
  return passenger?.gender === 'unspecified' ? undefined : passenger?.gender
}
