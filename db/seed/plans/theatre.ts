// Draws the Grand Theatre: 2,010 seats in stalls, two circles and boxes, on arcs about one point.
// Owns its shape, price zones and marked places; must never know shows or prices.

import type { DraftRow, DraftSection, PlanDraft } from '../../../src/shared/domain/plan-import/draft.ts'
import type { SeatFlag } from '../../../src/shared/domain/seat-plan/plan.ts'
import { alongLine, bend, drawRow, isBesideAisle, polygon, rectangle, rowLetters } from './draw.ts'
import { seatsSection, word } from './draw.ts'
import type { Arc, Point } from './draw.ts'

const plan = 'theatre'
const radius = 10
const pitch = 24
const aisle = 56
const rowStep = 32
const centreX = 800
/** Far behind the stage, so that the front row bends by a third of a right angle. All arcs are about it. */
const bow: Point = { x: centreX, y: -380 }
const stageY = 60
/** Radius of the front row of each level; the gaps between levels carry their names. */
const fronts = { stalls: 640, dress: 1500, upper: 1950 }

/** Blocks of one row, from the left of the picture, by the row's place in its level. */
type Blocks = (row: number) => readonly number[]

interface Level {
  readonly name: string
  readonly front: number
  readonly rows: number
  readonly blocks: Blocks
  readonly category: (row: number, isCentre: boolean) => string
  readonly flags: (row: number, seat: number, blocks: readonly number[]) => readonly SeatFlag[]
}

/** Exactly 2,010 seats (D1): 876 + 570 + 516 + 48. */
export function makeTheatre(): PlanDraft {
  return {
    name: 'Grand Theatre',
    width: 2 * centreX,
    height: bow.y + fronts.upper + 10 * rowStep + 90,
    categories: [
      { name: 'Premium', color: '#8e4aa8' },
      { name: 'Standard', color: '#2f6fb0' },
      { name: 'Saver', color: '#2e7d6b' },
      { name: 'Gallery', color: '#a8662a' },
    ],
    sections: [level(stalls, stage()), level(dressCircle), level(upperCircle), boxes()],
  }
}

const stalls: Level = {
  name: 'Stalls',
  front: fronts.stalls,
  rows: 24,
  blocks: stallsBlocks,
  category: (row, isCentre) => {
    if (row >= 21) return 'Saver'
    return isCentre && row >= 2 && row < 14 ? 'Premium' : 'Standard'
  },
  flags: (row, seat, blocks) => (row === 23 ? backRowFlags(seat, blocks) : []),
}

/** The fan opens by a seat a block every third row. */
function stallsBlocks(row: number): readonly number[] {
  const wider = Math.floor(row / 3)
  return [6 + wider, 14 + wider, 6 + wider]
}

const dressCircle: Level = {
  name: 'Dress Circle',
  front: fronts.dress,
  rows: 11,
  blocks: circleBlocks(12),
  category: (row, isCentre) => {
    if (row < 4) return isCentre ? 'Premium' : 'Standard'
    return row < 8 ? 'Standard' : 'Saver'
  },
  flags: (row, seat, blocks) => (row < 2 && isWing(seat, blocks, 2) ? ['restrictedView'] : []),
}

const upperCircle: Level = {
  name: 'Upper Circle',
  front: fronts.upper,
  rows: 10,
  blocks: circleBlocks(12),
  category: (row, isCentre) => (row < 3 && isCentre ? 'Saver' : 'Gallery'),
  // The safety rail crosses the view from the first row, the side wall that from the wings.
  flags: (row, seat, blocks) => (row === 0 || isWing(seat, blocks, 3) ? ['restrictedView'] : []),
}

function circleBlocks(side: number): Blocks {
  return (row) => {
    const wider = Math.floor(row / 4)
    return [side + wider, side + 1, side + 1, side + wider]
  }
}

function level(spec: Level, areas: DraftSection['areas'] = []): DraftSection {
  const rows = Array.from({ length: spec.rows }, (_, row) => levelRow(spec, row))
  const title = word(spec.name, { x: centreX, y: bow.y + spec.front - 46 })
  return seatsSection(spec.name, rows, [...areas, title])
}

function levelRow(spec: Level, row: number): DraftRow {
  const blocks = spec.blocks(row)
  const arc: Arc = { centre: bow, radius: spec.front + row * rowStep }
  const label = rowLetters[row] ?? ''
  const rowSpec = {
    plan,
    section: spec.name,
    label,
    radius,
    category: (seat: number) => spec.category(row, isInCentre(seat, blocks)),
    flags: (seat: number): readonly SeatFlag[] => {
      const own = spec.flags(row, seat, blocks)
      return isBesideAisle(blocks, seat, true) ? [...own, 'aisle'] : own
    },
  }
  return drawRow(rowSpec, bend(alongLine(blocks, pitch, aisle), arc))
}

/** Level with the foyer: at each end of each block a wheelchair bay with a companion's seat beside it. */
function backRowFlags(seat: number, blocks: readonly number[]): readonly SeatFlag[] {
  if (isBesideAisle(blocks, seat, true)) return ['wheelchair']
  const beside = isBesideAisle(blocks, seat - 1, true) || isBesideAisle(blocks, seat + 1, true)
  return beside ? ['companion'] : []
}

function isInCentre(seat: number, blocks: readonly number[]): boolean {
  return !isWing(seat, blocks, blocks[0] ?? 0)
}

/** Among the outermost `depth` seats of the row, on either side. */
function isWing(seat: number, blocks: readonly number[], depth: number): boolean {
  const total = blocks.reduce((sum, seats) => sum + seats, 0)
  return seat < depth || seat >= total - depth
}

/** Six boxes of four a side, along the walls; the two nearest to the stage see a part of it only. */
function boxes(): DraftSection {
  const drawn = [-1, 1].flatMap((side) =>
    Array.from({ length: 6 }, (_, index) => ({ side, index, label: boxLabel(side, index) })),
  )
  return seatsSection(
    'Boxes',
    drawn.map(({ side, index, label }) => {
      const category = index === 0 ? 'Saver' : index < 4 ? 'Standard' : 'Premium'
      const flags = (): readonly SeatFlag[] => (index === 0 ? ['restrictedView'] : [])
      return drawRow({ plan, section: 'Boxes', label, radius, category, flags }, boxSeats(side, index))
    }),
    drawn.flatMap(({ side, index, label }) => boxWall(side, index, label)),
  )
}

function boxLabel(side: number, index: number): string {
  return `${side < 0 ? 'L' : 'R'}${index + 1}`
}

const boxStep = 74

function boxCentre(side: number, index: number): Point {
  return { x: centreX + side * (460 + index * 24), y: 200 + index * boxStep }
}

/** Two by two, turned a little towards the stage by the stagger of the boxes. */
function boxSeats(side: number, index: number): readonly Point[] {
  const { x, y } = boxCentre(side, index)
  return [
    { x: x - 13, y: y - 13 },
    { x: x + 13, y: y - 13 },
    { x: x - 13, y: y + 13 },
    { x: x + 13, y: y + 13 },
  ]
}

/** The wall, and the box's name on its outer side, clear of the seats. */
function boxWall(side: number, index: number, label: string): DraftSection['areas'] {
  const { x, y } = boxCentre(side, index)
  const wall = rectangle({ x: x - 32, y: y - 32, width: 64, height: 64, color: '#f6f1ea' })
  return [wall, word(label, { x: x + side * 48, y })]
}

function stage(): DraftSection['areas'] {
  const half = 330
  const apron = bend(alongLine([23], (2 * half) / 22, 0), { centre: bow, radius: fronts.stalls - 70 })
  const back = [
    { x: centreX + half - 40, y: stageY },
    { x: centreX - half + 40, y: stageY },
  ]
  const floor = polygon([...apron, ...back], { color: '#efe6da', borderColor: '#b7a58c' })
  return [floor, word('Stage', { x: centreX, y: stageY + 60 })]
}
