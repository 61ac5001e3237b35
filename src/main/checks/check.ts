// What an invariant is as code: a name, a claim, and what it looks at. Owns the shape that every group of checks has; must never
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
  /** The claims of its own that stand on the seats of its lines. */
  readonly live: readonly Row<'claim'>[]
}

/** A seat that an event concerns, with the booking that claimed it just before: the `sequence` of its row, 0: nobody's. */
export interface SeatBefore {
  readonly seatId: SeatId
  readonly owner: number
}

/** Seats that an event takes, keeps or frees, as they were just before. */
export interface SeatsBefore {
  readonly state: SeatChange['state']
  readonly seats: readonly SeatBefore[]
}

/** One event of the journal while it is replayed. */
export interface Step {
  readonly row: Row<'journal'>
  readonly event: HouseEvent
  /** The event's booking just before; null: there was none, or the event is not a booking's. */
  readonly before: Row<'booking'> | null
  /** The state that the event brings its booking to; null: it leaves it as it is. */
  readonly becomes: BookingState | null
  readonly changes: readonly SeatsBefore[]
  /** The rows of the books that follow from no row before this one. */
  readonly transfers: readonly Row<'transfer'>[]
}

export interface Surroundings {
  readonly store: Store
  readonly facts: HouseFacts
  /** The house's time: of its newest record. */
  readonly nowMs: number
  readonly findings: Findings
}

/** Looks at a page of rows at a time, in order; at the end it may have more to look at, and says at how many rows. */
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

/** [H10] Its seats are its own; not yet those of one that claims them when it is paid. */
export function stands({ state, claimsAtPayment }: Row<'booking'>): boolean {
  return state === 'reserved' ? !claimsAtPayment : paidStates.has(state)
}

export const paidStates: ReadonlySet<BookingState> = new Set<BookingState>(['confirmed', 'completed'])

/** What was paid towards it. Journals of older versions tell of a refund only that there was one. */
export function paymentsIn({ state, payments }: Row<'booking'>): readonly Payment[] {
  const all = payments ?? []
  return state === 'refunded' && all.every(isOfOlder) ? all.map(wholly) : all
}

/** 0.1.0 did not say where money came to. */
export function isOfOlder({ account }: Payment): boolean {
  return account === undefined
}

export const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

/** [H5] [H6] Until when its holder may pay. */
export function payEndOf({ graceEndsAtMs, payments }: Row<'booking'>): number {
  return payEndMs({ graceEndsAtMs, payments: payments ?? [] })
}

/** For checks that look at one at a time. */
export function eachOf<One>(look: (one: One) => void): (page: readonly One[]) => void {
  return (page) => {
    for (const one of page) look(one)
  }
}
