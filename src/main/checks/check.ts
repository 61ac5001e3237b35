// What an invariant is in code: a name, a claim, and what it looks at. Owns the shape that every group of checks has; must never
// hold a rule.

import {
  type BookingLine,
  type BookingState,
  type ReturnedLine,
  payEndMs,
  wholly,
} from '../../shared/domain/booking.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { SeatId } from '../../shared/domain/ids.ts'
import type { SeatChange } from '../../shared/domain/seat-changes.ts'
import type { Payment } from '../../shared/domain/tender.ts'
import type { Row, Store } from '../store/store.ts'
import type { Findings, InvariantId } from './findings.ts'
import type { HouseFacts } from './house-facts.ts'

/** A booking as its rows have it. */
export interface BookingRows {
  readonly booking: Row<'booking'>
  readonly lines: readonly BookingLine[]
  readonly returned: readonly ReturnedLine[]
  readonly payments: readonly Payment[]
  /** The live claims on the seats of its lines that are its own. */
  readonly live: readonly Row<'claim'>[]
}

/** A seat that an event concerns, and the booking that had claimed it just before, as the `sequence` of that booking's row; 0: nobody. */
export interface SeatBefore {
  readonly seatId: SeatId
  readonly owner: number
}

/** Seats that an event takes, keeps or frees, as they were just before. */
export interface SeatsBefore {
  readonly state: SeatChange['state']
  readonly seats: readonly SeatBefore[]
}

/** One event of the journal as it is replayed. */
export interface Step {
  readonly row: Row<'journal'>
  readonly event: HouseEvent
  /** The event's booking just before; null: there was none, or the event does not concern a booking. */
  readonly before: Row<'booking'> | null
  /** The state that the event brings its booking to; null: unchanged. */
  readonly becomes: BookingState | null
  readonly changes: readonly SeatsBefore[]
  /** The transfers that belong to this row. */
  readonly transfers: readonly Row<'transfer'>[]
}

export interface Surroundings {
  readonly store: Store
  readonly facts: HouseFacts
  /** The house's time: that of its newest record. */
  readonly nowMs: number
  readonly findings: Findings
}

/** Looks at rows a page at a time, in order. `end` may look at more rows, and returns how many. */
export interface Looks {
  readonly bookings?: (page: readonly BookingRows[]) => void
  readonly journal?: (page: readonly Step[]) => void
  readonly end?: () => number
}

export interface Check {
  readonly id: InvariantId
  readonly claim: string
  readonly look: (surroundings: Surroundings) => Looks
}

export const ofBooking = ({ bookingId }: { readonly bookingId: string }) => `booking ${bookingId}`
export const ofRow = ({ sequence }: { readonly sequence: number }) => `journal ${sequence}`

/** [H10] Whether its seats are its own; a booking that claims them only when it is paid does not have them yet. */
export function stands({ state, claimsAtPayment }: Row<'booking'>): boolean {
  return state === 'reserved' ? !claimsAtPayment : paidStates.has(state)
}

export const paidStates: ReadonlySet<BookingState> = new Set<BookingState>(['confirmed', 'completed'])

/** What was paid towards it. Journals of older versions recorded only that there was a refund. */
export function paymentsIn({ state, payments }: Row<'booking'>): readonly Payment[] {
  const all = payments ?? []
  return state === 'refunded' && all.every(isOfOlder) ? all.map(wholly) : all
}

/** 0.1.0 did not record which account money came to. */
export function isOfOlder({ account }: Payment): boolean {
  return account === undefined
}

export const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

/** [H5] [H6] Until when its holder may pay. */
export function payEndOf({ graceEndsAtMs, payments }: Row<'booking'>): number {
  return payEndMs({ graceEndsAtMs, payments: payments ?? [] })
}

/** For checks that look at one row at a time. */
export function eachOf<One>(look: (one: One) => void): (page: readonly One[]) => void {
  return (page) => {
    for (const one of page) look(one)
  }
}
