// Seats covered by a drag or a keyboard range: meant, but not chosen yet. Owns these, and adding them to the previous choice;
// must never know how they were pointed at.

import { createStore } from 'zustand/vanilla'
import type { SeatId } from '../../shared/domain/ids.ts'
import type { WantedLine } from '../../shared/domain/pricing.ts'
import { lineFor, mayChoose, takeLines } from './sale.ts'

export const sweep = createStore<{ readonly over: readonly SeatId[] }>(() => ({ over: [] }))

/** `limit`: set, and reported, if more were meant than the limit allows. */
export function chooseBesides(
  before: readonly WantedLine[],
  seatIds: readonly SeatId[],
  limit: number | null,
): void {
  if (!mayChoose()) return
  const lines = [...before, ...seatIds.flatMap((seatId) => lineFor(seatId) ?? [])]
  takeLines(lines, limit === null ? null : { kind: 'full', limit })
}
