import { useMemo } from 'react'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { SeatId } from '../../../shared/domain/ids.ts'
import type { WantedLine } from '../../../shared/domain/pricing.ts'
import { seatStateCode } from '../../../shared/domain/seat-state.ts'
import type { SweepUse } from '../../seat-map/use-sweep.ts'
import { best, zoneOf } from '../../stores/best-seats.ts'
import { mayChoose, sale } from '../../stores/sale.ts'
import { seats } from '../../stores/seats.ts'
import { chooseBesides, sweep } from '../../stores/sweep.ts'

/** [H8] What a drag over seats may take: free seats of the zone that is being searched, in addition to what was chosen when it began. */
export function useSweepUse({ seatsMax }: ShowRow): SweepUse {
  return useMemo(() => sweepUse(seatsMax), [seatsMax])
}

function sweepUse(seatsMax: number): SweepUse {
  let before: readonly WantedLine[] = []
  return {
    begin() {
      before = sale.getState().lines
      return { most: mayChoose() ? seatsMax - before.length : 0, isFree: freeBesides(before) }
    },
    onOver: (over) => sweep.setState({ over }),
    onDone: (seatIds, isMore) => chooseBesides(before, seatIds, isMore ? seatsMax : null),
  }
}

function freeBesides(lines: readonly WantedLine[]): (seatId: SeatId) => boolean {
  const { states, plan } = seats.getState()
  const zone = zoneOf(best.getState().where)
  const chosen = new Set(lines.map(({ seatId }) => seatId))
  return (seatId) =>
    states?.[seatId] === seatStateCode.available &&
    !chosen.has(seatId) &&
    (zone === null || plan?.category[seatId] === zone)
}
