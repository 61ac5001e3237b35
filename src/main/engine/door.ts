import type { Booking } from '../../shared/domain/booking.ts'
import type { FoundTicket } from '../../shared/domain/check-in.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import { splitTicketCode } from '../../shared/domain/ticket-code.ts'
import * as query from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import type { Signer } from './ports.ts'
import { ticketsOfNumber } from './ticket-numbers.ts'
import { ticketCode } from './ticket-views.ts'

interface Parts {
  readonly store: Store
  readonly signer: Signer
  readonly booking: (bookingId: BookingId) => Booking | null
}

/** [T3] What a scanned code is. Signing what was recorded gives the very same text, or the code is not this house's. */
export function ticketOfCode({ store, signer, booking: bookingOf }: Parts, code: string): FoundTicket | null {
  const text = code.toUpperCase()
  const number = splitTicketCode(text)?.text.split('/')[1]
  if (number === undefined) return null
  for (const made of ticketsOfNumber(store, number)) {
    const booking = bookingOf(made.bookingId)
    const lines = [...(booking?.lines ?? []), ...(booking?.returned ?? [])]
    const line = lines.find(({ seatId }) => seatId === made.seatId)
    if (!booking || !line || ticketCode(signer, booking, made, line) !== text) continue
    const checkIns = store.select(query.checkInsOfBooking, booking.bookingId)
    return {
      number,
      label: line.label,
      isCurrent: booking.tickets.some((ticket) => ticket.number === number && ticket.secret === made.secret),
      booking,
      usedAtMs: checkIns.find((one) => one.number === number)?.atMs ?? null,
      used: checkIns.length,
    }
  }
  return null
}
