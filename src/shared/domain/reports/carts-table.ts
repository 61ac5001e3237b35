// What became of carts [K3]: how many were paid, show by show. Owns that reckoning alone.

import type { ShowId } from '../ids.ts'

export interface CartFact {
  readonly showId: ShowId
  /** It was paid, by now. */
  readonly isSold: boolean
}

export interface CartsRow {
  readonly showId: ShowId
  readonly carts: number
  readonly sold: number
  /** Of a hundred; null: there was none. */
  readonly percent: number | null
  /** [K3] Seats were asked for that somebody else had. */
  readonly refused: number
  /** Of all that asked, those who got their seats; of a hundred. */
  readonly successPercent: number | null
}

export interface RefusedHolds {
  readonly showId: ShowId
  readonly code: string
  readonly count: number
}

/** Also shows of which every cart was refused. */
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

/** Whole, rounded; null: of nothing. */
export function percentOf(some: number, all: number): number | null {
  return all === 0 ? null : Math.round((some / all) * 100)
}
