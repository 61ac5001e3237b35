// Reads pretix's seating-plan JSON into a draft. Owns that format's names and its sums of positions;
// must never judge the plan (the doctor does) and never throw on what a file holds.

import type { Category } from '../seat-plan/plan.ts'
import type { DraftRow, DraftSeat, DraftSection, PlanDraft, ReadPlan } from './draft.ts'
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
import { parsePlanText } from './plan-text.ts'
import { readPretixArea } from './pretix-areas.ts'
import { origin, readColor, readOffset, readPosition } from './pretix-parts.ts'
import type { Offset } from './pretix-parts.ts'
import { isImportable } from './tally.ts'

/** The radius with which pretix's editor draws a seat when the file gives none, in plan units. */
const usualRadius = 10
/** Margin around the outermost seats where the file gives no size, in plan units: two seats. */
const margin = 40
/** For categories without a colour. */
const plainColor = '#808080'

const known = {
  plan: new Set(['name', 'categories', 'zones', 'size']),
  size: new Set(['width', 'height']),
  category: new Set(['name', 'color']),
  zone: new Set(['name', 'zone_id', 'position', 'rows', 'areas']),
  /** `row_number_position` says where pretix paints the label; here it is painted at both ends of every row. */
  row: new Set(['row_number', 'row_number_position', 'position', 'seats']),
  seat: new Set(['seat_number', 'seat_guid', 'uuid', 'position', 'category', 'radius']),
}

/** Refuses by findings only: `not-json`, `too-large`, or `malformed` with the JSON paths of what is wrong. */
export function readPretixPlan(text: string): ReadPlan {
  const parsed = parsePlanText(text)
  return 'findings' in parsed ? { draft: null, findings: parsed.findings } : readPretixValue(parsed.value)
}

/** The same for parsed JSON. A seat's centre is the sum of its zone's, its row's and its own position. */
export function readPretixValue(value: unknown): ReadPlan {
  const report = makeReport()
  const draft = readPlan(report, rootNode(value))
  const findings = report.findings()
  return { draft: isImportable(findings) ? draft : null, findings }
}

/** Enough to choose this reader; whether the file is well formed turns out when it is read. */
export function looksLikePretix(value: unknown): boolean {
  return !isAbsent(field(rootNode(value), 'zones'))
}

function readPlan(report: Report, node: Node): PlanDraft | null {
  if (!readRecord(report, node, 'plan', known.plan)) return null
  const name = readText(report, field(node, 'name'), planLimits.title)
  const categories = readList(report, field(node, 'categories'), 'categories', planLimits.categories)
  const zones = readList(report, field(node, 'zones'), 'sections', planLimits.sections)
  const sections = zones.flatMap((zone) => readZone(report, zone))
  const size = readSize(report, field(node, 'size'), sections)
  return { name, ...size, categories: categories.flatMap((each) => readCategory(report, each)), sections }
}

function readSize(
  report: Report,
  node: Node,
  sections: readonly DraftSection[],
): Pick<PlanDraft, 'width' | 'height'> {
  if (isAbsent(node)) return sizeAround(sections)
  if (!readRecord(report, node, 'size', known.size)) return { width: 1, height: 1 }
  const range = { min: 1, max: planLimits.canvas }
  return {
    width: readNumber(report, field(node, 'width'), range),
    height: readNumber(report, field(node, 'height'), range),
  }
}

/** pretix allows the size to be left out: then it follows from the seats. */
function sizeAround(sections: readonly DraftSection[]): Pick<PlanDraft, 'width' | 'height'> {
  let width = 1
  let height = 1
  for (const { rows } of sections)
    for (const { seats } of rows)
      for (const { x, y } of seats) {
        width = Math.max(width, x + margin)
        height = Math.max(height, y + margin)
      }
  return { width: Math.min(width, planLimits.canvas), height: Math.min(height, planLimits.canvas) }
}

function readCategory(report: Report, node: Node): readonly Category[] {
  if (!readRecord(report, node, 'category', known.category)) return []
  const name = readText(report, field(node, 'name'), planLimits.label)
  return [{ name, color: readColor(report, node, { kind: 'category', usual: plainColor }) }]
}

function readZone(report: Report, node: Node): readonly DraftSection[] {
  if (!readRecord(report, node, 'zone', known.zone)) return []
  const at = readOffset(report, field(node, 'position'), origin)
  const rows = readList(report, field(node, 'rows'), 'rows', planLimits.rows)
  const areas = field(node, 'areas')
  const areaNodes = isAbsent(areas) ? [] : readList(report, areas, 'areas', planLimits.areas)
  return [
    {
      name: readZoneName(report, node),
      kind: 'seats',
      rows: rows.flatMap((row) => readRow(report, row, at)),
      areas: areaNodes.flatMap((area) => readPretixArea(report, area, at)),
    },
  ]
}

function readZoneName(report: Report, node: Node): string {
  const name = [field(node, 'name'), field(node, 'zone_id')].find((each) => !isAbsent(each))
  return name ? readText(report, name, planLimits.label) : ''
}

function readRow(report: Report, node: Node, zone: Offset): readonly DraftRow[] {
  if (!readRecord(report, node, 'row', known.row)) return []
  const at = readOffset(report, field(node, 'position'), zone)
  const number = field(node, 'row_number')
  const label = isAbsent(number) ? '' : readText(report, number, planLimits.label)
  const seats = readList(report, field(node, 'seats'), 'seats', planLimits.seats)
  return [{ label, seats: seats.flatMap((seat) => readSeat(report, seat, at)) }]
}

function readSeat(report: Report, node: Node, row: Offset): readonly DraftSeat[] {
  if (!readRecord(report, node, 'seat', known.seat)) return []
  return [
    {
      ...readIdentity(report, node),
      ...readPosition(report, field(node, 'position'), row),
      number: readText(report, field(node, 'seat_number'), planLimits.label),
      radius: readRadius(report, field(node, 'radius')),
      category: readText(report, field(node, 'category'), planLimits.label),
      flags: [],
    },
  ]
}

/** pretix's first files have no uuid; `seat_guid` is then the only identity. */
function readIdentity(report: Report, node: Node): Pick<DraftSeat, 'uuid' | 'guid'> {
  const guidNode = field(node, 'seat_guid')
  const uuidNode = field(node, 'uuid')
  const guid = isAbsent(guidNode) ? '' : readText(report, guidNode, planLimits.title)
  if (isAbsent(uuidNode) && guid !== '') return { uuid: guid, guid }
  const uuid = readText(report, uuidNode, planLimits.title)
  if (uuid === '' && typeof uuidNode.value === 'string') report.malformed(uuidNode, 'uuid that is not empty')
  return { uuid, guid }
}

function readRadius(report: Report, node: Node): number {
  const range = { min: planLimits.smallestRadius, max: planLimits.largestRadius }
  return isAbsent(node) ? usualRadius : readNumber(report, node, range)
}
