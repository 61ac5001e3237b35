// Reads a table of seats (a spreadsheet saved as CSV): one line per seat, columns in any order. Owns lines, cells
// and how text from spreadsheets is unwrapped; must never throw, nor know how its lines become a plan.

import Papa from 'papaparse'
import { known } from '../../lib/assert.ts'
import { seatKeyOf } from './csv-columns.ts'
import type { Finding, ReadPlan } from './draft.ts'
import { cellsBeyond, expected } from './expected.ts'
import { draftOfSeats } from './gather-seats.ts'
import { field, lineNode, makeReport } from './json-reader.ts'
import type { Line, Node, Report } from './json-reader.ts'
import { planLimits } from './limits.ts'
import { readListedSeat } from './listed-seat.ts'
import type { ListedSeat, SeatKey } from './listed-seat.ts'
import { plainDigits } from './plain-digits.ts'
import { isImportable } from './tally.ts'
import { withoutGuard } from './text-cells.ts'

const delimiters = [',', ';', '\t'] as const
type Delimiter = (typeof delimiters)[number]

/** Titles needed to recognise the table: the seats' numbers (or places) and one more. */
const fewestTitles = 2

interface Head {
  readonly delimiter: Delimiter
  /** In the order of the file; null for columns that are not read. */
  readonly keys: readonly (SeatKey | null)[]
  readonly titles: readonly string[]
  /** The line number of the head itself, from 1. */
  readonly lineNumber: number
}

export function looksLikeSeatTable(text: string): boolean {
  return findHead(text) !== null
}

/** `malformed` names each wrong cell by line and column; with any such cell nothing of the file is used. */
export function readSeatTable(text: string): ReadPlan {
  const report = makeReport()
  const head = findHead(text)
  const lines = head && report.admit('cells', countMarks(text, head.delimiter), planLimits.cells)
  const seats = head && lines ? readLines(report, text, head) : []
  const draft = seats.length > 0 ? draftOfSeats(report, { name: '', declared: [], seats }) : null
  const findings = report.findings().toSorted((a, b) => firstLine(a) - firstLine(b))
  if (isImportable(findings) && !draft)
    return { draft, findings: [{ code: 'empty', count: 1, places: [], about: '' }] }
  return { draft: isImportable(findings) ? draft : null, findings }
}

function firstLine({ places }: Finding): number {
  return places[0]?.line ?? 0
}

/** The first line that is not blank, cut by the delimiter that finds most columns. */
function findHead(text: string): Head | null {
  const start = /[^\s\uFEFF]/.exec(text)?.index ?? text.length
  const end = text.slice(start).search(/[\r\n]/)
  const line = end < 0 ? text.slice(start) : text.slice(start, start + end)
  if (line.length > planLimits.columns * planLimits.title) return null
  const lineNumber = plainLines(text.slice(0, start)).split('\n').length
  const heads = delimiters.map((delimiter): Head => {
    const titles = cellsOf(line, delimiter).map((title) => title.trim())
    return { delimiter, titles, keys: titles.map(seatKeyOf), lineNumber }
  })
  const [best] = heads.toSorted((a, b) => knownTitles(b) - knownTitles(a))
  return best && knownTitles(best) >= fewestTitles ? best : null
}

function knownTitles({ keys }: Head): number {
  return new Set(keys.filter((key) => key !== null)).size
}

function cellsOf(line: string, delimiter: Delimiter): readonly string[] {
  return Papa.parse<string[]>(line, { delimiter, newline: '\n' }).data[0] ?? []
}

/** Counts every character that makes the parser allocate something, to bound its memory before it starts. */
function countMarks(text: string, delimiter: Delimiter): number {
  const marks = new Set([delimiter, '"', '\n', '\r'].map((mark) => mark.charCodeAt(0)))
  let count = 1
  for (let at = 0; at < text.length; at++) if (marks.has(text.charCodeAt(at))) count++
  return count
}

function readLines(report: Report, text: string, head: Head): readonly ListedSeat[] {
  const titles = checkHead(report, head)
  // Without a required column every line would fail for the same reason: it is reported once.
  if (!hasColumns(titles)) return []
  const seats: ListedSeat[] = []
  let number = 0
  Papa.parse<string[]>(plainSpaces(plainLines(text), head.delimiter), {
    delimiter: head.delimiter,
    newline: '\n',
    step({ data: cells, errors }, parser) {
      const line: Line = { number: number + 1, titles }
      // A cell in quotation marks may span several lines.
      number += cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 1)
      const isBlank = cells.every((cell) => cell.trim() === '')
      if (isBlank || line.number <= head.lineNumber) return
      if (!report.admit('seats', 1, planLimits.seats)) return parser.abort()
      const node = nodeOf(report, { cells, line, head })
      // The meaning of such a line is unknown: one finding, and none that merely follow from it.
      if (errors.length > 0) return report.malformed(node, expected.quotes)
      seats.push(readListedSeat(report, node, { name: null, isStanding: false }))
    },
  })
  return seats
}

/** Reports which columns are missing, duplicate or not read; returns the title of each column. */
function checkHead(report: Report, { keys, titles, lineNumber }: Head): Line['titles'] {
  const above = new Map<string, string>()
  const places = lineNode({}, { number: lineNumber, titles: above })
  report.admit('columns', titles.length, planLimits.columns)
  for (const [index, key] of keys.entries()) {
    const title = known(titles[index], 'title of a column')
    if (key === null && title !== '') report.ignored(field(places, title), title)
    if (key !== null && above.has(key)) report.malformed(field(places, key), expected.oneColumn)
    if (key !== null && !above.has(key)) above.set(key, title)
  }
  const missing = (key: SeatKey): void => report.malformed(field(places, key), expected.column)
  if (!hasNumbers(above)) missing('number')
  if (above.has('x') !== above.has('y')) missing(above.has('x') ? 'y' : 'x')
  return above
}

function hasColumns(titles: Line['titles']): boolean {
  return hasNumbers(titles) && titles.has('x') === titles.has('y')
}

function hasNumbers(titles: Line['titles']): boolean {
  return titles.has('number') || titles.has('places')
}

interface Found {
  readonly cells: readonly string[]
  readonly line: Line
  readonly head: Head
}

/** Empty cells count as absent: a spreadsheet has no other way to leave something out. */
function nodeOf(report: Report, { cells, line, head }: Found): Node {
  const value: Partial<Record<SeatKey, string>> = {}
  for (const [index, cell] of cells.entries()) {
    const key = head.keys[index]
    const text = cell.trim()
    if (key && text !== '' && value[key] === undefined) value[key] = unwrap(text, key, head.delimiter)
  }
  const node = lineNode(value, line)
  const found = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  if (found > head.keys.length) report.malformed(node, cellsBeyond(found, head.keys.length))
  return node
}

function unwrap(text: string, key: SeatKey, delimiter: Delimiter): string {
  const isNumber = key === 'x' || key === 'y' || key === 'radius' || key === 'places'
  return isNumber ? plainNumber(text, delimiter) : withoutGuard(text)
}

/** Where the delimiter is not a comma, a spreadsheet may write 12,5 for twelve and a half. */
function plainNumber(text: string, delimiter: Delimiter): string {
  const digits = plainDigits(text).replace('\u066B', '.').replace('\u2212', '-')
  return delimiter === ',' ? digits : digits.replace(/^([+-]?\d+),(\d+)$/, '$1.$2')
}

function plainLines(text: string): string {
  return text.replace('\uFEFF', '').replaceAll(/\r\n?/g, '\n')
}

/**
 * Collapses runs of spaces, which names are read that way anyway: the parser scans from every quotation mark to the
 * end of the spaces after it.
 */
function plainSpaces(text: string, delimiter: Delimiter): string {
  return delimiter === '\t' ? text.replaceAll(/[^\S\n\t]{2,}/g, ' ') : text.replaceAll(/[^\S\n]{2,}/g, ' ')
}
