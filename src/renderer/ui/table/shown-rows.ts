// Which rows a view shows, and in which order. Owns the comparison; a hundred thousand rows are searched between two key strokes,
// so nothing here may format, and the searchable text is built once per row.

import { soughtText } from '../../../shared/lib/sought-text.ts'
import type { CellValue, Column } from './column.ts'
import type { Filter, View } from './view.ts'

/** Keyed by columns, whose words are in one language; then by row. */
const sought = new WeakMap<object, WeakMap<object, string>>()

export function shownRows<Row extends object>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  view: Pick<View, 'text' | 'filters' | 'sorts'>,
): readonly Row[] {
  return sorted(filtered(rows, columns, view), columns, view)
}

function filtered<Row extends object>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { text, filters }: Pick<View, 'text' | 'filters'>,
): readonly Row[] {
  const parts = soughtText(text)
    .split(/\s+/)
    .filter((part) => part !== '')
  const tests = columns.flatMap((column) => {
    const filter = filters[column.id]
    return filter ? [testOf(column, filter)] : []
  })
  if (parts.length === 0 && tests.length === 0) return rows
  return rows.filter((row) => {
    if (!tests.every((test) => test(row))) return false
    if (parts.length === 0) return true
    const all = soughtIn(row, columns)
    return parts.every((part) => all.includes(part))
  })
}

/** All searchable words of a row. */
function soughtIn<Row extends object>(row: Row, columns: readonly Column<Row>[]): string {
  const rows = sought.get(columns) ?? new WeakMap<object, string>()
  sought.set(columns, rows)
  const known = rows.get(row)
  if (known !== undefined) return known
  const words = columns.flatMap((column) => {
    if (column.kind === 'choice') return column.text(row)
    return column.kind === 'text' ? wordsOf(column.value(row)) : []
  })
  const all = soughtText(words.join('\n'))
  rows.set(row, all)
  return all
}

function testOf<Row>(column: Column<Row>, filter: Filter): (row: Row) => boolean {
  const { value } = column
  if (filter.kind === 'yesNo') return (row) => value(row) === filter.is
  if (filter.kind === 'choice') return (row) => wordsOf(value(row)).includes(filter.value)
  if (filter.kind === 'text') {
    const part = soughtText(filter.text.trim())
    return (row) => wordsOf(value(row)).some((words) => soughtText(words).includes(part))
  }
  const { from, to } = filter
  return (row) => {
    const number = value(row)
    return typeof number === 'number' && (from === null || number >= from) && (to === null || number <= to)
  }
}

function wordsOf(value: CellValue): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? (value as readonly string[]) : []
}

/** Ranks are computed once per row: comparing two rows is then comparing numbers. Missing values come last in either direction. */
function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { sorts }: Pick<View, 'sorts'>,
): readonly Row[] {
  const keys = sorts.flatMap(({ id, isDown }) => {
    const column = columns.find((one) => one.id === id)
    return column ? [{ ranks: ranksOf(rows, column), sign: isDown ? -1 : 1 }] : []
  })
  if (keys.length === 0) return rows
  const order = rows.map((_, index) => index)
  order.sort((a, b) => {
    for (const { ranks, sign } of keys) {
      const first = ranks[a] as number
      const second = ranks[b] as number
      if (first === second) continue
      if (first === Infinity) return 1
      return second === Infinity ? -1 : sign * (first - second)
    }
    return a - b
  })
  return order.map((index) => rows[index] as Row)
}

function ranksOf<Row>(rows: readonly Row[], { value, rank }: Column<Row>): Float64Array {
  const values = rows.map((row) => (rank ? rank(row) : rankable(value(row))))
  const texts = [...new Set(values.filter((one) => typeof one === 'string'))]
  // Without options: any option would disable its fast path for plain letters, which is five times as fast.
  const { compare } = new Intl.Collator()
  const places = new Map(texts.toSorted(compare).map((text, place) => [text, place]))
  return Float64Array.from(values, (one) => (typeof one === 'number' ? one : (places.get(one) ?? Infinity)))
}

function rankable(value: CellValue): string | number {
  if (typeof value === 'boolean') return Number(value)
  if (value === null || value === '') return Infinity
  return Array.isArray(value) ? value.join(' ') : (value as string | number)
}
