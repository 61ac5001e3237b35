// Factories for the columns of the tables: words, numbers, money, yes or no. Owns how typed text is parsed; which change follows is
// up to the kind of table.

import type { ForwardChange } from '../../../shared/domain/changes/change.ts'
import {
  type Currency,
  decimalText,
  latinDigits,
  minorDigits,
  parseAmount,
} from '../../../shared/lib/money.ts'
import type { Say } from '../../messages/catalogue.ts'
import type { Column } from '../../ui/table/column.ts'

export interface Head {
  readonly id: string
  readonly head: string
  readonly width: string
  readonly isSpare?: boolean
}

export function wordsColumn<Row>(
  head: Head,
  value: (row: Row) => string,
  set?: (text: string) => ForwardChange | null,
): Column<Row> {
  const edit = set && { text: value, read: (text: string) => set(text.trim()) }
  return { ...head, kind: 'text', value, text: value, ...(edit && { edit }) }
}

export function numberColumn<Row>(head: Head, { value, number, set }: NumberParts<Row>): Column<Row> {
  const typed = (row: Row) => String(value(row) ?? '')
  return {
    ...head,
    kind: 'number',
    value,
    text: (row) => {
      const count = value(row)
      return count === null ? '' : number(count)
    },
    ...(set && { edit: { text: typed, read: (text: string) => set(readNumber(text)) } }),
  }
}

interface NumberParts<Row> {
  readonly value: (row: Row) => number | null
  readonly number: (value: number) => string
  /** Gets NaN if the text is no number, and null if it is empty. */
  readonly set?: (value: number | null) => ForwardChange | null
}

/** "12", "۱۲", "12,5"; null if empty; NaN for anything else. */
export function readNumber(text: string): number | null {
  const plain = latinDigits(text)
    .replace(/[%٪\s\u200e\u200f]/g, '')
    .replace(/[٫,]/g, '.')
  return plain === '' ? null : Number(plain)
}

interface MoneyParts<Row> {
  readonly minor: (row: Row) => number | null
  readonly currency: (row: Row) => Currency
  readonly money: (amountMinor: number, currency: Currency) => string
  readonly set?: (amountMinor: number | null) => ForwardChange | null
}

/** Compared and filtered by the displayed amount, in whole units of its currency. */
export function moneyColumn<Row>(head: Head, { minor, currency, money, set }: MoneyParts<Row>): Column<Row> {
  const shown = (row: Row, show: (amountMinor: number, of: Currency) => string) => {
    const amount = minor(row)
    return amount === null ? '' : show(amount, currency(row))
  }
  const read = (text: string, row: Row) => {
    const amount = text.trim() === '' ? null : parseAmount(text, currency(row))
    return amount === null && text.trim() !== '' ? null : (set?.(amount) ?? null)
  }
  return {
    ...head,
    kind: 'number',
    currency,
    value: (row) => {
      const amount = minor(row)
      return amount === null ? null : amount / 10 ** minorDigits[currency(row)]
    },
    text: (row) => shown(row, money),
    ...(set && { edit: { text: (row: Row) => shown(row, decimalText), read } }),
  }
}

export function yesNoColumn<Row>(
  head: Head,
  say: Say,
  value: (row: Row) => boolean,
  set: (is: boolean) => ForwardChange,
): Column<Row> {
  const text = (row: Row) => say(value(row) ? 'table.yes' : 'table.no')
  const read = (typed: string) => {
    const is = readYesNo(typed, say)
    return is === null ? null : set(is)
  }
  return { ...head, kind: 'yesNo', value, text, edit: { text, read } }
}

/** Accepts the displayed words, and those that spreadsheets write. */
function readYesNo(typed: string, say: Say): boolean | null {
  const text = typed.trim().toLocaleLowerCase()
  if ([say('table.yes').toLocaleLowerCase(), 'true', '1', '✓'].includes(text)) return true
  return [say('table.no').toLocaleLowerCase(), 'false', '0', ''].includes(text) ? false : null
}
