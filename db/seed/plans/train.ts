// Draws a train of three carriages side by side, the engine above: a saloon of tables, one of rows, one of compartments.
// Owns the carriages' measures and who sits knee to knee; must never know routes.

import type { DraftRow, DraftSection, PlanDraft } from '../../../src/shared/domain/plan-import/draft.ts'
import type { Area, SeatFlag } from '../../../src/shared/domain/seat-plan/plan.ts'
import { alongLine, drawRow, rectangle, seatsSection, word } from './draw.ts'

const plan = 'train'
const radius = 14
const pitch = 32
/** From seat to seat across the aisle: the row's number has its place there. */
const acrossAisle = 66
/** Knee to knee with a table between; back to back. */
const overTable = 58
const backToBack = 32
/** Room inside the wall for the rows' numbers, and at both ends for doors. */
const wall = 30
const vestibule = 64
/** Between carriages: they are one train, seen cut apart. */
const between = 36
const top = 40
const firstLeft = 24

interface Carriage {
  readonly name: string
  readonly left: number
  readonly width: number
}

/** 64 + 64 + 48 = 176 seats. */
export function makeTrain(): PlanDraft {
  const saloonWidth = 2 * (wall + radius) + 2 * pitch + acrossAisle
  const compartmentWidth = 2 * (wall + radius) + 2 * pitch + corridor
  const lefts = [0, 1, 2].map((index) => firstLeft + index * (saloonWidth + between))
  const [a = 0, b = 0, c = 0] = lefts
  return {
    name: 'Intercity train',
    width: c + compartmentWidth + firstLeft,
    height: top + carriageHeight + 24,
    categories: [
      { name: 'First class', color: '#8e4aa8' },
      { name: 'Second class', color: '#2f6fb0' },
      { name: 'Compartment', color: '#2e7d6b' },
    ],
    sections: [
      tables({ name: 'Carriage A', left: a, width: saloonWidth }),
      rowSaloon({ name: 'Carriage B', left: b, width: saloonWidth }),
      compartments({ name: 'Carriage C', left: c, width: compartmentWidth }),
    ],
  }
}

/** Sixteen rows, every two of them around tables; all carriages are as long as this one. */
const tableRows = rowsFrom(16, (row) => (row % 2 === 0 ? overTable : backToBack))
const carriageHeight = 2 * vestibule + 2 * radius + (tableRows.at(-1) ?? 0)

/** Heights of the rows' middles below the first; `step` is from the row to the next. */
function rowsFrom(count: number, step: (row: number) => number): readonly number[] {
  const heights: number[] = []
  let at = 0
  for (let row = 0; row < count; row++) {
    heights.push(at)
    at += step(row)
  }
  return heights
}

/** All seats face each other in bays of four, a table between. */
function tables(carriage: Carriage): DraftSection {
  const rows = tableRows.flatMap((height, row) => pairs(carriage, { row, height, category: 'First class' }))
  const tops = tableRows.flatMap((height, row) =>
    row % 2 === 0 ? tableTops(carriage, height + overTable / 2) : [],
  )
  return seatsSection(carriage.name, rows, [...shell(carriage), ...tops])
}

/** Rows one behind the other, as far apart as fills the carriage; in the middle one bay knee to knee, where they turn round. */
function rowSaloon(carriage: Carriage): DraftSection {
  const behind = ((tableRows.at(-1) ?? 0) - overTable) / 14
  const heights = rowsFrom(16, (row) => (row === 7 ? overTable : behind))
  const rows = heights.flatMap((height, row) => pairs(carriage, { row, height, category: 'Second class' }))
  const middle = ((heights[7] ?? 0) + (heights[8] ?? 0)) / 2
  return seatsSection(carriage.name, rows, [...shell(carriage), ...tableTops(carriage, middle)])
}

interface Line {
  readonly row: number
  readonly height: number
  readonly category: string
}

/** One row is two draft rows, left and right of the aisle: nobody sits beside somebody across it (H14). */
function pairs({ name, left, width }: Carriage, { row, height, category }: Line): readonly DraftRow[] {
  const centres = alongLine([2, 2], pitch, acrossAisle).map((offset) => ({
    x: left + width / 2 + offset,
    y: top + vestibule + radius + height,
  }))
  return [0, 2].map((first) => {
    const spec = {
      plan,
      section: name,
      label: String(row + 1),
      radius,
      category,
      number: (seat: number) => letter(first + seat),
      flags: (seat: number) => flagsOf(category, row, first + seat),
    }
    return drawRow(spec, centres.slice(first, first + 2))
  })
}

/** Second class has a bay for a wheelchair beside its first door, with the companion beside it. */
function flagsOf(category: string, row: number, seat: number): readonly SeatFlag[] {
  const aisle: readonly SeatFlag[] = seat === 1 || seat === 2 ? ['aisle'] : []
  if (category !== 'Second class' || row > 0 || seat < 2) return aisle
  return seat === 2 ? ['wheelchair', ...aisle] : ['companion']
}

function tableTops({ left, width }: Carriage, height: number): readonly Area[] {
  const y = top + vestibule + radius + height
  return [-1, 1].map((side) => {
    const x = left + width / 2 + side * (acrossAisle / 2 + pitch / 2)
    return rectangle({ x: x - 26, y: y - 8, width: 52, height: 16, color: '#ece3d6', borderColor: '#b7a58c' })
  })
}

const compartmentCount = 8
const corridor = 40
const compartmentHeight = (carriageHeight - 2 * vestibule) / compartmentCount

/** Six to a compartment, three facing three; the corridor runs along their right side. */
function compartments(carriage: Carriage): DraftSection {
  const each = Array.from({ length: compartmentCount }, (_, index) => compartment(carriage, index))
  return seatsSection(
    carriage.name,
    each.flatMap(({ rows }) => rows),
    [...shell(carriage), ...each.flatMap(({ areas }) => areas)],
  )
}

function compartment(
  { name, left }: Carriage,
  index: number,
): { rows: readonly DraftRow[]; areas: readonly Area[] } {
  const y = top + vestibule + index * compartmentHeight
  const rows = [radius + 6, compartmentHeight - radius - 6].map((height, bench) => {
    const centres = [0, 1, 2].map((seat) => ({ x: left + wall + radius + seat * pitch, y: y + height }))
    const spec = {
      plan,
      section: name,
      label: String(index + 1),
      radius,
      category: 'Compartment',
      number: (seat: number) => letter(3 * bench + seat),
      flags: (seat: number): readonly SeatFlag[] => (index === 0 ? ['ladies'] : seat === 2 ? ['aisle'] : []),
    }
    return drawRow(spec, centres)
  })
  const walls = rectangle({
    x: left,
    y,
    width: wall + 2 * radius + 2 * pitch + 8,
    height: compartmentHeight,
    color: '#f6f1ea',
    borderColor: '#b7a58c',
  })
  // Its number by the window, once for both benches.
  return {
    rows,
    areas: [walls, word(String(index + 1), { x: left + wall / 2, y: y + compartmentHeight / 2 })],
  }
}

function letter(index: number): string {
  return 'ABCDEF'.charAt(index)
}

/** The name stands above the wall, the doors at both ends. */
function shell({ name, left, width }: Carriage): readonly Area[] {
  const doors = [top, top + carriageHeight - vestibule + 16].map((y) =>
    rectangle({ x: left, y, width, height: vestibule - 16, text: 'Doors', color: '#e9ebf0' }),
  )
  const hull = rectangle({ x: left, y: top, width, height: carriageHeight, color: '#fafbfc' })
  return [hull, ...doors, word(name, { x: left + width / 2, y: top - 18 })]
}
