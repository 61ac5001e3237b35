// From what is scanned or typed at a door, a code or a number, to its ticket [T3]. Owns the lookup; must never accept a code that
// was not signed here.

import type { Booking } from '../../shared/domain/booking.ts'
import type { FoundTicket } from '../../shared/domain/check-in.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import { readFindText } from '../../shared/domain/find-text.ts'
import { splitTicketCode } from '../../shared/domain/ticket-code.ts'
import * as query from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import type { Signer } from './ports.ts'
import { type NumberedTicket, ticketsEndingIn, ticketsOfNumber, ticketsWrittenAt } from './ticket-numbers.ts'

interface Parts {
  readonly store: Store
  readonly signer: Signer
  readonly booking: (bookingId: BookingId) => Booking | null
}

/** [T1] Signing is deterministic: signing the text of a code of ours again gives the very same code. */
export function isSignedHere(signer: Signer, code: string): boolean {
  const parts = splitTicketCode(code)
  return parts !== null && signer.sign(parts.text) === parts.signature
}

/** The last digits of a number, as typed at a door; fewer digits would match more than one ticket. */
const ENDING = /^[0-9A-F]{8}$/

/** [T3] The ticket of a scanned code or of a number read off the paper; null: not a ticket of this house. */
export function ticketOfCode(
  { store, signer, booking: bookingOf }: Parts,
  scanned: string,
): FoundTicket | null {
  const code = scanned.toUpperCase()
  const isScanned = splitTicketCode(code) !== null
  const made = isScanned ? ticketOfScan(store, signer, code) : ticketOfNumber(store, scanned)
  const booking = made ? bookingOf(made.bookingId) : null
  if (!made || !booking) return null
  const { number, secret } = made
  const checkIns = store.select(query.checkInsOfBooking, booking.bookingId)
  return {
    number,
    line: booking.lines.find(({ seatId }) => seatId === made.seatId) ?? null,
    // A typed number is read off a paper in hand; it does not say which copy that is, so any copy counts as current.
    isCurrent: booking.tickets.some(
      (ticket) => ticket.number === number && (!isScanned || ticket.secret === secret),
    ),
    booking,
    usedAtMs: checkIns.find((one) => one.number === number)?.atMs ?? null,
    used: booking.tickets.filter((ticket) => checkIns.some((one) => one.number === ticket.number)).length,
  }
}

/** The row that wrote the code is part of the signed text and leads to its booking; a reprint's code is in no other row. */
function ticketOfScan(store: Store, signer: Signer, code: string): NumberedTicket | undefined {
  if (!isSignedHere(signer, code)) return undefined
  const [, number = '', , , , sequence, , secret] = code.split('/')
  return ticketsWrittenAt(store, Number(sequence)).find(
    (ticket) => ticket.number === number && ticket.secret === secret,
  )
}

function ticketOfNumber(store: Store, typed: string): NumberedTicket | undefined {
  const { number, ending } = readFindText(typed)
  if (number !== null) return ticketsOfNumber(store, number)[0]
  return ending !== null && ENDING.test(ending) ? ticketsEndingIn(store, ending, 1)[0] : undefined
}
