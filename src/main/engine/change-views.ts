// Changes to many rows as screens see them [A2]: the preview of one, the newest ones, or one of them. Must never change a row.

import type { RowId, SkippedRow } from '../../shared/domain/changes/change.ts'
import { partOf } from '../../shared/domain/changes/decide-change.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { ChangeId } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { CHANGES_MAX, SKIPPED_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import * as query from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import type { Reader } from './reader.ts'

/** Sorts after every id. */
const LAST_ID = '~'

/** Uses the same function as the change itself. */
export function previewChange(
  { reader, nowMs }: { readonly reader: Reader; readonly nowMs: () => number },
  change: Input<'preview-change'>['change'],
  ids: readonly RowId[],
): Output<'preview-change'> {
  const atMs = nowMs()
  const { changing } = reader.read({ changing: { change, ids, nowMs: atMs } })
  return { rows: [...partOf(changing, change, ids, atMs).outcomes] }
}

export function newestChanges(store: Store, before: ChangeId | null): Output<'changes'> {
  const rows = store.select(query.newestChanges, before ?? LAST_ID, CHANGES_MAX)
  return { changes: rows.map((row) => changeHead(store, row)) }
}

export function changeStory(store: Store, changeId: ChangeId): Output<'change'> | Refusal {
  const row = store.get('change', changeId)
  if (!row) return { code: 'NOT_FOUND', what: 'change', id: changeId }
  return { change: changeHead(store, row), skippedRows: skippedRows(store, changeId) }
}

function changeHead(store: Store, row: Row<'change'>): Output<'change'>['change'] {
  const { changeId, change, atMs, parts, staffId } = row
  const done = store.select(query.partsOfChange, changeId)
  const sum = (count: 'changed' | 'same' | 'skipped') => done.reduce((all, part) => all + part[count], 0)
  return {
    changeId,
    change,
    atMs,
    by: store.get('staff', staffId)?.name ?? null,
    parts,
    done: done.length,
    changed: sum('changed'),
    same: sum('same'),
    skipped: sum('skipped'),
    undoneBy: store.select(query.undoOf, changeId)[0]?.changeId ?? null,
  }
}

function skippedRows(store: Store, changeId: ChangeId): SkippedRow[] {
  const found: SkippedRow[] = []
  for (const { toSequence, skipped } of store.select(query.partsOfChange, changeId)) {
    if (found.length >= SKIPPED_MAX) break
    const row = skipped > 0 ? store.get('journal', toSequence) : undefined
    const event = row && (JSON.parse(row.body) as HouseEvent)
    if (event?.type === 'change-advanced') found.push(...event.skipped)
  }
  return found.slice(0, SKIPPED_MAX)
}
