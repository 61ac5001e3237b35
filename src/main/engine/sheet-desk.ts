// Spreadsheets of the catalogue [A3]: the file that came, what it would do, and the deed; and the way out. Owns the way from a file to
// the domain's decision; must never write a row.

import { createHash } from 'node:crypto'
import type { KioskId } from '../../shared/domain/ids.ts'
import { type Decision, accept, refuse } from '../../shared/domain/decision.ts'
import { type Refusal, isRefusal } from '../../shared/domain/refusal.ts'
import { type SheetPlan, decideSheet } from '../../shared/domain/spreadsheet/decide-sheet.ts'
import { readSheet } from '../../shared/domain/spreadsheet/read-sheet.ts'
import { columnNames, keyOf } from '../../shared/domain/spreadsheet/sheet-columns.ts'
import type { SheetEntry, SheetKey, SheetKind } from '../../shared/domain/spreadsheet/sheet.ts'
import { sheetHead, sheetLines } from '../../shared/domain/spreadsheet/write-sheet.ts'
import { SHEET_FAULTS_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import { customersAfter, couponsAfter } from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import type { PlanUploads } from './plan-uploads.ts'
import type { Reader } from './reader.ts'

interface Parts {
  readonly store: Store
  readonly reader: Reader
  readonly uploads: PlanUploads
}

/** Rows read at once: a few milliseconds of the house, between which it sells. */
const PAGE_ROWS = 1000
/** Before every number and every code. */
const FIRST = { customers: 0, coupons: '' } as const

export function previewSheet(
  parts: Parts,
  kiosk: KioskId,
  input: Input<'preview-sheet'>,
): Output<'preview-sheet'> | Refusal {
  const plan = planOf(parts, kiosk, input)
  if (isRefusal(plan)) return plan
  const { lines, faults } = plan
  return {
    ...countsOf(plan),
    lines: lines.flatMap(({ line, name, outcome, fields }) =>
      outcome === 'same' ? [] : [{ line, name, outcome, fields: [...fields] }],
    ),
    faults: faults.slice(0, SHEET_FAULTS_MAX),
    faultCount: faults.length,
    seen: digestOf(plan),
  }
}

/** Inside a commit. By the same function as the preview. */
export function decideImportSheet(
  parts: Parts,
  kiosk: KioskId,
  input: Input<'import-sheet'>,
): Decision<Output<'import-sheet'>> {
  const plan = planOf(parts, kiosk, input)
  if (isRefusal(plan)) return refuse(plan)
  if (digestOf(plan) !== input.seen) return refuse({ code: 'CONCURRENT_MODIFICATION', what: 'rows' })
  const [wrong] = plan.faults
  if (!wrong) return accept(plan.events, countsOf(plan))
  const { line, column, found } = wrong
  return refuse({
    code: 'INVALID_INPUT',
    field: 'uploadId',
    problem: 'malformed',
    detail: [line, column, found].filter((part) => part !== '').join(': '),
  })
}

export function exportSheet(store: Store, { of, after }: Input<'export-sheet'>): Output<'export-sheet'> {
  const rows = rowsAfter(store, of, after ?? FIRST[of])
  const last = rows.length === PAGE_ROWS ? rows.at(-1) : undefined
  const head = after === null ? sheetHead(of) : ''
  return { text: head + sheetLines(of, rows), next: last ? keyOf(last) : null }
}

function rowsAfter(store: Store, of: SheetKind, after: SheetKey): readonly SheetEntry[] {
  return of === 'customers'
    ? store
        .select(customersAfter, Number(after), PAGE_ROWS)
        .map((row): SheetEntry => ({ kind: 'customer', ...row }))
    : store
        .select(couponsAfter, String(after), PAGE_ROWS)
        .map((row): SheetEntry => ({ kind: 'coupon', ...row }))
}

function planOf(
  { store, reader, uploads }: Parts,
  kiosk: KioskId,
  { of, uploadId }: Input<'preview-sheet'>,
): SheetPlan | Refusal {
  const text = uploads.text(kiosk, uploadId)
  if (typeof text !== 'string') return text
  const nextCustomerId = reader.read({ nextIds: true }).nextIds.customer
  const rowOf = (key: SheetKey) => rowAt(store, of, key)
  return decideSheet(of, readSheet(text, columnNames(of)), { rowOf, nextCustomerId })
}

function rowAt(store: Store, of: SheetKind, key: SheetKey): SheetEntry | null {
  if (of === 'customers') {
    const row = store.get('customer', key)
    return row ? { kind: 'customer', ...row } : null
  }
  const row = store.get('coupon', String(key))
  return row ? { kind: 'coupon', ...row } : null
}

function countsOf({ lines }: SheetPlan): Output<'import-sheet'> {
  const count = (outcome: (typeof lines)[number]['outcome']) =>
    lines.filter((line) => line.outcome === outcome).length
  return { added: count('new'), changed: count('changed'), same: count('same') }
}

/** Of what was shown: somebody else's new customer takes a number, not the reader's word for it. */
function digestOf({ lines, faults }: SheetPlan): string {
  return createHash('sha256')
    .update(JSON.stringify([lines, faults]))
    .digest('hex')
}
