// Seats that are drawn over, or ranged over by keys: meant, and not chosen yet. Owns these, and choosing them besides what was
// chosen before; must never know how they were pointed at.

import { createStore } from 'zustand/vanilla'
import type { SeatId } from '../../shared/domain/ids.ts'
import type { WantedLine } from '../../shared/domain/pricing.ts'
import { lineFor, mayChoose, sale } from './sale.ts'

export const sweep = createStore<{ readonly over: readonly SeatId[] }>(() => ({ over: [] }))

/** `limit`: said where more were meant than may be had. */
export function chooseBesides(
  before: readonly WantedLine[],
  seatIds: readonly SeatId[],
  limit: number | null,
): void {
  if (!mayChoose()) return
  const lines = [...before, ...seatIds.flatMap((seatId) => lineFor(seatId) ?? [])]
  sale.setState({ lines, notice: limit === null ? null : { kind: 'full', limit } })
}
