// Everything that can happen, in the past tense. An event is a fact: the journal keeps it for ever, projections and
// screens follow from it. Must never carry what only a screen needs.

import type { BookingLine, BookingPurpose, ReturnedLine, Ticket, Totals } from './booking.ts'
import type { AlertEvent } from './alert-events.ts'
import type { CatalogueEvent } from './catalogue-events.ts'
import type { ChangeEvent } from './change-events.ts'
import type { SaleLost } from './lost-sale.ts'
import type { MessageEvent } from './message-events.ts'
import type { StaffEvent, StandbyEvent } from './people-events.ts'
import type { HouseRestored } from './recovery.ts'
import type { ShiftEvent } from './shift-events.ts'
import type { UpdateAsked } from './updates.ts'
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
  WalletId,
} from './ids.ts'
import type { Account, Payment, Refund } from './tender.ts'
import type { Currency } from '../lib/money.ts'

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
  /** [H10] Nothing is held yet; left out where the seats are. */
  readonly claimsAtPayment?: true
  /** [P8] The booking whose money came too late for its own seats. */
  readonly rescues?: BookingId
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

/** [H16] Paid later: from a hold to a reservation with an end of its own. */
export interface HoldDeferred extends OfSeats {
  readonly type: 'hold-deferred'
  readonly holdMs: number
  readonly expiresAtMs: number
  readonly graceEndsAtMs: number
}

export interface TicketsChosen extends OfBooking {
  readonly type: 'tickets-chosen'
  readonly lines: readonly BookingLine[]
  readonly totals: Totals
  readonly couponCode: string | null
}

/** Whose a pending booking is from now on; a VIP's hold is longer [H2]. */
export interface CustomerChosen extends OfBooking {
  readonly type: 'customer-chosen'
  readonly customerId: CustomerId | null
  readonly holdMs: number
  readonly expiresAtMs: number
  readonly graceEndsAtMs: number
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

/** A payment as it is from now on. `others`: what else was paid or tried, as it is; left out where there is nothing. */
interface OfPayment extends OfBooking {
  readonly payment: Payment
  readonly others?: readonly Payment[]
}

/** Money given back: which, and all payments as they are from now on. */
interface OfRefunds extends OfBooking {
  readonly refunds: readonly Refund[]
  readonly payments: readonly Payment[]
}

/** [H6] A terminal was asked: until it answers, or `payment.untilMs`, nobody else gets the seats. */
export interface PaymentBegun extends OfSeats, OfPayment {
  readonly type: 'payment-begun'
}

/** A part of the total, ahead of the payment that completes it. `seatIds`: those that a terminal's answer was awaited for. */
export interface PaymentTaken extends OfPayment {
  readonly type: 'payment-taken'
  readonly seatIds?: readonly SeatId[]
}

/** [P7] A try that came to nothing; the hold lives on as long as it did. */
export interface PaymentFailed extends OfSeats, OfPayment {
  readonly type: 'payment-failed'
  /** What the terminal took all the same, where that is not what it was asked for: it goes back. */
  readonly took?: { readonly amountMinor: number; readonly currency: Currency }
}

/** [P7] Given up, or declined too often. */
export interface BookingFailed extends OfSeats {
  readonly type: 'booking-failed'
  readonly reason: 'given-up' | 'declined'
}

/** [P7] Paid and confirmed are one fact: `payment` is the one that completed the total; null in a journal that tells it apart. */
export interface BookingConfirmed extends OfSeats {
  readonly type: 'booking-confirmed'
  readonly payment: Payment | null
  readonly others?: readonly Payment[]
  readonly tickets: readonly Ticket[]
  /** [H10] Of its seats, in their order, where they are claimed only now. */
  readonly ticketTypeIds?: readonly TicketTypeId[]
}

/** [P8] A terminal said yes after the booking had ended. What became of the money is told by the events after this one. */
export interface PaymentLate extends OfPayment {
  readonly type: 'payment-late'
}

/** Money that a booking could not use any more went back, or to the booking or wallet that rescues it. */
export interface MoneyReturned extends OfRefunds {
  readonly type: 'money-returned'
  readonly currency: Currency
}

/** [P5] A manager looked at the picture of a transfer. */
export interface ProofReviewed extends OfPayment {
  readonly type: 'proof-reviewed'
}

/** The whole of a cancelled booking's money. `refunds` says which went where; journals of older versions do not. */
export interface BookingRefunded extends OfBooking {
  readonly type: 'booking-refunded'
  readonly refundMinor: number
  readonly refunds?: readonly Refund[]
  readonly payments?: readonly Payment[]
  readonly currency?: Currency
}

/** [P10] Single seats given back; the booking goes on with the rest, which comes to `totals`. */
export interface SeatsReturned extends OfSeats, OfRefunds {
  readonly type: 'seats-returned'
  readonly returned: readonly ReturnedLine[]
  /** What was given back before. */
  readonly earlier?: readonly ReturnedLine[]
  /** The rest. */
  readonly lines: readonly BookingLine[]
  readonly totals: Totals
  readonly reason: string
}

/** [T4] From `freed` to `taken`; lines, totals and tickets are all that it has now. The difference is settled in the same step. */
export interface BookingReseated extends OfRefunds {
  readonly type: 'booking-reseated'
  readonly freed: readonly SeatId[]
  readonly taken: readonly SeatId[]
  readonly lines: readonly BookingLine[]
  readonly totals: Totals
  readonly tickets: readonly Ticket[]
  /** What was paid for the difference; in `payments` too. */
  readonly payment: Payment | null
}

/** [T3] A ticket was let in; `isLast`: with it all of the booking are. */
export interface TicketCheckedIn extends OfBooking {
  readonly type: 'ticket-checked-in'
  readonly number: string
  /** When a door without the house let it in; left out: when it was recorded. */
  readonly scannedAtMs?: number
  readonly isLast: boolean
}

/** Soft: it is out of every list, and stays in the journal. */
export interface BookingDeleted extends OfBooking {
  readonly type: 'booking-deleted'
  readonly seatIds?: readonly SeatId[]
  readonly reason: string
}

/**
 * [T2] Its tickets were printed again; `copy` counts from 1 and stands on the paper. `tickets` are what it has from now on: the same
 * numbers with new secrets, in place of those that the journal row `replaces` told. Left out in journals of older versions, whose
 * copies carried the code of the first paper.
 */
export interface TicketsReprinted extends OfBooking {
  readonly type: 'tickets-reprinted'
  readonly copy: number
  readonly tickets?: readonly Ticket[]
  readonly replaces?: number
}

export type BookingEvent =
  | SeatsHeld
  | HoldExtended
  | HoldDeferred
  | TicketsChosen
  | CustomerChosen
  | HoldLapsed
  | BookingExpired
  | BookingCancelled
  | BookingFailed
  | PaymentBegun
  | PaymentTaken
  | PaymentFailed
  | PaymentLate
  | ProofReviewed
  | BookingConfirmed
  | MoneyReturned
  | BookingRefunded
  | SeatsReturned
  | BookingReseated
  | TicketsReprinted
  | RefundSettled
  | TicketCheckedIn
  | BookingDeleted

/** [P9] Money put into a wallet; `account` is where it came to. */
export interface WalletToppedUp {
  readonly type: 'wallet-topped-up'
  readonly walletId: WalletId
  readonly paymentId: PaymentId
  readonly amountMinor: number
  readonly currency: Currency
  readonly account: Account
}

/** [P6] The terminal has given back what `taskKey` asked it to. */
export interface RefundSettled extends OfBooking {
  readonly type: 'refund-settled'
  readonly taskKey: string
}

export type HouseEvent =
  | BookingEvent
  | StandbyEvent
  | AlertEvent
  | WalletToppedUp
  | CatalogueEvent
  | ChangeEvent
  | ShiftEvent
  | StaffEvent
  | MessageEvent
  | HouseRestored
  | SaleLost
  | UpdateAsked
