// Reads the seats of a seats.io chart: rows, tables with their chairs, booths. Owns the size of a seat there and
// how it is named; must never know standing areas.

import type { Area, SeatFlag } from '../seat-plan/plan.ts'
import type { DraftRow, DraftSeat } from './draft.ts'
import { field, isAbsent, readList, readText } from './json-reader.ts'
import type { Node, Report } from './json-reader.ts'
import { planLimits } from './limits.ts'
import { readPosition } from './pretix-parts.ts'
import type { Offset } from './pretix-parts.ts'
import { readSeatsioShape } from './seatsio-areas.ts'
import { categoryAt, optionalText, readObject } from './seatsio-parts.ts'
import type { Chart } from './seatsio-parts.ts'

/** seats.io draws chairs 16 wide, 4 apart. */
const seatRadius = 8

export interface Furniture {
  readonly rows: readonly DraftRow[]
  /** What is drawn for it: a table's top, a booth's walls. */
  readonly areas: readonly Area[]
}

export function readSeatsioRow(report: Report, node: Node, chart: Chart): readonly DraftRow[] {
  if (!readObject(report, node, 'row') || !report.admit('rows', 1, planLimits.rows)) return []
  return [readChairs(report, node, chart)]
}

/** Each table is a row of its own, since those around it sit together. */
export function readTable(report: Report, node: Node, chart: Chart): Furniture {
  if (!readObject(report, node, 'table') || !report.admit('rows', 1, planLimits.rows))
    return { rows: [], areas: [] }
  const areas = isAbsent(field(node, 'center')) ? [] : readSeatsioShape(report, node, chart.at)
  return { rows: [readChairs(report, node, chart)], areas }
}

/** A booth is sold as a whole: one seat in its middle. */
export function readBooth(report: Report, node: Node, chart: Chart): Furniture {
  if (!readObject(report, node, 'booth') || !report.admit('rows', 1, planLimits.rows))
    return { rows: [], areas: [] }
  if (!report.admit('seats', 1, planLimits.seats)) return { rows: [], areas: [] }
  const number = readText(report, field(node, 'label'), planLimits.label)
  const seat = readIdentity(report, node, [chart.section, number])
  const at = readPosition(report, field(node, 'center'), chart.at)
  const category = categoryAt(report, node, chart)
  return {
    rows: [{ label: '', seats: [{ ...seat, ...at, number, category, radius: seatRadius, flags: [] }] }],
    areas: readSeatsioShape(report, node, chart.at),
  }
}

function readChairs(report: Report, node: Node, chart: Chart): DraftRow {
  const label = optionalText(report, field(node, 'label'), planLimits.label)
  const seats = readList(report, field(node, 'seats'), 'seats', planLimits.seats)
  return { label, seats: seats.flatMap((seat) => readSeat(report, seat, { chart, label })) }
}

function readSeat(
  report: Report,
  node: Node,
  { chart, label }: { readonly chart: Chart; readonly label: string },
): readonly DraftSeat[] {
  if (!readObject(report, node, 'seat')) return []
  const number = readText(report, field(node, 'label'), planLimits.label)
  return [
    {
      ...readIdentity(report, node, [chart.section, label, number]),
      ...placeOf(report, node, chart.at),
      number,
      radius: seatRadius,
      category: categoryAt(report, node, chart),
      flags: flagsOf(node),
    },
  ]
}

/** Only `x` and `y` of the seat itself: its other keys are read elsewhere. */
function placeOf(report: Report, node: Node, from: Offset): Offset {
  const at = {
    value: { x: field(node, 'x').value, y: field(node, 'y').value },
    parent: node.parent,
    key: node.key,
  }
  return readPosition(report, at, from)
}

/** Charts give their objects ids; an object without one is identified by its name. `guid` is the name that seats.io prints. */
function readIdentity(
  report: Report,
  node: Node,
  names: readonly string[],
): Pick<DraftSeat, 'uuid' | 'guid'> {
  const guid = names.filter((name) => name !== '').join('-')
  const uuid = optionalText(report, field(node, 'uuid'), planLimits.title)
  return { uuid: uuid === '' ? guid : uuid, guid }
}

const flagKeys: readonly (readonly [string, SeatFlag])[] = [
  ['accessible', 'wheelchair'],
  ['companionSeat', 'companion'],
  ['restrictedView', 'restrictedView'],
]

function flagsOf(node: Node): readonly SeatFlag[] {
  return flagKeys.flatMap(([key, flag]) => (field(node, key).value === true ? [flag] : []))
}
