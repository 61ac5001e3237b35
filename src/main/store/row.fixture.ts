// Complete rows for the tests of stores, each with fields that can be changed. Owns the smallest house that foreign keys allow: a
// venue, a listing, a plan of four seats and a show. Must never be more than rows.

import type { Booking, BookingState } from '../../shared/domain/booking.ts'
import type {
  BookingId,
  CartId,
  CommandId,
  KioskId,
  ListingId,
  PlanId,
  SeatId,
  ShowId,
  StaffId,
  TicketTypeId,
  VenueId,
} from '../../shared/domain/ids.ts'
import { type Row, type Write, put } from './rows.ts'

export const showId = 1 as ShowId

const planId = 1 as PlanId

const flat = { width: 10, height: 10, seatRadius: 1, sections: [], rows: [], categories: [], areas: [] }

/** The rows that must exist before a booking can. */
export const smallHouse: readonly Write[] = [
  put('venue', { venueId: 1 as VenueId, name: 'Barn', zone: 'UTC', currency: 'INR', terms: { holdMs: 5 } }),
  put('listing', {
    listingId: 1 as ListingId,
    sort: 'film',
    title: 'Rain',
    active: true,
    terms: {},
    images: [],
    details: { stars: 4, amenities: ['WiFi'] },
  }),
  put('plan', { planId, name: 'Hall', ...flat, seats: 4, digest: '', versionOf: null, version: 1 }),
  ...[0, 1, 2, 3].map((seatId) =>
    put('seat', {
      planId,
      seatId: seatId as SeatId,
      row: 0,
      number: String(seatId + 1),
      x: seatId + 0.5,
      y: 0,
      category: 0,
      flags: 0,
    }),
  ),
  put('show', {
    showId,
    listingId: 1 as ListingId,
    venueId: 1 as VenueId,
    planId,
    startsAtMs: 1000,
    salesCloseAtMs: 2000,
    active: true,
    claimPolicy: 'on-checkout',
    terms: {},
    ticketTypes: ['Normal'],
    withdrawn: false,
  }),
]

/** A different number for each id; short ids keep their order. */
function numberOf(id: string): number {
  let number = 0
  for (let at = 0; at < id.length; at += 1) number = number * 128 + id.charCodeAt(at)
  return number
}

export function bookingRow(bookingId: string, turned: Partial<Row<'booking'>> = {}): Write {
  return put('booking', {
    bookingId: bookingId as BookingId,
    sequence: numberOf(bookingId),
    showId,
    state: 'reserved' satisfies BookingState,
    purpose: 'hold',
    claimsAtPayment: false,
    cartId: `cart of ${bookingId}` as CartId,
    customerId: null,
    kioskId: 'desk-1' as KioskId,
    staffId: 1 as StaffId,
    currency: 'INR',
    baseMinor: 100,
    discountMinor: 0,
    feeMinor: 10,
    totalMinor: 110,
    couponCode: null,
    priceVersion: 1,
    holdMs: 300,
    reservedAtMs: 0,
    expiresAtMs: 300,
    graceEndsAtMs: 330,
    extendedAtMs: null,
    lapsedAtMs: null,
    confirmedAtMs: null,
    expiredAtMs: null,
    cancelledAtMs: null,
    refundedAtMs: null,
    paymentFailedAtMs: null,
    completedAtMs: null,
    deletedAtMs: null,
    lines: [],
    returned: null,
    payments: null,
    ticketsSequence: null,
    ...turned,
  })
}

export function claimRow(bookingId: string, seatId: number, ofShow = showId): Write {
  return put('claim', {
    showId: ofShow,
    seatId: seatId as SeatId,
    bookingId: bookingId as BookingId,
    ticketTypeId: 0 as TicketTypeId,
  })
}

export function commandRow(commandId: string, answer = '{}'): Write {
  return put('command', {
    commandId: commandId as CommandId,
    inputHash: '',
    answer,
    atMs: 1,
  })
}

/** A journal row without content; not chained. */
export function journalRow(sequence: number, revision: number | null, hash = new Uint8Array(32)): Write {
  return put('journal', {
    sequence,
    showId: revision === null ? null : showId,
    revision,
    atMs: sequence,
    kind: 'hold-lapsed',
    body: '{}',
    staffId: 1 as StaffId,
    role: 'clerk',
    kioskId: 'desk-1' as KioskId,
    commandId: `c${sequence}` as CommandId,
    hash,
  })
}

export const idOf = (booking: string) => booking as Booking['bookingId']
