// Which events of a booking its customer is told of, and by which channel: a function of the event, the booking and the customer. Owns
// that table; must never know how anything is sent.

import { MINUTE_MS } from '../lib/time.ts'
import type { Booking } from './booking.ts'
import type { CustomerEntry } from './catalogue.ts'
import type { BookingEvent, BookingRefunded, HouseEvent } from './events.ts'
import type { CustomerId } from './ids.ts'
import { type Channel, type MessageKind, type MessagingEntry, addressOf, channels } from './message.ts'
import type { MessageQueued } from './message-events.ts'
import { isToBooking } from './tender.ts'

/** [H16] How long before a reservation ends its customer is warned: the latest time at which paying is not yet a race. */
export const WARN_BEFORE_MS = MINUTE_MS

type WasSo = (before: Booking | null) => boolean

const always: WasSo = () => true
/** Reserved to be paid later: only then, since a cart's customer is standing at the desk. */
const isReservation: WasSo = (before) => before?.state === 'reserved' && before.purpose === 'reservation'
const isKept: WasSo = (before) => before?.state === 'confirmed' || isReservation(before)

/** `where`: what must have been true of the booking before the event. */
const told: Partial<Record<BookingEvent['type'], { readonly kind: MessageKind; readonly where: WasSo }>> = {
  'booking-confirmed': { kind: 'confirmed', where: always },
  'hold-deferred': { kind: 'ending', where: always },
  'hold-extended': { kind: 'ending', where: isReservation },
  'customer-chosen': { kind: 'ending', where: isReservation },
  'booking-expired': { kind: 'expired', where: isReservation },
  'booking-cancelled': { kind: 'cancelled', where: isKept },
  'booking-refunded': { kind: 'refunded', where: always },
  'seats-returned': { kind: 'returned', where: always },
  'booking-reseated': { kind: 'moved', where: always },
}

/** Whether customers are ever told of such an event: of most they are not, and nothing is read for those. */
export function isTold(event: HouseEvent): event is BookingEvent {
  return Object.hasOwn(told, event.type)
}

export interface Happened {
  readonly event: BookingEvent
  /** The number of its journal row. */
  readonly cause: number
  readonly customerId: CustomerId
  /** The booking before the event; null: the same commit creates it. */
  readonly booking: Booking | null
}

/**
 * Reduces one command's events to those worth a message: cancelling and refunding in the same step makes one message. [T4] Money
 * that went over to another booking makes none.
 */
export function worthTelling(happened: readonly Happened[]): readonly Happened[] {
  const told = happened.filter(({ event }) => event.type !== 'booking-refunded' || !isHandedOver(event))
  const refunded = new Set(
    told.filter(({ event }) => event.type === 'booking-refunded').map(({ event }) => event.bookingId),
  )
  return told.filter(({ event }) => event.type !== 'booking-cancelled' || !refunded.has(event.bookingId))
}

function isHandedOver({ refunds = [] }: BookingRefunded): boolean {
  return refunds.length > 0 && refunds.every(isToBooking)
}

/** The message to a customer about an event; null: none, or the house has no channel set up that reaches them. */
export function messageOf(
  { event, cause, booking }: Omit<Happened, 'customerId'>,
  customer: CustomerEntry,
  messaging: MessagingEntry,
  nowMs: number,
): MessageQueued | null {
  const row = told[event.type]
  const reach = row?.where(booking) ? reachOf(row.kind, customer, messaging) : null
  if (!row || !reach) return null
  const language = customer.language ?? messaging.language
  const about = { about: event.bookingId, kind: row.kind, ...reach, language, cause }
  if (row.kind !== 'ending' || !('expiresAtMs' in event))
    return { type: 'message-queued', ...about, dueAtMs: nowMs }
  const { expiresAtMs: endsAtMs } = event
  return { type: 'message-queued', ...about, dueAtMs: Math.max(nowMs, endsAtMs - WARN_BEFORE_MS), endsAtMs }
}

/** An urgent warning goes by SMS first; what the customer keeps goes by e-mail first. */
function reachOf(
  kind: MessageKind,
  customer: CustomerEntry,
  messaging: MessagingEntry,
): { readonly channel: Channel; readonly recipient: string } | null {
  const order = kind === 'ending' ? channels.toReversed() : channels
  for (const channel of order) {
    const isOn = (channel === 'email' ? messaging.mail : messaging.sms) !== null
    const recipient = addressOf(channel, channel === 'email' ? customer.email : customer.phone)
    if (isOn && recipient !== null) return { channel, recipient }
  }
  return null
}
