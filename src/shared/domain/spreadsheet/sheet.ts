// Rows of the catalogue as a spreadsheet has them: which columns, what may be wrong with a cell, what a line would do. Owns these
// words; how text becomes cells and cells become rows is decided beside.

import type { CouponEntry, CustomerEntry, ListingEntry } from '../catalogue.ts'

/** Those whose line is a row of the catalogue. */
export const entryKinds = ['customers', 'coupons', 'listings'] as const
export type EntryKind = (typeof entryKinds)[number]
/** And shows, of which a new one is like one that there is; and their prices, a line each. */
export const sheetKinds = [...entryKinds, 'shows', 'prices'] as const
export type SheetKind = (typeof sheetKinds)[number]

export type SheetEntry = CustomerEntry | CouponEntry | ListingEntry
/** A customer or a listing by number, a coupon by its code. */
export type SheetKey = number | string

export const lineProblems = [
  'quotes',
  'more-cells',
  'no-head',
  'no-lines',
  'too-many-lines',
  'too-large',
  'unknown-column',
  'column-twice',
  'missing-column',
  'missing',
  'not-text',
  'too-long',
  'number',
  'instant',
  'no-such-clock',
  'clock-twice',
  'yes-no',
  'language',
  'phone',
  'email',
  'unknown-row',
  'unknown-category',
  'unknown-type',
  'repeated',
  'order',
  'sort',
  'fixed',
  'held',
  'sold',
  'in-the-past',
  'too-far',
  'too-many-new',
] as const
export type LineProblem = (typeof lineProblems)[number]

export interface LineFault {
  /** Of the file, from 1: where the row begins. */
  readonly line: number
  /** As the head calls it; empty: the whole line. */
  readonly column: string
  readonly problem: LineProblem
  /** What stands there, cut short. */
  readonly found: string
}

export interface SheetLine {
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
}

export interface SheetTable {
  readonly lines: readonly SheetLine[]
  readonly faults: readonly LineFault[]
}

export interface FieldChange {
  readonly column: string
  readonly before: string
  readonly after: string
}

export interface LineOutcome {
  readonly line: number
  /** What people know the row by. */
  readonly name: string
  readonly outcome: 'new' | 'changed' | 'same'
  readonly fields: readonly FieldChange[]
  /** Of a show: when the nearest other one in the same hall begins, where that is too near; left out: none does. */
  readonly clash?: string
}

/** Lines of one file: it is one commit, for which everybody else waits some tens of milliseconds. */
export const SHEET_LINES_MAX = 2000
/** Characters of one file: every line of it could be five hundred long. */
export const SHEET_CHARS_MAX = SHEET_LINES_MAX * 500
/** Characters of what is quoted from a cell: enough to find it by. */
const FOUND_MAX = 60

export function fault(line: number, column: string, problem: LineProblem, found = ''): LineFault {
  return { line, column: cut(column), problem, found: cut(found) }
}

function cut(text: string): string {
  return text.slice(0, FOUND_MAX).toWellFormed()
}
