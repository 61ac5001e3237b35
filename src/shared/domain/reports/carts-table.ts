// What became of carts [K3]: how many were paid, show by show. Owns that reckoning alone.

import type { BookingId, ShowId } from '../ids.ts'

export interface CartFact {
  readonly showId: ShowId
  readonly bookingId: BookingId
  /** It was paid, by now. */
  readonly isSold: boolean
}

export interface CartsRow {
  readonly showId: ShowId
  readonly carts: number
  readonly sold: number
  /** Of a hundred; null: there was none. */
  readonly percent: number | null
  readonly bookingIds: readonly BookingId[]
}

export function cartsByShow(carts: readonly CartFact[]): readonly CartsRow[] {
  const shows = Map.groupBy(carts, ({ showId }) => showId)
  return [...shows].map(([showId, own]) => ({
    showId,
    carts: own.length,
    sold: own.filter(({ isSold }) => isSold).length,
    percent: percentOf(own.filter(({ isSold }) => isSold).length, own.length),
    bookingIds: own.map(({ bookingId }) => bookingId),
  }))
}

/** Whole, rounded; null: of nothing. */
export function percentOf(some: number, all: number): number | null {
  return all === 0 ? null : Math.round((some / all) * 100)
}
