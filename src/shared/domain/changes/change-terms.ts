import { withTerms } from '../terms.ts'
import type { Part, RowId, TermsChange, TermsRow } from './change.ts'
import { patchRows } from './patch-rows.ts'

/** Existing bookings keep what was copied into them: lengths, fees, prices. */
export function changeTerms(
  rows: readonly TermsRow[],
  { at, set }: TermsChange,
  ids: readonly RowId[],
): Part {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return patchRows(
    at,
    ids,
    (id) => byId.get(id),
    ({ terms }) => ({ terms: withTerms(terms, set) }),
  )
}
