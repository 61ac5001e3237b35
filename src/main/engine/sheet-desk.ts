// Spreadsheets of the catalogue [A3]: the file that came, what it would do, and the deed; and the way out. Owns the way from a file to
// the domain's decision; must never write a row.

import { createHash } from 'node:crypto'
import type { KioskId, ShowId } from '../../shared/domain/ids.ts'
import { type Decision, accept, refuse } from '../../shared/domain/decision.ts'
import { type Refusal, isRefusal } from '../../shared/domain/refusal.ts'
import { type SheetPlan, decideSheet } from '../../shared/domain/spreadsheet/decide-sheet.ts'
import { readSheet } from '../../shared/domain/spreadsheet/read-sheet.ts'
import { columnNames, keyOf } from '../../shared/domain/spreadsheet/sheet-columns.ts'
import {
  type PricedShow,
  decidePrices,
  priceColumns,
  priceHead,
  priceLines,
} from '../../shared/domain/spreadsheet/price-sheet.ts'
import type { EntryKind, SheetEntry, SheetKey } from '../../shared/domain/spreadsheet/sheet.ts'
import { sheetHead, sheetLines } from '../../shared/domain/spreadsheet/write-sheet.ts'
import { SHEET_FAULTS_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import { known } from '../../shared/lib/assert.ts'
import { couponsAfter, customersAfter, showsAfter } from '../store/queries.ts'
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
/** Shows whose prices are written at once: each may have hundreds. */
const PRICED_SHOWS = 100
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

export function exportSheet(
  parts: Omit<Parts, 'uploads'> & { readonly nowMs: () => number },
  { of, after }: Input<'export-sheet'>,
): Output<'export-sheet'> {
  if (of === 'prices') return exportPrices(parts, Number(after ?? 0), after === null)
  const rows = rowsAfter(parts.store, of, after ?? FIRST[of])
  const last = rows.length === PAGE_ROWS ? rows.at(-1) : undefined
  const head = after === null ? sheetHead(of) : ''
  return { text: head + sheetLines(of, rows), next: last ? keyOf(last) : null }
}

/** Of shows that can still be sold: the prices of others are of no more use to anybody. */
function exportPrices(
  { store, reader, nowMs }: Omit<Parts, 'uploads'> & { readonly nowMs: () => number },
  after: number,
  isFirst: boolean,
): Output<'export-sheet'> {
  const rows = store.select(showsAfter, after, PRICED_SHOWS)
  const atMs = nowMs()
  const lines = rows.flatMap(({ showId, salesCloseAtMs }) => {
    const priced = salesCloseAtMs > atMs ? pricedShow(store, reader, showId) : null
    return priced ? [priceLines(priced)] : []
  })
  const next = rows.length === PRICED_SHOWS ? (rows.at(-1)?.showId ?? null) : null
  return { text: (isFirst ? priceHead : '') + lines.join(''), next }
}

function pricedShow(store: Store, reader: Reader, showId: ShowId): PricedShow | null {
  const row = store.get('show', showId)
  const show = reader.show(showId)
  if (!row || !show || row.withdrawn) return null
  const { title } = known(store.get('listing', row.listingId), 'listing of show')
  const categories = reader.planOfShow(showId).categories.map(({ name }) => name)
  return { show, title, categories }
}

function rowsAfter(store: Store, of: EntryKind, after: SheetKey): readonly SheetEntry[] {
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
  if (of === 'prices') {
    const table = readSheet(text, priceColumns)
    return decidePrices(table, (showId) => pricedShow(store, reader, showId))
  }
  const nextCustomerId = reader.read({ nextIds: true }).nextIds.customer
  const rowOf = (key: SheetKey) => rowAt(store, of, key)
  return decideSheet(of, readSheet(text, columnNames(of)), { rowOf, nextCustomerId })
}

function rowAt(store: Store, of: EntryKind, key: SheetKey): SheetEntry | null {
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
