import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { Totals } from '../../../shared/domain/booking.ts'
import { ask } from '../../box-office.ts'
import { isHeldAsChosen, sale } from '../../stores/sale.ts'

/** What the chosen seats cost: the house's word for a held cart, its quote [P4] for one that is only chosen. */
export function useTotals({ showId, currency }: ShowRow): Totals {
  const state = useStore(sale)
  const { lines, couponCode, booking } = state
  const isHeld = isHeldAsChosen(state)
  const [quoted, setQuoted] = useState<Totals | null>(null)
  useEffect(() => {
    if (isHeld || lines.length === 0) return setQuoted(null)
    let isCurrent = true
    void ask('quote', { showId, lines, couponCode }).then((answer) => {
      if (isCurrent) setQuoted(answer.kind === 'done' ? answer.value.totals : null)
    })
    return () => {
      isCurrent = false
    }
  }, [showId, lines, couponCode, isHeld])
  if (isHeld && booking) return booking.totals
  return quoted ?? { currency, baseMinor: 0, discountMinor: 0, feeMinor: 0, totalMinor: 0 }
}
