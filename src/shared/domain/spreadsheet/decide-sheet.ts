// What a sheet would do to the house, line by line, and what is journaled when it does: the preview and the deed by one function [A3].
// All of it or nothing; must never skip a line that it does not understand.

import type { EntrySaved, PricesSet } from '../catalogue-events.ts'
import type { CustomerId } from '../ids.ts'
import {
  type Column,
  type Fields,
  nameOfEntry,
  problemOfEntry,
  sheetColumns,
  type Value,
} from './sheet-columns.ts'
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
  /** The row of a key as it is; null: there is none. */
  readonly rowOf: (key: SheetKey) => SheetEntry | null
  /** For the first new customer; the next get the numbers after it. */
  readonly nextCustomerId: number
}

export interface SheetPlan {
  readonly lines: readonly LineOutcome[]
  /** By line. One of them, and nothing is done. */
  readonly faults: readonly LineFault[]
  readonly events: readonly (EntrySaved | PricesSet)[]
}

interface Decided {
  readonly outcome: LineOutcome
  readonly entry: SheetEntry
}

export function decideSheet(of: EntryKind, table: SheetTable, found: SheetFound): SheetPlan {
  const seen = new Set<SheetKey>()
  let nextId = found.nextCustomerId
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
  const saved = decided.filter(({ outcome }) => outcome.outcome !== 'same')
  return { lines, faults, events: saved.map(({ entry }) => ({ type: 'entry-saved', entry })) }
}

interface Ask {
  readonly of: EntryKind
  readonly line: SheetLine
  readonly found: SheetFound
  /** Keys of the lines before; this one's is added. */
  readonly seen: Set<SheetKey>
  readonly nextId: number
}

function decideLine({ of, line, found, seen, nextId }: Ask): Decided | readonly LineFault[] {
  const columns = sheetColumns[of]
  const [keyColumn] = columns
  const key = readCell(keyColumn, line)
  if ('problem' in key) return [key]
  if (key.value !== null && seen.has(key.value as SheetKey)) return [wrong(keyColumn, line, 'repeated')]
  if (key.value !== null) seen.add(key.value as SheetKey)
  const before = key.value === null ? null : found.rowOf(key.value as SheetKey)
  if (of === 'customers' && key.value !== null && !before) return [wrong(keyColumn, line, 'unknown-row')]
  const read = readFields(columns, line, before !== null)
  if (read.faults.length > 0) return read.faults
  const entry = entryOf(of, before, read.fields, nextId)
  const outcome = outcomeOf(columns, line, before, entry)
  // What is there already may stay, however it came to be.
  const problem = outcome.outcome === 'same' ? null : problemOfEntry(entry)
  if (problem) return [fault(line.line, problem.column, problem.problem, line.cells.get(problem.column))]
  return { entry, outcome }
}

/** A column that the file has not says nothing of a row that is there. */
function readFields(columns: readonly Column[], line: SheetLine, isThere: boolean) {
  const fields: Record<string, Value> = {}
  const faults: LineFault[] = []
  for (const column of columns) {
    if (isThere && !line.cells.has(column.name)) continue
    const read = readCell(column, line)
    if ('problem' in read) faults.push(read)
    else fields[column.field] = read.value
  }
  return { fields, faults }
}

function readCell(column: Column, line: SheetLine): { readonly value: Value } | LineFault {
  const cell = line.cells.get(column.name) ?? ''
  if (cell === '')
    return column.empty === undefined ? wrong(column, line, 'missing') : { value: column.empty }
  const read = column.read(cell)
  return 'problem' in read ? wrong(column, line, read.problem) : read
}

function wrong({ name }: Column, { line, cells }: SheetLine, problem: LineFault['problem']): LineFault {
  return fault(line, name, problem, cells.get(name))
}

function entryOf(of: EntryKind, before: SheetEntry | null, fields: Fields, nextId: number): SheetEntry {
  if (of === 'coupons') return { ...before, ...fields, kind: 'coupon' } as SheetEntry
  const customerId = (fields['customerId'] ?? nextId) as CustomerId
  return { ...before, ...fields, kind: 'customer', customerId } as SheetEntry
}

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

/** A field that was never given is as one that is empty. */
export function written({ field, write }: Column, entry: SheetEntry): string {
  return write((entry as unknown as Fields)[field] ?? null)
}
