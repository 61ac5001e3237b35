import type { RefusedHolds } from './carts-table.ts'

/** [K3] How refused holds can be grouped. */
export const refusalGroupings = ['reason', 'hour', 'show'] as const
export type RefusalGrouping = (typeof refusalGroupings)[number]

/** The refusal reasons that a manager asks about; all others are `OTHER`. */
export const refusalReasons = [
  'SEAT_NOT_AVAILABLE',
  'SINGLE_SEAT',
  'LADIES_ONLY',
  'COMPANION_ONLY',
  'TOO_MANY_SEATS',
  'SHOW_CLOSED',
  'INVALID_COUPON',
  'OTHER',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

export function reasonOf({ code }: Pick<RefusedHolds, 'code'>): RefusalReason {
  return refusalReasons.find((reason) => reason === code) ?? 'OTHER'
}

export interface RefusalsRow<Refused extends RefusedHolds> {
  readonly key: string
  readonly count: number
  readonly refusals: readonly Refused[]
}

/** `hourOf`: the hour of a refusal in its venue's zone. Most frequent first; hours in chronological order. */
export function refusalsBy<Refused extends RefusedHolds>(
  refusals: readonly Refused[],
  grouping: RefusalGrouping,
  hourOf: (refused: Refused) => number,
): readonly RefusalsRow<Refused>[] {
  const keyOf = (one: Refused) =>
    grouping === 'reason' ? reasonOf(one) : String(grouping === 'hour' ? hourOf(one) : one.showId)
  const rows = [...Map.groupBy(refusals, keyOf)].map(([key, own]) => {
    return { key, count: own.reduce((sum, { count }) => sum + count, 0), refusals: own }
  })
  return rows.toSorted((a, b) => (grouping === 'hour' ? Number(a.key) - Number(b.key) : b.count - a.count))
}
