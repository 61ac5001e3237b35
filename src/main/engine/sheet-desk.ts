// Spreadsheets of the catalogue [A3]: the uploaded file, the preview of what it would do, and the import. Owns the way from a
// file to the domain's decision; must never write a row.

import { createHash } from 'node:crypto'
import type { KioskId } from '../../shared/domain/ids.ts'
import { changes, same } from '../../shared/domain/changes/change.ts'
import { advanced } from '../../shared/domain/changes/decide-change.ts'
import { type Context, type Decision, accept, refuse } from '../../shared/domain/decision.ts'
import { type Refusal, isRefusal } from '../../shared/domain/refusal.ts'
import { type SheetPlan, decideSheet } from '../../shared/domain/spreadsheet/decide-sheet.ts'
import { decidePrices, priceColumns } from '../../shared/domain/spreadsheet/price-sheet.ts'
import { readSheet } from '../../shared/domain/spreadsheet/read-sheet.ts'
import { columnNames, neededColumns } from '../../shared/domain/spreadsheet/sheet-columns.ts'
import { decideShows, neededShowColumns, showColumns } from '../../shared/domain/spreadsheet/show-sheet.ts'
import { SHEET_FAULTS_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { PlanUploads } from './plan-uploads.ts'
import { type SheetParts, pricedShow, sheetFound, showsFound } from './sheet-rows.ts'

interface Parts extends SheetParts {
  readonly uploads: PlanUploads
}

export function previewSheet(
  parts: Parts & { readonly nowMs: () => number },
  kiosk: KioskId,
  input: Input<'preview-sheet'>,
): Output<'preview-sheet'> | Refusal {
  const plan = planOf(parts, kiosk, input, parts.nowMs())
  if (isRefusal(plan)) return plan
  const { lines, faults } = plan
  return {
    ...countsOf(plan),
    lines: lines.flatMap(({ line, name, outcome, fields, clash }) =>
      outcome === 'same' ? [] : [{ line, name, outcome, fields: [...fields], clash: clash ?? null }],
    ),
    faults: faults.slice(0, SHEET_FAULTS_MAX),
    faultCount: faults.length,
    seen: digestOf(plan),
  }
}

/**
 * Inside a commit. Uses the same function as the preview. The import is a change like any other, so it is listed among them and
 * can be undone from there.
 */
export function decideImportSheet(
  parts: Parts,
  { actor, nowMs, newChangeId }: Context,
  input: Input<'import-sheet'>,
): Decision<Output<'import-sheet'>> {
  const plan = planOf(parts, actor.kioskId, input, nowMs)
  if (isRefusal(plan)) return refuse(plan)
  if (digestOf(plan) !== input.seen) return refuse({ code: 'CONCURRENT_MODIFICATION', what: 'rows' })
  const [wrong] = plan.faults
  if (!wrong) {
    const changeId = newChangeId()
    const change = { of: 'sheet', sheet: input.of, lines: plan.lines.length } as const
    const done = advanced(partOf(plan), { changeId, part: 0, isLast: true, change })
    return accept([...plan.events, done], { ...countsOf(plan), changeId })
  }
  const { line, column, found } = wrong
  return refuse({
    code: 'INVALID_INPUT',
    field: 'uploadId',
    problem: 'malformed',
    detail: [line, column, found].filter((part) => part !== '').join(': '),
  })
}

/** The rows of this change are the lines of the file. */
function partOf({ events, lines }: SheetPlan) {
  const outcomes = lines.map(({ line, outcome }) => (outcome === 'same' ? same(line) : changes(line)))
  return { events, outcomes }
}

function planOf(
  parts: Parts,
  kiosk: KioskId,
  { of, uploadId }: Input<'preview-sheet'>,
  nowMs: number,
): SheetPlan | Refusal {
  const text = parts.uploads.text(kiosk, uploadId)
  if (typeof text !== 'string') return text
  if (of === 'prices')
    return decidePrices(readSheet(text, priceColumns), (showId) => pricedShow(parts, showId))
  if (of === 'shows')
    return decideShows(readSheet(text, showColumns, neededShowColumns), showsFound(parts, nowMs))
  return decideSheet(of, readSheet(text, columnNames(of), neededColumns(of)), sheetFound(parts, of))
}

function countsOf({ lines }: SheetPlan): Pick<Output<'preview-sheet'>, 'added' | 'changed' | 'same'> {
  const count = (outcome: (typeof lines)[number]['outcome']) =>
    lines.filter((line) => line.outcome === outcome).length
  return { added: count('new'), changed: count('changed'), same: count('same') }
}

/**
 * Of what the preview showed. Ids are not part of it: if somebody else adds a customer meanwhile and ids shift, what was
 * confirmed still holds.
 */
function digestOf({ lines, faults }: SheetPlan): string {
  return createHash('sha256')
    .update(JSON.stringify([lines, faults]))
    .digest('hex')
}
