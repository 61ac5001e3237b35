// Catalogue rows in a spreadsheet: which kinds of sheets, what may be wrong with a cell, what a line would do. Owns these types; how
// text becomes cells and cells become rows is in the files beside this one.

import type { CouponEntry, CustomerEntry, ListingEntry } from '../catalogue.ts'

/** The kinds of sheets in which each line is a catalogue row. */
export const entryKinds = ['customers', 'coupons', 'listings'] as const
export type EntryKind = (typeof entryKinds)[number]
/** All kinds: also shows, where a new one is modelled on an existing one, and their prices, one per line. */
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
  'either',
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
  'other-nature',
  'fixed',
  'held',
  'sold',
  'in-the-past',
  'too-far',
  'too-many-new',
] as const
export type LineProblem = (typeof lineProblems)[number]

export interface LineFault {
  /** The line of the file, from 1, where the row begins. */
  readonly line: number
  /** The column's title; empty: the whole line. */
  readonly column: string
  readonly problem: LineProblem
  /** What the cell says, cut short. */
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
  /** For a show: the start of the nearest other one in the same hall, if that is too near; left out: none is. */
  readonly clash?: string
}

/** The most lines of one file: it is one commit, during which everybody else waits some tens of milliseconds. */
export const SHEET_LINES_MAX = 2000
/** The most characters of one file: an average of five hundred per line. */
export const SHEET_CHARS_MAX = SHEET_LINES_MAX * 500
/** How many characters of a cell are quoted: enough to find it by. */
const FOUND_MAX = 60

export function fault(line: number, column: string, problem: LineProblem, found = ''): LineFault {
  return { line, column: cut(column), problem, found: cut(found) }
}

function cut(text: string): string {
  return text.slice(0, FOUND_MAX).toWellFormed()
}
