// Reads what nobody sits on in a seats.io chart (stages, words, outlines), and the standing areas.
// Owns shapes and their rotation; must never fail a chart over looks, only over numbers that cannot be drawn.

import type { Area } from '../seat-plan/plan.ts'
import type { DraftSection } from './draft.ts'
import { field, isAbsent, readList, readNumber, readText } from './json-reader.ts'
import type { Node, Report } from './json-reader.ts'
import { planLimits } from './limits.ts'
import { origin, readColor, readPosition } from './pretix-parts.ts'
import type { Offset } from './pretix-parts.ts'
import { categoryAt, optionalText, readObject } from './seatsio-parts.ts'
import type { Chart } from './seatsio-parts.ts'
import { followedOutline, placesIn } from './standing-places.ts'

const plainFill = '#e9ebf0'
const plainEdge = '#b9bec9'
const plainInk = '#333333'
/** Lighter than anything drawn inside a section. */
const outlineFill = '#f6f7f9'

const noArea: Area = {
  shape: 'text',
  x: 0,
  y: 0,
  width: 0,
  height: 0,
  rotation: 0,
  points: [],
  color: plainFill,
  borderColor: plainEdge,
  text: '',
}

/** Stages and walls, the tops of tables, booths. */
export function readSeatsioShape(report: Report, node: Node, from: Offset): readonly Area[] {
  const isOwnKind = field(node, 'objectType').value === 'shape' || !isAbsent(field(node, 'smartType'))
  if (isOwnKind) readObject(report, node, 'shape')
  const drawn = readShape(report, node, from)
  if (!drawn) return []
  const color = readColor(report, node, { key: 'fillColor', kind: 'shape', usual: plainFill })
  const borderColor = readColor(report, node, { key: 'strokeColor', kind: 'shape', usual: plainEdge })
  const text = isOwnKind ? optionalText(report, field(node, 'label'), planLimits.title) : ''
  return [{ ...drawn, color, borderColor, text }]
}

export function readSeatsioText(report: Report, node: Node, from: Offset): readonly Area[] {
  if (!readObject(report, node, 'text')) return []
  const text = readText(report, field(node, 'text'), planLimits.title)
  const color = readColor(report, node, { key: 'textColor', kind: 'text', usual: plainInk })
  return [{ ...noArea, ...readMiddle(report, node, from), color, text, rotation: readTurn(report, node) }]
}

/** A section's floor. */
export function readOutline(report: Report, node: Node, from: Offset): readonly Area[] {
  if (isAbsent(field(node, 'points'))) return []
  return [{ ...readPolygon(report, node, from), color: outlineFill }]
}

/** Its places become dots in its shape, each with a number of its own, since single places are sold. */
export function readStandingArea(report: Report, node: Node, chart: Chart): readonly DraftSection[] {
  if (!readObject(report, node, 'area')) return []
  const name = readText(report, field(node, 'label'), planLimits.label)
  const capacity = readNumber(report, field(node, 'capacity'), { min: 1, max: planLimits.seats })
  const category = categoryAt(report, node, chart)
  const shape = readShape(report, node, chart.at)
  if (!shape || !report.admit('seats', capacity, planLimits.seats)) return []
  const uuid = optionalText(report, field(node, 'uuid'), planLimits.title)
  const id = uuid === '' ? [chart.section, name].join('-') : uuid
  if (followedOutline(shape, capacity) !== shape) report.ignored(field(node, 'points'), 'area.points')
  const lines = placesIn(shape, Math.floor(capacity))
  let number = 0
  const rows = lines.map((line) => ({
    label: '',
    seats: line.map((place) => {
      number += 1
      return {
        ...place,
        uuid: `${id}:${number}`,
        guid: `${name}-${number}`,
        number: String(number),
        category,
        flags: [],
      }
    }),
  }))
  return [{ name, kind: 'standing', rows, areas: [shape] }]
}

/** Null for an unknown shape, which is noted. */
function readShape(report: Report, node: Node, from: Offset): Area | null {
  const type = field(node, 'type')
  if (type.value === 'polygon' || (isAbsent(type) && !isAbsent(field(node, 'points'))))
    return readPolygon(report, node, from)
  const radius = field(node, 'radius')
  if (type.value === 'circle' || type.value === 'ellipse' || type.value === 'round')
    return readEllipse(report, node, { from, radius })
  if (type.value === 'rectangle' || type.value === 'rectangular' || isAbsent(type))
    return readRectangle(report, node, from)
  report.ignored(type, 'shape.type')
  return null
}

function readEllipse(
  report: Report,
  node: Node,
  { from, radius }: { readonly from: Offset; readonly radius: Node },
): Area {
  const wide = isAbsent(radius) ? field(node, 'radius1') : radius
  const high = isAbsent(radius) ? field(node, 'radius2') : radius
  const [width, height] = [readLength(report, wide), readLength(report, high)]
  return {
    ...noArea,
    shape: 'ellipse',
    ...readMiddle(report, node, from),
    width,
    height,
    rotation: readTurn(report, node),
  }
}

/** Our rectangles are positioned by their corner and turn about it; theirs by their middle. */
function readRectangle(report: Report, node: Node, from: Offset): Area {
  const middle = readMiddle(report, node, from)
  const [width, height] = [
    readLength(report, field(node, 'width')),
    readLength(report, field(node, 'height')),
  ]
  const rotation = readTurn(report, node)
  const angle = (rotation * Math.PI) / 180
  const x = middle.x - (width / 2) * Math.cos(angle) + (height / 2) * Math.sin(angle)
  const y = middle.y - (width / 2) * Math.sin(angle) - (height / 2) * Math.cos(angle)
  return { ...noArea, shape: 'rectangle', x, y, width, height, rotation }
}

function readPolygon(report: Report, node: Node, from: Offset): Area {
  const corners = readList(report, field(node, 'points'), 'corners', planLimits.corners)
  const places = corners.map((corner) => readPosition(report, corner, from))
  const { x, y } = places[0] ?? origin
  return { ...noArea, shape: 'polygon', x, y, points: places.flatMap((place) => [place.x - x, place.y - y]) }
}

function readMiddle(report: Report, node: Node, from: Offset): Offset {
  const center = field(node, 'center')
  if (!isAbsent(center)) return readPosition(report, center, from)
  const old = {
    value: { x: field(node, 'centerX').value, y: field(node, 'centerY').value },
    parent: node,
    key: 'center',
  }
  return readPosition(report, old, from)
}

/** A hundred turns: more than an editor adds up. */
function readTurn(report: Report, node: Node): number {
  const angle = field(node, 'rotationAngle')
  return isAbsent(angle) ? 0 : readNumber(report, angle, { min: -36_000, max: 36_000 })
}

function readLength(report: Report, node: Node): number {
  return readNumber(report, node, { min: 0, max: planLimits.coordinate })
}
