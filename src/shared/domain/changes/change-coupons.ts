import type { CouponEntry } from '../catalogue.ts'
import type { CouponsChange, Part, RowId } from './change.ts'
import { patchRows } from './patch-rows.ts'

/** Refuses a row if after the change there would be no time at which the coupon could be used [P4]. */
export function changeCoupons(
  rows: readonly CouponEntry[],
  { set }: CouponsChange,
  ids: readonly RowId[],
): Part {
  const byId = new Map(rows.map((entry) => [entry.code as RowId, entry]))
  return patchRows(
    'coupons',
    ids,
    (id) => byId.get(id),
    (entry) => {
      const { validFromMs, validUntilMs } = { ...entry, ...set }
      return validFromMs < validUntilMs ? set : 'malformed'
    },
  )
}
