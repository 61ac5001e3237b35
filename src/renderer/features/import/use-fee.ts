import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/operations.ts'
import { ask } from '../../box-office.ts'

/** [P3] What each seat of a new show costs besides its price, in minor units. `venue`: its id, or `new`. Null until the house answers. */
export function useFee(venue: string): number | null {
  const [feeMinor, setFee] = useState<number | null>(null)
  useEffect(() => {
    let isHere = true
    const asked =
      venue === 'new'
        ? ask('terms-of', { at: 'house', id: 1 })
        : ask('terms-of', { at: 'venues', id: Number(venue) })
    void asked.then((answer) => {
      if (isHere) setFee(answer.kind === 'done' ? feeOf(answer.value) : null)
    })
    return () => {
      isHere = false
    }
  }, [venue])
  return feeMinor
}

/** The nearest place that sets the fee: the place itself, then what it inherits from, last first. */
export function feeOf({ own, chains }: Output<'terms-of'>): number | null {
  const inherited = chains[0]?.map(({ terms }) => terms) ?? []
  return [...inherited, own.terms].findLast(({ feeMinor }) => feeMinor !== undefined)?.feeMinor ?? null
}
