// What the parts of the seats.io reader share: its keys, its categories, which keys are noted as ignored.
// Owns which keys carry no meaning here; must never distinguish rows from areas.

import { expected } from './expected.ts'
import { field, isAbsent, readRecord, readText } from './json-reader.ts'
import type { Node, Report } from './json-reader.ts'
import { planLimits } from './limits.ts'
import type { Offset } from './pretix-parts.ts'

/** What an object inherits from the chart around it. */
export interface Chart {
  /** Names of categories by their keys, which are numbers or words. */
  readonly byKey: ReadonlyMap<string, string>
  readonly at: Offset
  readonly section: string
  /** The category of seats that name none. */
  readonly usual: Node | null
}

/** seats.io does not sell seats without a category; here they form a zone, which is not sold either while it has no price. */
const noCategory = 'No category'

export function categoryAt(report: Report, node: Node, { byKey, usual }: Chart): string {
  const own = field(node, 'categoryKey')
  const key = isAbsent(own) ? usual : own
  if (!key || isAbsent(key)) return noCategory
  const text = readText(report, key, planLimits.title)
  const name = byKey.get(text)
  if (name === undefined) report.malformed(key, expected.categoryKey)
  return name ?? noCategory
}

export function optionalText(report: Report, node: Node, longest: number): string {
  return isAbsent(node) ? '' : readText(report, node, longest)
}

/** Whether it is an object; keys outside `known` are noted, and those of `meaningful` where they are set. */
export function readObject(report: Report, node: Node, kind: keyof typeof known): boolean {
  const untold: readonly string[] = meaningful[kind] ?? []
  if (!readRecord(report, node, kind, new Set([...known[kind], ...untold]))) return false
  for (const key of untold) noteIfSet(report, node, kind, key)
  return true
}

export function noteIfSet(report: Report, node: Node, kind: string, key: string): void {
  const at = field(node, key)
  const isEmpty = Array.isArray(at.value) && at.value.length === 0
  if (!isAbsent(at) && at.value !== false && at.value !== '' && !isEmpty) report.ignored(at, `${kind}.${key}`)
}

/** How the designer drew an object, and how it looks there: none of this changes who sits where. */
const designer = [
  'objectType',
  'uuid',
  'seatLabeling',
  'objectLabeling',
  'displayObjectType',
  'displayLabel',
  'sectionLabel',
  'sectionDisplayedLabel',
  'published',
  'labelSize',
  'labelShown',
  'labelHorizontalOffset',
  'labelVerticalOffset',
  'labelRotationAngle',
  'foreground',
  'translucent',
  'categoryLabel',
  'categoryAccessible',
  'viewFromYourSeatImage',
]

const shape = [
  'type',
  'center',
  'rotationAngle',
  'width',
  'height',
  'cornerRadius',
  'radius',
  'radius1',
  'radius2',
  'points',
]

/** Keys that are read, or that can be ignored without loss; all others are noted. */
const known = {
  chart: new Set([
    'name',
    'categories',
    'subChart',
    'subChartFloors',
    'multiFloorView',
    'tablesLabelCounter',
    'uuidCounter',
    'rowSpacing',
    'rowChairSpacing',
    'colorScheme',
    'version',
    'venueType',
    'sectionScaleFactor',
    'referenceChartVisible',
    'showAllButtons',
    'showRowLabels',
    'showRowLines',
  ]),
  category: new Set(['key', 'label', 'color', 'accessible']),
  subChart: new Set([
    'height',
    'width',
    'rows',
    'tables',
    'booths',
    'shapes',
    'texts',
    'sections',
    'generalAdmissionAreas',
    'floorName',
    'floorDisplayName',
    'focalPoint',
    'snapOffset',
  ]),
  section: new Set([...designer, 'label', 'points', 'topLeft', 'subChart', 'categoryKey', 'cutoffAngle']),
  row: new Set([
    ...designer,
    'label',
    'seats',
    'curve',
    'chairSpacing',
    'rowLabelPosition',
    'verticalRowLabelDirection',
    'rowLabelDisabled',
    'points',
    'smooth',
    'smoothness',
    'rotationAngle',
  ]),
  table: new Set([
    ...designer,
    ...shape,
    'label',
    'seats',
    'autoRadius',
    'autoWidth',
    'autoHeight',
    'openSpaces',
  ]),
  booth: new Set([...designer, ...shape, 'label', 'categoryKey']),
  seat: new Set([
    ...designer,
    'x',
    'y',
    'label',
    'categoryKey',
    'restrictedView',
    'accessible',
    'companionSeat',
  ]),
  area: new Set([...designer, ...shape, 'label', 'categoryKey', 'capacity', 'minOccupancy']),
  shape: new Set([
    ...designer,
    ...shape,
    'label',
    'smartType',
    'smartTypeVariation',
    'fillColor',
    'strokeColor',
    'strokeWidth',
    'autoStroke',
    'icon',
  ]),
  text: new Set([
    ...designer,
    'text',
    'center',
    'centerX',
    'centerY',
    'rotationAngle',
    'textColor',
    'fontSize',
    'textAlignment',
  ]),
}

/** Keys whose meaning is not carried over, noted only where they are set. */
const meaningful: Readonly<Partial<Record<keyof typeof known, readonly string[]>>> = {
  section: ['entrance'],
  table: ['bookAsAWhole', 'variableOccupancy', 'minOccupancy'],
  area: ['bookAsAWhole', 'variableOccupancy'],
  seat: ['disabledBySocialDistancingRules', 'semiAmbulatorySeat', 'entrance'],
  booth: ['entrance'],
  subChart: ['backgroundImage', 'referenceChart', 'imageObjects', 'icons'],
}
