import { useEffect, useState } from 'react'
import { ask } from '../../box-office.ts'
import { feeOf } from './sale-form.ts'

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
