import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { Totals } from '../../../shared/domain/booking.ts'
import { ask } from '../../box-office.ts'
import { isHeldAsChosen, sale } from '../../stores/sale.ts'
import { priced } from '../../stores/wanted-lines.ts'

/**
 * What the chosen seats cost: the house's totals for a held cart, its quote [P4] for one that is only chosen. Null if they have
 * no price.
 */
export function useTotals({ showId, currency, priceVersion }: ShowRow): Totals | null {
  const state = useStore(sale)
  const { cartId, lines, couponCode, booking } = state
  const isHeld = isHeldAsChosen(state)
  const [quoted, setQuoted] = useState<Totals | null>()
  useEffect(() => {
    if (isHeld || lines.length === 0) return undefined
    let isCurrent = true
    void ask('quote', { showId, cartId, lines: priced(lines), couponCode }).then((answer) => {
      // If the quote is refused, the previous one must not stay: these seats are not on sale at that price.
      if (isCurrent) setQuoted(answer.kind === 'done' ? answer.value.totals : null)
    })
    return () => {
      isCurrent = false
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the quote follows the price list, though it does not name it
  }, [showId, cartId, lines, couponCode, isHeld, priceVersion])
  if (isHeld && booking) return booking.totals
  // The last quote stays until the next one arrives: a sum that jumps to zero between two clicks looks like an error.
  if (quoted !== undefined && lines.length > 0) return quoted
  return { currency, baseMinor: 0, discountMinor: 0, feeMinor: 0, totalMinor: 0 }
}
