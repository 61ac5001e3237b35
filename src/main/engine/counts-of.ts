import type { Counts } from '../../shared/contract/shapes.ts'
import { type SeatState, seatStateCode } from '../../shared/domain/seat-state.ts'

/** [K1] `sums`: how many seats have each state code. */
export function countsOf(sums: Int32Array): Counts {
  const of = (state: SeatState) => sums[seatStateCode[state]] ?? 0
  const allocated = sums.reduce((sum, count) => sum + count, 0)
  return {
    allocated,
    available: of('available'),
    held: of('held'),
    reserved: of('reserved'),
    paying: of('paying'),
    sold: of('sold'),
    blocked: of('blocked'),
  }
}
