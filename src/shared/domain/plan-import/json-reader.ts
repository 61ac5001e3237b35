// Reads values of unknown shape out of parsed JSON, or a line of a table: wrong ones are reported with
// their path or line, nothing is thrown. Owns types, ranges and paths; must never know what a plan is.

import type { Finding, Place } from './draft.ts'
import { expected, numberBetween, textUpTo } from './expected.ts'
import { makeTallies, makeTally } from './tally.ts'

/** A value with its path, kept as a chain: paths are spelt out only for wrong values. */
export interface Node {
  readonly value: unknown
  readonly parent: Node | null
  readonly key: string | number
  /** On roots only, where the file is a table: `value` then has the line's cells. */
  readonly line?: Line
}

/** A line of a table as a person finds it. */
export interface Line {
  /** From 1, as editors and spreadsheets count. */
  readonly number: number
  /** The title of each column, by its key here. */
  readonly titles: ReadonlyMap<string, string>
}

export interface Range {
  readonly min: number
  readonly max: number
}

/** Collects the findings of reading one file. A reader that meets a wrong value reports it and goes on with a substitute. */
export interface Report {
  malformed(node: Node, expected: string): void
  ignored(node: Node, about: string): void
  /** Counts `more` of something towards its limit; false once there are too many. */
  admit(what: string, more: number, limit: number): boolean
  findings(): readonly Finding[]
}

/** The most kinds of keys listed separately: a file with more is not worth a longer list. */
const mostKinds = 100

export function makeReport(): Report {
  const malformed = makeTallies('malformed', mostKinds)
  const ignored = makeTallies('ignored-keys', mostKinds)
  const admitted = new Map<string, number>()
  const tooLarge = new Map<string, number>()
  return {
    malformed: (node, expected) => malformed.add(expected, placeOf(node)),
    ignored: (node, about) => ignored.add(about, placeOf(node)),
    admit(what, more, limit) {
      const total = (admitted.get(what) ?? 0) + more
      admitted.set(what, total)
      if (total > limit) tooLarge.set(what, total)
      return total <= limit
    },
    findings() {
      const large = [...tooLarge].flatMap(([what, total]) => {
        const tally = makeTally('too-large', what)
        tally.add(null, total)
        return tally.findings()
      })
      return [...malformed.findings(), ...large, ...ignored.findings()]
    },
  }
}

export function rootNode(value: unknown): Node {
  return { value, parent: null, key: '' }
}

/** A line of a table: `value` has its cells by column key. */
export function lineNode(value: Readonly<Record<string, string>>, line: Line): Node {
  return { value, parent: null, key: '', line }
}

/**
 * Reads own keys only: `__proto__` and `constructor` in a file are plain names. A missing key reads as undefined.
 */
export function field(node: Node, key: string): Node {
  const { value } = node
  const own = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return { value: own, parent: node, key }
}

export function isAbsent({ value }: Node): boolean {
  return value === undefined || value === null
}

/** Whether it is an object; keys outside `known` are noted as `kind.key`. */
export function readRecord(report: Report, node: Node, kind: string, known: ReadonlySet<string>): boolean {
  if (!isRecord(node.value)) {
    report.malformed(node, expected.object)
    return false
  }
  for (const key of Object.keys(node.value))
    if (!known.has(key)) report.ignored(field(node, key), `${kind}.${shorten(key)}`)
  return true
}

/** The entries of a list, or none. A list longer than what is left of `limit` is refused as a whole, unread. */
export function readList(report: Report, node: Node, what: string, limit: number): readonly Node[] {
  const { value } = node
  if (!Array.isArray(value)) {
    report.malformed(node, expected.list)
    return []
  }
  if (!report.admit(what, value.length, limit)) return []
  return Array.from(value, (entry: unknown, key) => ({ value: entry, parent: node, key }))
}

/** A finite number within the range; numbers written as text count too, since real files have them. */
export function readNumber(report: Report, node: Node, { min, max }: Range): number {
  const number = numberIn(node.value)
  if (number >= min && number <= max) return number
  report.malformed(node, Number.isNaN(number) ? expected.number : numberBetween(min, max))
  return min > 0 ? min : 0
}

/** Text of at most `longest` UTF-16 units without control characters; whole numbers count as text. */
export function readText(report: Report, node: Node, longest: number): string {
  const { value } = node
  const text = Number.isSafeInteger(value) ? String(value) : value
  if (typeof text !== 'string') report.malformed(node, expected.text)
  else if (text.length > longest) report.malformed(node, textUpTo(longest))
  else if (unprintable.test(text)) report.malformed(node, expected.plainText)
  else return text
  return ''
}

/**
 * Control characters (except line breaks and tabs, which words on areas have) and halves of surrogate pairs.
 */
const unprintable = /(?![\n\r\t])[\p{Cc}\p{Cs}]/u

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/** The longest a double prints is 24 characters; some writers add zeros. */
const longestDecimal = 40

function numberIn(value: unknown): number {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || value.length > longestDecimal) return Number.NaN
  return decimal.test(value.trim()) ? Number(value) : Number.NaN
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function placeOf(node: Node): Place {
  const line = (node.parent ?? node).line
  if (!line) return { path: pathOf(node) }
  const column = String(node.key)
  return column === ''
    ? { line: line.number }
    : { line: line.number, column: shorten(line.titles.get(column) ?? column) }
}

function pathOf(node: Node): string {
  const parts: string[] = []
  for (let at: Node | null = node; at?.parent; at = at.parent)
    parts.unshift(typeof at.key === 'number' ? `[${at.key}]` : `.${shorten(at.key)}`)
  return parts.join('').replace(/^\./, '')
}

/** A key as a person can read it in a list: files may hold keys of a megabyte. */
function shorten(key: string): string {
  return key.length <= 40 ? key : `${key.slice(0, 39)}…`
}
