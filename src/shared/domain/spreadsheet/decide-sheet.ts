// What a sheet would change in the house, line by line, and the events that are journaled: preview and execution by one function [A3].
// All or nothing; must never skip a line that it does not understand.

import type { EntrySaved, PricesSet } from '../catalogue-events.ts'
import type { RowsChanged } from '../change-events.ts'
import { patchRows } from '../changes/patch-rows.ts'
import type { CustomerId, ListingId } from '../ids.ts'
import type { Column, Fields, Value } from './column-makers.ts'
import { keyOf, nameOfEntry, problemOfEntry, sheetColumns } from './sheet-columns.ts'
import {
  type FieldChange,
  type LineFault,
  type LineOutcome,
  type SheetEntry,
  type SheetKey,
  type EntryKind,
  type SheetLine,
  type SheetTable,
  fault,
} from './sheet.ts'

export interface SheetFound {
  /** The existing row of a key; null: there is none. */
  readonly rowOf: (key: SheetKey) => SheetEntry | null
  /** The number for the first new row; the next ones get the numbers after it. */
  readonly nextId: number
  /** Whether somebody holds seats of it now. */
  readonly isHeld: (key: SheetKey) => boolean
  /** The zone for days and times without an offset: that of all venues; null: they have several. */
  readonly zone: string | null
}

export interface SheetPlan {
  readonly lines: readonly LineOutcome[]
  /** In line order. If there is any, nothing is done. */
  readonly faults: readonly LineFault[]
  readonly events: readonly (EntrySaved | PricesSet | RowsChanged)[]
}

interface Decided {
  readonly outcome: LineOutcome
  readonly before: SheetEntry | null
  readonly entry: SheetEntry
}

export function decideSheet(of: EntryKind, table: SheetTable, found: SheetFound): SheetPlan {
  const seen = new Set<SheetKey>()
  let nextId = found.nextId
  const faults = [...table.faults]
  const decided: Decided[] = []
  for (const line of table.lines) {
    const result = decideLine({ of, line, found, seen, nextId })
    if (Array.isArray(result)) faults.push(...result)
    else {
      decided.push(result as Decided)
      if ((result as Decided).outcome.outcome === 'new') nextId += 1
    }
  }
  const lines = decided.map(({ outcome }) => outcome)
  if (faults.length > 0) return { lines, faults: faults.toSorted((a, b) => a.line - b.line), events: [] }
  return { lines, faults, events: eventsOf(of, decided) }
}

/** Existing rows are changed as in a table, so that they are undone the same way; new ones are saved whole. */
function eventsOf(of: EntryKind, decided: readonly Decided[]): SheetPlan['events'] {
  const changed = decided.filter(({ outcome }) => outcome.outcome === 'changed')
  const before = new Map(changed.map((one) => [keyOf(one.entry), one.before as SheetEntry]))
  const after = new Map(changed.map((one) => [one.before, one.entry]))
  const { events } = patchRows(
    of,
    [...before.keys()],
    (key) => before.get(key),
    (row) => ({ ...after.get(row) }),
  )
  const made = decided.filter(({ outcome }) => outcome.outcome === 'new')
  return [
    ...(events as readonly RowsChanged[]),
    ...made.map(({ entry }) => ({ type: 'entry-saved', entry }) as const),
  ]
}

interface Ask {
  readonly of: EntryKind
  readonly line: SheetLine
  readonly found: SheetFound
  /** Keys of earlier lines; this line's is added. */
  readonly seen: Set<SheetKey>
  readonly nextId: number
}

function decideLine({ of, line, found, seen, nextId }: Ask): Decided | readonly LineFault[] {
  const columns = sheetColumns[of]
  const [keyColumn] = columns
  const key = readCell(keyColumn, line, found.zone)
  if ('problem' in key) return [key]
  if (key.value !== null && seen.has(key.value as SheetKey)) return [wrong(keyColumn, line, 'repeated')]
  if (key.value !== null) seen.add(key.value as SheetKey)
  const before = key.value === null ? null : found.rowOf(key.value as SheetKey)
  if (of !== 'coupons' && key.value !== null && !before) return [wrong(keyColumn, line, 'unknown-row')]
  const read = readFields(columns, line, before, found.zone)
  if (read.faults.length > 0) return read.faults
  const entry = entryOf(of, before, read.fields, nextId)
  const outcome = outcomeOf(columns, line, before, entry)
  // Existing values may stay, even if they would not be accepted today.
  const problem =
    outcome.outcome === 'same' ? null : (problemOfEntry(entry) ?? problemOfSale(before, entry, found))
  if (problem) return [fault(line.line, problem.column, problem.problem, line.cells.get(problem.column))]
  return { entry, before, outcome }
}

/** Taking a listing off sale takes all of its shows off sale: refused while somebody holds seats of one. */
function problemOfSale(before: SheetEntry | null, after: SheetEntry, { isHeld }: SheetFound) {
  if (before?.kind !== 'listing' || after.kind !== 'listing') return null
  const isTakenOff = before.active && !after.active
  return isTakenOff && isHeld(before.listingId) ? ({ column: 'active', problem: 'held' } as const) : null
}

/** A missing column leaves an existing row as it is; so does a cell equal to what is there, which is not even read. */
function readFields(
  columns: readonly Column[],
  line: SheetLine,
  before: SheetEntry | null,
  zone: string | null,
) {
  const fields: Record<string, Value> = {}
  const details: Record<string, Value> = {}
  const faults: LineFault[] = []
  for (const column of columns) {
    const cell = line.cells.get(column.name)
    if (before && (cell === undefined || cell === written(column, before).trim())) continue
    const read = before && column.isFixed ? wrong(column, line, 'fixed') : readCell(column, line, zone)
    if ('problem' in read) faults.push(read)
    else if (column.isDetail) details[column.field] = read.value
    else fields[column.field] = read.value
  }
  return { fields: { plain: fields, details }, faults }
}

function readCell(
  column: Column,
  line: SheetLine,
  zone: string | null,
): { readonly value: Value } | LineFault {
  const cell = line.cells.get(column.name) ?? ''
  if (cell === '')
    return column.empty === undefined ? wrong(column, line, 'missing') : { value: column.empty }
  const read = column.read(cell, zone)
  return 'problem' in read ? wrong(column, line, read.problem) : read
}

function wrong({ name }: Column, { line, cells }: SheetLine, problem: LineFault['problem']): LineFault {
  return fault(line, name, problem, cells.get(name))
}

function entryOf(
  of: EntryKind,
  before: SheetEntry | null,
  { plain, details }: { readonly plain: Fields; readonly details: Fields },
  nextId: number,
): SheetEntry {
  const base = before ?? newRows[of](nextId)
  const set = Object.fromEntries(Object.entries(plain).filter(([field]) => field !== numbers[of]))
  const all = { ...base, ...set }
  if (all.kind !== 'listing' || Object.keys(details).length === 0) return all as SheetEntry
  const kept = Object.entries({ ...all.details, ...details }).filter(([, value]) => value !== null)
  return { ...all, details: Object.fromEntries(kept) } as SheetEntry
}

/** A row's number can never be set by a cell. */
const numbers = { customers: 'customerId', listings: 'listingId', coupons: null } as const

/** A new row before its cells are filled in. */
const newRows = {
  customers: (id: number) => ({ kind: 'customer', customerId: id as CustomerId }) as Partial<SheetEntry>,
  coupons: () => ({ kind: 'coupon' }) as Partial<SheetEntry>,
  listings: (id: number) =>
    ({ kind: 'listing', listingId: id as ListingId, terms: {}, details: {} }) as Partial<SheetEntry>,
} as const

function outcomeOf(
  columns: readonly Column[],
  { line }: SheetLine,
  before: SheetEntry | null,
  after: SheetEntry,
): LineOutcome {
  const [, ...others] = columns
  const fields = others.flatMap((column): FieldChange[] => {
    const [was, is] = [before && written(column, before), written(column, after)]
    return was === is || (was === null && is === '')
      ? []
      : [{ column: column.name, before: was ?? '', after: is }]
  })
  const outcome = !before ? 'new' : fields.length > 0 ? 'changed' : 'same'
  return { line, name: nameOfEntry(after), outcome, fields }
}

/** The text of a row's cell; a missing field is written like an empty one. */
export function written({ field, write, isDetail }: Column, entry: SheetEntry): string {
  const from: unknown = isDetail && entry.kind === 'listing' ? entry.details : entry
  return write((from as Fields)[field] ?? null)
}
