import type { RefusedHolds } from './carts-table.ts'

/** [K3] What holds that were refused are asked by. */
export const refusalGroupings = ['reason', 'hour', 'show'] as const
export type RefusalGrouping = (typeof refusalGroupings)[number]

/** Why a hold was refused, as a manager asks; all else is `OTHER`. */
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

/** `hourOf`: what names the hour of an instant at a show, in its venue's zone. The most first; hours in their order. */
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
