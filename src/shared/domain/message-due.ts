// Which events of a booking are told to its customer, and by which way: a function of the event, the booking and the customer. Owns
// that table; must never know how anything is sent.

import { MINUTE_MS } from '../lib/time.ts'
import type { Booking } from './booking.ts'
import type { CustomerEntry } from './catalogue.ts'
import type { BookingEvent, BookingRefunded, HouseEvent } from './events.ts'
import type { CustomerId } from './ids.ts'
import { type Channel, type MessageKind, type MessagingEntry, addressOf, channels } from './message.ts'
import type { MessageQueued } from './message-events.ts'
import { isToBooking } from './tender.ts'

/** [H16] So long before a reservation's end its customer is told: the last time at which paying is not yet a race. */
export const WARN_BEFORE_MS = MINUTE_MS

type WasSo = (before: Booking | null) => boolean

const always: WasSo = () => true
/** Reserved to be paid later; a cart's customer stands at the desk. */
const isReservation: WasSo = (before) => before?.state === 'reserved' && before.purpose === 'reservation'
const isKept: WasSo = (before) => before?.state === 'confirmed' || isReservation(before)

/** `where`: what the booking was before. */
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

/** Whether an event may be told at all: most may not, and nothing is read for those. */
export function isTold(event: HouseEvent): event is BookingEvent {
  return Object.hasOwn(told, event.type)
}

export interface Happened {
  readonly event: BookingEvent
  /** Of its journal row. */
  readonly cause: number
  readonly customerId: CustomerId
  /** As it was before; null: it is of this very commit. */
  readonly booking: Booking | null
}

/**
 * What is left to tell of one command's events: a cancelled booking whose money goes back in the same step is told so once. [T4] Nothing is
 * told of money that went over to another booking.
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

/** What a customer is told of an event; null: nothing, or there is no way to them that the house is set up for. */
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

/** What has a minute left is read on a telephone; what is kept, in a letter. */
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
