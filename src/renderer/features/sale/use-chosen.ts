import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { parked } from '../../stores/parked.ts'
import { sale } from '../../stores/sale.ts'

/** The chosen seats, and those of them that the house has not promised (yet), which look and read differently. */
export function useChosen() {
  const { lines, booking } = useStore(sale)
  return useMemo(() => {
    const held = new Set(booking?.lines.map((line) => line.seatId))
    const mine = new Set(lines.map((line) => line.seatId))
    return { mine, asking: mine.difference(held), held }
  }, [lines, booking])
}

/**
 * [H9] Other seats of the show that this desk holds: those of parked carts, and held seats of the cart in hand that are no longer
 * chosen.
 */
export function useAside() {
  const { showId } = useStore(sale)
  const { bookings } = useStore(parked)
  const { mine, held } = useChosen()
  return useMemo(() => {
    const here = bookings.filter((booking) => booking.showId === showId)
    const inCarts: ReadonlySet<SeatId> = new Set(
      here.flatMap(({ lines }) => lines.map(({ seatId }) => seatId)),
    )
    return { parked: inCarts, aside: held.difference(mine).union(inCarts) }
  }, [bookings, showId, mine, held])
}
