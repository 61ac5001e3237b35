// Reads the JSON form of a seat list: `{ name, sections: [{ name, seats: [{ row, number, x, y … }] }] }`. With `size` and `areas` it is
// the house's own file, in which nothing of a plan is lost. Owns its names; a seat has the same keys as in a table (listed-seat.ts).

import type { Area, Category } from '../seat-plan/plan.ts'
import type { ReadPlan } from './draft.ts'
import { expected } from './expected.ts'
import { draftOfSeats } from './gather-seats.ts'
import {
  field,
  isAbsent,
  makeReport,
  readList,
  readNumber,
  readRecord,
  readText,
  rootNode,
} from './json-reader.ts'
import type { Node, Report } from './json-reader.ts'
import { planLimits } from './limits.ts'
import { readListedSeat, seatKeys } from './listed-seat.ts'
import type { ListedSeat } from './listed-seat.ts'
import type { Size } from './place-seats.ts'
import { readPretixArea } from './pretix-areas.ts'
import { origin, readColor } from './pretix-parts.ts'
import { isImportable } from './tally.ts'

const known = {
  plan: new Set(['id', 'name', 'size', 'categories', 'areas', 'sections']),
  size: new Set(['width', 'height']),
  category: new Set(['name', 'color']),
  section: new Set(['id', 'name', 'kind', 'seats']),
  seat: new Set<string>(seatKeys),
}

/** Enough to choose this reader; whether the file is well formed turns out when it is read. */
export function looksLikeSeatList(value: unknown): boolean {
  const sections = field(rootNode(value), 'sections')
  return Array.isArray(sections.value)
}

export function readSeatListValue(value: unknown): ReadPlan {
  const report = makeReport()
  const root = rootNode(value)
  const draft = readRecord(report, root, 'plan', known.plan) ? readPlan(report, root) : null
  const findings = report.findings()
  return { draft: isImportable(findings) ? draft : null, findings }
}

function readPlan(report: Report, node: Node): ReadPlan['draft'] {
  const name = field(node, 'name')
  const categories = field(node, 'categories')
  const declared = isAbsent(categories)
    ? []
    : readList(report, categories, 'categories', planLimits.categories)
  const sections = readList(report, field(node, 'sections'), 'sections', planLimits.sections)
  const draft = draftOfSeats(report, {
    name: isAbsent(name) ? '' : readText(report, name, planLimits.title),
    declared: declared.flatMap((each) => readCategory(report, each)),
    seats: sections.flatMap((each) => readSection(report, each)),
    size: readSize(report, field(node, 'size')),
  })
  const areas = readAreas(report, field(node, 'areas'))
  if (!draft) return null
  // A plan has one list of shapes, so it makes no difference which section carries it.
  const own = draft.sections.map((section, index) => (index === 0 ? { ...section, areas } : section))
  return { ...draft, sections: own }
}

/** The size of the paper it was drawn on; where given, nothing is moved or scaled to fit. */
function readSize(report: Report, node: Node): Size | null {
  if (isAbsent(node) || !readRecord(report, node, 'size', known.size)) return null
  const range = { min: 1, max: planLimits.canvas }
  return {
    width: readNumber(report, field(node, 'width'), range),
    height: readNumber(report, field(node, 'height'), range),
  }
}

function readAreas(report: Report, node: Node): readonly Area[] {
  if (isAbsent(node)) return []
  const areas = readList(report, node, 'areas', planLimits.areas)
  return areas.flatMap((area) => readPretixArea(report, area, origin))
}

function readCategory(report: Report, node: Node): readonly Category[] {
  if (!readRecord(report, node, 'category', known.category)) return []
  const name = readText(report, field(node, 'name'), planLimits.label)
  return [{ name, color: readColor(report, node, { kind: 'category', usual: '' }) }]
}

function readSection(report: Report, node: Node): readonly ListedSeat[] {
  if (!readRecord(report, node, 'section', known.section)) return []
  const label = field(node, 'name')
  const name = isAbsent(label) ? '' : readText(report, label, planLimits.label)
  const isStanding = readIsStanding(report, field(node, 'kind'))
  const seats = readList(report, field(node, 'seats'), 'seats', planLimits.seats)
  return seats.flatMap((seat) =>
    readRecord(report, seat, 'seat', known.seat) ? [readListedSeat(report, seat, { name, isStanding })] : [],
  )
}

function readIsStanding(report: Report, node: Node): boolean {
  if (isAbsent(node) || node.value === 'seats') return false
  if (node.value !== 'standing') report.malformed(node, expected.sectionKind)
  return node.value === 'standing'
}
