import { field, isAbsent, readNumber, readRecord } from './json-reader.ts'
import type { Node, Report } from './json-reader.ts'
import { planLimits } from './limits.ts'

/** A place in plan units: absolute, or relative to what holds it. */
export interface Offset {
  readonly x: number
  readonly y: number
}

export const origin: Offset = { x: 0, y: 0 }

const positionKeys = new Set(['x', 'y'])

/** `from` plus the position at `node`, which must be there. */
export function readPosition(report: Report, node: Node, from: Offset): Offset {
  if (!readRecord(report, node, 'position', positionKeys)) return from
  const range = { min: -planLimits.coordinate, max: planLimits.coordinate }
  return {
    x: from.x + readNumber(report, field(node, 'x'), range),
    y: from.y + readNumber(report, field(node, 'y'), range),
  }
}

/** The same where a file may omit the position, which is then `from`. */
export function readOffset(report: Report, node: Node, from: Offset): Offset {
  return isAbsent(node) ? from : readPosition(report, node, from)
}

/** `#rrggbb`. Other ways to write a colour are ignored with a note, since only the looks differ. */
export function readColor(
  report: Report,
  owner: Node,
  { key = 'color', kind, usual }: { key?: string; kind: string; usual: string },
): string {
  const node = field(owner, key)
  if (isAbsent(node) || node.value === '') return usual
  if (typeof node.value === 'string' && /^#[0-9a-f]{6}$/i.test(node.value)) return node.value
  report.ignored(node, `${kind}.${key}`)
  return usual
}
