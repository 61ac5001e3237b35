// Everything that can happen, in the past tense. An event is a fact: the journal keeps it for ever, and projections and
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
  /** [H10] Nothing is held yet; left out where the seats are held. */
  readonly claimsAtPayment?: true
  /** [P8] The booking whose money came too late for its own seats. */
  readonly rescues?: BookingId
  /** [H14] Why somebody with the right allowed a single seat to be left alone. */
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

/** [H16] To be paid later: the hold becomes a reservation with an end of its own. */
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

/** A pending booking is assigned to a customer; a VIP's hold is longer [H2]. */
export interface CustomerChosen extends OfBooking {
  readonly type: 'customer-chosen'
  readonly customerId: CustomerId | null
  readonly holdMs: number
  readonly expiresAtMs: number
  readonly graceEndsAtMs: number
}

/** [H7] The end of the hold is recorded: its seats are free on every screen, but its holder may still pay during the grace period. */
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

/** A payment in its new state. `others`: the booking's other payments and attempts as they are; left out where there are none. */
interface OfPayment extends OfBooking {
  readonly payment: Payment
  readonly others?: readonly Payment[]
}

/** Money given back: which refunds, and all payments in their new state. */
interface OfRefunds extends OfBooking {
  readonly refunds: readonly Refund[]
  readonly payments: readonly Payment[]
}

/** [H6] A terminal was asked: until it answers, or `payment.untilMs`, nobody else gets the seats. */
export interface PaymentBegun extends OfSeats, OfPayment {
  readonly type: 'payment-begun'
}

/** Part of the total, ahead of the payment that completes it. `seatIds`: the seats, where they had waited for a terminal's answer. */
export interface PaymentTaken extends OfPayment {
  readonly type: 'payment-taken'
  readonly seatIds?: readonly SeatId[]
}

/** [P7] A failed attempt; the hold keeps its end. */
export interface PaymentFailed extends OfSeats, OfPayment {
  readonly type: 'payment-failed'
  /** What the terminal charged instead of the sum it was asked for; it goes back. */
  readonly took?: { readonly amountMinor: number; readonly currency: Currency }
}

/** [P7] The payment was given up, or declined too often. */
export interface BookingFailed extends OfSeats {
  readonly type: 'booking-failed'
  readonly reason: 'given-up' | 'declined'
}

/** [P7] Paid and confirmed are one fact: `payment` completed the total; null in journals that recorded the payment separately. */
export interface BookingConfirmed extends OfSeats {
  readonly type: 'booking-confirmed'
  readonly payment: Payment | null
  readonly others?: readonly Payment[]
  readonly tickets: readonly Ticket[]
  /** [H10] The ticket types of its seats, in their order, where the seats are claimed only now. */
  readonly ticketTypeIds?: readonly TicketTypeId[]
}

/** [P8] A terminal approved after the booking had ended. The events after this one say what became of the money. */
export interface PaymentLate extends OfPayment {
  readonly type: 'payment-late'
}

/** Money that a booking could no longer use was returned, or went to the booking or wallet that rescues it. */
export interface MoneyReturned extends OfRefunds {
  readonly type: 'money-returned'
  readonly currency: Currency
}

/** [P5] A manager reviewed the picture of a transfer. */
export interface ProofReviewed extends OfPayment {
  readonly type: 'proof-reviewed'
}

/** All the money that a cancelled booking gives back. `refunds` says what went where; journals of older versions lack it. */
export interface BookingRefunded extends OfBooking {
  readonly type: 'booking-refunded'
  readonly refundMinor: number
  readonly refunds?: readonly Refund[]
  readonly payments?: readonly Payment[]
  readonly currency?: Currency
}

/** [P10] Single seats given back; the booking goes on with `lines`, which come to `totals`. */
export interface SeatsReturned extends OfSeats, OfRefunds {
  readonly type: 'seats-returned'
  readonly returned: readonly ReturnedLine[]
  /** Lines given back earlier. */
  readonly earlier?: readonly ReturnedLine[]
  /** The lines that remain. */
  readonly lines: readonly BookingLine[]
  readonly totals: Totals
  readonly reason: string
}

/** [T4] Moved from `freed` to `taken`; lines, totals and tickets are all that it has now. The difference is settled in the same step. */
export interface BookingReseated extends OfRefunds {
  readonly type: 'booking-reseated'
  readonly freed: readonly SeatId[]
  readonly taken: readonly SeatId[]
  readonly lines: readonly BookingLine[]
  readonly totals: Totals
  readonly tickets: readonly Ticket[]
  /** The payment of the difference; also in `payments`. */
  readonly payment: Payment | null
}

/** [T3] A ticket was let in; `isLast`: all of the booking's tickets are in now. */
export interface TicketCheckedIn extends OfBooking {
  readonly type: 'ticket-checked-in'
  readonly number: string
  /** When a door that could not reach the house let it in; left out: when it was recorded. */
  readonly scannedAtMs?: number
  readonly isLast: boolean
}

/** A soft delete: the booking is out of every list, and stays in the journal. */
export interface BookingDeleted extends OfBooking {
  readonly type: 'booking-deleted'
  readonly seatIds?: readonly SeatId[]
  readonly reason: string
}

/**
 * [T2] Its tickets were printed again; `copy` counts from 1 and is printed on the paper. `tickets` are the valid ones from now on: the
 * same numbers with new secrets, replacing those of the journal row `replaces`. Left out in journals of older versions, whose copies
 * carried the code of the first print.
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

/** [P9] Money put into a wallet; `account` is where the money went. */
export interface WalletToppedUp {
  readonly type: 'wallet-topped-up'
  readonly walletId: WalletId
  readonly paymentId: PaymentId
  readonly amountMinor: number
  readonly currency: Currency
  readonly account: Account
}

/** [P6] The terminal has made the refund that task `taskKey` asked for. */
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
