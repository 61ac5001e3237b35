import { expect, test } from 'vitest'
import { MINUTE_MS } from '../lib/time.ts'
import type { Booking } from './booking.ts'
import type { CustomerEntry } from './catalogue.ts'
import type { BookingEvent } from './events.ts'
import type { CustomerId } from './ids.ts'
import { WARN_BEFORE_MS, isTold, messageOf, worthTelling } from './message-due.ts'
import { sampleMessaging } from './message.fixture.ts'
import type { MessagingEntry } from './message.ts'
import { heldBooking, paidBooking, sampleCustomer, start } from './sale.fixture.ts'

const ravi: CustomerEntry = { ...sampleCustomer, email: 'ravi@example.com', phone: '+91 98 76-54 321' }
const cart = heldBooking()
const reservation = heldBooking({ purpose: 'reservation' })
const paid = paidBooking()
const { bookingId, showId } = paid
const ids = { bookingId, showId, seatIds: [] }
const back = { refunds: [], payments: [] }
const ends = { expiresAtMs: start + 10 * MINUTE_MS, graceEndsAtMs: start + 11 * MINUTE_MS }
const rest = { lines: paid.lines, totals: paid.totals }

const events = {
  confirmed: { type: 'booking-confirmed', ...ids, payment: null, tickets: paid.tickets },
  deferred: { type: 'hold-deferred', ...ids, holdMs: 1, ...ends },
  extended: { type: 'hold-extended', ...ids, ...ends },
  chosen: { type: 'customer-chosen', ...ids, customerId: ravi.customerId, holdMs: 1, ...ends },
  expired: { type: 'booking-expired', ...ids },
  cancelled: { type: 'booking-cancelled', ...ids, reason: '' },
  refunded: { type: 'booking-refunded', ...ids, refundMinor: 1 },
  returned: { type: 'seats-returned', ...ids, ...back, ...rest, returned: [], reason: '' },
  moved: {
    type: 'booking-reseated',
    ...ids,
    ...back,
    ...rest,
    freed: [],
    taken: [],
    tickets: [],
    payment: null,
  },
} as const satisfies Record<string, BookingEvent>

function told(event: BookingEvent, before: Booking | null, customer = ravi, messaging = sampleMessaging) {
  return messageOf({ event, cause: 41, booking: before }, customer, messaging, start)
}

test.for([
  ['confirmed', cart, 'confirmed'],
  ['confirmed', null, 'confirmed'],
  ['deferred', cart, 'ending'],
  ['extended', reservation, 'ending'],
  ['extended', cart, null],
  ['chosen', reservation, 'ending'],
  ['chosen', cart, null],
  ['expired', reservation, 'expired'],
  ['expired', cart, null],
  ['cancelled', reservation, 'cancelled'],
  ['cancelled', paid, 'cancelled'],
  ['cancelled', cart, null],
  ['refunded', paid, 'refunded'],
  ['returned', paid, 'returned'],
  ['moved', paid, 'moved'],
] as const)('[T2] [H16] %s of a booking that was %o tells its customer: %s', ([name, before, kind]) => {
  expect(told(events[name], before)?.kind ?? null).toBe(kind)
})

test('[T2] what is told says of which booking and which row, to whom and in which language', () => {
  expect(told(events.confirmed, cart)).toEqual({
    type: 'message-queued',
    about: bookingId,
    kind: 'confirmed',
    channel: 'email',
    recipient: 'ravi@example.com',
    language: 'en',
    cause: 41,
    dueAtMs: start,
  })
})

test('[H16] the warning is due one minute before the end, and says which end; a shorter reservation is warned at once', () => {
  const { expiresAtMs } = ends
  expect(told(events.deferred, cart)).toMatchObject({
    dueAtMs: expiresAtMs - WARN_BEFORE_MS,
    endsAtMs: expiresAtMs,
  })
  const short = { ...events.deferred, expiresAtMs: start + WARN_BEFORE_MS - 1 }
  expect(told(short, cart)).toMatchObject({ dueAtMs: start, endsAtMs: short.expiresAtMs })
})

test('[T2] what is kept goes by e-mail first, what has a minute left by SMS; each by the other where there is no such address', () => {
  expect(told(events.deferred, cart)).toMatchObject({ channel: 'sms', recipient: '+91987654321' })
  expect(told(events.confirmed, cart, { ...ravi, email: '' })).toMatchObject({ channel: 'sms' })
  expect(told(events.deferred, cart, { ...ravi, phone: '' })).toMatchObject({ channel: 'email' })
})

test('[T2] whoever cannot be written to, by any way that the house is set up for, is told nothing', () => {
  const without = (off: Partial<MessagingEntry>) => ({ ...sampleMessaging, ...off })
  expect(told(events.confirmed, cart, { ...ravi, email: '', phone: '' })).toBe(null)
  expect(told(events.confirmed, cart, { ...ravi, email: 'ravi@@example.com', phone: '' })).toBe(null)
  expect(told(events.confirmed, cart, ravi, without({ mail: null, sms: null }))).toBe(null)
  expect(told(events.confirmed, cart, ravi, without({ mail: null }))).toMatchObject({ channel: 'sms' })
  expect(told(events.deferred, cart, ravi, without({ sms: null }))).toMatchObject({ channel: 'email' })
})

test('[E1] in the customer’s language, and where they did not say, in the house’s', () => {
  expect(told(events.confirmed, cart, { ...ravi, language: 'fa' })).toMatchObject({ language: 'fa' })
  const house = { ...sampleMessaging, language: 'hi' } as const
  expect(told(events.confirmed, cart, { ...ravi, language: null }, house)).toMatchObject({ language: 'hi' })
})

test('[T2] an event that is told to nobody is known by its kind alone', () => {
  expect(Object.values(events).every(isTold)).toBe(true)
  expect(isTold({ type: 'hold-lapsed', ...ids })).toBe(false)
  expect(isTold({ type: 'message-sent', messageId: 1 as never })).toBe(false)
  expect(told({ type: 'hold-lapsed', ...ids }, cart)).toBe(null)
})

test('[P10] a booking that is cancelled and paid back in one step is told so once', () => {
  const customerId = 7 as CustomerId
  const both = [events.cancelled, events.refunded].map((event) => ({
    event,
    cause: 1,
    customerId,
    booking: paid,
  }))
  expect(worthTelling(both).map(({ event }) => event.type)).toEqual(['booking-refunded'])
  expect(worthTelling(both.slice(0, 1)).map(({ event }) => event.type)).toEqual(['booking-cancelled'])
})

test('[T4] an exchanged booking was cancelled; that its money went back is told only where some of it did', () => {
  const { customerId } = ravi
  const refund = (account: string) => ({
    paymentId: 'paid-1' as never,
    amountMinor: 1,
    account: account as never,
  })
  const kindsOf = (...accounts: readonly string[]) => {
    const refunded = { ...events.refunded, refunds: accounts.map(refund) }
    const both = [events.cancelled, refunded].map((event, cause) => ({
      event,
      cause,
      customerId,
      booking: paid,
    }))
    return worthTelling(both).map(({ event }) => event.type)
  }
  expect(kindsOf('booking:new')).toEqual(['booking-cancelled'])
  expect(kindsOf('booking:new', 'drawer:desk-1')).toEqual(['booking-refunded'])
  expect(kindsOf()).toEqual(['booking-refunded'])
})
