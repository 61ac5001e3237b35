// Choosing many seats at once: by dragging over them, or as a range with Shift and the arrows. Owns what the two have in common.
// Must never choose: it reports which seats are meant so far, and which in the end.

import { useRef } from 'react'
import type { SeatId } from '../../shared/domain/ids.ts'
import { placeOf } from '../../shared/domain/seat-plan/focus.ts'
import type { House } from './house.ts'
import { type SweepTerms, sweptSeats } from './swept-seats.ts'
import type { SweepNews } from './view-gestures.ts'

export interface SweepUse {
  /** What may be taken in addition to what is chosen at this moment: asked once, when a sweep begins. */
  readonly begin: () => SweepTerms
  /** Meant so far, not chosen yet. */
  readonly onOver: (seatIds: readonly SeatId[]) => void
  /** The seats chosen, in addition to those chosen when it began; a range reports after each step. `isMore`: it goes beyond the limit. */
  readonly onDone: (seatIds: readonly SeatId[], isMore: boolean) => void
}

export interface Sweeping {
  readonly draw: (house: House, news: SweepNews) => void
  /** `from` counts at the first step only; null ends the range. */
  readonly range: (house: House, ends: { readonly from: SeatId; readonly to: SeatId } | null) => void
}

export function useSweep(use: SweepUse | undefined): Sweeping {
  const drawn = useRef<{ readonly terms: SweepTerms; seatIds: readonly SeatId[] } | null>(null)
  const ranged = useRef<{ readonly terms: SweepTerms; readonly anchor: SeatId } | null>(null)
  return {
    draw(house, news) {
      if (!use) return
      if (news.kind === 'over') {
        drawn.current ??= { terms: use.begin(), seatIds: [] }
        drawn.current.seatIds = sweptSeats(house, news.sweep, drawn.current.terms)
        return use.onOver(drawn.current.seatIds)
      }
      const seatIds = drawn.current?.seatIds ?? []
      drawn.current = null
      use.onOver([])
      if (news.kind === 'done' && seatIds.length > 0) use.onDone(seatIds, false)
    },
    range(house, ends) {
      if (!ends || !use) {
        ranged.current = null
        return
      }
      const { from, to } = ends
      ranged.current ??= { terms: use.begin(), anchor: from }
      const { terms, anchor } = ranged.current
      const seatIds = sweptSeats(
        house,
        { from: placeOf(house.plan, anchor), to: placeOf(house.plan, to) },
        terms,
      )
      use.onDone(seatIds, terms.isFree(to) && !seatIds.includes(to))
    },
  }
}
