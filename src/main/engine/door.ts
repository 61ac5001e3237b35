// What is held under a door's scanner, or typed there: from a code or a number to its ticket [T3]. Owns the way; must never take a code
// for ours that was not signed here.

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

/** [T1] Signing is deterministic: the text of a code that we signed, signed again, gives the very same code. */
export function isSignedHere(signer: Signer, code: string): boolean {
  const parts = splitTicketCode(code)
  return parts !== null && signer.sign(parts.text) === parts.signature
}

/** The last digits of a number that somebody types at a door: fewer would be found on more than one ticket. */
const ENDING = /^[0-9A-F]{8}$/

/** [T3] What a scanned code, or a number that somebody reads off the paper, is; null: none of this house's. */
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
    // Whoever types a number has the paper in hand: which copy it is, the number does not say.
    isCurrent: booking.tickets.some(
      (ticket) => ticket.number === number && (!isScanned || ticket.secret === secret),
    ),
    booking,
    usedAtMs: checkIns.find((one) => one.number === number)?.atMs ?? null,
    used: booking.tickets.filter((ticket) => checkIns.some((one) => one.number === ticket.number)).length,
  }
}

/** The row that wrote the code is signed with it, and leads to its booking: of a copy's code no other row knows. */
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
