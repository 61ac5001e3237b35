// The columns of each kind of sheet: which field of a row a cell is, how it is read and written. Owns one table per kind for both
// directions, so that export and import cannot differ.

import { listingSorts } from '../catalogue.ts'
import { isEmail, isPhone, plainPhone } from '../customer.ts'
import { AMOUNT_MAX_MINOR, latinDigits } from '../../lib/money.ts'
import { letterLanguages } from '../message.ts'
import { readPercent } from './cell-values.ts'
import {
  type Column,
  detail,
  instantColumn,
  listColumn,
  reading,
  textColumn,
  wholeColumn,
  yesNoColumn,
} from './column-makers.ts'
import type { LineProblem, SheetEntry, SheetKey, EntryKind } from './sheet.ts'

/** How many bookings may carry one coupon: the same limit as in the contract. */
const USES_MAX = 1_000_000
/** Hotels have at most five. */
const STARS_MAX = 5
/** Nights and minutes: longer than anything that is sold. */
const LENGTH_MAX = 10_000
/** The same limit as in the table of listings. */
const DETAIL_MAX = 200

const languageOf = (cell: string) => letterLanguages.find((one) => one === cell.toLowerCase()) ?? null
const codeColumn: Column = {
  ...textColumn('code', 50),
  // Capitals may be longer: of one “ß” they are two letters.
  read: (cell) => {
    const value = cell.toUpperCase()
    return value.length > 50 ? { problem: 'too-long' } : { value }
  },
}

const sortOf = (cell: string) => listingSorts.find((one) => one === cell.toLowerCase()) ?? null
const words = (name: string) => detail(textColumn(name, DETAIL_MAX))
const stars = (cell: string) => (/^[1-5۱-۵१-५]$/.test(cell) ? Number(latinDigits(cell)) : null)

export const sheetColumns: Readonly<Record<EntryKind, readonly [Column, ...Column[]]>> = {
  customers: [
    { ...wholeColumn('id', 'customerId', Number.MAX_SAFE_INTEGER), empty: null },
    textColumn('name', 120),
    {
      ...textColumn('phone', 40),
      read: (cell) => {
        if (cell.length > 40) return { problem: 'too-long' }
        return isPhone(cell) ? { value: plainPhone(cell) } : { problem: 'phone' }
      },
      empty: '',
    },
    {
      ...textColumn('email', 200),
      read: (cell) => {
        if (cell.length > 200) return { problem: 'too-long' }
        return isEmail(cell) ? { value: cell } : { problem: 'email' }
      },
      empty: '',
    },
    { ...yesNoColumn('vip', 'vip'), empty: false },
    {
      name: 'language',
      field: 'language',
      read: reading(languageOf, 'language'),
      write: (value) => (value === null ? '' : String(value)),
      empty: null,
    },
  ],
  coupons: [
    codeColumn,
    { name: 'percent', field: 'percent', read: reading(readPercent, 'number'), write: String },
    wholeColumn('discount_max', 'discountMaxMinor', AMOUNT_MAX_MINOR),
    instantColumn('valid_from', 'validFromMs'),
    instantColumn('valid_until', 'validUntilMs'),
    yesNoColumn('active', 'active'),
    { ...wholeColumn('uses_max', 'usesMax', USES_MAX), empty: null },
  ],
  listings: [
    { ...wholeColumn('id', 'listingId', Number.MAX_SAFE_INTEGER), empty: null },
    { name: 'sort', field: 'sort', isFixed: true, read: reading(sortOf, 'sort'), write: String },
    textColumn('title', 120),
    yesNoColumn('active', 'active'),
    ...['operator', 'city', 'by', 'language'].map(words),
    detail({ ...wholeColumn('stars', 'stars', STARS_MAX), read: reading(stars, 'number') }),
    ...['nights', 'minutes'].map((name) => detail(wholeColumn(name, name, LENGTH_MAX))),
    ...['amenities', 'includes'].map((name) => detail(listColumn(name))),
    detail(wholeColumn('from_minor', 'fromMinor', AMOUNT_MAX_MINOR)),
  ],
}

export function columnNames(of: EntryKind): readonly string[] {
  return sheetColumns[of].map(({ name }) => name)
}

/** What a sheet must say of its rows if it does not say which ones they are: then all are new. A coupon is always named. */
export function neededColumns(of: EntryKind): readonly string[] {
  const [key, ...others] = sheetColumns[of]
  if (key.empty === undefined) return [key.name]
  return others.filter(({ empty }) => empty === undefined).map(({ name }) => name)
}

export function keyOf(entry: SheetEntry): SheetKey {
  if (entry.kind === 'coupon') return entry.code
  return entry.kind === 'customer' ? entry.customerId : entry.listingId
}

export function nameOfEntry(entry: SheetEntry): string {
  if (entry.kind === 'coupon') return entry.code
  return entry.kind === 'customer' ? entry.name : entry.title
}

/** What is wrong with a row as a whole: the column and the problem; null: nothing. */
export function problemOfEntry(
  entry: SheetEntry,
): { readonly column: string; readonly problem: LineProblem } | null {
  if (entry.kind !== 'coupon' || entry.validFromMs < entry.validUntilMs) return null
  return { column: 'valid_until', problem: 'order' }
}
