// [T2] A message with everything its text is made from, read when it is sent: what was true when it was queued may not be true
// any more. Owns that reading; must never contain wording.

import type { BookingRefunded, HouseEvent, SeatsReturned } from '../../shared/domain/events.ts'
import type { ShowId } from '../../shared/domain/ids.ts'
import { isStillTrue } from '../../shared/domain/message-delivery.ts'
import { carriesTickets } from '../../shared/domain/message.ts'
import { isToBooking } from '../../shared/domain/tender.ts'
import { known } from '../../shared/lib/assert.ts'
import type { Row, Store } from '../store/store.ts'
import type { Letter, LetterFacts, Signer } from './ports.ts'
import type { Reader } from './reader.ts'
import { roomOf, showNames, ticketViews } from './ticket-views.ts'

/** Bytes taken from the hash of its journal row: enough that no two houses produce the same key. */
const KEY_BYTES = 8

interface Parts {
  readonly store: Store
  readonly signer: Signer
  readonly reader: Reader
  readonly nowMs: () => number
}

/** Null: the message is no longer true. */
export function letterOf(parts: Parts, message: Row<'message'>): Letter | null {
  const { store, reader, nowMs } = parts
  const booking = message.bookingId === null ? null : reader.booking(message.bookingId)
  if (!isStillTrue(message, booking, nowMs())) return null
  const { hash } = known(store.get('journal', message.messageId), 'row of a message')
  const key = `${message.messageId}.${Buffer.from(hash).toString('hex', 0, KEY_BYTES)}`
  return { message, key, about: booking && factsOf(parts, booking, message) }
}

function factsOf(
  { store, signer, reader }: Parts,
  booking: LetterFacts['booking'],
  { cause, kind }: Row<'message'>,
): LetterFacts {
  const { customerId, showId } = booking
  const customer = customerId === null ? undefined : store.get('customer', customerId)
  const names = showNames(store, showId)
  const planOfShow = (of: ShowId) => reader.planOfShow(of)
  const plan = planOfShow(showId)
  return {
    booking,
    tickets: carriesTickets(kind) ? ticketViews({ store, signer, planOfShow }, booking) : [],
    customer: customer?.name ?? null,
    title: names.title,
    venue: names.venue,
    zone: names.zone,
    startsAtMs: names.startsAtMs,
    rooms: booking.lines.flatMap(({ seatId }) => roomOf(names, plan, seatId) ?? []),
    refundedMinor: refundedBy(store, cause),
  }
}

function refundedBy(store: Store, cause: number): number {
  const row = known(store.get('journal', cause), 'cause of a message')
  const event = JSON.parse(row.body) as HouseEvent
  if (!isRefund(event) && !isReturn(event)) return 0
  const { refunds = [] } = event
  const overMinor = refunds.filter(isToBooking).reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  if (isRefund(event)) return event.refundMinor - overMinor
  return event.returned.reduce((sum, { refundMinor }) => sum + refundMinor, -overMinor)
}

function isRefund(event: HouseEvent): event is BookingRefunded {
  return event.type === 'booking-refunded'
}

function isReturn(event: HouseEvent): event is SeatsReturned {
  return event.type === 'seats-returned'
}
