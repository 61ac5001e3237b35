// What a booking is, which states it passes through, and what each event makes of it. Owns the state table and
// `evolveBooking`; must never refuse here (deciding is in the files named by what they decide).

import type { Currency } from '../lib/money.ts'
import type { BookingEvent, BookingReseated, SeatsHeld, SeatsReturned } from './events.ts'
import { Bug, never } from '../lib/assert.ts'
import { type Payment, inFlight, paidMinor } from './tender.ts'
import type { BookingId, CartId, CustomerId, KioskId, SeatId, ShowId, StaffId, TicketTypeId } from './ids.ts'

/** The one table of booking states: from each, where a booking may go. Anything else is refused with both states named. */
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

/** How a booking enters each state: the event that says so, and the time that it stamps. */
export const arrivals = {
  reserved: { event: 'seats-held', stamp: 'reservedAtMs' },
  confirmed: { event: 'booking-confirmed', stamp: 'confirmedAtMs' },
  payment_failed: { event: 'booking-failed', stamp: 'paymentFailedAtMs' },
  expired: { event: 'booking-expired', stamp: 'expiredAtMs' },
  cancelled: { event: 'booking-cancelled', stamp: 'cancelledAtMs' },
  completed: { event: 'ticket-checked-in', stamp: 'completedAtMs' },
  refunded: { event: 'booking-refunded', stamp: 'refundedAtMs' },
  deleted: { event: 'booking-deleted', stamp: 'deletedAtMs' },
} as const satisfies Record<
  BookingState,
  { readonly event: BookingEvent['type']; readonly stamp: keyof Booking }
>

export function mayBecome(from: BookingState, to: BookingState): boolean {
  return (bookingStates[from] as readonly BookingState[]).includes(to)
}

/** Ended, but not by a refund: what was paid towards it may still wait for its customer. */
export function mayBeOwed(state: BookingState): boolean {
  return state === 'expired' || state === 'payment_failed' || state === 'cancelled'
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
  /** [L3] Who will sit there, where it was said. */
  readonly gender?: 'female' | 'male'
  readonly name?: string
  readonly age?: number
}

/** [P3] total = base − discount + fee. */
export interface Totals {
  readonly currency: Currency
  readonly baseMinor: number
  readonly discountMinor: number
  readonly feeMinor: number
  readonly totalMinor: number
}

/** [P10] A line that was given back, and how much of its price went back to the customer. */
export interface ReturnedLine extends BookingLine {
  readonly refundMinor: number
  readonly returnedAtMs: number
}

/**
 * [T1] `secret`: 80 random bits in Crockford base32, part of the signed code; a copy has the same number and a secret of its own
 * [T2]. `sequence`: the journal row that made it, which is signed too; given only where that row is earlier than the one that the
 * booking's other tickets come from [T4].
 */
export interface Ticket {
  readonly number: string
  readonly seatId: SeatId
  readonly secret: string
  readonly sequence?: number
}

export interface Booking {
  readonly bookingId: BookingId
  readonly showId: ShowId
  readonly state: BookingState
  readonly purpose: BookingPurpose
  /** [H10] Nothing is held yet: its seats are claimed when they are paid for. */
  readonly claimsAtPayment: boolean
  readonly cartId: CartId
  readonly customerId: CustomerId | null
  readonly kioskId: KioskId
  readonly staffId: StaffId
  /** The lines it has now; those given back are in `returned`. */
  readonly lines: readonly BookingLine[]
  readonly returned: readonly ReturnedLine[]
  /** The totals of `lines`. */
  readonly totals: Totals
  readonly couponCode: string | null
  /** The price list the lines were priced from [P2]. */
  readonly priceVersion: number
  /** [H3] The length of the hold, which is also what one extension adds. */
  readonly holdMs: number
  readonly reservedAtMs: number
  /** [H4] From this very millisecond the seats are free. */
  readonly expiresAtMs: number
  /** [H5] Until this millisecond the holder may still pay. */
  readonly graceEndsAtMs: number
  readonly extendedAtMs: number | null
  /** When the end of the hold was recorded and told to every screen; the booking itself lives on through its grace period. */
  readonly lapsedAtMs: number | null
  readonly confirmedAtMs: number | null
  readonly expiredAtMs: number | null
  readonly cancelledAtMs: number | null
  readonly refundedAtMs: number | null
  readonly paymentFailedAtMs: number | null
  readonly completedAtMs: number | null
  readonly deletedAtMs: number | null
  readonly payments: readonly Payment[]
  readonly tickets: readonly Ticket[]
}

/** [H4] [H6] When its seats are free again: at the end of the hold, or of the wait for a terminal's answer, if later. */
export function holdEndMs({ expiresAtMs, payments }: Pick<Booking, 'expiresAtMs' | 'payments'>): number {
  return Math.max(expiresAtMs, inFlight(payments)?.untilMs ?? 0)
}

/** [H5] Until when its holder may pay. */
export function payEndMs({ graceEndsAtMs, payments }: Pick<Booking, 'graceEndsAtMs' | 'payments'>): number {
  return Math.max(graceEndsAtMs, inFlight(payments)?.untilMs ?? 0)
}

/** What is still to be paid. */
export function dueMinor({ totals, payments }: Pick<Booking, 'totals' | 'payments'>): number {
  return totals.totalMinor - paidMinor(payments)
}

/** What an event makes of a booking. Never refuses: the event has happened. */
export function evolveBooking(booking: Booking | null, event: BookingEvent, atMs: number): Booking {
  if (event.type === 'seats-held') return bornFrom(event, atMs)
  if (!booking) throw new Bug(`${event.type} before seats-held`)
  switch (event.type) {
    case 'hold-extended': {
      const { expiresAtMs, graceEndsAtMs } = event
      return { ...booking, expiresAtMs, graceEndsAtMs, extendedAtMs: atMs }
    }
    case 'hold-deferred': {
      const { holdMs, expiresAtMs, graceEndsAtMs } = event
      const ends = { holdMs, expiresAtMs, graceEndsAtMs, extendedAtMs: null, lapsedAtMs: null }
      return { ...booking, purpose: 'reservation', ...ends }
    }
    case 'tickets-chosen':
      return { ...booking, lines: event.lines, totals: event.totals, couponCode: event.couponCode }
    case 'customer-chosen': {
      const { customerId, holdMs, expiresAtMs, graceEndsAtMs } = event
      return { ...booking, customerId, holdMs, expiresAtMs, graceEndsAtMs }
    }
    case 'hold-lapsed':
      return { ...booking, lapsedAtMs: atMs }
    case 'booking-expired':
      return { ...booking, state: 'expired', expiredAtMs: atMs }
    case 'booking-cancelled':
      return { ...booking, state: 'cancelled', cancelledAtMs: atMs }
    case 'booking-failed':
      return { ...booking, state: 'payment_failed', paymentFailedAtMs: atMs }
    // While the terminal was asked the seats were the booking's again, so the end of the hold has to be recorded once more.
    case 'payment-taken':
    case 'payment-failed':
      return { ...booking, lapsedAtMs: null, payments: paymentsOf(event) }
    case 'payment-begun':
    case 'payment-late':
    case 'proof-reviewed':
      return { ...booking, payments: paymentsOf(event) }
    case 'booking-confirmed': {
      const { payment, others, tickets } = event
      const payments = payment ? paymentsOf({ payment, others }) : booking.payments
      return { ...booking, state: 'confirmed', confirmedAtMs: atMs, tickets, payments }
    }
    case 'money-returned':
      return { ...booking, payments: event.payments }
    case 'booking-refunded': {
      const payments = event.payments ?? booking.payments.map(wholly)
      return { ...booking, state: 'refunded', refundedAtMs: atMs, payments }
    }
    case 'seats-returned':
      return withoutSeats(booking, event)
    case 'booking-reseated':
      return { ...booking, ...reseated(event) }
    case 'tickets-reprinted':
      return event.tickets ? { ...booking, tickets: event.tickets } : booking
    case 'refund-settled':
      return booking
    case 'ticket-checked-in':
      return event.isLast ? { ...booking, state: 'completed', completedAtMs: atMs } : booking
    case 'booking-deleted':
      return { ...booking, state: 'deleted', deletedAtMs: atMs }
    default:
      return never(event)
  }
}

/** Applies several events to a booking, one after the other. */
export function evolveAll(booking: Booking, events: readonly BookingEvent[], atMs: number): Booking {
  return events.reduce<Booking>((before, event) => evolveBooking(before, event, atMs), booking)
}

function withoutSeats(booking: Booking, event: SeatsReturned): Booking {
  const { returned, earlier = [], lines, totals, payments } = event
  const gone = new Set(returned.map(({ seatId }) => seatId))
  return {
    ...booking,
    lines,
    tickets: booking.tickets.filter(({ seatId }) => !gone.has(seatId)),
    returned: [...earlier, ...returned],
    totals,
    payments,
  }
}

function reseated({ lines, totals, tickets, payments }: BookingReseated): Partial<Booking> {
  return { lines, totals, tickets, payments }
}

/** All payments as they are after an event. */
export function paymentsOf(event: {
  readonly payment: Payment
  readonly others?: readonly Payment[] | undefined
}) {
  return [...(event.others ?? []), event.payment]
}

/** For journals of older versions, which refunded every payment whole. */
export function wholly(payment: Payment): Payment {
  return { ...payment, state: 'refunded' }
}

/** Field by field: collecting a `...rest` on each call took longer than everything else in deciding a hold. */
function bornFrom(event: SeatsHeld, atMs: number): Booking {
  return {
    bookingId: event.bookingId,
    showId: event.showId,
    purpose: event.purpose,
    cartId: event.cartId,
    customerId: event.customerId,
    kioskId: event.kioskId,
    staffId: event.staffId,
    lines: event.lines,
    totals: event.totals,
    couponCode: event.couponCode,
    priceVersion: event.priceVersion,
    holdMs: event.holdMs,
    expiresAtMs: event.expiresAtMs,
    graceEndsAtMs: event.graceEndsAtMs,
    claimsAtPayment: event.claimsAtPayment ?? false,
    state: 'reserved',
    reservedAtMs: atMs,
    extendedAtMs: null,
    lapsedAtMs: null,
    confirmedAtMs: null,
    expiredAtMs: null,
    cancelledAtMs: null,
    refundedAtMs: null,
    paymentFailedAtMs: null,
    completedAtMs: null,
    deletedAtMs: null,
    returned: [],
    payments: [],
    tickets: [],
  }
}
