import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { seatsLeftAlone } from '../../../shared/domain/seat-plan/single-seat.ts'
import { seatStateCode } from '../../../shared/domain/seat-state.ts'
import { sale } from '../../stores/sale.ts'
import { seats } from '../../stores/seats.ts'
import { sweep } from '../../stores/sweep.ts'
import type { House } from './seat-words.ts'

const none: ReadonlySet<SeatId> = new Set()

/** [H14] The free seats that the choice would leave alone, by the same rule the house will apply, shown while the choice is made. */
export function useLeftAlone({ row, plan, states }: House): ReadonlySet<SeatId> {
  const { lines, booking } = useStore(sale)
  const { version } = useStore(seats)
  const { over } = useStore(sweep)
  const { singleSeatRule } = row
  return useMemo(() => {
    const chosen = [...lines.map(({ seatId }) => seatId), ...over]
    if (singleSeatRule === 'off' || chosen.length === 0) return none
    const own = new Set(booking?.lines.map(({ seatId }) => seatId))
    return new Set(seatsLeftAlone(plan, chosen, freeNow({ states, version, own })))
  }, [plan, states, version, lines, over, booking, singleSeatRule])
}

interface FreeTerms {
  readonly states: Uint8Array
  /** States change in place; the version tells that they did. */
  readonly version: number
  /** Seats of this cart's hold count as free: they are released when the new choice is held. */
  readonly own: ReadonlySet<SeatId>
}

function freeNow({ states, own }: FreeTerms): (seat: number) => boolean {
  return (seat) => states[seat] === seatStateCode.available || own.has(seat as SeatId)
}
