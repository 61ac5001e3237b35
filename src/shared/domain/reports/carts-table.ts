// What became of carts [K3]: how many were paid, show by show. Owns that calculation alone.

import type { ShowId } from '../ids.ts'

export interface CartFact {
  readonly showId: ShowId
  /** Whether it has been paid by now. */
  readonly isSold: boolean
}

export interface CartsRow {
  readonly showId: ShowId
  readonly carts: number
  readonly sold: number
  /** Percentage of carts that were paid; null: there were none. */
  readonly percent: number | null
  /** [K3] Holds refused because somebody else had the seats. */
  readonly refused: number
  /** Percentage of all requests that got their seats. */
  readonly successPercent: number | null
}

export interface RefusedHolds {
  readonly showId: ShowId
  readonly code: string
  readonly count: number
}

/** Includes shows where every hold was refused. */
export function cartsByShow(
  carts: readonly CartFact[],
  refusals: readonly RefusedHolds[],
): readonly CartsRow[] {
  const taken = refusals.filter(({ code }) => code === 'SEAT_NOT_AVAILABLE')
  const byShow = Map.groupBy(carts, ({ showId }) => showId)
  const showIds = new Set([...carts, ...taken].map(({ showId }) => showId))
  return [...showIds].map((showId) => {
    const refused = taken.reduce((sum, one) => sum + (one.showId === showId ? one.count : 0), 0)
    return cartsOf(showId, byShow.get(showId) ?? [], refused)
  })
}

function cartsOf(showId: ShowId, own: readonly CartFact[], refused: number): CartsRow {
  return {
    showId,
    refused,
    successPercent: percentOf(own.length, own.length + refused),
    carts: own.length,
    sold: own.filter(({ isSold }) => isSold).length,
    percent: percentOf(own.filter(({ isSold }) => isSold).length, own.length),
  }
}

/** A whole percentage, rounded; null where `all` is zero. */
export function percentOf(some: number, all: number): number | null {
  return all === 0 ? null : Math.round((some / all) * 100)
}
