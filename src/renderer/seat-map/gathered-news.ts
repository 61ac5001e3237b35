import type { SeatId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'

export interface SeatChange {
  readonly seatId: SeatId
  /** False if it came free. */
  readonly isTaken: boolean
}

/** `row`: index of the plan's row; null if more rows are affected than can be listened to. */
export interface RowNews {
  readonly kind: 'taken' | 'free'
  readonly row: number | null
  readonly count: number
}

/** More rows than these in one sentence are noise: then only the number is announced. */
const ROWS_SAID = 3

/** Seats that were taken, then seats that came free, each grouped by row. */
export function gatheredNews(plan: Plan, changes: readonly SeatChange[]): readonly RowNews[] {
  return (['taken', 'free'] as const).flatMap((kind): RowNews[] => {
    const rows = changes
      .filter(({ isTaken }) => isTaken === (kind === 'taken'))
      .map(({ seatId }) => plan.row[seatId] ?? 0)
    const counts = new Map<number, number>()
    for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1)
    if (counts.size > ROWS_SAID) return [{ kind, row: null, count: rows.length }]
    return [...counts].map(([row, count]) => ({ kind, row, count }))
  })
}
