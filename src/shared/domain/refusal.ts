// Every expected refusal, with the facts that a seller needs. A closed union: worded in one place, in every language, by switch.
// Must never carry a sentence.

import type { Currency } from '../lib/money.ts'
import type { BookingState } from './booking.ts'
import type { Role } from './catalogue.ts'
import type { BookingId, KioskId, SeatId } from './ids.ts'
import type { FindingCode, Place } from './plan-import/draft.ts'
import type { SeatState } from './seat-state.ts'
import type { BlockingBooking, ShiftState } from './shift.ts'

/** A seat that is not available; `reason` is its state. */
export interface MissedSeat {
  readonly seatId: SeatId
  readonly label: string
  readonly reason: Exclude<SeatState, 'available'>
}

/** What was wrong with a field, apart from its name. */
export const inputProblems = [
  'malformed',
  'empty',
  'duplicate-seat',
  'unknown-seat',
  'type-not-admitted',
  'other-seats',
  'unknown-zone',
  'in-the-past',
  'too-far',
  'too-high',
  'no-price',
  'taken',
  'incomplete',
  'too-much',
  'nothing-due',
  'other-customer',
  'other-listing',
  'unknown-wallet',
  'no-terminal',
  'too-easy',
  'well-known',
  'only-a-picture',
  'no-picture',
  'too-large',
  'not-set-up',
  'unprotected',
  'over',
  'final',
] as const
export type InputProblem = (typeof inputProblems)[number]

export type Refusal =
  /** [H1] Every seat that cannot be had, each with its reason. */
  | { readonly code: 'SEAT_NOT_AVAILABLE'; readonly seats: readonly MissedSeat[] }
  /** [H14] Free seats that the choice would leave alone, each by itself. */
  | { readonly code: 'SINGLE_SEAT'; readonly seats: readonly string[] }
  /** [L3] Chosen seats that only a woman may have. */
  | { readonly code: 'LADIES_ONLY'; readonly seats: readonly string[] }
  /** [L3] Chosen companions' seats without a chosen wheelchair place near them. */
  | { readonly code: 'COMPANION_ONLY'; readonly seats: readonly string[] }
  /** [H8] `left`: seats of the show that are free now. */
  | { readonly code: 'TOO_MANY_SEATS'; readonly asked: number; readonly limit: number; readonly left: number }
  | { readonly code: 'SHOW_CLOSED'; readonly reason: 'inactive' | 'sales-over'; readonly closedAtMs: number }
  /** [H4] [H5] `taken`: labels of its seats that others have by now. */
  | { readonly code: 'HOLD_EXPIRED'; readonly expiredAtMs: number; readonly taken: readonly string[] }
  /** [H3] */
  | { readonly code: 'ALREADY_EXTENDED'; readonly extendedAtMs: number }
  /** [P11] */
  | { readonly code: 'NOT_YOURS'; readonly bookingId: BookingId }
  /** [T2] There is nothing to print: not sold yet, or no longer sold. */
  | { readonly code: 'NO_TICKETS'; readonly state: BookingState }
  | { readonly code: 'WRONG_STATE'; readonly from: BookingState; readonly to: BookingState }
  | {
      readonly code: 'NOT_FOUND'
      readonly what:
        | 'show'
        | 'booking'
        | 'plan'
        | 'venue'
        | 'customer'
        | 'upload'
        | 'wallet'
        | 'payment'
        | 'staff'
        | 'standby'
        | 'paper'
        | 'shift'
        | 'message'
        | 'change'
        | 'kiosk'
        | 'terms'
        | 'picture'
        | 'update'
      readonly id: string
    }
  /** `field` names it as the contract does: `lines`, `tenderedMinor`; `detail` is the offending seat or value, as typed. */
  | {
      readonly code: 'INVALID_INPUT'
      readonly field: string
      readonly problem: InputProblem
      readonly detail: string
    }
  /** [P4] Never ignored silently: the seller may go on without the coupon. */
  | {
      readonly code: 'INVALID_COUPON'
      readonly coupon: string
      readonly reason: 'unknown' | 'inactive' | 'not-yet' | 'over' | 'used-up'
    }
  | {
      readonly code: 'PAYMENT_FAILED'
      /** `too-little`: less was handed over than is due; `balance`: less is in the wallet. */
      readonly reason: 'too-little' | 'balance'
      readonly dueMinor: number
      readonly tenderedMinor: number
      readonly currency: Currency
    }
  /** [H6] A terminal is being asked; nothing else may be done to the booking until it answers, or until this instant. */
  | { readonly code: 'PAYMENT_IN_FLIGHT'; readonly untilMs: number }
  /** [P10] Money paid towards the booking is still here: it goes back first. */
  | { readonly code: 'MONEY_DUE'; readonly amountMinor: number; readonly currency: Currency }
  /** [P10] It was paid by the picture of a transfer, and nobody has confirmed yet that the money arrived. */
  | { readonly code: 'PROOF_UNREVIEWED'; readonly amountMinor: number; readonly currency: Currency }
  /** [P10] Only a manager may give back so much. */
  | {
      readonly code: 'REFUND_TOO_LARGE'
      readonly amountMinor: number
      readonly limitMinor: number
      readonly currency: Currency
    }
  /** Its guests are in their seats, which could be sold again until then. */
  | { readonly code: 'SHOW_ON_SALE'; readonly salesCloseAtMs: number }
  /** [A5] Not possible in the present state of the drawer's shift; `closed`: none is open. */
  | { readonly code: 'SHIFT_STATE'; readonly kioskId: KioskId; readonly state: ShiftState }
  /** [A5] Carts and payments that must be brought to an end before the drawer is counted. */
  | { readonly code: 'SHIFT_BLOCKED'; readonly bookings: readonly BlockingBooking[] }
  /** No update while a shift is open, seats are held, or people arrive for a show. `detail`: whose, or which; `atMs`: its start. */
  | {
      readonly code: 'UPDATE_NOT_NOW'
      readonly reason: 'shift' | 'sale' | 'show'
      readonly detail: string
      readonly atMs: number | null
    }
  /** What the client last saw is out of date; `what` says which part. [C2] `seats`: labels of those that changed, if known. */
  | {
      readonly code: 'CONCURRENT_MODIFICATION'
      readonly what: 'total' | 'prices' | 'seats' | 'rows'
      readonly seats?: readonly string[]
    }
  | { readonly code: 'NOT_ALLOWED'; readonly role: Role }
  /** [A7] Nobody is signed in at this desk. */
  | { readonly code: 'SIGN_IN_REQUIRED' }
  /** [S3] This kiosk cannot reach its hub, which alone may do this; nothing was done, nor will be later. */
  | { readonly code: 'HUB_AWAY' }
  /** `left`: attempts before the next wait; `untilMs`: when the next attempt is accepted, null: at once. */
  | { readonly code: 'WRONG_PIN'; readonly left: number; readonly untilMs: number | null }
  /** [I41] No PIN is checked before `untilMs`; null: not before an administrator gives a new one. */
  | { readonly code: 'SIGN_IN_LOCKED'; readonly of: 'staff' | 'kiosk'; readonly untilMs: number | null }
  /** The first PIN of a house is an administrator's: somebody must be able to give the others theirs. */
  | { readonly code: 'ADMIN_FIRST' }
  /** Otherwise no administrator would be left who could give others access. */
  | { readonly code: 'LAST_ADMIN' }
  /** [C3] The same command id came with different content. */
  | { readonly code: 'COMMAND_REUSED'; readonly commandId: string }
  /** [L4] The plan doctor found errors; nothing was imported. */
  | {
      readonly code: 'PLAN_REFUSED'
      readonly findings: readonly {
        readonly code: FindingCode
        readonly count: number
        readonly places: readonly Place[]
      }[]
    }
  /** A limit was reached; nothing was done, and the same command may be sent again. [C4] `house`: another process was writing too long. */
  | {
      readonly code: 'BUSY'
      readonly limit: 'commands' | 'uploads' | 'subscriptions' | 'house' | 'sign-ins' | 'standby' | 'papers'
    }

export type RefusalCode = Refusal['code']

/** Tells a refusal from an answer: only refusals have a `code`. */
export function isRefusal(result: object): result is Refusal {
  return 'code' in result
}
