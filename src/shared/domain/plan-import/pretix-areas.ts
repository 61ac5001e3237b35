// Reads pretix's areas: stages, gangways, words. Owns the names of shapes and where their words are;
// must never fail a plan over a shape's looks, only over numbers that cannot be drawn.

import type { Area } from '../seat-plan/plan.ts'
import { field, isAbsent, readList, readNumber, readRecord, readText } from './json-reader.ts'
import type { Node, Report } from './json-reader.ts'
import { planLimits } from './limits.ts'
import { origin, readColor, readOffset, readPosition } from './pretix-parts.ts'
import type { Offset } from './pretix-parts.ts'

const shapes = ['rectangle', 'circle', 'ellipse', 'polygon', 'text'] as const

const known = {
  area: new Set(['shape', 'color', 'border_color', 'rotation', 'position', ...shapes]),
  text: new Set(['position', 'color', 'text']),
  rectangle: new Set(['width', 'height']),
  circle: new Set(['radius']),
  ellipse: new Set(['radius']),
  radius: new Set(['x', 'y']),
  polygon: new Set(['points']),
}

const plainFill = '#e9ebf0'
const plainEdge = '#b9bec9'
const plainInk = '#333333'

/**
 * Words this near to the middle of their shape count as being in it: editors write the middle with four
 * decimals.
 */
const middleTolerance = 0.01

/**
 * One area; two where a shape's word is not in its middle, since our areas have only one position.
 * A word in the middle loses its own colour: it is drawn so that it can be read on the shape.
 */
export function readPretixArea(report: Report, node: Node, zone: Offset): readonly Area[] {
  if (!readRecord(report, node, 'area', known.area)) return []
  const shape = shapes.find((each) => each === field(node, 'shape').value)
  if (!shape) {
    report.malformed(field(node, 'shape'), shapes.join(', '))
    return []
  }
  const base = {
    ...readOffset(report, field(node, 'position'), zone),
    rotation: readRotation(report, field(node, 'rotation')),
    color: readColor(report, node, { kind: 'area', usual: plainFill }),
    borderColor: readColor(report, node, { key: 'border_color', kind: 'area', usual: plainEdge }),
  }
  const drawn: Area = { ...base, shape, ...readShape(report, node, shape), text: '' }
  return withWord(drawn, readWord(report, field(node, 'text'), base.color))
}

function readRotation(report: Report, node: Node): number {
  // A hundred turns: more than an editor adds up.
  return isAbsent(node) ? 0 : readNumber(report, node, { min: -36_000, max: 36_000 })
}

function readShape(
  report: Report,
  node: Node,
  shape: Area['shape'],
): Pick<Area, 'width' | 'height' | 'points'> {
  const flat = { width: 0, height: 0, points: [] }
  if (shape === 'text') return flat
  const own = field(node, shape)
  if (!readRecord(report, own, shape, known[shape])) return flat
  if (shape === 'polygon') return { ...flat, points: readCorners(report, field(own, 'points')) }
  if (shape === 'rectangle') return { ...flat, ...readExtent(report, own, 'width', 'height') }
  const radius = field(own, 'radius')
  if (shape === 'circle') {
    const width = readLength(report, radius)
    return { ...flat, width, height: width }
  }
  return readRecord(report, radius, 'radius', known.radius)
    ? { ...flat, ...readExtent(report, radius, 'x', 'y') }
    : flat
}

function readExtent(
  report: Report,
  node: Node,
  across: string,
  down: string,
): Pick<Area, 'width' | 'height'> {
  return { width: readLength(report, field(node, across)), height: readLength(report, field(node, down)) }
}

function readLength(report: Report, node: Node): number {
  return readNumber(report, node, { min: 0, max: planLimits.coordinate })
}

function readCorners(report: Report, node: Node): readonly number[] {
  const corners = readList(report, node, 'corners', planLimits.corners)
  return corners.flatMap((corner) => {
    const { x, y } = readPosition(report, corner, origin)
    return [x, y]
  })
}

interface Word {
  readonly text: string
  readonly color: string
  /** Relative to the area's position. */
  readonly at: Offset
}

/** Old files have the bare text instead of an object. */
function readWord(report: Report, node: Node, areaColor: string): Word {
  const color = areaColor === plainFill ? plainInk : areaColor
  if (isAbsent(node)) return { text: '', color, at: origin }
  if (typeof node.value === 'string')
    return { text: readText(report, node, planLimits.title), color, at: origin }
  if (!readRecord(report, node, 'text', known.text)) return { text: '', color, at: origin }
  const text = field(node, 'text')
  return {
    text: isAbsent(text) ? '' : readText(report, text, planLimits.title),
    color: readColor(report, node, { kind: 'text', usual: color }),
    at: readOffset(report, field(node, 'position'), origin),
  }
}

function withWord(drawn: Area, { text, color, at }: Word): readonly Area[] {
  const place = turned(drawn, at)
  if (drawn.shape === 'text') return [{ ...drawn, ...place, color, text }]
  if (text === '' || isMiddle(drawn, at)) return [{ ...drawn, text }]
  const word: Area = { ...drawn, ...place, shape: 'text', width: 0, height: 0, points: [], color, text }
  return [drawn, word]
}

function isMiddle(drawn: Area, at: Offset): boolean {
  const middle = middleOf(drawn)
  return Math.abs(at.x - middle.x) <= middleTolerance && Math.abs(at.y - middle.y) <= middleTolerance
}

/** Where a shape's own word is, relative to the shape's position: only a rectangle is positioned by its corner. */
export function middleOf({ shape, width, height }: Pick<Area, 'shape' | 'width' | 'height'>): Offset {
  return shape === 'rectangle' ? { x: width / 2, y: height / 2 } : origin
}

function turned({ x, y, rotation }: Area, at: Offset): Offset {
  const angle = (rotation * Math.PI) / 180
  return {
    x: x + at.x * Math.cos(angle) - at.y * Math.sin(angle),
    y: y + at.x * Math.sin(angle) + at.y * Math.cos(angle),
  }
}
