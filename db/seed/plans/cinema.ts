// Draws a cinema of 180: straight rows, two aisles, love seats at the back.
// Owns its shape and price zones; must never know shows or prices.

import type { DraftRow, PlanDraft } from '../../../src/shared/domain/plan-import/draft.ts'
import type { SeatFlag } from '../../../src/shared/domain/seat-plan/plan.ts'
import { alongLine, drawRow, isBesideAisle, polygon, rowLetters, seatsSection, word } from './draw.ts'
import type { Point } from './draw.ts'

const plan = 'cinema'
const section = 'Auditorium'
const radius = 10
const pitch = 24
const aisle = 52
const rowStep = 34
const centreX = 300
const firstRowY = 150
const blocks = [4, 8, 4]

/** Ten rows of 4 + 8 + 4 and a back row of ten love seats for two: 160 + 20 = 180. */
export function makeCinema(): PlanDraft {
  const rows = Array.from({ length: 10 }, (_, index) => standardRow(index))
  return {
    name: 'Court Cinema, screen 1',
    width: 2 * centreX,
    height: firstRowY + 11 * rowStep + 50,
    categories: [
      { name: 'Front', color: '#2e7d6b' },
      { name: 'Standard', color: '#2f6fb0' },
      { name: 'Premium', color: '#8e4aa8' },
      { name: 'Love seat', color: '#b3446c' },
    ],
    sections: [
      seatsSection(section, [...rows, loveRow()], [screen(), word('Screen', { x: centreX, y: 88 })]),
    ],
  }
}

function standardRow(index: number): DraftRow {
  const label = rowLetters[index] ?? ''
  const category = index < 2 ? 'Front' : index < 6 ? 'Standard' : 'Premium'
  const spec = { plan, section, label, radius, category, flags: (seat: number) => flagsOf(index, seat) }
  return drawRow(spec, line(alongLine(blocks, pitch, aisle), index))
}

/**
 * The first row is entered from the hall: its aisle places take wheelchairs, each with a companion's seat.
 */
function flagsOf(row: number, seat: number): readonly SeatFlag[] {
  const aisles: readonly SeatFlag[] = isBesideAisle(blocks, seat, false) ? ['aisle'] : []
  if (row > 0) return aisles
  if (seat === 3 || seat === 12) return ['wheelchair', ...aisles]
  return seat === 2 || seat === 13 ? ['companion'] : aisles
}

/** Two seats that touch, then room for a table. */
function loveRow(): DraftRow {
  const pairs = alongLine(
    Array.from({ length: 10 }, () => 2),
    2 * radius,
    38,
  )
  const spec = { plan, section, label: rowLetters[10] ?? '', radius, category: 'Love seat' }
  return drawRow(spec, line(pairs, 10.3))
}

function line(offsets: readonly number[], row: number): readonly Point[] {
  return offsets.map((offset) => ({ x: centreX + offset, y: firstRowY + row * rowStep }))
}

/** Seen from above: a shallow trapezoid, wide edge towards the seats. */
function screen(): ReturnType<typeof polygon> {
  const corners = [
    { x: centreX - 200, y: 40 },
    { x: centreX + 200, y: 40 },
    { x: centreX + 220, y: 64 },
    { x: centreX - 220, y: 64 },
  ]
  return polygon(corners, { color: '#dfe6f2', borderColor: '#8a97ad' })
}
