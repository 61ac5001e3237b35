// Compares two tables, both read in the order of their keys. Owns how rows are compared; must never hold more than one of each.

import { keys, type TableName } from '../store/rows.ts'

type Cells = Readonly<Record<string, unknown>>
type Say = (key: string, found: string) => void

/** Returns how many rows the first table has. */
export function differences(
  table: TableName,
  own: Iterable<Cells>,
  folded: Iterable<Cells>,
  say: Say,
): number {
  const left = own[Symbol.iterator]()
  const right = folded[Symbol.iterator]()
  let [a, b] = [left.next(), right.next()]
  let count = 0
  while (!a.done || !b.done) {
    const order = a.done ? 1 : b.done ? -1 : compareKeys(table, a.value, b.value)
    if (!a.done && order < 0) say(keyOf(table, a.value), 'is there, and the journal does not know it')
    if (!b.done && order > 0) say(keyOf(table, b.value), 'is missing')
    if (!a.done && !b.done && order === 0) compareRows(keyOf(table, a.value), a.value, b.value, say)
    if (order <= 0) {
      count += 1
      a = left.next()
    }
    if (order >= 0) b = right.next()
  }
  return count
}

function compareRows(key: string, own: Cells, folded: Cells, say: Say): void {
  for (const column of Object.keys(folded)) {
    if (isSame(own[column], folded[column])) continue
    return say(key, `${column} is ${textOf(own[column])}, by the journal ${textOf(folded[column])}`)
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
}

function compareKeys(table: TableName, a: Cells, b: Cells): number {
  for (const column of keys[table]) {
    const [left, right] = [a[column] as string | number, b[column] as string | number]
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

function keyOf(table: TableName, row: Cells): string {
  return keys[table].map((column) => String(row[column])).join(' ')
}

/** Letters of a value that are quoted: enough to recognise it. */
const TEXT_MAX = 60

function textOf(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}…` : text
}
