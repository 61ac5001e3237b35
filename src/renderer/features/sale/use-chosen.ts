import { useMemo } from 'react'
import { useStore } from 'zustand'
import { sale } from '../../stores/sale.ts'

/** Chosen seats, and those of them that the house has not promised (yet): they look and read different. */
export function useChosen() {
  const { lines, booking } = useStore(sale)
  return useMemo(() => {
    const held = new Set(booking?.lines.map((line) => line.seatId))
    const mine = new Set(lines.map((line) => line.seatId))
    return { mine, asking: mine.difference(held), held }
  }, [lines, booking])
}
