import type { Booking } from '../../shared/domain/booking.ts'
import type { FoundTicket } from '../../shared/domain/check-in.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import { splitTicketCode } from '../../shared/domain/ticket-code.ts'
import * as query from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import type { Signer } from './ports.ts'
import { ticketsWrittenAt } from './ticket-numbers.ts'

interface Parts {
  readonly store: Store
  readonly signer: Signer
  readonly booking: (bookingId: BookingId) => Booking | null
}

/** [T1] Signing is deterministic: the text of a code that we signed, signed again, gives the very same code. */
export function isSignedHere(signer: Signer, code: string): boolean {
  const parts = splitTicketCode(code)
  return parts !== null && signer.sign(parts.text) === parts.signature
}

/** [T3] What a scanned code is; null: none of this house's. */
export function ticketOfCode(
  { store, signer, booking: bookingOf }: Parts,
  scanned: string,
): FoundTicket | null {
  const code = scanned.toUpperCase()
  if (!isSignedHere(signer, code)) return null
  // The row that wrote the code is signed with it, and leads to its booking: of a copy's code no other row knows.
  const [, number = '', , , , sequence, , secret] = code.split('/')
  const made = ticketsWrittenAt(store, Number(sequence)).find(
    (ticket) => ticket.number === number && ticket.secret === secret,
  )
  const booking = made ? bookingOf(made.bookingId) : null
  if (!made || !booking) return null
  const checkIns = store.select(query.checkInsOfBooking, booking.bookingId)
  return {
    number,
    label: booking.lines.find(({ seatId }) => seatId === made.seatId)?.label ?? null,
    isCurrent: booking.tickets.some((ticket) => ticket.number === number && ticket.secret === secret),
    booking,
    usedAtMs: checkIns.find((one) => one.number === number)?.atMs ?? null,
    used: booking.tickets.filter((ticket) => checkIns.some((one) => one.number === ticket.number)).length,
  }
}
