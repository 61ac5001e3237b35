// What others do to the house, collected and announced politely: "3 seats taken in row F". Owns when and how it is announced.
// Must never announce one's own seats: the seller knows about those.

import { useEffect, useState } from 'react'
import { seatStateCode } from '../../../shared/domain/seat-state.ts'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { gatheredNews, type SeatChange } from '../../seat-map/gathered-news.ts'
import { sale } from '../../stores/sale.ts'
import { subscribeToSeats } from '../../stores/seats.ts'
import { isolated, useSay } from '../../ui/words.tsx'
import { type House, whereIs } from './seat-words.ts'

/** Long enough that a row sold seat by seat becomes one sentence, short enough that it is still news. */
const GATHER_MS = 2500

export function SeatNews({ plan, states }: Omit<House, 'row'>) {
  const say = useSay()
  const changes = useGathered(states)
  const words = gatheredNews(plan, changes).map(({ kind, row: where, count }) =>
    where === null
      ? say(`news.${kind}`, { count })
      : say(`news.${kind}.row`, { count, place: isolated(whereIs(plan, where, say)) }),
  )
  return (
    <p role="status" className="visually-hidden">
      {words.join(' ')}
    </p>
  )
}

function useGathered(states: Uint8Array): readonly SeatChange[] {
  const [told, setTold] = useState<readonly SeatChange[]>([])
  useEffect(() => {
    const isFree = (seatId: SeatId) => states[seatId] === seatStateCode.available
    const before = states.map((code) => Number(code === seatStateCode.available))
    let gathered = new Map<SeatId, boolean>()
    let timer: number | undefined
    const tell = () => {
      timer = undefined
      if (gathered.size === 0) return
      setTold([...gathered].map(([seatId, isTaken]) => ({ seatId, isTaken })))
      gathered = new Map()
    }
    const stop = subscribeToSeats((seatIds) => {
      const own = ownSeats()
      for (const seatId of seatIds) {
        const was = before[seatId] === 1
        if (was === isFree(seatId)) continue
        before[seatId] = Number(!was)
        // A seat taken and released within the same interval is not news.
        if (gathered.delete(seatId) || own.has(seatId)) continue
        gathered.set(seatId, was)
      }
      // No timer runs while nothing happens.
      if (gathered.size > 0) timer ??= window.setTimeout(tell, GATHER_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [states])
  return told
}

function ownSeats(): ReadonlySet<SeatId> {
  const { lines, booking } = sale.getState()
  return new Set([...lines, ...(booking?.lines ?? [])].map(({ seatId }) => seatId))
}
