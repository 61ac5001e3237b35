// A show as a decision finds it, and the states of its seats. Owns "is it free now" [H4]; must never ask a clock.

import type { Currency } from '../lib/money.ts'
import { type Booking, holdEndMs } from './booking.ts'
import type { ClaimPolicy, ListingSort } from './catalogue.ts'
import { inFlight } from './tender.ts'
import type { ListingId, SeatId, ShowId, TicketTypeId } from './ids.ts'
import { type Refusal } from './refusal.ts'
import type { SeatState } from './seat-state.ts'
import type { Terms } from './terms.ts'

/** `prices[category][ticketType]`, minor units; null: a seat of that category does not admit that type. */
export type PriceTable = readonly (readonly (number | null)[])[]

export interface FoundShow {
  readonly showId: ShowId
  readonly listingId: ListingId
  readonly sort: ListingSort
  readonly active: boolean
  /** [H10] */
  readonly claimPolicy: ClaimPolicy
  readonly startsAtMs: number
  readonly salesCloseAtMs: number
  readonly zone: string
  readonly currency: Currency
  readonly terms: Terms
  readonly ticketTypes: readonly string[]
  readonly priceVersion: number
  readonly prices: PriceTable
}

/** A seat with the claim recorded on it, if any: the whole booking that claims it, so that a lapsed one can be ended as a whole. */
export interface FoundSeat {
  readonly seatId: SeatId
  readonly label: string
  readonly section: string
  /** Index into the show's price table. */
  readonly category: number
  readonly claimedBy: Booking | null
  /** [A2] Why it was taken off sale in this show; left out: it was not. */
  readonly blockedFor?: string
  /** [L6] In a hotel, the night it is a room of, from 0; left out: it is no room. */
  readonly night?: number
}

/** [H4] What a seat is at an instant: a hold or reservation that has reached its end is no claim, whether or not that was recorded. */
export function seatStateAt(seat: FoundSeat, prices: PriceTable, nowMs: number): SeatState {
  if (seat.claimedBy) {
    const state = claimStateAt(seat.claimedBy, nowMs)
    if (state !== 'available') return state
  }
  return seat.blockedFor === undefined && isOnSale(seat.category, prices) ? 'available' : 'blocked'
}

export function claimStateAt(booking: Booking, nowMs: number): SeatState {
  if (booking.state === 'confirmed' || booking.state === 'completed') return 'sold'
  if (booking.state !== 'reserved' || nowMs >= holdEndMs(booking)) return 'available'
  if (inFlight(booking.payments)) return 'paying'
  return booking.purpose === 'hold' ? 'held' : 'reserved'
}

/** Whether any ticket type has a price for the category; otherwise it is not on sale in this show. */
export function isOnSale(category: number, prices: PriceTable): boolean {
  return (prices[category] ?? []).some((price) => price !== null)
}

export function priceOf(show: FoundShow, category: number, ticketTypeId: TicketTypeId): number | null {
  return show.prices[category]?.[ticketTypeId] ?? null
}

export function refusalIfClosed(show: FoundShow, nowMs: number): Refusal | null {
  if (!show.active) return { code: 'SHOW_CLOSED', reason: 'inactive', closedAtMs: nowMs }
  if (nowMs < show.salesCloseAtMs) return null
  return { code: 'SHOW_CLOSED', reason: 'sales-over', closedAtMs: show.salesCloseAtMs }
}
