// What a booking is, which states it passes through, and what each event makes of it. Owns the state table and
// `evolveBooking`; must never refuse here (deciding is in the files named by what they decide).

import type { Currency } from '../lib/money.ts'
import type { BookingEvent } from './events.ts'
import { Bug, never } from '../lib/assert.ts'
import type {
  BookingId,
  CartId,
  CustomerId,
  KioskId,
  PaymentId,
  SeatId,
  ShowId,
  StaffId,
  TicketTypeId,
} from './ids.ts'

/** The one table of booking states: from each, where it may go. Anything else is refused with both states named. */
export const bookingStates = {
  reserved: ['confirmed', 'payment_failed', 'expired', 'cancelled'],
  confirmed: ['completed', 'cancelled'],
  payment_failed: ['deleted'],
  expired: ['deleted'],
  cancelled: ['refunded', 'deleted'],
  completed: ['deleted'],
  refunded: ['deleted'],
  deleted: [],
} as const satisfies Record<string, readonly string[]>

export type BookingState = keyof typeof bookingStates

export function mayBecome(from: BookingState, to: BookingState): boolean {
  return (bookingStates[from] as readonly BookingState[]).includes(to)
}

/** `hold`: a cart at the desk. `reservation`: reserve now, pay later [H16]. */
export type BookingPurpose = 'hold' | 'reservation'

/** One seat of a booking, with its price as it was when the line was made [P2]. Amounts in minor units. */
export interface BookingLine {
  readonly seatId: SeatId
  /** "A14" */
  readonly label: string
  readonly section: string
  readonly ticketTypeId: TicketTypeId
  readonly ticketType: string
  readonly priceMinor: number
  /** This seat's share of the discount, by largest remainder [P10]. */
  readonly discountMinor: number
  readonly feeMinor: number
  /** [L3] Of who will sit there, where it was said. */
  readonly gender?: 'female' | 'male'
}

/** [P3] total = base − discount + fee. */
export interface Totals {
  readonly currency: Currency
  readonly baseMinor: number
  readonly discountMinor: number
  readonly feeMinor: number
  readonly totalMinor: number
}

export type PaymentMode = 'CASH'
export type PaymentState = 'pending' | 'success' | 'failed' | 'refunded'

export interface Payment {
  readonly paymentId: PaymentId
  readonly mode: PaymentMode
  readonly state: PaymentState
  readonly amountMinor: number
  /** Cash handed over; equal to the amount for other modes. */
  readonly tenderedMinor: number
  readonly changeMinor: number
}

/** [T1] `secret`: 80 random bits in Crockford base32, part of the signed code. */
export interface Ticket {
  readonly number: string
  readonly seatId: SeatId
  readonly secret: string
}

export interface Booking {
  readonly bookingId: BookingId
  readonly showId: ShowId
  readonly state: BookingState
  readonly purpose: BookingPurpose
  readonly cartId: CartId
  readonly customerId: CustomerId | null
  readonly kioskId: KioskId
  readonly staffId: StaffId
  readonly lines: readonly BookingLine[]
  readonly totals: Totals
  readonly couponCode: string | null
  /** The price list the lines were priced from [P2]. */
  readonly priceVersion: number
  /** [H3] How long the hold was given, which is also what one extension adds. */
  readonly holdMs: number
  readonly reservedAtMs: number
  /** [H4] From this very millisecond the seats are free. */
  readonly expiresAtMs: number
  /** [H5] Until this millisecond the holder may still pay. */
  readonly graceEndsAtMs: number
  readonly extendedAtMs: number | null
  /** When the end of the hold was recorded and told to every screen; the booking itself lives on through its grace. */
  readonly lapsedAtMs: number | null
  readonly confirmedAtMs: number | null
  readonly expiredAtMs: number | null
  readonly cancelledAtMs: number | null
  readonly refundedAtMs: number | null
  readonly payments: readonly Payment[]
  readonly tickets: readonly Ticket[]
}

/** What an event makes of a booking. Never refuses: the event has happened. */
export function evolveBooking(booking: Booking | null, event: BookingEvent, atMs: number): Booking {
  if (event.type === 'seats-held') return bornFrom(event, atMs)
  if (!booking) throw new Bug(`${event.type} before seats-held`)
  switch (event.type) {
    case 'hold-extended':
      return {
        ...booking,
        expiresAtMs: event.expiresAtMs,
        graceEndsAtMs: event.graceEndsAtMs,
        extendedAtMs: atMs,
      }
    case 'tickets-chosen':
      return { ...booking, lines: event.lines, totals: event.totals, couponCode: event.couponCode }
    case 'hold-lapsed':
      return { ...booking, lapsedAtMs: atMs }
    case 'booking-expired':
      return { ...booking, state: 'expired', expiredAtMs: atMs }
    case 'booking-cancelled':
      return { ...booking, state: 'cancelled', cancelledAtMs: atMs }
    case 'payment-taken':
      return { ...booking, payments: [...booking.payments, event.payment] }
    case 'booking-confirmed':
      return {
        ...booking,
        state: 'confirmed',
        confirmedAtMs: atMs,
        tickets: event.tickets,
        payments: event.payment ? [...booking.payments, event.payment] : booking.payments,
      }
    case 'booking-refunded':
      return { ...booking, state: 'refunded', refundedAtMs: atMs, payments: booking.payments.map(refunded) }
    case 'tickets-reprinted':
      return booking
    default:
      return never(event)
  }
}

function refunded(payment: Payment): Payment {
  return { ...payment, state: 'refunded' }
}

function bornFrom(event: Extract<BookingEvent, { type: 'seats-held' }>, atMs: number): Booking {
  const { type: _type, override: _override, ...given } = event
  return {
    ...given,
    state: 'reserved',
    reservedAtMs: atMs,
    extendedAtMs: null,
    lapsedAtMs: null,
    confirmedAtMs: null,
    expiredAtMs: null,
    cancelledAtMs: null,
    refundedAtMs: null,
    payments: [],
    tickets: [],
  }
}
