// One event for many catalogue rows, in which rows that change in the same way are grouped. Must never know what a field means.

import type { AlikeRows, RowsChanged } from '../change-events.ts'
import { changes, same, skipped } from './change.ts'
import type { CatalogueKind, Part, Patch, RowId, RowOutcome, SkipReason } from './change.ts'

/**
 * `rowOf`: the row as it is. `patchOf`: its new field values, or why it is left alone. A row that already has them is reported as
 * `same`.
 */
export function patchRows<Row extends object>(
  of: CatalogueKind,
  ids: readonly RowId[],
  rowOf: (id: RowId) => Row | undefined,
  patchOf: (row: Row) => Patch | SkipReason,
): Part {
  const alike = new Map<string, { ids: RowId[]; before: Patch; after: Patch }>()
  const outcomes = [...new Set(ids)].map((id): RowOutcome => {
    const row = rowOf(id)
    const patch = row ? patchOf(row) : 'not-found'
    if (!row || typeof patch === 'string') return skipped(id, patch as SkipReason)
    const changed = differing(row, patch)
    if (changed === null) return same(id)
    const key = JSON.stringify(changed)
    const group = alike.get(key)
    if (group) group.ids.push(id)
    else alike.set(key, { ids: [id], ...changed })
    return changes(id)
  })
  return { events: rowsChanged(of, [...alike.values()]), outcomes }
}

export function rowsChanged(of: CatalogueKind, alike: readonly AlikeRows[]): readonly RowsChanged[] {
  return alike.length > 0 ? [{ type: 'rows-changed', of, alike }] : []
}

/** Only the fields that differ, before and after; null: none does. */
function differing(row: object, patch: Patch): { before: Patch; after: Patch } | null {
  const now = row as Patch
  const fields = Object.keys(patch).filter((field) => !isEqual(now[field], patch[field]))
  if (fields.length === 0) return null
  const of = (from: Patch) => Object.fromEntries(fields.map((field) => [field, from[field] ?? null]))
  return { before: of(now), after: of(patch) }
}

/** Compares two values of one field as JSON, which is how they are stored; a missing value equals null. */
export function isEqual(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}
