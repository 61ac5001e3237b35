import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { best } from '../../stores/best-seats.ts'
import { sale } from '../../stores/sale.ts'
import { unitOf } from '../../ui/unit-of.ts'
import { useSay } from '../../ui/words.tsx'

/** Where nights and places are chosen by number, none is better than another, so there are no best seats. */
export function hasBest({ sort, active }: ShowRow): boolean {
  return active && sort !== 'hotel' && sort !== 'package'
}

/** What the hold button would hold: the choice, or, while nothing is chosen, the best seats. */
export function useHoldStep(row: ShowRow): { readonly isBest: boolean; readonly holdWords: string } {
  const say = useSay()
  const { lines, booking } = useStore(sale)
  const { count } = useStore(best)
  const isBest = hasBest(row) && lines.length === 0 && booking === null
  return {
    isBest,
    holdWords: isBest
      ? say('best.hold', { count })
      : say('cart.hold', { count: lines.length, unit: unitOf(row.sort) }),
  }
}
