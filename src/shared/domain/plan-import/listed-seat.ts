// One seat of a seat list, from a line of a table or from a JSON list: names, place, zone, marks.
// Owns how these are read and what may be left out; must never know the order of the columns.

import type { SeatFlag } from '../seat-plan/plan.ts'
import { expected } from './expected.ts'
import { field, isAbsent, readNumber, readText } from './json-reader.ts'
import type { Node, Report } from './json-reader.ts'
import { planLimits } from './limits.ts'
import { plainDigits } from './plain-digits.ts'
import type { Offset } from './pretix-parts.ts'
import { readLineWords } from './seat-words.ts'
import type { LineKind } from './seat-words.ts'

/** The keys of a seat, by the names that they have in both forms. */
export const seatKeys = [
  'id',
  'section',
  'row',
  'block',
  'number',
  'x',
  'y',
  'radius',
  'category',
  'color',
  'kind',
  'flags',
  'places',
] as const

export type SeatKey = (typeof seatKeys)[number]

export interface ListedSeat {
  /** For reporting where it is in the file. */
  readonly node: Node
  /** Empty where the file gives none. */
  readonly id: string
  readonly section: string
  readonly row: string
  /** Distinguishes the parts of a row that aisles split. */
  readonly block: string
  readonly number: string
  readonly at: Offset | null
  readonly radius: number | null
  readonly category: string
  readonly color: string
  readonly kind: LineKind
  readonly flags: readonly SeatFlag[]
  /** How many places the line stands for, numbered from 1: more than one only for standing places. */
  readonly places: number
}

/** What a seat inherits from its section, where the file has sections. */
export interface SectionSays {
  readonly name: string | null
  readonly isStanding: boolean
}

/** The zone of seats that name none: they all cost the same. */
export const usualCategory = 'Standard'

export function readListedSeat(report: Report, node: Node, { name, isStanding }: SectionSays): ListedSeat {
  const { kind, flags } = readWords(report, node)
  const isCounted = !isAbsent(field(node, 'places'))
  const seat = {
    node,
    id: readOptional(report, node, 'id', planLimits.title),
    section: name ?? readLabel(report, node, 'section'),
    row: plainDigits(readLabel(report, node, 'row')),
    block: readLabel(report, node, 'block'),
    number: isCounted ? '1' : readNumberLabel(report, node),
    at: readPlace(report, node),
    radius: readRadius(report, node),
    category: readLabel(report, node, 'category') || usualCategory,
    color: readColor(report, node),
    kind: kind === 'seat' && isStanding ? ('standing' as const) : kind,
    flags,
    places: isCounted ? readPlaces(report, field(node, 'places')) : 1,
  }
  if (isCounted && seat.kind !== 'standing') report.malformed(field(node, 'places'), expected.onlyStanding)
  return seat
}

function readWords(report: Report, node: Node): { kind: LineKind; flags: readonly SeatFlag[] } {
  const read = (['kind', 'flags'] as const).map((key) => {
    const words = readLineWords(wordsAt(report, field(node, key)))
    if (words.unknown !== null) report.malformed(field(node, key), expected.words)
    return words
  })
  const kinds = read.map(({ kind }) => kind).filter((kind) => kind !== 'seat')
  return { kind: kinds[0] ?? 'seat', flags: [...new Set(read.flatMap(({ flags }) => flags))] }
}

/** One text, or in JSON a list of texts. */
function wordsAt(report: Report, node: Node): readonly string[] {
  const { value } = node
  if (isAbsent(node)) return []
  if (!Array.isArray(value)) return [readText(report, node, planLimits.title)]
  if (value.length <= planLimits.label && value.every((word) => typeof word === 'string')) return value
  report.malformed(node, expected.words)
  return []
}

function readNumberLabel(report: Report, node: Node): string {
  const number = field(node, 'number')
  const label = plainDigits(isAbsent(number) ? '' : readTrimmed(report, number, planLimits.label))
  if (label === '' && (isAbsent(number) || typeof number.value === 'string'))
    report.malformed(number, expected.seatNumber)
  return label
}

/** Both or neither. */
function readPlace(report: Report, node: Node): Offset | null {
  const [x, y] = [field(node, 'x'), field(node, 'y')]
  if (isAbsent(x) && isAbsent(y)) return null
  const range = { min: -planLimits.coordinate, max: planLimits.coordinate }
  return { x: readNumber(report, x, range), y: readNumber(report, y, range) }
}

function readRadius(report: Report, node: Node): number | null {
  const radius = field(node, 'radius')
  // At least a thousandth of a unit: seats given in kilometres are a mistake.
  return isAbsent(radius) ? null : readNumber(report, radius, { min: 1e-3, max: planLimits.coordinate })
}

function readPlaces(report: Report, node: Node): number {
  const places = readNumber(report, node, { min: 1, max: planLimits.seats })
  if (!Number.isInteger(places)) report.malformed(node, expected.wholeNumber)
  return Math.floor(places)
}

/** `#rrggbb`; other ways to write a colour are ignored with a note, since only the looks differ. */
function readColor(report: Report, node: Node): string {
  const color = field(node, 'color')
  if (isAbsent(color)) return ''
  if (typeof color.value === 'string' && /^#[0-9a-f]{6}$/i.test(color.value)) return color.value
  report.ignored(color, 'color')
  return ''
}

function readLabel(report: Report, node: Node, key: SeatKey): string {
  return readOptional(report, node, key, planLimits.label)
}

function readOptional(report: Report, node: Node, key: SeatKey, longest: number): string {
  const at = field(node, key)
  return isAbsent(at) ? '' : readTrimmed(report, at, longest)
}

/** Trims names and collapses spaces in them: "Row  A" is "Row A". */
function readTrimmed(report: Report, node: Node, longest: number): string {
  return readText(report, node, longest).trim().replaceAll(/\s+/g, ' ')
}
