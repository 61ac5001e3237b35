// Reads a seats.io chart into a draft: rows, tables, booths, sections, floors, general admission. Owns that
// format's names and how its positions add up; must never judge the plan (the doctor does) and never throw.

import type { Area, Category } from '../seat-plan/plan.ts'
import type { DraftRow, DraftSection, PlanDraft, ReadPlan } from './draft.ts'
import { field, isAbsent, makeReport, readList, readText, rootNode } from './json-reader.ts'
import type { Node, Report } from './json-reader.ts'
import { planLimits } from './limits.ts'
import { fitCanvas } from './fit-canvas.ts'
import { origin, readColor, readOffset } from './pretix-parts.ts'
import { readStandingArea } from './seatsio-areas.ts'
import { readOutline, readSeatsioShape, readSeatsioText } from './seatsio-areas.ts'
import { readBooth, readSeatsioRow, readTable } from './seatsio-seats.ts'
import { noteIfSet, optionalText, readObject } from './seatsio-parts.ts'
import type { Chart } from './seatsio-parts.ts'
import { isImportable } from './tally.ts'

/** Enough to choose this reader; whether the file is well formed turns out when it is read. */
export function looksLikeSeatsio(value: unknown): boolean {
  const root = rootNode(value)
  return !isAbsent(field(root, 'subChart')) || !isAbsent(field(root, 'subChartFloors'))
}

export function readSeatsioValue(value: unknown): ReadPlan {
  const report = makeReport()
  const draft = readChart(report, rootNode(value))
  const findings = report.findings()
  return { draft: isImportable(findings) ? draft : null, findings }
}

function readChart(report: Report, node: Node): PlanDraft | null {
  if (!readObject(report, node, 'chart')) return null
  const name = optionalText(report, field(node, 'name'), planLimits.title)
  const { categories, byKey } = readCategories(report, field(node, 'categories'))
  if (field(node, 'sectionScaleFactor').value !== 100) noteIfSet(report, node, 'chart', 'sectionScaleFactor')
  const floors = field(node, 'subChartFloors')
  const parts = isAbsent(floors)
    ? [field(node, 'subChart')]
    : readList(report, floors, 'floors', planLimits.floors)
  const sections = parts.flatMap((part) =>
    readPart(report, part, { byKey, at: origin, section: '', usual: null }),
  )
  return fitCanvas({ name, width: 1, height: 1, categories, sections })
}

/** The list is in an object; in charts of the first versions it is bare. */
function readCategories(report: Report, node: Node): { categories: Category[]; byKey: Map<string, string> } {
  const byKey = new Map<string, string>()
  const list = Array.isArray(node.value) ? node : field(node, 'list')
  const nodes = isAbsent(list) ? [] : readList(report, list, 'categories', planLimits.categories)
  const categories = nodes.flatMap((each): Category[] => {
    if (!readObject(report, each, 'category')) return []
    const label = readText(report, field(each, 'label'), planLimits.label)
    const key = readText(report, field(each, 'key'), planLimits.title)
    const name = label === '' ? key : label
    byKey.set(key, name)
    return [{ name, color: readColor(report, each, { kind: 'category', usual: '#808080' }) }]
  })
  return { categories, byKey }
}

/** A whole chart, or one of its floors: what is outside sections becomes a section without a name, or with the floor's name. */
function readPart(report: Report, node: Node, chart: Chart): readonly DraftSection[] {
  if (!readObject(report, node, 'subChart')) return []
  const names = ['floorDisplayName', 'floorName'].map((key) =>
    optionalText(report, field(node, key), planLimits.label),
  )
  const here = { ...chart, section: names.find((name) => name !== '') ?? '' }
  const sections = listAt(report, node, 'sections', planLimits.sections)
  const { seats, standing } = readLoose(report, node, here)
  return [seats, ...standing, ...sections.flatMap((section) => readSection(report, section, here))]
}

function readSection(report: Report, node: Node, chart: Chart): readonly DraftSection[] {
  if (!readObject(report, node, 'section')) return []
  const inside = field(node, 'subChart')
  const section = readText(report, field(node, 'label'), planLimits.label)
  const at = readOffset(report, field(node, 'topLeft'), chart.at)
  const usual = field(node, 'categoryKey')
  const outline = readOutline(report, node, chart.at)
  if (isAbsent(inside) || !readObject(report, inside, 'subChart')) return []
  const { seats, standing } = readLoose(report, inside, { ...chart, at, section, usual })
  return [{ ...seats, areas: [...outline, ...seats.areas] }, ...standing]
}

interface Loose {
  readonly seats: DraftSection
  /** One section for each standing area. */
  readonly standing: readonly DraftSection[]
}

function readLoose(report: Report, node: Node, chart: Chart): Loose {
  const lists = {
    rows: listAt(report, node, 'rows', planLimits.rows),
    tables: listAt(report, node, 'tables', planLimits.rows),
    booths: listAt(report, node, 'booths', planLimits.rows),
    shapes: listAt(report, node, 'shapes', planLimits.areas),
    texts: listAt(report, node, 'texts', planLimits.areas),
  }
  const tables = lists.tables.map((table) => readTable(report, table, chart))
  const booths = lists.booths.map((booth) => readBooth(report, booth, chart))
  const rows: readonly DraftRow[] = [
    ...lists.rows.flatMap((row) => readSeatsioRow(report, row, chart)),
    ...[...tables, ...booths].flatMap((each) => each.rows),
  ]
  const areas: readonly Area[] = [
    ...lists.shapes.flatMap((shape) => readSeatsioShape(report, shape, chart.at)),
    ...[...tables, ...booths].flatMap((each) => each.areas),
    ...lists.texts.flatMap((text) => readSeatsioText(report, text, chart.at)),
  ]
  const standing = listAt(report, node, 'generalAdmissionAreas', planLimits.sections)
  return {
    seats: { name: chart.section, kind: 'seats', rows, areas },
    standing: standing.flatMap((area) => readStandingArea(report, area, chart)),
  }
}

function listAt(report: Report, node: Node, key: string, limit: number): readonly Node[] {
  const list = field(node, key)
  return isAbsent(list) ? [] : readList(report, list, key, limit)
}
