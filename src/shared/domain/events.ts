// Everything that can happen, in the past tense. An event is a fact: the journal keeps it for ever, projections and
// screens follow from it. Must never carry what only a screen needs.

import type { BookingLine, BookingPurpose, Payment, Ticket, Totals } from './booking.ts'
import type { Entry } from './catalogue.ts'
import type { BookingId, CartId, CustomerId, KioskId, PlanId, SeatId, ShowId, StaffId } from './ids.ts'
import type { SeatState } from './seat-state.ts'
import { never } from '../lib/assert.ts'

interface OfBooking {
  readonly bookingId: BookingId
  readonly showId: ShowId
}

interface OfSeats extends OfBooking {
  readonly seatIds: readonly SeatId[]
}

export interface SeatsHeld extends OfBooking {
  readonly type: 'seats-held'
  readonly purpose: BookingPurpose
  readonly cartId: CartId
  readonly customerId: CustomerId | null
  readonly kioskId: KioskId
  readonly staffId: StaffId
  readonly lines: readonly BookingLine[]
  readonly totals: Totals
  readonly couponCode: string | null
  readonly priceVersion: number
  readonly holdMs: number
  readonly expiresAtMs: number
  readonly graceEndsAtMs: number
  /** [H14] Why somebody with the right let a seat be left alone. */
  readonly override?: Override
}

export interface Override {
  readonly reason: string
}

export interface HoldExtended extends OfBooking {
  readonly type: 'hold-extended'
  readonly expiresAtMs: number
  readonly graceEndsAtMs: number
}

export interface TicketsChosen extends OfBooking {
  readonly type: 'tickets-chosen'
  readonly lines: readonly BookingLine[]
  readonly totals: Totals
  readonly couponCode: string | null
}

/** [H7] The hold's end, recorded: its seats are free on every screen, its holder may still pay through the grace. */
export interface HoldLapsed extends OfSeats {
  readonly type: 'hold-lapsed'
}

export interface BookingExpired extends OfSeats {
  readonly type: 'booking-expired'
}

export interface BookingCancelled extends OfSeats {
  readonly type: 'booking-cancelled'
  readonly reason: string
}

/** A part of the total, ahead of the payment that completes it. */
export interface PaymentTaken extends OfBooking {
  readonly type: 'payment-taken'
  readonly payment: Payment
}

/** [P7] Paid and confirmed are one fact: `payment` is the one that completed the total; null in a journal that tells it apart. */
export interface BookingConfirmed extends OfSeats {
  readonly type: 'booking-confirmed'
  readonly payment: Payment | null
  readonly tickets: readonly Ticket[]
}

export interface BookingRefunded extends OfBooking {
  readonly type: 'booking-refunded'
  readonly refundMinor: number
}

/** [T2] Its tickets were printed again; `copy` counts from 1 and stands on the paper. */
export interface TicketsReprinted extends OfBooking {
  readonly type: 'tickets-reprinted'
  readonly copy: number
}

export type BookingEvent =
  | SeatsHeld
  | HoldExtended
  | TicketsChosen
  | HoldLapsed
  | BookingExpired
  | BookingCancelled
  | PaymentTaken
  | BookingConfirmed
  | BookingRefunded
  | TicketsReprinted

/** A row of the catalogue as it is from now on: a venue, a listing, a show, a customer … */
export interface EntrySaved {
  readonly type: 'entry-saved'
  readonly entry: Entry
}

/** [P2] A new price list of a show. `prices[category][ticketType]` in minor units; null: that seat does not admit that type. */
export interface PricesSet {
  readonly type: 'prices-set'
  readonly showId: ShowId
  readonly version: number
  readonly prices: readonly (readonly (number | null)[])[]
}

/** The plan itself is kept beside the journal under its digest (SHA-256 of its canonical form): it never changes. */
export interface PlanImported {
  readonly type: 'plan-imported'
  readonly planId: PlanId
  readonly name: string
  readonly seats: number
  readonly digest: string
}

/** [H15] A cart waits for seats that others have. */
export interface StandbyJoined {
  readonly type: 'standby-joined'
  readonly showId: ShowId
  readonly cartId: CartId
  readonly kioskId: KioskId
  readonly staffId: StaffId
  readonly count: number
  readonly seatIds: readonly SeatId[] | null
}

export interface StandbyLeft {
  readonly type: 'standby-left'
  readonly showId: ShowId
  readonly cartId: CartId
}

/** [H15] Its seats came free and are held for it, in the same commit. */
export interface StandbyServed {
  readonly type: 'standby-served'
  readonly showId: ShowId
  readonly cartId: CartId
  readonly kioskId: KioskId
  readonly heldAs: BookingId
}

export type HouseEvent =
  | BookingEvent
  | EntrySaved
  | PricesSet
  | PlanImported
  | StandbyJoined
  | StandbyLeft
  | StandbyServed

/** The show whose revision an event advances; null where it concerns the house alone. */
export function showOf(event: HouseEvent): ShowId | null {
  if (event.type === 'entry-saved') return event.entry.kind === 'show' ? event.entry.showId : null
  return event.type === 'plan-imported' ? null : event.showId
}

/** Which seats an event changes on the screens, and to what; null: none. */
export function seatChange(event: HouseEvent): { seatIds: readonly SeatId[]; state: SeatState } | null {
  switch (event.type) {
    case 'seats-held':
      return {
        seatIds: event.lines.map((line) => line.seatId),
        state: event.purpose === 'hold' ? 'held' : 'reserved',
      }
    case 'booking-confirmed':
      return { seatIds: event.seatIds, state: 'sold' }
    case 'hold-lapsed':
    case 'booking-expired':
    case 'booking-cancelled':
      return { seatIds: event.seatIds, state: 'available' }
    case 'hold-extended':
    case 'tickets-chosen':
    case 'payment-taken':
    case 'booking-refunded':
    case 'tickets-reprinted':
    case 'entry-saved':
    case 'prices-set':
    case 'plan-imported':
    case 'standby-joined':
    case 'standby-left':
    case 'standby-served':
      return null
    default:
      return never(event)
  }
}
