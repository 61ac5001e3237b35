import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { parked } from '../../stores/parked.ts'
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

/** [H9] What this desk holds of the show besides: for carts that are parked, and for the one in hand, which has chosen others since. */
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
