// The columns of each kind of sheet: what a cell is of a row, how it is read and written. One table a kind, so that what is exported
// and what is imported cannot differ.

import type { CouponEntry, CustomerEntry } from '../catalogue.ts'
import { refusalOfWords } from '../customer.ts'
import { latinDigits } from '../../lib/money.ts'
import { letterLanguages } from '../message.ts'
import { readInstant, readPercent, readWhole, readYes, writeInstant } from './cell-values.ts'
import type { LineProblem, SheetEntry, SheetKey, EntryKind } from './sheet.ts'

export type Value = string | number | boolean | null
export type Fields = Readonly<Record<string, Value>>

export interface Column {
  /** As the head of the file has it. */
  readonly name: string
  readonly field: string
  readonly read: (text: string) => { readonly value: Value } | { readonly problem: LineProblem }
  readonly write: (value: Value) => string
  /** What an empty cell says, and a column that a new row's file has not; left out: it has to say something. */
  readonly empty?: Value
}

/** Money in minor units, as the contract takes it. */
const AMOUNT_MAX = 1_000_000_000_000
/** Bookings that may carry one coupon, as the contract takes it. */
const USES_MAX = 1_000_000

function text(name: string, max: number): Column {
  return {
    name,
    field: name,
    read: (cell) => (cell.length > max ? { problem: 'too-long' } : { value: cell }),
    write: String,
  }
}

/** A reading that answers null where it is none. */
function read(of: (cell: string) => Value, problem: LineProblem): Column['read'] {
  return (cell) => {
    const value = of(cell)
    return value === null ? { problem } : { value }
  }
}

function yesNo(name: string, field: string): Column {
  return { name, field, read: read(readYes, 'yes-no'), write: writeYes }
}

function writeYes(value: Value): string {
  return value === true ? 'yes' : 'no'
}

function instant(name: string, field: string): Column {
  return { name, field, read: read(readInstant, 'instant'), write: (value) => writeInstant(Number(value)) }
}

function whole(name: string, field: string, max: number): Column {
  const readCell = read((cell) => readWhole(cell, max), 'number')
  return { name, field, read: readCell, write: (value) => (value === null ? '' : String(value)) }
}

const languageOf = (cell: string) => letterLanguages.find((one) => one === cell.toLowerCase()) ?? null
const codeColumn: Column = {
  ...text('code', 50),
  read: (cell) => (cell.length > 50 ? { problem: 'too-long' } : { value: cell.toUpperCase() }),
}

export const sheetColumns: Readonly<Record<EntryKind, readonly [Column, ...Column[]]>> = {
  customers: [
    { ...whole('id', 'customerId', Number.MAX_SAFE_INTEGER), empty: null },
    text('name', 120),
    {
      ...text('phone', 40),
      read: (cell) => (cell.length > 40 ? { problem: 'too-long' } : { value: latinDigits(cell) }),
      empty: '',
    },
    { ...text('email', 200), empty: '' },
    { ...yesNo('vip', 'vip'), empty: false },
    {
      name: 'language',
      field: 'language',
      read: read(languageOf, 'language'),
      write: (value) => (value === null ? '' : String(value)),
      empty: null,
    },
  ],
  coupons: [
    codeColumn,
    { name: 'percent', field: 'percent', read: read(readPercent, 'number'), write: String },
    whole('discount_max', 'discountMaxMinor', AMOUNT_MAX),
    instant('valid_from', 'validFromMs'),
    instant('valid_until', 'validUntilMs'),
    yesNo('active', 'active'),
    { ...whole('uses_max', 'usesMax', USES_MAX), empty: null },
  ],
}

export function columnNames(of: EntryKind): readonly string[] {
  return sheetColumns[of].map(({ name }) => name)
}

export function keyOf(entry: SheetEntry): SheetKey {
  return entry.kind === 'coupon' ? entry.code : entry.customerId
}

export function nameOfEntry(entry: SheetEntry): string {
  return entry.kind === 'coupon' ? entry.code : entry.name
}

/** What is wrong with a row as a whole: its column and why; null: nothing is. */
export function problemOfEntry(
  entry: SheetEntry,
): { readonly column: string; readonly problem: LineProblem } | null {
  if (entry.kind === 'coupon') return problemOfCoupon(entry)
  return problemOfCustomer(entry)
}

function problemOfCoupon({ validFromMs, validUntilMs }: CouponEntry): ReturnType<typeof problemOfEntry> {
  return validFromMs < validUntilMs ? null : { column: 'valid_until', problem: 'order' }
}

/** As the desk refuses it. */
function problemOfCustomer(entry: CustomerEntry): ReturnType<typeof problemOfEntry> {
  const refusal = refusalOfWords(entry)
  if (refusal?.code !== 'INVALID_INPUT') return null
  return refusal.field === 'phone'
    ? { column: 'phone', problem: 'phone' }
    : { column: 'email', problem: 'email' }
}
