// Turns typed cells into changes of rows: rows with the same change are combined. Owns the combining; what a cell can be changed to
// is up to its column.

import type { ForwardChange, RowId } from '../../../shared/domain/changes/change.ts'
import type { Edited, IdOf } from '../../ui/table/column.ts'

/** One `change-rows` request. */
export interface Step {
  readonly change: ForwardChange
  readonly ids: readonly RowId[]
}

/** Or the first cell that cannot be set to the typed text: then nothing is done. */
export function stepsOf<Row>(
  edits: readonly Edited<Row>[],
  idOf: IdOf<Row>,
): readonly Step[] | { readonly unreadable: Edited<Row> } {
  const ofRow = new Map<RowId, ForwardChange[]>()
  for (const edit of edits) {
    const change = edit.column.edit?.read?.(edit.text, edit.row) ?? null
    if (!change) return { unreadable: edit }
    const id = idOf(edit.row)
    ofRow.set(id, joined(ofRow.get(id) ?? [], change))
  }
  const alike = new Map<string, { change: ForwardChange; ids: RowId[] }>()
  for (const [id, changes] of ofRow) {
    for (const change of changes) {
      const key = JSON.stringify(change)
      const step = alike.get(key)
      if (step) step.ids.push(id)
      else alike.set(key, { change, ids: [id] })
    }
  }
  return [...alike.values()]
}

/** Fields of one row are set together. */
function joined(before: readonly ForwardChange[], change: ForwardChange): ForwardChange[] {
  const last = before.find((one) => isSet(one) && isSet(change) && one.of === change.of)
  if (!last) return [...before, change]
  return before.map((one) => (one === last ? both(last, change) : one))
}

function isSet(change: ForwardChange): boolean {
  return 'kind' in change && change.kind === 'set'
}

function both(first: ForwardChange, second: ForwardChange): ForwardChange {
  const [a, b] = [setOf(first), setOf(second)]
  const details = a.details || b.details ? { details: { ...a.details, ...b.details } } : {}
  return { ...first, set: { ...a, ...b, ...details } } as ForwardChange
}

function setOf(change: ForwardChange): { readonly details?: Readonly<Record<string, unknown>> } {
  return (change as { readonly set: { readonly details?: Readonly<Record<string, unknown>> } }).set
}
